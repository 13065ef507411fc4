/** Tables that a query may ask, as the editor needs them. */
export interface SqlColumn {
  name: string
  label: string
}

export interface SqlTable {
  name: string
  label: string
  /** None where they are not known. */
  columns: readonly SqlColumn[]
}

/** The one table of a block: its columns, where they are known, and whose row each is. */
export function rowsTable(columns: readonly SqlColumn[]): readonly SqlTable[] {
  return [{ name: 'rows', label: '', columns: columns.length === 0 ? [] : [...columns, { name: 'row_id', label: 'whose row it is' }] }]
}
