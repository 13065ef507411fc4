/**
 * Who comes to a service in one future. The list is known beforehand: only its "lived" columns are drawn anew in each future.
 * Everybody else comes by chance (a Poisson process, by thinning: Lewis and Shedler 1979). Nothing here knows the plan: two plans
 * meet the same people at the same minutes, who need the same time (common random numbers).
 */
import { Rng } from '../../../core/rng.ts'
import { drawColumns } from '../../data/synthetic/draw.ts'
import type { Plan } from '../../data/synthetic/plan.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { amount, constantColumns, tableOf } from './amounts.ts'
import { type Arrival, DAY, type FlowSpec, MAX_CASES, minuteOf, stationsOf } from './spec.ts'

/** A description that was checked, ready to be lived. */
export interface Flow {
  spec: FlowSpec
  /** How its cases are drawn. */
  drawing: Plan
}

/** What formulas of the cases may read beside columns and constants. */
export const GIVEN = { stream: 'category', at: 'number', day: 'number', hour: 'number' } as const

export interface FlowCases {
  /** Cases of the list first. With latent columns, those of `GIVEN`, and constants. */
  table: Table
  /** Minute at which each comes; 0 for the list. */
  at: Float64Array
  /** Step at which each begins. */
  enters: readonly number[]
  /** How many are on the list. */
  listed: number
}

interface Comes { stream: string; at: number }

/** Stream of the list, if there is one. */
export function plannedStream({ arrivals }: FlowSpec): string | null {
  return Object.keys(arrivals).find((name) => arrivals[name]?.planned) ?? null
}

/** The list as it is known beforehand: with its lived columns as they would be in the first future. Null without one. */
export function drawList(flow: Flow, seed: string): Record<string, Column> | null {
  const stream = plannedStream(flow.spec)
  return stream === null ? null : listColumns(flow, seed, 0, stream)
}

export function drawFuture(flow: Flow, seed: string, future: number): FlowCases {
  const { spec } = flow
  const stream = plannedStream(spec)
  const luck = `${seed}/future/${future}`
  const listed = stream === null ? 0 : flow.drawing.n
  const others = Object.entries(spec.arrivals).flatMap(([name, arrival]) => (arrival.planned ? [] : comingOf(name, arrival, spec, luck)))
    .sort((a, b) => a.at - b.at).slice(0, MAX_CASES - listed)
  const comes = Array.from({ length: listed }, (): Comes => ({ stream: stream ?? '', at: 0 }))
  const list = stream === null ? null : { comes, given: givenOf(comes), drawn: listColumns(flow, seed, future, stream) }
  const rest = { given: givenOf(others), drawn: drawColumns({ ...flow.drawing, n: others.length, spec: { ...spec.cases, rows: [] } }, luck, { given: givenOf(others) }) }
  const columns = [list, rest].flatMap((part) => (part ? [{ ...part.drawn, ...part.given }] : [])).reduce((all, part) => joined(all, part))
  const rows = listed + others.length
  const first = Object.fromEntries(Object.entries(spec.arrivals).map(([name, { enters }]) => [name, Math.max(0, spec.steps.findIndex((step) => enters !== undefined && stationsOf(step).includes(enters)))]))
  const table = { ...tableOf({ ...columns, ...constantColumns(spec, rows) }, rows), ids: Array.from({ length: rows }, (_, row) => idOf(spec, row, listed)) }
  return {
    table, listed, at: Float64Array.from([...list?.comes ?? [], ...others], ({ at }) => at),
    enters: [...list?.comes ?? [], ...others].map((one) => first[one.stream] ?? 0),
  }
}

function idOf({ cases }: FlowSpec, row: number, listed: number): string {
  return row < listed ? `${cases.prefix}${String(row + 1).padStart(5, '0')}` : `${cases.prefix}+${String(row - listed + 1).padStart(4, '0')}`
}

function listColumns({ spec, drawing }: Flow, seed: string, future: number, stream: string): Record<string, Column> {
  const lived = new Set(spec.lived)
  const known = spec.listSeed ?? seed
  return drawColumns(drawing, known, {
    given: givenOf(Array.from({ length: drawing.n }, () => ({ stream, at: 0 }))),
    seedOf: (name) => (lived.has(name) ? `${seed}/future/${future}/list` : known),
  })
}

function givenOf(comes: readonly Comes[]): Record<string, Column> {
  const numbers = (value: (one: Comes) => number): Column => ({ kind: 'number', values: Float64Array.from(comes, value) })
  return {
    stream: { kind: 'category', values: comes.map(({ stream }) => stream) },
    at: numbers(({ at }) => at), day: numbers(({ at }) => Math.floor(at / DAY) + 1), hour: numbers(({ at }) => (at % DAY) / 60),
  }
}

function joined(a: Record<string, Column>, b: Record<string, Column>): Record<string, Column> {
  return Object.fromEntries(Object.entries(a).map(([name, column]): [string, Column] => {
    const other = b[name] as Column
    return column.kind === 'number'
      ? [name, { kind: 'number', values: Float64Array.from([...column.values, ...(other.values as Float64Array)]) }]
      : [name, { kind: 'category', values: [...column.values, ...(other.values as readonly string[])] }]
  }))
}

function comingOf(stream: string, arrival: Arrival, spec: FlowSpec, seed: string): Comes[] {
  const constants = tableOf(constantColumns(spec), 1)
  const [from, to] = [minuteOf(arrival.from), Math.min(spec.days * DAY, arrival.to === undefined ? spec.days * DAY : minuteOf(arrival.to))]
  const atOnce = Math.min(MAX_CASES, Math.max(0, Math.round(amount(arrival.count ?? 0, constants))))
  const comes: Comes[] = Array.from({ length: atOnce }, () => ({ stream, at: from }))
  const rate = rateOf(arrival, spec)
  let most = 0
  for (let minute = from; minute < to; minute += 15) most = Math.max(most, rate(minute))
  const rng = new Rng(`${seed}/arrivals/${stream}`)
  for (let at = from; most > 0 && comes.length <= MAX_CASES;) {
    at += rng.exp(most / 60)
    if (at >= to) break
    if (rng.uniform() * most < rate(at)) comes.push({ stream, at })
  }
  return comes
}

/** People an hour at a minute of the days. Rates change at quarters of an hour at most. */
export function rateOf({ perHour = 0, perDay, surges }: Arrival, spec: FlowSpec): (minute: number) => number {
  const constants = tableOf(constantColumns(spec), 1)
  const hours = (Array.isArray(perHour) ? perHour : [perHour]).map((one) => Math.max(0, amount(one, constants)))
  const waves = surges.map(({ from, to, times }) => ({ from: minuteOf(from), to: minuteOf(to), times: Math.max(0, amount(times, constants)) }))
  return (minute) => {
    const hour = hours[Math.floor((minute % DAY) / 60) % hours.length] as number
    const day = perDay ? perDay[Math.floor(minute / DAY) % perDay.length] as number : 1
    return waves.reduce((rate, { from, to, times }) => (minute >= from && minute < to ? rate * times : rate), hour * day)
  }
}
