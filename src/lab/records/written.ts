/** Records as their senders write them: drawn as a synthetic table is, with the shape of what is wanted beside them. */
import { SyntheticSpec } from '../data/synthetic/spec.ts'
import { syntheticTable } from '../data/synthetic/synthetic-table.ts'
import type { Records } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { Payer } from '../payer/spec.ts'
import { Shape } from './shape.ts'

export const RecordsSpec = SyntheticSpec.extend({ shape: Shape, payer: Payer.optional().describe('who answers what is wanted, over days') })

/** What is said of the table, without the shape and whoever answers. */
export function tablePart(written: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(written).filter(([name]) => name !== 'shape' && name !== 'payer'))
}

/** @throws Error for a description that `quest check` would refuse */
export function writtenRecords(seed: string, written: Record<string, unknown>): Records {
  const { payer } = written
  return { type: 'Records', table: syntheticTable.generate(seed, tablePart(written)), shape: Shape.parse(written['shape']), ...(payer === undefined ? {} : { payer: Payer.parse(payer) }) }
}

/** What is right in a column of truth; null where there is nothing right to put in. */
export function truthAt({ table }: Pick<Records, 'table'>, name: string, row: number): string | number | null {
  const value = columnOf(table, name)?.values[row]
  return value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value)) ? null : value
}
