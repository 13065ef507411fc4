/**
 * Lays a list out over days and units: each kind of case goes, in the order of its urgency, into the first list that takes it and
 * has room for the minutes it is expected to take; within a list in the order that the plan says.
 */
import type { ServicePlan } from '../../../core/artefacts/service-plan.ts'
import type { Table } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { amounts, valueOf } from './amounts.ts'
import { DAY, type FlowSpec, minuteOf } from './spec.ts'

export interface Place {
  row: number
  /** Of the station. */
  unit: number
  /** From 0. */
  day: number
  /** Place in its list, from 0. */
  rank: number
  /** Minute at which it should begin, and how long it should take. */
  due: number
  expected: number
  /** How long it may take, for whoever asks whether it still begins. */
  longest: number
}

/** Units that the plan closes for a day: "unit/day". */
export type Closed = ReadonlySet<string>

export interface Laid {
  places: readonly Place[]
  /** Rows of the list that found no room. */
  left: readonly number[]
  closed: Closed
}

interface List { unit: number; day: number; option: string; rows: { row: number; expected: number; longest: number; order: number }[]; minutes: number }

/** @param cases formulas of the schedule read these rows; the first `listed` are laid out */
export function layOut(spec: FlowSpec, plan: ServicePlan, cases: Table, listed: number): Laid {
  const { schedule } = spec
  const lever = schedule ? spec.levers[schedule.lists] : undefined
  if (!schedule || lever?.kind !== 'grid') return { places: [], left: [], closed: new Set() }
  const open = spec.stations[schedule.station]?.open
  const [from, to] = [minuteOf(open?.from ?? '00:00'), minuteOf(open?.to ?? '24:00')]
  const grid = valueOf(plan, schedule.lists) as Record<string, string[]>
  const lists: List[] = Object.keys(lever.columns).slice(0, spec.days)
    .flatMap((_, day) => Object.keys(lever.rows).map((row, unit) => ({ unit, day, option: grid[row]?.[day] ?? '', rows: [], minutes: 0 })))
  const [minutes, between, first, order, closing] = [schedule.minutes, schedule.between, schedule.first, schedule.order, schedule.closing ?? schedule.minutes].map((of) => amounts(of, cases)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
  const kind = columnOf(cases, schedule.of)
  const left: number[] = []
  for (const row of Array.from({ length: listed }, (_, i) => i).sort((a, b) => (first[a] || 0) - (first[b] || 0) || a - b)) {
    const expected = Math.max(1, minutes[row] || 0)
    const needs = (list: List) => expected + (list.rows.length > 0 ? between[row] || 0 : 0)
    const list = lists.find((one) => takes(one.option, schedule.takes).includes(String(kind?.values[row])) && one.minutes + needs(one) <= to - from)
    if (!list) left.push(row)
    else {
      list.minutes += needs(list)
      list.rows.push({ row, expected, longest: Math.max(1, closing[row] || 0), order: order[row] || 0 })
    }
  }
  return { places: lists.flatMap((list) => placesOf(list, from, between)), left, closed: new Set(lists.filter(({ option }) => option === schedule.closed).map(({ unit, day }) => `${unit}/${day}`)) }
}

function takes(option: string, by: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.hasOwn(by, option) ? by[option] as readonly string[] : []
}

function placesOf({ unit, day, rows }: List, from: number, between: Float64Array): Place[] {
  let due = day * DAY + from
  return rows.sort((a, b) => a.order - b.order || a.row - b.row).map(({ row, expected, longest }, rank) => {
    const place = { row, unit, day, rank, due, expected, longest }
    due += expected + (between[row] || 0)
    return place
  })
}
