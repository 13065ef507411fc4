/** Small things done to tables: look up a column, keep some rows, show the first few. Tables themselves never change. */
import type { Cell } from '../../core/verdict.ts'
import type { Column, ColumnMeta, Table } from './ports.ts'

/** The column of that name. Own columns only: "constructor" is not a column of every table. */
export function columnOf(table: Table, name: string): Column | undefined {
  return Object.hasOwn(table.columns, name) ? table.columns[name] : undefined
}

export function metaOf(table: Table, name: string): ColumnMeta | undefined {
  return table.meta.find((meta) => meta.name === name)
}

export function takeNumbers(values: Float64Array, rows: ArrayLike<number>): Float64Array {
  const taken = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i] as number] as number
  return taken
}

export function takeWords(values: readonly string[], rows: ArrayLike<number>): string[] {
  const taken: string[] = []
  for (let i = 0; i < rows.length; i++) taken.push(values[rows[i] as number] as string)
  return taken
}

/** The same columns, only those rows, in the order asked for. */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  const columns: Record<string, Column> = {}
  for (const [name, column] of Object.entries(table.columns)) {
    columns[name] = column.kind === 'number'
      ? { kind: 'number', values: takeNumbers(column.values, rows) }
      : { kind: 'category', values: takeWords(column.values, rows) }
  }
  const taken: Table = { type: 'Table', ids: takeWords(table.ids, rows), meta: table.meta, columns, ...(table.noun ? { noun: table.noun } : {}), ...(table.weights ? { weights: takeNumbers(table.weights, rows) } : {}) }
  return table.label ? { ...taken, label: { ...table.label, values: takeNumbers(table.label.values, rows) } } : taken
}

export function withoutRows(table: Table): Table {
  return takeRows(table, [])
}

/** Outcome by row: NaN everywhere while nobody has said what is to be predicted. */
export function labelOf(table: Table): Float64Array {
  return table.label?.values ?? new Float64Array(table.ids.length).fill(Number.NaN)
}

/** One value as a person reads it; null where missing. */
export function cellAt(column: Column | undefined, row: number): Cell {
  const value = column?.values[row]
  if (value === undefined || value === '' || Number.isNaN(value)) return null
  return typeof value === 'number' ? roundedCell(value) : value
}

/** At most four decimals: nobody reads more, and the report stays small. */
export function roundedCell(value: number): number | null {
  return Number.isFinite(value) ? Math.round(value * 10_000) / 10_000 : null
}

const HEAD_ROWS = 5

/** The first rows, the label last where there is one. */
export function headOf(table: Table): { columns: string[]; rows: Cell[][] } {
  const names = table.meta.map((meta) => meta.name)
  const shown = Math.min(HEAD_ROWS, table.ids.length)
  const rows = Array.from({ length: shown }, (_, row) => [
    ...names.map((name) => cellAt(columnOf(table, name), row)),
    ...(table.label ? [roundedCell(table.label.values[row] as number)] : []),
  ])
  return { columns: table.label ? [...names, `yes: ${table.label.expr}`] : names, rows }
}
