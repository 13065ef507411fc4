import type { ColumnChoice } from './column-terms.ts'

/** Whole texts the field could become: what is typed so far with its last word completed to a column name. Pure. */
export function completions(typed: string, columns: readonly ColumnChoice[]): { value: string; label: string }[] {
  const word = /[A-Za-z_][A-Za-z0-9_]*$/.exec(typed)?.[0] ?? ''
  const before = typed.slice(0, typed.length - word.length)
  if (before !== '' && word === '') return []
  return columns
    .filter((column) => column.name.toLowerCase().startsWith(word.toLowerCase()) && column.name !== word)
    .slice(0, 24)
    .map((column) => ({ value: before + column.name, label: column.label }))
}
