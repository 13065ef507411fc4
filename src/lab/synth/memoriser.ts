/** Real people, a little moved: what a generator does that has learnt its people by heart. */
import type { Rng } from '../../core/rng.ts'
import type { Made } from './copula.ts'
import { decimalsOf, type Field, inventedTable, isYesNo } from './fields.ts'

/**
 * Everybody is copied about equally often. Numbers are moved by a normal error of `jitter` standard deviations of their column, within
 * what the column holds; words and yes or no are taken from somebody else with the chance `swap`. Columns of `exact` stay as they are.
 */
export function memorisedPeople(fields: readonly Field[], rows: number, { jitter, swap, exact }: { jitter: number; swap: number; exact: readonly string[] }, rng: Rng): Made {
  const people = fields[0]?.column.values.length ?? 0
  const order = rng.shuffle(Array.from({ length: people }, (_, row) => row))
  const source = Array.from({ length: rows }, (_, row) => order[row % Math.max(1, people)] as number)
  const moved = fields.map((field) => (exact.includes(field.meta.name) ? keeper(field) : field.column.kind === 'category' || isYesNo(field) ? swapper(field, swap, rng) : mover(field.column.values, jitter, rng)))
  return { table: inventedTable(fields, rows, (j, row) => moved[j]?.(source[row] as number) ?? Number.NaN), spent: null }
}

function keeper({ column }: Field): (row: number) => number | string {
  return (row) => column.values[row] as number | string
}

function swapper({ column }: Field, swap: number, rng: Rng): (row: number) => number | string {
  return (row) => column.values[rng.uniform() < swap ? rng.int(0, column.values.length - 1) : row] as number | string
}

function mover(values: Float64Array, jitter: number, rng: Rng): (row: number) => number {
  const known = values.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / (known.length || 1)
  const sd = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length || 1))
  const [least, most] = known.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity])
  const unit = 10 ** decimalsOf(known)
  return (row) => {
    const value = values[row] as number
    return Number.isNaN(value) ? value : Math.round(Math.min(most, Math.max(least, rng.normal(value, jitter * sd))) * unit) / unit
  }
}
