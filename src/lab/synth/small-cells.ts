/** No cell with few people in it: what is rare together is told less exactly, or not at all. */
import type { Column, Table } from '../graph/ports.ts'
import { columnOf, takeRows } from '../graph/table.ts'

export interface SmallCells {
  /** From the most to the least important: the last is given up first. */
  columns: readonly string[]
  /** People whom a cell must hold. */
  least: number
  how: 'merge' | 'suppress'
}

/** Numbers are put into as many bands of equal width for counting; what is left standing is left as it is. */
const BANDS = 10

/**
 * Local suppression from the last column on (Hundepool et al. 2012, Statistical Disclosure Control, ch. 3): rows of small cells lose
 * their value in the last column, are counted again without it among all, since they might now be any of those, and so on; who is still
 * alone without any is left out.
 */
export function withoutSmallCells(table: Table, { columns: names, least, how }: SmallCells): { table: Table; blanked: number; dropped: number } {
  const cells = names.map((name) => cellsOf(columnOf(table, name)))
  const gone = new Map<number, number>()
  let open = table.ids.map((_, row) => row)
  for (let used = names.length; used >= 0 && open.length > 0; used--) {
    const counts = new Map<string, number>()
    const keys = table.ids.map((_, row) => cells.slice(0, used).map((cell) => cell(row)).join('\n'))
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    open = open.filter((row) => (counts.get(keys[row] as string) ?? 0) < least)
    for (const row of open) gone.set(row, how === 'suppress' ? 0 : used - 1)
    if (how === 'suppress') break
  }
  // -1: alone even without any column.
  const dropped = new Set([...gone].flatMap(([row, used]) => (how === 'suppress' || used < 0 ? [row] : [])))
  const blanked: Record<string, Column> = { ...table.columns }
  names.forEach((name, j) => {
    const column = columnOf(table, name)
    if (column) blanked[name] = without(column, (row) => (gone.get(row) ?? names.length) <= j)
  })
  const kept = table.ids.flatMap((_, row) => (dropped.has(row) ? [] : [row]))
  return { table: takeRows({ ...table, columns: blanked }, kept), blanked: gone.size - dropped.size, dropped: dropped.size }
}

function cellsOf(column: Column | undefined): (row: number) => number | string {
  if (column?.kind !== 'number') return (row) => (column?.values[row] as string | undefined) ?? ''
  const known = column.values.filter((value) => !Number.isNaN(value))
  const [least, most] = known.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity])
  const width = (most - least) / BANDS || 1
  return (row) => Math.min(BANDS - 1, Math.floor(((column.values[row] as number) - least) / width))
}

function without(column: Column, gone: (row: number) => boolean): Column {
  return column.kind === 'number'
    ? { kind: 'number', values: column.values.map((value, row) => (gone(row) ? Number.NaN : value)) }
    : { kind: 'category', values: column.values.map((value, row) => (gone(row) ? '' : value)) }
}
