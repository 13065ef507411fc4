/** What a year of the committee comes to, in figures. */
import type { Metric } from '../../core/quest/schema.ts'
import { type Board, MONTHS, type Sitting } from '../governance/year-values.ts'
import type { Figures, MetricSpec } from './harness.ts'

const count = (sittings: readonly Sitting[], holds: (sitting: Sitting) => boolean): number => sittings.filter(holds).length

type Measure = (board: Board) => number | null

export const boardMetrics = {
  avoidedHarm: { say: 'of those who would have come to harm if nobody had sat: spared, net of harm done by stopping tools; below 0 is worse than nobody' },
  heldBack: { say: 'product-months in which a tool in good order was stopped, repaired or second-guessed' },
  heldBackInFlu: { say: 'product-months held back in the flu season alone' },
  foundInTime: { say: 'of the faults of the year: acted on in their month or the next, or kept out by contract' },
  cardsTrue: { say: 'of all fields of all model cards: filled in, and true' },
  monthsWithEvidence: { say: 'months in which every decision rests on what happened at the bedside, for a reason that fits' },
  greenWhileFailing: { say: 'months in which the bought tool failed in use while its papers, from the vendor\'s dashboard, said that all was well' },
} as const satisfies Readonly<Record<string, MetricSpec>>

const MEASURES: Readonly<Record<string, Measure>> = {
  avoidedHarm({ log: { sittings } }) {
    const nobody = sittings.reduce((sum, { harmIfNothing }) => sum + harmIfNothing, 0)
    const harm = sittings.reduce((sum, one) => sum + one.harm, 0)
    return nobody === 0 ? null : (nobody - harm) / nobody
  },
  heldBack: ({ log }) => count(log.sittings, ({ heldBack }) => heldBack),
  heldBackInFlu({ log, year }) {
    const flu = year.changes.filter(({ kind }) => kind === 'flu')
    return count(log.sittings, ({ heldBack, product, month }) => heldBack && flu.some((one) => one.product === product && month >= one.month && month <= one.until + 1))
  },
  foundInTime({ log: { faults } }) {
    return faults.length === 0 ? null : faults.filter(({ found }) => found).length / faults.length
  },
  cardsTrue: ({ cards }) => (cards ? cards.right / cards.of : 0),
  monthsWithEvidence({ log: { sittings } }) {
    return Array.from({ length: MONTHS }, (_, i) => i + 1).filter((month) => sittings.filter((one) => one.month === month).every(({ grounded }) => grounded)).length
  },
  greenWhileFailing: ({ log }) => count(log.sittings, ({ fault, mode, evidence }) => fault === 'vendor' && mode === 'go' && evidence.dashboard !== null),
} satisfies Record<keyof typeof boardMetrics, Measure>

/** Every metric of the quest, by metric id. @throws Error for a metric that names no known function */
export function boardFigures(board: Board, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => {
    const measure = Object.hasOwn(MEASURES, fn) ? MEASURES[fn] : undefined
    if (!measure) throw new Error(`metric "${id}" names "${fn}", and board-replay has no such function`)
    return [id, measure(board)]
  }))
}
