/** A tiny year, small enough to count by hand: one product, ten people a month, one input that says it all. */
import type { Finding, Ruling } from '../../core/artefacts/board-dossier.ts'
import { CommitteeSpec, MONTHS } from './committee-spec.ts'
import { madeFor } from './live-model.ts'
import type { Change, HospitalYear, MonthRecords } from './year-values.ts'

const N = 10
const WIDTH = 4

/** One tool on the table, and a card of two fields. */
export const TINY = CommitteeSpec.parse({
  tools: {
    sepsis: {
      name: 'Sepsis watch', short: 'Sepsis', ward: 'Ward 7', sheet: 'Built here.', harm: 'had sepsis noticed hours later', monthly: 100, rate: 0.4, reads: { first: 1, second: 1, third: 1 },
      card: { use: { right: 'Calls a nurse', wrong: ['Starts treatment'] }, owner: { right: 'Sister Malik', wrong: ['The vendor'], why: 'It stands on the sheet.' } },
    },
  },
  fields: { use: 'What it is for', owner: 'Who answers for it' },
  changes: { units: { kind: 'reading', tools: ['sepsis'], month: 3, input: 'first', say: 'The laboratory changed a unit.' } },
})
/** Four in ten have the outcome, and the first input says which. */
const SICK = 4

function month(spoiled: boolean): MonthRecords {
  const x = new Float64Array(N * WIDTH)
  for (let row = 0; row < N; row++) x[row * WIDTH] = row < SICK && !spoiled ? 1 : -1
  const sick = (row: number) => row < SICK
  return {
    n: N, x, people: Uint16Array.from({ length: N }, (_, row) => row), y: Uint8Array.from({ length: N }, (_, row) => Number(sick(row))),
    // Of the four, one would be found without the tool and by a second look, one by neither, two by staff only.
    luck: Float64Array.from({ length: N }, (_, row) => [0.1, 0.65, 0.65, 0.9][row] ?? 0.5),
    overrideRate: 0.1, sound: Float64Array.from({ length: N }, (_, row) => (sick(row) ? 0.9 : 0.1)),
  }
}

/** Fails from `failsFrom` on, when given: then every input reads −1. */
export function tinyYear(failsFrom?: number): HospitalYear {
  const months = Array.from({ length: MONTHS }, (_, i) => month(failsFrom !== undefined && i + 1 >= failsFrom))
  const model = madeFor({ intercept: 0, coefficients: [2.2, 0, 0, 0], threshold: 0.5 }, month(false).x)
  const changes: Change[] = failsFrom === undefined ? [] : [{ id: 'units', kind: 'reading', product: 'sepsis', month: failsFrom, until: MONTHS, fault: true }]
  return { committee: TINY, ahead: false, products: [{ id: 'sepsis', bought: false, model, overrideRate: 0.1, months }], changes }
}

export const SOUND_RULINGS: Record<Finding, Ruling> = {
  quiet: { vote: 'go', reason: 'nothing-unusual' },
  volume: { vote: 'go', reason: 'results-hold' },
  drift: { vote: 'go', reason: 'results-hold' },
  gap: { vote: 'retrain', reason: 'group-behind' },
  calibration: { vote: 'retrain', reason: 'promise-broken' },
  notice: { vote: 'limit', reason: 'untested-here' },
}
