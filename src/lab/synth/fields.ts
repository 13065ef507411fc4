/** Columns that are made anew, and columns of what was made. */
import type { Column, ColumnMeta, Table } from '../graph/ports.ts'
import { columnOf, metaOf } from '../graph/table.ts'

export interface Field {
  meta: ColumnMeta
  column: Column
}

/** The columns of those names that the table has. */
export function fieldsOf(table: Table, names: readonly string[]): Field[] {
  return names.flatMap((name) => {
    const [meta, column] = [metaOf(table, name), columnOf(table, name)]
    return meta && column ? [{ meta, column }] : []
  })
}

/** Rows that are nobody's, "S0001" on. */
export function inventedTable(fields: readonly Field[], rows: number, at: (field: number, row: number) => number | string): Table {
  const columns = fields.map(({ meta, column }, j): [string, Column] => [meta.name, column.kind === 'number'
    ? { kind: 'number', values: Float64Array.from({ length: rows }, (_, row) => at(j, row) as number) }
    : { kind: 'category', values: Array.from({ length: rows }, (_, row) => at(j, row) as string) }])
  return {
    type: 'Table',
    ids: Array.from({ length: rows }, (_, row) => `S${String(row + 1).padStart(4, '0')}`),
    meta: fields.map(({ meta }) => meta),
    columns: Object.fromEntries(columns),
    noun: { one: 'invented person', many: 'invented people' },
  }
}

/** Only 0 and 1 stand in it: a yes or a no, which is not moved but changed. */
export function isYesNo({ column }: Field): boolean {
  return column.kind === 'number' && column.values.every((value) => value === 0 || value === 1 || Number.isNaN(value))
}

/** Digits behind the point that a column is written with, at most three. */
export function decimalsOf(values: Float64Array): number {
  return [0, 1, 2].find((digits) => values.every((value) => Number.isNaN(value) || Math.abs(value * 10 ** digits - Math.round(value * 10 ** digits)) < 1e-6)) ?? 3
}
