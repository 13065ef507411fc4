/** Cells of a histogram that are known before anybody looks at a person: from what a form allows, never from what people wrote. */
import type { Rng } from '../../core/rng.ts'
import type { Column, ColumnMeta } from '../graph/ports.ts'

export interface PublicBins {
  count: number
  /** Cell of a row, -1 where its value is missing. What lies outside the form counts with the nearest cell. */
  of(column: Column, row: number): number
  /** A value of that cell, any of it alike. */
  draw(cell: number, rng: Rng): number | string
}

/** Null where nobody has said what may stand in the column. */
export function publicBins({ kind, unit, range, values }: ColumnMeta, bands: number): PublicBins | null {
  if (kind === 'category') return values ? wordBins(values) : null
  const { from, to, step = 1 } = range ?? (unit === '0 or 1' ? { from: 0, to: 1 } : { from: 0, to: Number.NaN })
  if (Number.isNaN(to)) return null
  const steps = Math.round((to - from) / step) + 1
  const count = Math.min(steps, bands)
  return {
    count,
    of: (column, row) => {
      const value = column.values[row] as number
      return Number.isNaN(value) ? -1 : Math.min(count - 1, Math.max(0, Math.floor((Math.round((value - from) / step) * count) / steps)))
    },
    draw: (cell, rng) => {
      const [first, next] = [Math.ceil((cell * steps) / count), Math.ceil(((cell + 1) * steps) / count)]
      return Math.round((from + rng.int(first, Math.max(first, next - 1)) * step) * 1e6) / 1e6
    },
  }
}

function wordBins(values: readonly string[]): PublicBins {
  const cells = new Map(values.map((value, cell) => [value, cell]))
  return {
    count: values.length,
    of: (column, row) => cells.get(column.values[row] as string) ?? -1,
    draw: (cell) => values[cell] as string,
  }
}
