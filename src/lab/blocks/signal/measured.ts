/** Figures measured on each stretch, as columns beside what is written about it; what measures hands on both. */
import type { NodeReport } from '../../../core/verdict.ts'
import type { Outputs, PortSpec, RunContext } from '../../graph/block.ts'
import type { Column, ColumnMeta, Table, Windows } from '../../graph/ports.ts'
import { headOf } from '../../graph/table.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { TICK_EVERY } from './strips.ts'

/** Both ways out of a block that measures: rows for tables and models, stretches for the next measurement. */
export const MEASURED_PORTS = {
  inputs: [{ name: 'windows', label: 'Strips with beats', type: 'Windows' }],
  outputs: [
    { name: 'table', label: 'Rows', type: 'Table' },
    { name: 'windows', label: 'Strips, measured', type: 'Windows' },
  ],
} as const satisfies { inputs: readonly PortSpec[]; outputs: readonly PortSpec[] }

export interface Figure {
  name: string
  label: string
  unit: string
}

/** A column for each figure; one that was there by that name is measured anew. `measure` gives the figures of a stretch in their order. */
export function measured(windows: Windows, figures: readonly Figure[], context: RunContext, measure: (row: number) => readonly number[]): Outputs {
  const rows = windows.table.ids.length
  const values = figures.map(() => new Float64Array(rows))
  for (let row = 0; row < rows; row++) {
    if (row % TICK_EVERY === 0) context.tick(row / rows)
    measure(row).forEach((value, i) => ((values[i] as Float64Array)[row] = value))
  }
  const own = new Set(figures.map(({ name }) => name))
  const meta: ColumnMeta[] = [
    ...windows.table.meta.filter(({ name }) => !own.has(name)),
    // Measured on what is at hand, so known when it is.
    ...figures.map((figure): ColumnMeta => ({ ...figure, kind: 'number', availableAt: context.viewAt })),
  ]
  const columns: Record<string, Column> = { ...windows.table.columns }
  figures.forEach(({ name }, i) => (columns[name] = { kind: 'number', values: values[i] as Float64Array }))
  const table: Table = { ...windows.table, meta, columns }
  return { table, windows: { ...windows, table } satisfies Windows }
}

export function reportMeasured(table: Table, figures: readonly Figure[]): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views'> {
  const names = figures.map(({ name }) => name)
  const unknown = table.ids.filter((_, row) => names.some((name) => Number.isNaN(Number(table.columns[name]?.values[row])))).length
  return {
    rows: table.ids.length,
    columns: table.meta.length,
    facts: [`${countOf(figures.length, 'figure')} from each strip`, ...(unknown > 0 ? [`${countOf(unknown, 'strip')} with too few beats`] : [])],
    head: headOf(table),
    views: distributionsOf(table, names),
  }
}
