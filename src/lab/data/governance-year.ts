/** `board.timeline`: a year of the tools that a committee answers for, with what changes in it; every record belongs to somebody of the town. */
import { clamp, Rng, sigmoid } from '../../core/rng.ts'
import { fitLogistic } from '../ml/logistic.ts'
import { committeeProblems } from '../governance/check-committee.ts'
import { type ChangeSpec, CommitteeSpec, GROUP, MONTHS } from '../governance/committee-spec.ts'
import { madeFor, risksOf } from '../governance/live-model.ts'
import type { Change, Findings, LiveModel, MonthRecords, ProductYear } from '../governance/year-values.ts'
import type { Generator } from './generator.ts'
import { type Product, productOf } from './governance-products.ts'
import { agedBetween } from './townsfolk.ts'

/** People in the records on which a tool was accepted. */
const ACCEPTANCE = 3000
/** Months differ a little, as months do: standard deviation of a monthly mean, in standard deviations of the input. */
const WOBBLE = 0.04

/** Each change once, moved by its own luck, then for each of its tools; one that passes is moved back until all of it fits in the year. */
function changesOf(rng: Rng, { jitter, changes }: CommitteeSpec): Change[] {
  return Object.entries(changes).flatMap(([id, spec]) => {
    const { kind, months, tools } = spec
    const month = clamp(spec.month + rng.int(-jitter, jitter), 1, MONTHS + 1 - (months ?? 1))
    return tools.map((product): Change => ({ id, kind, product, month, until: months === undefined ? MONTHS : month + months - 1, fault: 'fault' in spec && spec.fault }))
  })
}

/** Changes in force, of one kind. */
type InForce = <Kind extends ChangeSpec['kind']>(kind: Kind) => Extract<ChangeSpec, { kind: Kind }>[]

function inForce(committee: CommitteeSpec, changes: readonly Change[], product: string, month: number): InForce {
  const now = changes.filter((one) => one.product === product && month >= one.month && month <= one.until).map(({ id }) => committee.changes[id])
  return <Kind extends ChangeSpec['kind']>(kind: Kind) => now.filter((one): one is Extract<ChangeSpec, { kind: Kind }> => one?.kind === kind)
}

function drawMonth(rng: Rng, product: Product, on: InForce, n = product.n): MonthRecords {
  const width = product.names.length + 1
  const wobble = product.names.map(() => rng.normal(0, WOBBLE))
  const shift = product.names.map((name) => on('people').reduce((sum, { by }) => sum + (by[name] ?? 0), 0))
  const { intercept, weights, group } = on('meaning').reduce((odds, change) => product.meaning(change, odds), product.odds)
  const groupGains = on('group').reduce((sum, { by }) => sum + by, 0)
  const arrives = on('reading')
  const records: MonthRecords = {
    n, people: new Uint16Array(n), x: new Float64Array(n * width), y: new Uint8Array(n), luck: new Float64Array(n), sound: new Float64Array(n),
    overrideRate: clamp((on('habits').at(-1)?.setAside ?? product.overrideRate) + rng.normal(0, 0.012), 0, 1),
  }
  const eligible = agedBetween(...product.ages)
  for (let row = 0; row < n; row++) {
    const inputs = [...product.names.map((_, j) => rng.normal() + (wobble[j] as number) + (shift[j] as number)), rng.bern(product.share)]
    const inside = inputs[width - 1] as number
    const z = inputs.reduce((sum, value, j) => sum + value * (weights[j] ?? group), intercept) + groupGains * inside
    records.people[row] = rng.pick(eligible).i
    records.sound[row] = sigmoid(z)
    records.y[row] = rng.bern(sigmoid(z))
    records.luck[row] = rng.uniform()
    for (let j = 0; j < width; j++) records.x[row * width + j] = inputs[j] as number
    for (const { input, at, times } of arrives) {
      const j = product.names.indexOf(input)
      records.x[row * width + j] = at + times * (inputs[j] as number)
    }
  }
  return records
}

/** Fitted on a year of records before the house took it on, as any of them would be. */
function accepted({ x, y, n }: MonthRecords, alerts: number): LiveModel {
  const { intercept, coefficients } = fitLogistic(x, x.length / n, y)
  const risks = risksOf({ intercept, coefficients: [...coefficients] }, x).sort()
  const threshold = risks[Math.floor(n * (1 - alerts))] as number
  return madeFor({ intercept, coefficients: [...coefficients], threshold }, x)
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
  const committee = CommitteeSpec.parse(written)
  const [problem] = committeeProblems(committee)
  if (problem) throw new Error(`The committee that this quest describes cannot sit. data.params.${problem.path.map(String).join('.')}: ${problem.what}. ${problem.mend}`)
  const changes = changesOf(new Rng(`${seed}/changes`), committee)
  const products = Object.entries(committee.tools).map(([id, tool]): ProductYear => {
    const product = productOf(tool, committee.group.share)
    const rng = new Rng(`${seed}/${id}`)
    const before = drawMonth(rng, product, inForce(committee, changes, id, 0), ACCEPTANCE)
    const model = accepted(before, tool.alerts)
    const months = Array.from({ length: MONTHS }, (_, i) => drawMonth(rng, product, inForce(committee, changes, id, i + 1)))
    const version = Object.values(committee.changes).find((one) => one.kind === 'version' && one.tools.includes(id))
    const update = version?.kind === 'version' ? { update: newVersion(model, product.weightsOf(version.reads, version.group), before) } : {}
    return { id, bought: tool.bought, model, overrideRate: tool.setAside, months, ...update }
  })
  return { type: 'Findings', year: { committee, ahead: false, products, changes }, watch: {}, contract: [] }
}

export const boardTimeline: Generator<Findings> = {
  id: 'board.timeline',
  about: `a year of the tools that a committee answers for, described in the parameters, with what changes in it; people in a group stand under "${GROUP}"`,
  makes: 'Findings',
  params: CommitteeSpec,
  schema: [],
  generate,
  /** The records are the year itself; what a committee may see of them, month by month, is for the vote block to keep to. */
  asOf: (whole) => ({ ...whole, year: { ...whole.year, ahead: true } }),
  problemsIn(params) {
    const read = CommitteeSpec.safeParse(params)
    return read.success ? committeeProblems(read.data) : []
  },
  traps: ['green-tick'],
}
