/** From scores and a plan to who is helped and which places are shared. Nothing is simulated here. */
import type { ClinicPlan } from '../../core/artefacts/clinic-plan.ts'
import { SESSION_SLOTS } from '../../core/artefacts/clinic-plan.ts'
import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'

export type Help = 'none' | 'call' | 'ride'

/** One booked person as the plan treats them. */
export interface Seat {
  id: string
  /** Row of the table. */
  row: number
  day: number
  session: 0 | 1
  /** Place in the session, from 1. */
  slot: number
  score: number
  help: Help
  /** A second person is booked into the same place. */
  shared: boolean
}

/**
 * Above which score somebody is helped: the top share of past people. Fixed once; on the day nobody ranks again.
 * Nobody is helped at a share of 0.
 */
export function helpCut(scores: Float64Array, share: number): number {
  if (share <= 0 || scores.length === 0) return Number.POSITIVE_INFINITY
  const sorted = Float64Array.from(scores).sort()
  return sorted[Math.max(0, sorted.length - Math.floor(sorted.length * share) - 1)] as number
}

/** Seats of every day in the table, in its order. A booking without a score is treated as the most reliable. */
export function seatsOf(table: Table, scoreOf: (id: string) => number | undefined, plan: ClinicPlan, cut: number): Seat[] {
  const [day, slot, noCar] = ['day', 'slot', 'noCar'].map((name) => numbers(table, name)) as [Float64Array, Float64Array, Float64Array]
  const seats = table.ids.map((id, row): Seat => {
    const score = scoreOf(id) ?? 0
    const place = slot[row] as number
    const session = place > SESSION_SLOTS ? 1 : 0
    const help = score > cut ? helpFor(plan.help.kind, noCar[row] === 1) : 'none'
    return { id, row, day: day[row] as number, session, slot: place - session * SESSION_SLOTS, score, help, shared: false }
  })
  for (const session of sessionsIn(seats)) for (const seat of sharedIn(session, plan)) seat.shared = true
  return seats
}

function helpFor(kind: ClinicPlan['help']['kind'], noCar: boolean): Help {
  if (kind === 'need') return noCar ? 'ride' : 'call'
  return kind
}

/** Which places of one session take a second person. */
function sharedIn(session: readonly Seat[], { extra }: ClinicPlan): Seat[] {
  if (extra.way === 'slots') return session.filter(({ slot }) => extra.slots.includes(slot))
  if (extra.way === 'riskiest') return [...session].sort((a, b) => b.score - a.score || a.slot - b.slot).slice(0, extra.count)
  return []
}

export function sessionsIn<One extends { day: number; session: 0 | 1 }>(seats: readonly One[]): One[][] {
  const byKey = new Map<number, One[]>()
  for (const seat of seats) {
    const key = seat.day * 2 + seat.session
    const session = byKey.get(key)
    if (session) session.push(seat)
    else byKey.set(key, [seat])
  }
  return [...byKey.values()]
}

function numbers(table: Table, name: string): Float64Array {
  const column = columnOf(table, name)
  if (column?.kind !== 'number') throw new TypeError(`the clinic needs the column "${name}" as numbers`)
  return column.values
}
