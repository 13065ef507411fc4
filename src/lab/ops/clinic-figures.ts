/** What lived days came to. */
import { SIDES, type Side } from '../data/noshow-people.ts'
import type { Guest, LivedSession } from './clinic-day.ts'
import type { Seat } from './clinic-plan-day.ts'

export interface ClinicFigures {
  /** Share of open places in which somebody was seen; a place used twice counts once. */
  slotUse: number
  /** Minutes from the later of coming and being due, over everybody who was seen. */
  meanWait: number
  /** The side of town that waits longer over the other, among people of the register: 1 is even. */
  waitRatio: number
  /** Minutes beyond the end of both sessions, a day. */
  overtime: number
  /** Share of booked people who were helped. */
  helped: number
  /** People booked twice into a place, a session. */
  doubled: number
  /** How much likelier somebody of the one side is to be given a shared place than somebody of the other. */
  seatRatio: number | null
}

export function clinicFigures(lived: readonly LivedSession[], seats: readonly Seat[], sideAt: (row: number) => Side): ClinicFigures {
  const seen = lived.flatMap(({ guests }) => guests).filter(({ starts }) => starts !== null)
  const days = new Set(lived.map(({ day, future }) => `${day}/${future}`)).size
  const open = lived.reduce((sum, session) => sum + session.open, 0)
  const waits = SIDES.map((side) => meanWaitOf(seen.filter((guest) => guest.side === side && !guest.extra)))
  return {
    slotUse: lived.reduce((sum, { guests, open: places }) => sum + Math.min(places, guests.filter(({ starts }) => starts !== null).length), 0) / Math.max(1, open),
    meanWait: meanWaitOf(seen) ?? 0,
    waitRatio: ratioOf(waits) ?? 1,
    overtime: lived.reduce((sum, { overtime }) => sum + overtime, 0) / Math.max(1, days),
    helped: seats.filter(({ help }) => help !== 'none').length / Math.max(1, seats.length),
    doubled: seats.filter(({ shared }) => shared).length / Math.max(1, new Set(seats.map(({ day, session }) => `${day}/${session}`)).size),
    seatRatio: ratioOf(SIDES.map((side) => shareShared(seats.filter(({ row }) => sideAt(row) === side)))),
  }
}

export function meanWaitOf(guests: readonly Guest[]): number | null {
  return guests.length === 0 ? null : guests.reduce((sum, { waited }) => sum + waited, 0) / guests.length
}

export function shareShared(seats: readonly Seat[]): number | null {
  return seats.length === 0 ? null : seats.filter(({ shared }) => shared).length / seats.length
}

/** The larger of two over the smaller; null where there are not two, or none of one. */
function ratioOf([a, b]: readonly (number | null | undefined)[]): number | null {
  if (a === null || a === undefined || b === null || b === undefined || Math.min(a, b) <= 0) return null
  return Math.max(a, b) / Math.min(a, b)
}
