import { type ClinicPlan, readClinicPlan } from '../../../core/artefacts/clinic-plan.ts'
import type { View } from '../../../core/verdict.ts'
import { isClinicTable } from '../../data/noshow.ts'
import { DISTRICTS, SIDES } from '../../data/noshow-people.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import { type DecidedSet, type Decisions, isTable, type PortValue, type ScoredSet, type Scores } from '../../graph/ports.ts'
import { cellAt, columnOf, takeRows } from '../../graph/table.ts'
import { take } from '../../graph/take.ts'
import { meanWaitOf, shareShared } from '../../ops/clinic-figures.ts'
import { clinicLog, tellingDay } from '../../ops/clinic-log.ts'
import { helpCut, type Seat, seatsOf } from '../../ops/clinic-plan-day.ts'
import { type ClinicEvents, liveClinic, type LivedClinic, scoreById, sideAt } from '../../ops/clinic-run.ts'
import { countOf, percent } from '../say.ts'
import { groupsViewOf } from '../view/pictures.ts'
import { clinicSimSpec, policySinkSpec } from './clinic.ts'

const PAST_DAYS = 60

interface State {
  plan: ClinicPlan
  cut: number
}

export const clinicSim: Block = {
  ...clinicSimSpec,
  fit(inputs, context) {
    const scores = take(inputs, 'scores', 'Scores')
    const read = readClinicPlan(context.artefacts['plan'])
    if (!read.ok) return context.problem(`${read.say} Set one on the tab Running the day.`, 'no-plan')
    const state: State = { plan: read.plan, cut: helpCut(scores.train.scores, read.plan.help.share) }
    return { outputs: outputsOf(scores, state, pastOf(scores, state, context)), state }
  },
  /** Hidden people are only given their places here: how the days went is for the judge to see. */
  apply(inputs, state) {
    return outputsOf(take(inputs, 'scores', 'Scores'), state as State, null)
  },
  report(_, outputs) {
    const events = clinicEventsIn(outputs['days'])
    return {
      rows: events.scores.test.ids.length,
      columns: null,
      facts: events.lived ? factsOf(events.lived) : ['the plan is made'],
      views: events.lived ? viewsOf(events.lived, outputs['seats'] as Decisions) : [],
    }
  },
}

export const policySink: Block = {
  ...policySinkSpec,
  fit(inputs) {
    return { outputs: { result: { type: 'Result', from: clinicEventsIn(inputs['days']) as unknown as PortValue } }, state: null }
  },
  report(inputs) {
    const { lived, scores } = clinicEventsIn(inputs['days'])
    return { rows: scores.test.ids.length, columns: null, facts: lived ? factsOf(lived) : [], views: [] }
  },
}

/** @throws TypeError for events of another place */
export function clinicEventsIn(value: PortValue | undefined): ClinicEvents {
  const events = value as unknown as ClinicEvents | undefined
  if (events?.type !== 'Events' || events.about !== 'clinic') throw new TypeError('these are not the days of a clinic')
  return events
}

function outputsOf(scores: Scores, { plan, cut }: State, lived: LivedClinic | null): Record<string, PortValue> {
  const days: ClinicEvents = { type: 'Events', about: 'clinic', scores, plan, cut, lived }
  const sharing = lived?.seats ?? seatsOf(scores.test.table, seatScores(scores), plan, cut)
  return { days: days as unknown as PortValue, seats: asDecisions(scores, sharing, cut) }
}

function seatScores(scores: Scores): (id: string) => number | undefined {
  const byId = scoreById(scores)
  return (id) => byId.get(id)
}

/** The latest days of the register: enough of them to see what a plan does, few enough to wait for. */
function pastOf(scores: Scores, state: State, context: RunContext): LivedClinic | null {
  const cases = context.cases(context.set)
  if (!isTable(cases) || !isClinicTable(cases)) return null
  const days = columnOf(cases, 'day')?.values as Float64Array
  const latest = days.reduce((last, day) => Math.max(last, day), 0)
  const recent = takeRows(cases, [...days.keys()].filter((row) => (days[row] as number) > latest - PAST_DAYS))
  return liveClinic({ scores, ...state }, recent, cases.clinic, () => context.tick())
}

/** Who shares a place, as a list, so that it can be looked at group by group. */
function asDecisions(scores: Scores, seats: readonly Seat[], cut: number): Decisions {
  const known = new Map(seats.map(({ id, shared }) => [id, shared]))
  const side = (set: ScoredSet): DecidedSet => {
    const rows = [...set.ids.keys()].filter((row) => known.has(set.ids[row] as string))
    const ids = rows.map((row) => set.ids[row] as string)
    return {
      ids, scores: Float64Array.from(rows, (row) => set.scores[row] as number), y: Float64Array.from(rows, (row) => set.y[row] as number),
      table: takeRows(set.table, rows), flagged: Uint8Array.from(ids, (id) => (known.get(id) ? 1 : 0)),
    }
  }
  const { probability, uses, train, test } = scores
  return { type: 'Decisions', probability, threshold: cut, train: side(train), test: side(test), uses }
}

function factsOf({ figures, days }: LivedClinic): string[] {
  const { slotUse, meanWait, waitRatio, overtime } = figures
  return [
    `${countOf(new Set(days.map(({ day }) => day)).size, 'clinic day')} lived`,
    `${percent(slotUse)} of places used`,
    `${meanWait.toFixed(1)} min wait, ${overtime.toFixed(0)} min overtime a day`,
    `one side of town waits ${waitRatio.toFixed(2)} times as long`,
  ]
}

function viewsOf(lived: LivedClinic, seats: Decisions): View[] {
  const day = tellingDay(lived.days)
  const replay: View[] = day === null ? [] : [{ view: 'replay', title: 'The day with the longest wait', log: clinicLog(lived.days, day, lived.table) }]
  const groups = seats.test.y.some(Number.isNaN) ? null : groupsViewOf(seats.test, 'side', seats.probability)
  return [...replay, waitsView(lived), districtsView(lived), ...(groups ? [groups] : [])]
}

/** Minutes waited by side of town, those who share a place apart. */
export function waitsView({ table, days }: Pick<LivedClinic, 'table' | 'days'>): View {
  const at = sideAt(table)
  const seen = days.flatMap(({ guests }) => guests).filter(({ starts, extra }) => starts !== null && !extra)
  const rows = SIDES.map((side) => ({ label: side, value: meanWaitOf(seen.filter(({ seat }) => at(seat.row) === side)) ?? 0, tone: 'note' as const }))
  const shared = meanWaitOf(seen.filter(({ seat }) => seat.shared))
  return {
    view: 'bars', title: 'Who waits', say: 'Minutes from the time of the appointment, or from coming if that is later.', unit: 'minutes',
    rows: [...rows, ...(shared === null ? [] : [{ label: 'Those who share a place', value: shared, tone: 'missed' as const }])],
  }
}

/** Share of booked people whose place was given away twice, by district. */
export function districtsView({ table, seats }: Pick<LivedClinic, 'table' | 'seats'>): View {
  const district = columnOf(table, 'district')
  return {
    view: 'bars', title: 'Whose place is shared', say: 'Of a hundred people of each district, how many must share their place.', unit: 'of 100',
    rows: DISTRICTS.map((name) => ({
      label: name,
      value: 100 * (shareShared(seats.filter(({ row }) => cellAt(district, row) === name)) ?? 0),
      tone: name === 'Harbour' || name === 'Mill Lane' ? 'missed' as const : 'note' as const,
    })),
  }
}
