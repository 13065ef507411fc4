/** What a year of the committee comes to, in figures. */
import type { Metric } from '../../core/quest/schema.ts'
import { votedIn } from '../../core/artefacts/board-dossier.ts'
import { MONTHS } from '../governance/committee-spec.ts'
import type { Board, Sitting } from '../governance/year-values.ts'
import type { Figures, MetricSpec } from './harness.ts'

const count = (sittings: readonly Sitting[], holds: (sitting: Sitting) => boolean): number => sittings.filter(holds).length

const months = (): number[] => Array.from({ length: MONTHS }, (_, i) => i + 1)

type Measure = (board: Board) => number | null

export const boardMetrics = {
  avoidedHarm: { say: 'of those who would have come to harm if nobody had sat: spared, net of harm done by stopping tools; below 0 is worse than nobody' },
  heldBack: { say: 'product-months in which a tool in good order was stopped, repaired or second-guessed' },
  heldBackForPeople: { say: 'product-months held back while other people came, and nothing else had changed' },
  foundInTime: { say: 'of the faults of the year: acted on in their month or the next, or kept out by contract' },
  cardsTrue: { say: 'of all fields of all model cards: filled in, and true' },
  monthsWithEvidence: { say: 'months in which every decision rests on what happened at the bedside, for a reason that fits' },
  monthsVoted: { say: 'months of the learner\'s own year, on the bench, in which a vote was cast on every kind of paper; the same for all hidden years' },
  greenWhileFailing: { say: 'months in which a bought tool failed in use while its papers, from the vendor\'s dashboard, said that all was well' },
} as const satisfies Readonly<Record<string, MetricSpec>>

const MEASURES: Readonly<Record<string, Measure>> = {
  avoidedHarm({ log: { sittings } }) {
    const nobody = sittings.reduce((sum, { harmIfNothing }) => sum + harmIfNothing, 0)
    const harm = sittings.reduce((sum, one) => sum + one.harm, 0)
    return nobody === 0 ? null : (nobody - harm) / nobody
  },
  heldBack: ({ log }) => count(log.sittings, ({ heldBack }) => heldBack),
  heldBackForPeople({ log, year }) {
    const others = year.changes.filter(({ kind }) => kind === 'people')
    return count(log.sittings, ({ heldBack, product, month }) => heldBack && others.some((one) => one.product === product && month >= one.month && month <= one.until + 1))
  },
  foundInTime({ log: { faults } }) {
    return faults.length === 0 ? null : faults.filter(({ found }) => found).length / faults.length
  },
  cardsTrue: ({ cards }) => (cards ? cards.right / cards.of : 0),
  monthsWithEvidence({ log: { sittings } }) {
    return months().filter((month) => sittings.filter((one) => one.month === month).every(({ grounded }) => grounded)).length
  },
  monthsVoted: ({ log: { sittings }, votes }) => months().filter((month) => sittings.every((one) => one.month !== month || votedIn(votes, month, one.finding) !== undefined)).length,
  greenWhileFailing: ({ log }) => count(log.sittings, ({ fault, mode, evidence }) => fault !== null && mode === 'go' && evidence.dashboard !== null),
} satisfies Record<keyof typeof boardMetrics, Measure>

/** Functions that look at the learner's own year, and at no hidden one. */
export const OF_OWN_YEAR: ReadonlySet<string> = new Set<keyof typeof boardMetrics>(['monthsVoted'])

/** Every metric of the quest, by metric id. @throws Error for a metric that names no known function */
export function boardFigures(board: Board, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => {
    const measure = Object.hasOwn(MEASURES, fn) ? MEASURES[fn] : undefined
    if (!measure) throw new Error(`metric "${id}" names "${fn}", and board-replay has no such function`)
    return [id, measure(board)]
  }))
}
