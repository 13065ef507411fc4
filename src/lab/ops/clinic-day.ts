/** Clinic days, lived: who comes, when, how long each visit takes, who waits. Discrete events, common random numbers. */
import { SESSION_STARTS, sessionEnd, slotStart } from '../../core/artefacts/clinic-plan.ts'
import type { ClinicTruth } from '../data/noshow.ts'
import { adult, type Side, sideOf, type Townsperson } from '../data/noshow-people.ts'
import { type Seat, sessionsIn } from './clinic-plan-day.ts'
import { type Luck, luckOf } from './clinic-luck.ts'
import { serve } from './service-line.ts'
import { Streams } from './streams.ts'

/** Every day is lived as often as this, each time with other chance, so that a plan is not judged by luck. */
export const FUTURES = 4

/** Somebody rung up the evening before for a place tomorrow comes nine times in ten. */
const SHORT_NOTICE_COMES = 0.9

export interface Guest {
  id: string
  /** The seat it belongs to; two guests of one seat share a place. */
  seat: Seat
  /** Rung up at short notice to share the place. */
  extra: boolean
  side: Side
  who: Townsperson | null
  due: number
  /** Null for those who did not come. */
  arrives: number | null
  starts: number | null
  ends: number | null
  /** From the later of coming and being due. */
  waited: number
  /** How long the visit takes, once it begins. */
  minutes: number
}

export interface LivedSession {
  day: number
  session: 0 | 1
  future: number
  /** Places that the hospital did not cancel itself. */
  open: number
  guests: Guest[]
  overtime: number
}

/**
 * Every day of the seats, `futures` times over. The same person is as late and stays as long under any plan.
 * `sideAt` tells the side of town by row of the table.
 */
export function liveThrough(seats: readonly Seat[], truth: ClinicTruth, sideAt: (row: number) => Side, futures = FUTURES, tick: () => void = () => {}): LivedSession[] {
  const streams = new Streams(truth.seed)
  const lived: LivedSession[] = []
  for (const day of daysIn(seats)) {
    tick()
    for (let future = 0; future < futures; future++) lived.push(...liveDay(day, { streams, truth, future, sideAt }))
  }
  return lived
}

interface Chance {
  streams: Streams
  truth: ClinicTruth
  future: number
  sideAt(row: number): Side
}

function liveDay(seats: readonly Seat[], chance: Chance): LivedSession[] {
  const sessions = sessionsIn(seats).map((session) => ({ session, guests: session.flatMap((seat) => guestsOf(seat, chance)) }))
  const came = sessions.flatMap(({ guests }) => guests).filter((guest) => guest.arrives !== null)
  const byId = new Map(came.map((guest) => [guest.id, guest]))
  const line = came.map((guest) => ({ id: guest.id, at: guest.arrives as number, minutes: guest.minutes }))
  // One room for both sessions: a morning that runs over eats the lunch, and then the afternoon. By time of appointment, as called.
  for (const { id, starts, ends } of serve(line, [{ id: 'room-1', from: SESSION_STARTS[0] }], ({ id }) => byId.get(id)?.due ?? 0)) {
    const guest = byId.get(id)
    if (!guest) continue
    guest.starts = starts
    guest.ends = ends
    guest.waited = Math.max(0, starts - Math.max(guest.due, guest.arrives ?? guest.due))
  }
  return sessions.map(({ session, guests }) => {
    const { day, session: which } = session[0] as Seat
    const last = Math.max(0, ...guests.map(({ ends }) => ends ?? 0))
    const open = session.filter(({ id }) => chance.truth.chances.get(id)?.cancelled !== true).length
    return { day, session: which, future: chance.future, open, guests, overtime: Math.max(0, last - sessionEnd(which)) }
  })
}

/** The person booked, and the one who shares the place. A visit that the hospital cancelled is nobody's and shared by nobody. */
function guestsOf(seat: Seat, { streams, truth, future, sideAt }: Chance): Guest[] {
  const chances = truth.chances.get(seat.id)
  if (!chances || chances.cancelled) return []
  const luck = luckOf(streams, future, seat.id)
  const stranded = chances.strike && seat.help !== 'ride'
  const comes = !stranded && luck.absence >= chanceUnder(seat, chances)
  const booked = guestOf({ id: seat.id, seat, extra: false, side: sideAt(seat.row), who: null }, luck, comes)
  if (!seat.shared) return [booked]
  const id = `${seat.id}+`
  const who = adult(streams.of('short notice', id))
  const theirs = luckOf(streams, future, id)
  return [booked, guestOf({ id, seat, extra: true, side: sideOf(who.district), who }, theirs, theirs.absence < SHORT_NOTICE_COMES)]
}

function chanceUnder({ help }: Seat, { plain, call, ride }: { plain: number; call: number; ride: number }): number {
  return help === 'ride' ? ride : help === 'call' ? call : plain
}

/** Written out: a verdict has tens of thousands of guests, and a spread that adds to them takes fifty times as long. */
function guestOf({ id, seat, extra, side, who }: Pick<Guest, 'id' | 'seat' | 'extra' | 'side' | 'who'>, { early, minutes }: Luck, comes: boolean): Guest {
  const due = slotStart(seat.session, seat.slot)
  return { id, seat, extra, side, who, due, arrives: comes ? due - early : null, starts: null, ends: null, waited: 0, minutes }
}

function daysIn(seats: readonly Seat[]): Seat[][] {
  const days = new Map<number, Seat[]>()
  for (const seat of seats) {
    const day = days.get(seat.day)
    if (day) day.push(seat)
    else days.set(seat.day, [seat])
  }
  return [...days.values()]
}
