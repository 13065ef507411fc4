/** Which records are compared at all: those that share a key. */
import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { folded, soundex } from './text-likeness.ts'

export const KEY_WAYS = ['whole', 'sound', 'first', 'year', 'month', 'digits'] as const
export type KeyWay = (typeof KEY_WAYS)[number]

const FIRST_LETTERS = 3

/** '' where there is nothing to make a key of. */
function keyPart(way: KeyWay, value: string): string {
  switch (way) {
    case 'whole': return folded(value)
    case 'sound': return soundex(value)
    case 'first': return folded(value).slice(0, FIRST_LETTERS)
    case 'year': return /^\d{4}/.exec(value)?.[0] ?? ''
    case 'month': return /^\d{4}-\d{2}/.exec(value)?.[0] ?? ''
    case 'digits': return value.replaceAll(/\D/g, '')
  }
}

/** A value as it is written; a number in its digits, '' where it is missing. */
export function writtenIn(table: Table, name: string): readonly string[] {
  const column = columnOf(table, name)
  if (!column) return table.ids.map(() => '')
  return column.kind === 'category' ? column.values : Array.from(column.values, (value) => (Number.isNaN(value) ? '' : String(value)))
}

/** Key of every row; null for rows in which a part of it is missing: they are in nobody's block. */
export function keysOf(table: Table, parts: readonly { column: string; way: KeyWay }[]): (string | null)[] {
  const columns = parts.map(({ column, way }) => writtenIn(table, column).map((value) => keyPart(way, value)))
  return table.ids.map((_, row) => {
    const key = columns.map((values) => values[row] as string)
    return key.includes('') ? null : key.join('|')
  })
}

/** Rows by key, keys that only one row has left out. */
export function blocksOf(keys: readonly (string | null)[]): number[][] {
  const blocks = new Map<string, number[]>()
  keys.forEach((key, row) => {
    if (key === null) return
    const rows = blocks.get(key)
    if (rows) rows.push(row)
    else blocks.set(key, [row])
  })
  return [...blocks.values()].filter(({ length }) => length > 1)
}

/** Pairs that all blocks make together, each counted as often as it comes. */
export function pairsIn(blocks: readonly (readonly number[])[]): number {
  return blocks.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
}
