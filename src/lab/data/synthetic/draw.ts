/**
 * Draws a synthetic table column by column. Every column has its own stream of chance, made of the seed and its name: a column
 * more or less leaves the others as they are, and the order in which columns are written changes nothing. A value that cannot
 * be computed is missing, never infinite.
 */
import { Rng } from '../../../core/rng.ts'
import { evaluate, evaluateColumn } from '../../graph/bind-expr.ts'
import { ExprError } from '../../graph/expr.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { catalogueColumns } from './catalogue.ts'
import { ways } from './draws.ts'
import { type Formula, formulasOf } from './formulas.ts'
import { peopleOf } from './people.ts'
import type { Plan } from './plan.ts'
import { ColumnProblem } from './problem.ts'
import { type Amount, type Draw, ROW_NUMBER, type SyntheticSpec } from './spec.ts'

/** What a way of drawing may look at. */
export interface Drawing {
  rng: Rng
  rows: number
  table: Table
  /** Place in the town of who plays that part in each row. */
  people: ReadonlyMap<string, readonly number[]>
  /** An amount of each row; a formula is worked out for the whole table at once. @throws ColumnProblem where it does not fit its columns */
  amount(of: Amount): (row: number) => number
  /** A formula that may also copy a column of words. @throws ColumnProblem where it does not fit its columns */
  column(expr: string): Column
}

interface Beforehand {
  /** Columns that formulas may read and nobody draws. */
  given?: Readonly<Record<string, Column>>
  /** Seed of a column, where not all are drawn with the same. */
  seedOf?(name: string): string
}

/** Latent columns too; constants, what was given and the number of the row are left out. */
export function drawColumns({ spec, n, order }: Pick<Plan, 'spec' | 'n' | 'order'>, seed: string, { given = {}, seedOf = () => seed }: Beforehand = {}): Record<string, Column> {
  const columns: Record<string, Column> = { ...given, [ROW_NUMBER]: { kind: 'number', values: Float64Array.from({ length: n }, (_, row) => row + 1) } }
  for (const [name, value] of Object.entries(spec.constants)) columns[name] = { kind: 'number', values: new Float64Array(n).fill(value) }
  Object.assign(columns, catalogueColumns(spec, n, seed))
  const table: Table = { type: 'Table', ids: Array.from({ length: n }, () => ''), meta: [], columns }
  const people = peopleOf(spec.people, n, seed)
  for (const name of order) {
    const draw = spec.columns[name] as Draw
    const drawing: Drawing = { rng: new Rng(`${seedOf(name)}/${name}`), rows: n, table, people, ...readers(table, ['columns', name], formulasOf(draw)) }
    columns[name] = valuesOf(draw, drawing)
    if (draw.missing !== undefined) columns[name] = withGaps(columns[name], new Rng(`${seedOf(name)}/${name}/missing`), drawing.amount(draw.missing))
    columns[name] = asWritten(columns[name], name, spec)
  }
  return Object.fromEntries(Object.keys(spec.columns).map((name) => [name, columns[name] as Column]))
}

/** @param at where the column stands in what the trainer wrote */
export function readers(table: Table, at: readonly PropertyKey[], formulas: readonly Formula[]): Pick<Drawing, 'amount' | 'column'> {
  const reading = <Read>(text: string, read: (text: string, table: Table) => Read): Read => {
    try {
      return read(text, table)
    } catch (error) {
      if (!(error instanceof ExprError)) throw error
      const inside = formulas.find((formula) => formula.text === text)?.path ?? []
      throw new ColumnProblem({ path: [...at, ...inside], what: `the formula does not fit its columns from character ${error.position + 1} on`, mend: error.message })
    }
  }
  return {
    amount: (of) => {
      if (typeof of === 'number') return () => of
      const values = reading(of, evaluate)
      return (row) => values[row] as number
    },
    column: (expr) => reading(expr, evaluateColumn),
  }
}

function valuesOf(draw: Draw, drawing: Drawing): Column {
  const way = ways(draw, drawing)
  const at = oncePer(draw.per === undefined ? undefined : columnOf(drawing.table, draw.per), way.at)
  const rows = { length: drawing.rows }
  return way.kind === 'number'
    ? { kind: 'number', values: Float64Array.from(rows, (_, row) => at(row) as number) }
    : { kind: 'category', values: Array.from(rows, (_, row) => at(row) as string) }
}

/** Rows with the same value of that column share what was drawn for the first of them. */
function oncePer(group: Column | undefined, at: (row: number) => number | string): (row: number) => number | string {
  if (!group) return at
  const drawn = new Map<number | string, number | string>()
  return (row) => {
    const key = group.values[row] as number | string
    const value = drawn.get(key) ?? at(row)
    drawn.set(key, value)
    return value
  }
}

export function withGaps(column: Column, rng: Rng, chance: (row: number) => number): Column {
  const gone = Array.from({ length: column.values.length }, (_, row) => rng.uniform() < chance(row))
  return column.kind === 'number'
    ? { kind: 'number', values: column.values.map((value, row) => (gone[row] ? Number.NaN : value)) }
    : { kind: 'category', values: column.values.map((value, row) => (gone[row] ? '' : value)) }
}

/** The first rows say what the trainer wrote. */
function asWritten(column: Column, name: string, { rows }: SyntheticSpec): Column {
  if (column.values.length === 0 || !rows.some((row) => Object.hasOwn(row, name))) return column
  const said = (row: number) => (row < rows.length && Object.hasOwn(rows[row] as object, name) ? rows[row]?.[name] : undefined)
  return column.kind === 'number'
    ? { kind: 'number', values: column.values.map((value, row) => written(said(row), value, Number.NaN)) }
    : { kind: 'category', values: column.values.map((value, row) => written(said(row), value, '')) }
}

function written<Value extends number | string>(said: number | string | null | undefined, drawn: Value, missing: Value): Value {
  return said === undefined ? drawn : said === null ? missing : said as Value
}
