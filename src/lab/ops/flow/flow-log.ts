/** One lived future as an event log, for the boards. */
import { clockWords, type EventLog, type LogGroup, type LogJob, type LogStay, momentWords } from '../../../core/event-log.ts'
import { cellAt, columnOf } from '../../graph/table.ts'
import type { Lived, Visit } from './lived.ts'
import type { Future } from './flow-figures.ts'
import { DAY, type FlowSpec } from './spec.ts'
import type { Place } from './units.ts'

const WEEK = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const TONES = [{ tone: 'note', sign: '·' }, { tone: 'right', sign: '+' }, { tone: 'wrong', sign: '!' }, { tone: 'missed', sign: '2' }] as const

export function dayNames({ firstDay, days }: FlowSpec): readonly string[] {
  return Array.from({ length: days }, (_, day) => WEEK[(firstDay + day) % 7] as string)
}

/** The future that says most about a plan: the most sent home, then the longest wait. Null without futures. */
export function tellingFuture(futures: readonly Future[]): number | null {
  const weight = ({ lived }: Future) => lived.fates.filter(({ cancelled }) => cancelled).length * 1e6
    + lived.visits.reduce((most, { asked, there, row }) => Math.max(most, lived.fates[row]?.place ? 0 : there - asked), 0)
  return futures.reduce<number | null>((best, future, i) => (best === null || weight(future) > weight(futures[best] as Future) ? i : best), null)
}

export function flowLog(spec: FlowSpec, futures: readonly Future[], which: number): EventLog {
  const { lived, table } = futures[which] as Future
  const days = spec.days > 1 ? dayNames(spec) : undefined
  const groups = Object.entries(spec.stations).flatMap(([id, { board }]) => (board === 'none' ? [] : [groupOf(lived, lived.places.get(id) as Place, board)]))
  const drives = Object.values(spec.stations).some(({ posts }) => posts !== undefined)
  const jobs = lived.fates.flatMap((fate) => (fate.row < lived.cases.listed && !fate.place ? [] : [jobOf(spec, { lived, table }, fate.row)]))
  const first = firstHour(jobs)
  return {
    title: `Future ${which + 1} of ${futures.length}, the one that says most`,
    say: sayOf(spec, lived),
    from: first, to: lived.minutes - 1,
    boards: [...(drives ? ['map' as const] : []), ...(groups.some(({ show }) => show === 'ward') ? ['ward' as const] : []), 'gantt', 'hall'],
    words: { job: [spec.words.one, spec.words.many], due: spec.schedule ? 'Planned' : 'Still to come', waiting: spec.words.waiting, active: 'In our hands', done: spec.words.done, absent: 'Sent home' },
    lanes: Object.entries(spec.stations).map(([id, { label }]) => ({ id, label })),
    kinds: Object.entries(spec.arrivals).map(([id, { label }], i) => ({ id, label, ...TONES[i % TONES.length] as (typeof TONES)[number] })),
    jobs, groups,
    ...(days ? { dayNames: days } : {}),
    ...(Object.keys(spec.places).length > 0 ? { places: Object.entries(spec.places).map(([id, spot]) => ({ id, label: id, ...spot })) } : {}),
    marks: [...lived.places.values()].flatMap(({ shut }) => shut).filter(({ units, from }) => units > 0 && from >= first).map(({ from, label }) => ({ at: from, label })),
  }
}

function firstHour(jobs: readonly LogJob[]): number {
  const times = jobs.map(({ due, arrives }) => arrives ?? due ?? 0)
  return times.length === 0 ? 0 : Math.floor(Math.min(...times) / 60) * 60
}

function sayOf(spec: FlowSpec, { fates, visits }: Lived): string {
  const home = fates.filter(({ cancelled }) => cancelled)
  if (!spec.schedule) return `${fates.length} ${spec.words.many} in this one. Watch where they wait, and for whom.`
  const bed = home.filter(({ cancelled }) => cancelled?.why === 'no bed').length
  const operated = new Set(visits.filter(({ station, row }) => station === spec.schedule?.station && fates[row]?.place).map(({ row }) => row)).size
  return home.length === 0 ? `${operated} of the list had their turn and nobody was sent home.` : `${operated} of the list had their turn; ${home.length} were sent home, ${bed} of them for want of a bed.`
}

function groupOf(lived: Lived, place: Place, board: 'ward' | 'time'): LogGroup {
  const { id, spec, units } = place
  const jobId = (row: number | null) => (row === null ? null : lived.cases.table.ids[row] ?? null)
  return {
    id, label: spec.label, show: board, ...(spec.place === undefined ? {} : { place: spec.place }),
    units: units.map((unit) => {
      const stays: LogStay[] = lived.stays.filter((stay) => stay.station === id && stay.unit === unit.i).map(({ from, to, state, row }) => ({ from, to, state, job: jobId(row) }))
      const free = shutWindows(lived, place, unit.i).flatMap(([from, to]) => gaps(stays, from, to))
      return {
        id: `${id}/${unit.i}`, label: unit.label, stays: [...stays, ...free].sort((a, b) => a.from - b.from),
        ...(unit.post ? { post: unit.post, drives: lived.drives.filter((drive) => drive.station === id && drive.unit === unit.i).map(({ leaves, arrives, from, to }) => ({ leaves, arrives, from, to })) } : {}),
      }
    }),
  }
}

function shutWindows({ laid, minutes }: Lived, { spec, units, shut, from, to }: Place, unit: number): [number, number][] {
  const byEvent = shut.flatMap((one): [number, number][] => (unit >= units.length - one.units ? [[one.from, one.to]] : []))
  const byPlan = spec.open ? Array.from({ length: Math.ceil(minutes / DAY) }, (_, day) => day).filter((day) => laid.closed.has(`${unit}/${day}`)).map((day): [number, number] => [day * DAY + from, day * DAY + to]) : []
  return [...byEvent, ...byPlan]
}

/** What is left of a closure between stays: whoever lies there stays until they go. */
function gaps(stays: readonly LogStay[], from: number, to: number): LogStay[] {
  const free: LogStay[] = []
  let at = from
  for (const stay of stays.filter((one) => one.to > from && one.from < to)) {
    if (stay.from > at) free.push({ from: at, to: stay.from, state: 'closed', job: null })
    at = Math.max(at, stay.to)
  }
  if (at < to) free.push({ from: at, to, state: 'closed', job: null })
  return free
}

function jobOf(spec: FlowSpec, { lived, table }: Future, row: number): LogJob {
  const fate = lived.fates[row] as Lived['fates'][number]
  const visits = lived.visits.filter((visit) => visit.row === row)
  const [first] = visits
  const name = cellAt(columnOf(table, 'name'), row)
  const place = spec.place === undefined ? undefined : String(cellAt(columnOf(table, spec.place), row) ?? '')
  return {
    id: table.ids[row] as string, label: String(name ?? table.ids[row]), kind: String(cellAt(columnOf(table, 'stream'), row)),
    lane: first?.station ?? null, due: fate.place?.due ?? null, arrives: fate.comes, ...(fate.cancelled ? { leaves: fate.cancelled.at } : {}), starts: first?.there ?? null, ends: fate.done,
    marked: fate.cancelled !== null, note: noteOf(spec, lived, row, visits), ...(place ? { place } : {}),
  }
}

/** What happened to one case, station by station, with its times. */
function noteOf(spec: FlowSpec, lived: Lived, row: number, visits: readonly Visit[]): string {
  const { place, cancelled } = lived.fates[row] as Lived['fates'][number]
  const clock = (minute: number) => (spec.days > 1 ? momentWords({ dayNames: dayNames(spec) }, minute) : clockWords(minute))
  if (cancelled) return `Planned for ${clock(place?.due ?? 0)}. Sent home at ${clock(cancelled.at)}: ${cancelled.why === 'no bed' ? 'there was no bed' : 'there was no time left'}.`
  return visits.map(({ station, unit, there, asked, ends }) => {
    const late = Math.round(there - Math.max(asked, place?.due ?? 0))
    return `${lived.places.get(station)?.units[unit]?.label ?? station} ${clock(there)} to ${ends === null ? 'after the end' : clock(ends)}${late >= 5 ? ` (${late} min late)` : ''}`
  }).join('; ')
}
