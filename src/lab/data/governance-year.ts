/** `board.timeline`: a year of four products, with what changes in it; every record belongs to somebody of the town (curriculum, quest 25). */
import { z } from 'zod'
import { clamp, Rng, sigmoid } from '../../core/rng.ts'
import { fitLogistic } from '../ml/logistic.ts'
import { madeFor, risksOf } from '../governance/live-model.ts'
import { type Change, type Findings, type HospitalYear, type LiveModel, type MonthRecords, MONTHS, type ProductYear, WIDTH } from '../governance/year-values.ts'
import type { Generator } from './generator.ts'
import { BUS_LOG_ODDS, CODING, FLU_SHIFT, LOWEST, NEW_VERSION, PRODUCT_NUMBERS, type ProductNumbers, ROTA_OVERRIDES, WRONG_UNIT } from './governance-products.ts'
import { agedBetween } from './townsfolk.ts'

const Params = z.strictObject({
  jitter: z.int().min(0).max(2).default(1).meta({ title: 'Moved by', description: 'Months by which changes may come earlier or later.' }),
  badUpdate: z.boolean().default(true).meta({ title: 'Bad update', description: 'The new version of the bought product does worse here than the old one.' }),
  faults: z.boolean().default(true).meta({ title: 'Faults', description: 'Units, coding and the night bus change as well; without, only flu, rota and the update.' }),
})
type Params = z.infer<typeof Params>

const EAST = 0.25
/** People in the records on which a product was accepted. */
const ACCEPTANCE = 3000
/** A tool raises its hand for about this share. */
const ALERT_SHARE = 0.2
/** Months differ a little, as months do: standard deviation of a monthly mean, in standard deviations of the input. */
const WOBBLE = 0.04

function changesOf(rng: Rng, { jitter, badUpdate, faults }: Params): Change[] {
  const near = (month: number) => month + rng.int(-jitter, jitter)
  const flu = Math.min(10, near(10))
  const rota = near(6)
  const all: Change[] = [
    { kind: 'units', product: 'sepsis', month: near(3), until: MONTHS, fault: true },
    { kind: 'coding', product: 'readmit', month: near(4), until: MONTHS, fault: true },
    { kind: 'vendor', product: 'chest', month: near(7), until: MONTHS, fault: badUpdate },
    { kind: 'bus', product: 'noshow', month: near(8), until: MONTHS, fault: true },
    { kind: 'flu', product: 'chest', month: flu, until: flu + 2, fault: false },
    { kind: 'flu', product: 'sepsis', month: flu, until: flu + 2, fault: false },
    { kind: 'rota', product: 'noshow', month: Math.max(2, rota - 2), until: Math.max(2, rota - 2), fault: false },
  ]
  return all.filter(({ kind, fault }) => faults || !fault || kind === 'vendor')
}

interface Drawn {
  /** Inputs as they are, before anything spoils them on the way. */
  inputs: number[]
  /** Log-odds of the outcome as things stand in that month. */
  z: number
}

function drawPerson(rng: Rng, product: ProductNumbers, wobble: readonly number[], on: ReadonlySet<Change['kind']>): Drawn {
  const flu = on.has('flu') ? FLU_SHIFT : 0
  const inputs = [rng.normal() + (wobble[0] as number) + flu, rng.normal() + (wobble[1] as number) + flu, rng.normal() + (wobble[2] as number), rng.bern(EAST)]
  const { intercept, weights } = on.has('coding') ? CODING : product
  const z = inputs.reduce((sum, value, j) => sum + value * (weights[j] as number), intercept) + (on.has('bus') ? BUS_LOG_ODDS * (inputs[3] as number) : 0)
  return { inputs, z }
}

function drawMonth(rng: Rng, product: ProductNumbers, month: number, changes: readonly Change[], n = product.n): MonthRecords {
  const on = new Set(changes.filter((one) => one.product === product.id && month >= one.month && month <= one.until).map(({ kind }) => kind))
  const wobble = [rng.normal(0, WOBBLE), rng.normal(0, WOBBLE), rng.normal(0, WOBBLE)]
  const records: MonthRecords = {
    n, people: new Uint16Array(n), x: new Float64Array(n * WIDTH), y: new Uint8Array(n), luck: new Float64Array(n), sound: new Float64Array(n),
    overrideRate: clamp((on.has('rota') ? ROTA_OVERRIDES : product.overrideRate) + rng.normal(0, 0.012), 0, 1),
  }
  const eligible = agedBetween(...product.ages)
  for (let row = 0; row < n; row++) {
    const { inputs, z } = drawPerson(rng, product, wobble, on)
    records.people[row] = rng.pick(eligible).i
    records.sound[row] = sigmoid(z)
    records.y[row] = rng.bern(sigmoid(z))
    records.luck[row] = rng.uniform()
    for (let j = 0; j < WIDTH; j++) records.x[row * WIDTH + j] = j === 0 && on.has('units') ? LOWEST + WRONG_UNIT * (inputs[j] as number) : (inputs[j] as number)
  }
  return records
}

/** Fitted on a year of records before the house took it on, as any of them would be. */
function accepted(records: MonthRecords): LiveModel {
  const { intercept, coefficients } = fitLogistic(records.x, WIDTH, records.y)
  const risks = risksOf({ intercept, coefficients: [...coefficients] }, records.x).sort()
  const threshold = risks[Math.floor(records.n * (1 - ALERT_SHARE))] as number
  return madeFor({ intercept, coefficients: [...coefficients], threshold }, records.x)
}

/** As many hands raised as before, so that nothing shows on a screen that counts them. */
function newVersion(old: LiveModel, weights: readonly number[], { x }: MonthRecords): LiveModel {
  const raw = { intercept: old.intercept, coefficients: weights }
  const sorted = risksOf(raw, x).sort()
  const at = sorted[Math.floor(sorted.length * (1 - old.alertRate))] as number
  const shift = Math.log(old.threshold / (1 - old.threshold)) - Math.log(at / (1 - at))
  return madeFor({ intercept: old.intercept + shift, coefficients: weights, threshold: old.threshold }, x)
}

function generate(seed: string, written: Record<string, unknown>): Findings {
  const params = Params.parse(written)
  const changes = changesOf(new Rng(`${seed}/changes`), params)
  const products = PRODUCT_NUMBERS.map((product): ProductYear => {
    const rng = new Rng(`${seed}/${product.id}`)
    const before = drawMonth(rng, product, 0, changes, ACCEPTANCE)
    const model = accepted(before)
    const months = Array.from({ length: MONTHS }, (_, i) => drawMonth(rng, product, i + 1, changes))
    const update = product.bought ? { update: newVersion(model, params.badUpdate ? NEW_VERSION.bad : NEW_VERSION.fine, before) } : {}
    return { id: product.id, bought: product.bought, model, overrideRate: product.overrideRate, months, ...update }
  })
  const year: HospitalYear = { products, changes }
  return { type: 'Findings', year, watch: {}, contract: [] }
}

export const boardTimeline: Generator<Findings> = {
  id: 'board.timeline',
  about: 'a year of four products that a board answers for, with what changes in it',
  makes: 'Findings',
  params: Params,
  schema: [],
  generate,
  /** The records are the year itself; what a committee may see of them, month by month, is for the vote block to keep to. */
  asOf: (whole) => whole,
  traps: ['green-tick'],
}
