/**
 * Draws stays: first the table, column by column, then the hours of all stays end to end, value by value. Every value has its own
 * stream of chance, made of the seed and its name, so one more or less leaves the others as they are.
 */
import { Rng } from '../../../core/rng.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { columnOf, takeNumbers, takeWords } from '../../graph/table.ts'
import { drawColumns, type Drawing, readers, withGaps } from '../synthetic/draw.ts'
import type { Formula } from '../synthetic/formulas.ts'
import type { Plan } from '../synthetic/plan.ts'
import type { Amount } from '../synthetic/spec.ts'
import { chartedRows } from './charted-rows.ts'
import { hourlyFormulas, missingFormula, namesIn } from './hourly-formulas.ts'
import { type Hours, hourlyWay } from './hourly-ways.ts'
import { CLOCK, HOUR, type StreamSpec } from './stream-spec.ts'

export interface StreamPlan {
  spec: StreamSpec
  /** Of the table of stays. */
  stays: Plan
  /** Names of hourly values, each after those it reads. */
  order: readonly string[]
}

export interface DrawnStays {
  /** A row for each stay, latent columns too. */
  columns: Record<string, Column>
  /** Whole hours of each stay. */
  hours: Float64Array
  /** Hour of the day at which each begins. */
  start: Float64Array
  /** Hours from the start; NaN where it does not happen. */
  events: Record<string, { at: Float64Array; filed: Float64Array }>
  /** Rows of the chart of stay `s` are `from[s]` up to `from[s + 1]`. */
  from: Int32Array
  hour: Float64Array
  charted: Record<string, Float64Array>
}

export function drawStays(plan: StreamPlan, seed: string): DrawnStays {
  const { spec, stays: { n } } = plan
  const columns = drawColumns(plan.stays, seed)
  const stays = tableOf(n, { ...columns, ...constantsOf(spec.constants, n), row: numbers(Float64Array.from({ length: n }, (_, i) => i + 1)) })
  const ofStay = (amount: Amount, path: PropertyKey[]) => amounts(stays, amount, path)
  const hours = ofStay(spec.stay.hours, ['stay', 'hours']).map((value) => Math.max(1, Math.min(spec.stay.most, Math.round(value) || 1)))
  const start = ofStay(spec.stay.start, ['stay', 'start']).map((value) => ((Math.round(value) || 0) % 24 + 24) % 24)
  const events = Object.fromEntries(Object.entries(spec.events).map(([name, { at, known }]) => {
    const happens = ofStay(at, ['events', name, 'at']).map((value, stay) => (value >= 0 && value < (hours[stay] as number) ? Math.round(value) : Number.NaN))
    const filed = known === undefined ? happens : ofStay(known, ['events', name, 'known']).map((value, stay) => (Number.isNaN(happens[stay]) ? Number.NaN : Math.max(0, Math.round(value))))
    return [name, { at: happens, filed }]
  }))
  const clock = hoursOf(hours, start, events)
  const table = hourTable(plan, stays, clock)
  for (const name of plan.order) drawHourly(plan, name, { table, clock, seed })
  return { columns, hours, start, events, ...chartedRows(spec, clock, table, amounts) }
}

function hoursOf(hours: Float64Array, start: Float64Array, events: Hours['events']): Hours {
  const rows = hours.reduce((sum, length) => sum + length, 0)
  const clock: Hours = { rows, stay: new Int32Array(rows), hour: new Float64Array(rows), clock: new Float64Array(rows), events }
  let row = 0
  hours.forEach((length, stay) => {
    for (let hour = 0; hour < length; hour++, row++) {
      clock.stay[row] = stay
      clock.hour[row] = hour
      clock.clock[row] = ((start[stay] as number) + hour) % 24
    }
  })
  return clock
}

/** Every hour of every stay, with what its formulas name of the stay; the hourly values are put in as they are drawn. */
function hourTable({ spec }: StreamPlan, stays: Table, { rows, stay, hour, clock }: Hours): Table & { columns: Record<string, Column> } {
  const { every, hourlyWhen } = spec.chart
  const named = namesIn([
    ...Object.values(spec.hourly).flatMap((draw) => [...hourlyFormulas(draw), ...missingFormula(draw)]),
    ...[every, hourlyWhen].flatMap((text): Formula[] => (typeof text === 'string' ? [{ path: [], text }] : [])),
  ])
  const columns: Record<string, Column> = { [HOUR]: numbers(hour), [CLOCK]: numbers(clock) }
  for (const name of named) {
    const column = columnOf(stays, name)
    if (!column) continue
    columns[name] = column.kind === 'number'
      ? numbers(takeNumbers(column.values, stay))
      : { kind: 'category', values: takeWords(column.values, stay) }
  }
  return tableOf(rows, columns)
}

interface HourDrawing {
  table: Table & { columns: Record<string, Column> }
  clock: Hours
  seed: string
}

function drawHourly({ spec }: StreamPlan, name: string, { table, clock, seed }: HourDrawing): void {
  const draw = spec.hourly[name]
  if (!draw) return
  const formulas = [...hourlyFormulas(draw), ...missingFormula(draw)]
  const drawing: Drawing = { rng: new Rng(`${seed}/hourly/${name}`), rows: clock.rows, table, people: new Map(), ...readers(table, ['hourly', name], formulas) }
  const at = hourlyWay(name, draw, drawing, clock)
  table.columns[name] = numbers(filled(clock.rows, at))
  if (draw.missing !== undefined) table.columns[name] = withGaps(table.columns[name], new Rng(`${seed}/hourly/${name}/missing`), drawing.amount(draw.missing))
}

/** An amount for each row. @throws ColumnProblem where a formula does not fit its columns */
function amounts(table: Table, amount: Amount, path: readonly PropertyKey[]): Float64Array {
  const at = readers(table, path, []).amount(amount)
  return filled(table.ids.length, at)
}

function filled(rows: number, at: (row: number) => number): Float64Array {
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row++) values[row] = at(row)
  return values
}

function constantsOf(constants: Readonly<Record<string, number>>, n: number): Record<string, Column> {
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, numbers(new Float64Array(n).fill(value))]))
}

function numbers(values: Float64Array): Column {
  return { kind: 'number', values }
}

function tableOf(rows: number, columns: Record<string, Column>): Table & { columns: Record<string, Column> } {
  return { type: 'Table', ids: Array.from({ length: rows }, () => ''), meta: [], columns }
}
