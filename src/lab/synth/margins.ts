/** One column by itself: where a value stands among all, and which value stands at a place. */
import type { Rng } from '../../core/rng.ts'
import { drawCell, noisedCounts } from './noise.ts'
import type { Field } from './fields.ts'
import type { PublicBins } from './public-bins.ts'

export interface Margin {
  /** Place of a row's value among all, 0 to 1; any place within equal values. NaN where it is missing. */
  place(row: number, rng: Rng): number
  /** Value at that place. */
  at(place: number, rng: Rng): number | string
}

/** What words become that too few people share. */
export const OTHER = 'other'

/**
 * As people wrote it. With `shared` at 11, the lowest eleven and the highest eleven become one value each, and words that fewer than
 * eleven people have become "other": nobody stands alone at an end.
 */
export function writtenMargin({ column }: Field, shared: number): Margin {
  if (column.kind === 'number') {
    const sorted = column.values.filter((value) => !Number.isNaN(value)).sort()
    const end = Math.min(Math.max(0, shared - 1), Math.floor((sorted.length - 1) / 2))
    return marginOver(sorted, (row) => column.values[row] as number, (i) => sorted[Math.min(sorted.length - 1 - end, Math.max(end, i))] as number, Number.NaN)
  }
  const counts = new Map<string, number>()
  for (const word of column.values) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  const order = new Map([...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word], code) => [word, code]))
  const words = [...order.keys()]
  const codes = Float64Array.from(column.values, (word) => order.get(word) ?? Number.NaN).filter((code) => !Number.isNaN(code)).sort()
  const said = (code: number) => ((counts.get(words[code] as string) ?? 0) < shared ? OTHER : (words[code] as string))
  return marginOver(codes, (row) => order.get(column.values[row] as string) ?? Number.NaN, (i) => said(codes[i] as number), '')
}

function marginOver(sorted: Float64Array, valueAt: (row: number) => number, shown: (i: number) => number | string, missing: number | string): Margin {
  const n = sorted.length
  return {
    place: (row, rng) => {
      const value = valueAt(row)
      return Number.isNaN(value) ? Number.NaN : (firstAtLeast(sorted, value) + rng.uniform() * (firstAbove(sorted, value) - firstAtLeast(sorted, value))) / n
    },
    at: (place) => (n === 0 ? missing : shown(Math.min(n - 1, Math.floor(place * n)))),
  }
}

/** Through a noised histogram on public cells. */
export function noisedMargin({ column }: Field, bins: PublicBins, epsilon: number, rng: Rng): Margin {
  const counts = new Float64Array(bins.count)
  for (let row = 0; row < column.values.length; row++) {
    const cell = bins.of(column, row)
    if (cell >= 0) counts[cell]!++
  }
  const noised = noisedCounts(counts, epsilon, rng)
  const total = noised.reduce((sum, count) => sum + count, 0) || 1
  const below = new Float64Array(bins.count)
  for (let cell = 1; cell < bins.count; cell++) below[cell] = (below[cell - 1] as number) + (noised[cell - 1] as number) / total
  return {
    place: (row, random) => {
      const cell = bins.of(column, row)
      return cell < 0 ? Number.NaN : Math.min(1 - 1e-9, (below[cell] as number) + (random.uniform() * (noised[cell] as number)) / total)
    },
    at: (place, random) => {
      let cell = firstAbove(below, place) - 1
      while (cell > 0 && noised[cell] === 0) cell--
      return bins.draw(noised[cell] === 0 ? drawCell(noised, random) : Math.max(0, cell), random)
    },
  }
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  return search(sorted, (one) => one >= value)
}

function firstAbove(sorted: Float64Array, value: number): number {
  return search(sorted, (one) => one > value)
}

function search(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle] as number)) high = middle
    else low = middle + 1
  }
  return low
}
