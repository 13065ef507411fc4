/** `clinic-sim`: a plan for a clinic, lived on hidden days, and the score behind it held against who really stayed away. */
import type { Metric } from '../../core/quest/schema.ts'
import type { View } from '../../core/verdict.ts'
import { clinicEventsIn, districtsView, waitsView } from '../blocks/operate/clinic.run.ts'
import { isClinicTable } from '../data/noshow.ts'
import { evaluate, rowsWhere } from '../graph/bind-expr.ts'
import { isTable, type PortValue, type Table } from '../graph/ports.ts'
import { takeRows } from '../graph/table.ts'
import { auc } from '../ml/metrics.ts'
import type { ClinicFigures } from '../ops/clinic-figures.ts'
import { clinicLog, tellingDay } from '../ops/clinic-log.ts'
import { type ClinicEvents, liveClinic, scoreById } from '../ops/clinic-run.ts'
import { clinicCases, type ClinicSet } from './clinic-sim-cases.ts'
import { clinicStory } from './clinic-sim-story.ts'
import type { Figures, Harness, MetricSpec } from './harness.ts'

const LIVED = {
  slotUse: { say: 'share of open places in which somebody was seen; a place used twice counts once' },
  meanWait: { say: 'minutes waited, from the later of coming and being due' },
  waitRatio: { say: 'the side of town that waits longer over the other: 1 is even' },
  overtime: { say: 'minutes beyond the end of both sessions, a day' },
  helped: { say: 'share of booked people who were helped to come' },
  doubled: { say: 'people booked second into a place, a session' },
  seatRatio: { say: 'how much likelier somebody of the one side is to share a place than somebody of the other; without a value when nobody shares' },
} as const satisfies Readonly<Record<keyof ClinicFigures, MetricSpec>>

export const clinicSim: Harness<ClinicSet> = {
  id: 'clinic-sim',
  about: 'a plan for a clinic, lived on hidden days',
  judges: 'Events',
  generators: ['clinic.appointments'],
  metrics: { auc: { say: 'how well the score behind the plan ranks who stays away (AUROC)' }, ...LIVED },
  testFigures(result, metrics) {
    const { scores, lived } = eventsIn(result)
    return figuresOf(metrics, lived?.figures ?? null, scores.test.y.some(Number.isNaN) ? null : auc(scores.test.y, scores.test.scores))
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (!isTable(whole) || !isClinicTable(whole)) throw new TypeError(`clinic-sim lives through bookings of a clinic, not through ${whole.type}`)
    const events = eventsIn(result)
    const lived = liveClinic(events, whole, whole.clinic)
    const judged = judgedRows(quest.verify.eligibility, whole)
    const figures = figuresOf(quest.verify.metrics, lived.figures, aucOn(judged, quest.verify.truth ?? 'missed', events))
    return { label, seed, weight, n: whole.ids.length, lived, figures }
  },
  whyNull({ fn }) {
    if (fn === 'seatRatio') return 'No place is shared, so nobody has to share one more often.'
    return 'Nobody was booked on these days whom it could be measured on.'
  },
  cases: (quest, sets) => clinicCases(quest, sets),
  views: (_, sets) => viewsOf(sets),
  story: (_, sets) => clinicStory(sets),
}

function eventsIn(result: PortValue): ClinicEvents {
  return clinicEventsIn(result.type === 'Result' ? (result as { from: PortValue }).from : result)
}

function figuresOf(metrics: readonly Metric[], lived: ClinicFigures | null, area: number | null): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => [id, fn === 'auc' ? area : (lived?.[knownFn(fn)] ?? null)]))
}

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
function knownFn(fn: string): keyof typeof LIVED {
  if (!Object.hasOwn(LIVED, fn)) throw new Error(`clinic-sim has no function "${fn}"`)
  return fn as keyof typeof LIVED
}

/** Bookings on which a person could stay away or come: not those that we cancelled, not those with no way to come. */
function judgedRows(eligibility: string | undefined, whole: Table): Table {
  return eligibility ? takeRows(whole, rowsWhere(eligibility, whole)) : whole
}

/** People whom the solution's own filter dropped stand at the bottom. */
function aucOn(table: Table, truth: string, { scores }: ClinicEvents): number | null {
  const byId = scoreById(scores)
  const lowest = scores.test.scores.reduce((least, score) => Math.min(least, score), 0) - 1
  return auc(evaluate(truth, table), Float64Array.from(table.ids, (id) => byId.get(id) ?? lowest))
}

function viewsOf(sets: readonly ClinicSet[]): View[] {
  const [first] = sets
  if (!first) return []
  const { lived } = first
  const day = tellingDay(lived.days)
  return [
    waitsView(lived), districtsView(lived),
    ...(day === null ? [] : [{ view: 'replay', title: 'The hidden day with the longest wait', log: clinicLog(lived.days, day, lived.table) } as const]),
  ]
}
