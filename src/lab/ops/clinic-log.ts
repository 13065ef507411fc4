/** One lived day as an event log, for the boards. */
import { SESSION_STARTS, sessionEnd } from '../../core/artefacts/clinic-plan.ts'
import type { EventLog, LogJob } from '../../core/event-log.ts'
import type { Table } from '../graph/ports.ts'
import { cellAt, columnOf } from '../graph/table.ts'
import { DISTRICTS, type District } from '../data/noshow-people.ts'
import type { Guest, LivedSession } from './clinic-day.ts'

const KINDS: EventLog['kinds'] = [
  { id: 'booked', label: 'has a place alone', tone: 'note', sign: '·' },
  { id: 'helped', label: 'was called or fetched', tone: 'right', sign: '♥' },
  { id: 'shared', label: 'booked, and must share the place', tone: 'missed', sign: '2' },
  { id: 'extra', label: 'rung up to share a place', tone: 'wrong', sign: '+' },
]

const PLACES: Readonly<Record<District, { x: number; y: number }>> = {
  'Hill Park': { x: 14, y: 16 }, 'Old Town': { x: 40, y: 12 }, Station: { x: 64, y: 13 }, Market: { x: 87, y: 22 }, Harbour: { x: 28, y: 45 }, 'Mill Lane': { x: 72, y: 44 },
}

/** The day that says most about a plan: the one whose longest wait is the longest, in the first future. Null without days. */
export function tellingDay(lived: readonly LivedSession[]): number | null {
  let found: { day: number; waited: number } | null = null
  for (const { day, future, guests } of lived) {
    if (future !== 0) continue
    const waited = Math.max(0, ...guests.map((guest) => guest.waited))
    if (!found || waited > found.waited) found = { day, waited }
  }
  return found?.day ?? null
}

/** The sessions of one day in its first future. `table` tells names and districts. */
export function clinicLog(lived: readonly LivedSession[], day: number, table: Table): EventLog {
  const sessions = lived.filter((session) => session.day === day && session.future === 0)
  const guests = sessions.flatMap((session) => session.guests)
  const longest = Math.max(1, ...guests.map(({ waited }) => waited))
  const last = Math.max(...guests.map(({ ends }) => ends ?? 0), sessionEnd(1))
  return {
    title: `Clinic day ${day}`,
    say: 'One room, ten places in the morning and ten after lunch. A 2 shares the place with a +: look who sits and waits.',
    from: SESSION_STARTS[0] - 30,
    to: Math.ceil(last / 5) * 5 + 5,
    boards: ['hall', 'gantt', 'map'],
    words: { job: ['person', 'people'], due: 'Still to come', waiting: 'In the waiting hall', active: 'With the doctor', done: 'On the way home', absent: 'Did not come' },
    lanes: [{ id: 'room-1', label: 'Room 1' }],
    kinds: KINDS,
    jobs: guests.map((guest) => jobOf(guest, table, guest.waited >= longest)),
    figures: [{ label: 'Longest wait so far', unit: 'min', points: longestSoFar(guests) }],
    marks: [{ at: sessionEnd(0), label: 'lunch' }, { at: sessionEnd(1), label: 'closing time' }],
    places: DISTRICTS.map((id) => ({ id, label: id, ...PLACES[id] })),
  }
}

function jobOf(guest: Guest, table: Table, marked: boolean): LogJob {
  const { id, seat, extra, due, arrives, starts, ends } = guest
  return {
    id, kind: kindOf(guest), lane: starts === null ? null : 'room-1', due, arrives, starts, ends, marked,
    label: extra ? (guest.who?.name ?? 'Somebody at short notice') : String(cellAt(columnOf(table, 'name'), seat.row) ?? id),
    place: extra ? (guest.who?.district ?? 'Market') : String(cellAt(columnOf(table, 'district'), seat.row) ?? 'Market'),
    note: noteOf(guest),
  }
}

function kindOf({ extra, seat }: Guest): string {
  if (extra) return 'extra'
  if (seat.shared) return 'shared'
  return seat.help === 'none' ? 'booked' : 'helped'
}

function noteOf({ extra, seat, arrives, waited }: Guest): string {
  const risk = `${Math.round(seat.score * 100)} in 100`
  if (extra) return `Rung up the evening before to share a place.${arrives === null ? ' Did not come.' : ''}`
  const helped = { none: '', call: ' Had a reminder call.', ride: ' Was offered a seat in the shuttle.' }[seat.help]
  const shared = seat.shared ? ' The place was given to a second person as well.' : ''
  const then = arrives === null ? ' Did not come.' : waited > 10 ? ` Came, and waited ${Math.round(waited)} minutes.` : ' Came.'
  return `The score said: stays away ${risk} times.${shared}${helped}${then}`
}

function longestSoFar(guests: readonly Guest[]): [number, number][] {
  let longest = 0
  const points: [number, number][] = [[0, 0]]
  for (const { starts, waited } of guests.filter((guest) => guest.starts !== null).sort((a, b) => (a.starts ?? 0) - (b.starts ?? 0))) {
    if (waited <= longest) continue
    longest = waited
    points.push([starts ?? 0, longest])
  }
  return points
}
