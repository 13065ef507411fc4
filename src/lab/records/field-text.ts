import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'

/** A field as its sender wrote it; '' where it says nothing. */
export function textOfField(table: Table, name: string, row: number): string {
  const value = columnOf(table, name)?.values[row]
  if (value === undefined || (typeof value === 'number' && Number.isNaN(value))) return ''
  return String(value)
}

/** A title with the record's own columns in its braces. */
export function titleOf(table: Table, title: string, row: number): string {
  return title.replace(/\{(\w+)\}/g, (_, name: string) => textOfField(table, name, row) || 'not known')
}
