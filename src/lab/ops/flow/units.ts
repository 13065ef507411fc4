/** Rooms, beds and crews: who has each of them, since when, and whether anybody may have it now. */
import type { UnitState as LogState } from '../../../core/event-log.ts'
import { DAY, type FlowSpec, MAX_UNITS, minuteOf, type Station } from './spec.ts'
import type { Table } from '../../graph/ports.ts'
import { amount } from './amounts.ts'
import type { Drive, Spot } from './ground.ts'
import type { Closed } from './schedule.ts'

export type UnitState = Exclude<LogState, 'closed'>

export interface Stay {
  station: string
  unit: number
  from: number
  to: number
  /** Row of the case; null while it is cleaned. */
  row: number | null
  state: Exclude<UnitState, 'free'>
}

export interface Unit {
  station: string
  i: number
  label: string
  state: UnitState
  row: number | null
  since: number
  /** Where a crew waits; null for a room or a bed. */
  post: Spot | null
  /** The last way it drove. */
  drive: Drive | null
}

/** A station as a plan and a set have it. */
export interface Place {
  id: string
  spec: Station
  units: readonly Unit[]
  night: number
  late: number
  from: number
  to: number
  shut: readonly { from: number; to: number; units: number; label: string }[]
}

/** @param set constants and levers, one row; `posts` by station, a spot for each crew */
export function placesOf(spec: FlowSpec, set: Table, posts: (station: string) => readonly Spot[]): ReadonlyMap<string, Place> {
  return new Map(Object.entries(spec.stations).map(([id, station]) => {
    const { units, unit = station.label, open } = station
    const names = Array.isArray(units) ? units : Array.from({ length: Math.min(MAX_UNITS, Math.max(0, Math.round(amount(units, set)))) }, (_, i) => `${unit} ${i + 1}`)
    const at = posts(id)
    return [id, {
      id, spec: station, night: amount(station.night, set), late: amount(station.late, set), from: minuteOf(open?.from ?? '00:00'), to: minuteOf(open?.to ?? '24:00'),
      units: names.map((label, i) => ({ station: id, i, label, state: 'free', row: null, since: 0, post: at.length === 0 ? null : at[i % at.length] as Spot, drive: null })),
      shut: spec.closures.flatMap((closure) => (closure.station === id ? [{ from: minuteOf(closure.from), to: minuteOf(closure.to), units: Math.round(amount(closure.units, set)), label: closure.label }] : [])),
    }]
  }))
}

export function isStaffed({ spec: { open }, from, to }: Place, now: number): boolean {
  if (!open) return true
  const minute = now % DAY
  return (open.days?.includes(Math.floor(now / DAY) + 1) ?? true) && minute >= from && minute < to
}

/** Whether nobody may begin there now: shut by an event of the service, or by the plan for this day. */
export function isShut({ units, shut }: Place, { i }: Unit, now: number, closed: Closed | null): boolean {
  return shut.some((one) => now >= one.from && now < one.to && i >= units.length - one.units) || (closed?.has(`${i}/${Math.floor(now / DAY)}`) ?? false)
}

/** Minutes at which somebody may begin who could not before, or no longer: doors open and close, events begin and end. */
export function momentsOf({ spec: { open }, from, to, shut }: Place, days: number): number[] {
  const doors = open ? Array.from({ length: days }, (_, day) => [day * DAY + from, day * DAY + to]).flat() : []
  return [...doors, ...shut.flatMap((one) => [one.from, one.to])]
}
