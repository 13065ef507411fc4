/** How the values of a column are spread, with those who answered yes among them where that is known. */
import type { View } from '../../core/verdict.ts'
import type { ColumnMeta, Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'

const BINS = 12
const MOST_CATEGORIES = 12

/** One view per column a person would look at: names and numbers of patients are left out. */
export function distributionsOf(table: Table, names?: readonly string[]): View[] {
  const wanted = table.meta.filter((meta) => meta.role !== 'id' && (names?.includes(meta.name) ?? true))
  return wanted.flatMap((meta) => distributionOf(table, meta) ?? [])
}

function distributionOf(table: Table, meta: ColumnMeta): View | null {
  const column = columnOf(table, meta.name)
  if (!column) return null
  return column.kind === 'number'
    ? numbersView(meta.name, labelWithUnit(meta), column.values, table.label?.values)
    : wordsView(meta.name, meta.label, column.values, table.label?.values)
}

function labelWithUnit({ label, unit }: ColumnMeta): string {
  return unit ? `${label} (${unit})` : label
}

/** Few distinct whole values get a bin each; others are cut into equal widths between the lowest and the highest. */
export function numbersView(column: string, label: string, values: Float64Array, y?: Float64Array): View | null {
  const present = values.filter((value) => Number.isFinite(value))
  if (present.length === 0) return null
  let low = present[0] as number
  let high = low
  for (const value of present) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const whole = present.every(Number.isInteger)
  const n = whole && high - low < BINS ? high - low + 1 : BINS
  const width = whole && high - low < BINS ? 1 : (high - low) / n || 1
  const bins = Array.from({ length: n }, (_, i) => ({ from: low + i * width, to: low + (i + 1) * width, n: 0, ...(y ? { positives: 0 } : {}) }))
  for (let row = 0; row < values.length; row++) {
    const bin = bins[Math.min(n - 1, Math.floor(((values[row] as number) - low) / width))]
    if (!bin) continue
    bin.n++
    if (bin.positives !== undefined && y?.[row] === 1) bin.positives++
  }
  return { view: 'distribution', column, label, bins }
}

function wordsView(column: string, label: string, values: readonly string[], y?: Float64Array): View {
  const counts = new Map<string, { n: number; positives: number }>()
  values.forEach((value, row) => {
    const count = counts.get(value) ?? { n: 0, positives: 0 }
    count.n++
    if (y?.[row] === 1) count.positives++
    counts.set(value, count)
  })
  const bins = [...counts].sort(([, a], [, b]) => b.n - a.n).slice(0, MOST_CATEGORIES)
    .map(([value, { n, positives }]) => ({ value: value || 'missing', n, ...(y ? { positives } : {}) }))
  return { view: 'categories', column, label, bins }
}
