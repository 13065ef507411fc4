/** `table.synthetic`: a table of invented people or records that a quest describes in its own JSON, column by column. */
import { isKnownAt } from '../../graph/moment.ts'
import type { Column, ColumnMeta, Table } from '../../graph/ports.ts'
import type { Generator } from '../generator.ts'
import { firstProblem } from '../param-words.ts'
import { drawColumns } from './draw.ts'
import { type Plan, readPlan } from './plan.ts'
import { SyntheticSpec } from './spec.ts'

/** A table that knows what stands in a column until it is written. */
interface SyntheticTable extends Table {
  before: Readonly<Record<string, number | string>>
}

function generate(seed: string, written: Record<string, unknown>): SyntheticTable {
  const read = readPlan(written)
  if (!read.ok) throw new Error(`The table that this quest describes cannot be made. ${firstProblem(read, written)}`)
  const { spec, n } = read.plan
  const drawn = drawColumns(read.plan, seed)
  const shown = Object.entries(drawn).filter(([name]) => spec.columns[name]?.latent !== true)
  return {
    type: 'Table',
    ids: Array.from({ length: n }, (_, row) => `${spec.prefix}${String(row + 1).padStart(5, '0')}`),
    meta: describedMeta(shown),
    columns: Object.fromEntries(shown),
    before: beforeOf(read.plan),
  }
}

/** Words and moments are the quest's to give. */
export function describedMeta(columns: readonly (readonly [string, Column])[]): ColumnMeta[] {
  return columns.map(([name, { kind }]) => ({ name, label: name, kind, availableAt: '' }))
}

function columnsFor(written: Record<string, unknown>): ReturnType<NonNullable<Generator['columnsFor']>> {
  const read = readPlan(written)
  if (!read.ok) return { ok: false, problems: read.problems }
  const { spec } = read.plan
  return { ok: true, columns: describedMeta(Object.entries(drawColumns({ ...read.plan, n: 0 }, '')).filter(([name]) => spec.columns[name]?.latent !== true)) }
}

function beforeOf({ spec }: Plan): Record<string, number | string> {
  return Object.fromEntries(Object.entries(spec.columns).flatMap(([name, { before }]) => (before === undefined ? [] : [[name, before]])))
}

/** Truth is never seen; what is not written yet shows what stood there before, or nothing. */
export function tableAsOf(table: Table, viewAt: string): Table {
  const before = 'before' in table ? (table as SyntheticTable).before : {}
  const columns: Record<string, Column> = { ...table.columns }
  for (const { name, kind, availableAt, role } of table.meta) {
    if (role !== 'truth' && isKnownAt(availableAt, viewAt)) continue
    const stood = role !== 'truth' && Object.hasOwn(before, name) ? before[name] : undefined
    columns[name] = kind === 'number'
      ? { kind, values: new Float64Array(table.ids.length).fill(typeof stood === 'number' ? stood : Number.NaN) }
      : { kind, values: table.ids.map(() => (typeof stood === 'string' ? stood : '')) }
  }
  return { type: 'Table', ids: table.ids, meta: table.meta, columns }
}

export const syntheticTable: Generator = {
  id: 'table.synthetic',
  about: 'a table of invented people or records that the parameters describe, column by column',
  makes: 'Table',
  params: SyntheticSpec,
  schema: [],
  generate,
  asOf: tableAsOf,
  columnsFor,
  traps: [],
}
