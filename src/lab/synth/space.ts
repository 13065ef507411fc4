/** People as points, so that one can be near another: numbers in standard deviations, words the same or not. */
import type { Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'

export interface Space {
  names: readonly string[]
  /** 1 for words. */
  words: Uint8Array
  /** Standard deviation by column; 1 for words and for columns that never change. */
  sd: Float64Array
  /** Numbers for words, column by column; grows with every table. */
  codes: readonly Map<string, number>[]
}

/** Row-major, rows x columns. Numbers are NaN where missing. */
export interface Points {
  rows: number
  x: Float64Array
}

/** Columns that are not in the table are left out; their spread is that of its rows. */
export function spaceOf(table: Table, wanted: readonly string[]): Space {
  const names = wanted.filter((name) => columnOf(table, name) !== undefined)
  return {
    names,
    words: Uint8Array.from(names, (name) => Number(columnOf(table, name)?.kind === 'category')),
    sd: Float64Array.from(names, (name) => {
      const column = columnOf(table, name)
      return column?.kind === 'number' ? spreadOf(column.values) : 1
    }),
    codes: names.map(() => new Map()),
  }
}

/** Standard deviation of what is known; 1 where nothing changes. */
export function spreadOf(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value))
  const mean = meanOf(known)
  return Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length || 1)) || 1
}

/** Of what is known; NaN where nothing is. */
export function meanOf(values: ArrayLike<number>): number {
  let [sum, n] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    sum += value
    n++
  }
  return sum / n
}

export function pointsOf({ names, words, sd, codes }: Space, table: Table, rows: readonly number[] = [...table.ids.keys()]): Points {
  const width = names.length
  const x = new Float64Array(rows.length * width).fill(Number.NaN)
  names.forEach((name, j) => {
    const column = columnOf(table, name)
    if (!column) return
    rows.forEach((row, i) => {
      const value = column.values[row]
      x[i * width + j] = typeof value === 'number' ? value / (sd[j] as number) : words[j] === 1 && value ? codeOf(codes[j] as Map<string, number>, value) : Number.NaN
    })
  })
  return { rows: rows.length, x }
}

function codeOf(codes: Map<string, number>, word: string): number {
  const known = codes.get(word)
  if (known !== undefined) return known
  codes.set(word, codes.size)
  return codes.size - 1
}

/** A different word, or a missing value, is as far as one standard deviation. */
const APART = 1

/** Square of the distance of two points. Gives up, with Infinity, once it is beyond `most`. */
function squareBetween({ words }: Space, a: Points, i: number, b: Points, k: number, most: number): number {
  const width = words.length
  let sum = 0
  for (let j = 0, at = i * width, other = k * width; j < width; j++, at++, other++) {
    const difference = (a.x[at] as number) - (b.x[other] as number)
    if (difference === 0) continue
    sum += words[j] === 1 || Number.isNaN(difference) ? APART : difference * difference
    if (sum > most) return Number.POSITIVE_INFINITY
  }
  return sum
}

/** Nearest of `among`; row -1 and Infinity where there is nobody. */
export function nearestTo(space: Space, a: Points, i: number, among: Points): { row: number; distance: number } {
  let [row, best] = [-1, Number.POSITIVE_INFINITY]
  for (let k = 0; k < among.rows; k++) {
    const square = squareBetween(space, a, i, among, k, best)
    if (square < best) [row, best] = [k, square]
  }
  return { row, distance: Math.sqrt(best) }
}

/** At most so many rows, evenly over the table. */
export function evenly(rows: number, most: number): number[] {
  return rows <= most ? Array.from({ length: rows }, (_, row) => row) : Array.from({ length: most }, (_, i) => Math.floor((i * rows) / most))
}
