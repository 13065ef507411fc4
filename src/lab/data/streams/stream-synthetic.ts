/** `stream.synthetic`: stays with values over time that a quest describes in its own JSON. */
import { isKnownAt } from '../../graph/moment.ts'
import type { Column, ColumnMeta, Table } from '../../graph/ports.ts'
import type { Stream } from '../../stream/stream-values.ts'
import type { Generator } from '../generator.ts'
import { firstProblem } from '../param-words.ts'
import { syntheticTable } from '../synthetic/synthetic-table.ts'
import type { SyntheticSpec } from '../synthetic/spec.ts'
import { drawStays } from './draw-stays.ts'
import { readStreamPlan } from './stream-plan.ts'
import { StreamSpec } from './stream-spec.ts'

function generate(seed: string, written: Record<string, unknown>): Stream {
  const read = readStreamPlan(written)
  if (!read.ok) throw new Error(`The stays that this quest describes cannot be made. ${firstProblem(read, written)}`)
  const { spec, stays: { n } } = read.plan
  const { columns, hours, start, events, from, hour, charted } = drawStays(read.plan, seed)
  const shown = Object.entries(columns).filter(([name]) => spec.columns[name]?.latent !== true)
  return {
    type: 'Stream',
    table: shownTable(read.plan.spec, n, shown),
    hours, start, from, hour, charted,
    // Long after, the chart shows every event at the hour at which it happened.
    events: Object.fromEntries(Object.entries(events).map(([name, { at, filed }]) => [name, { at, filed, known: at }])),
    meta: overTimeOf(spec),
    late: Object.fromEntries(Object.entries(spec.hourly).map(([name, { late }]) => [name, late])),
  }
}

/** A table that knows what stands in a column until it is written, as `syntheticTable.asOf` wants it. */
export function shownTable(spec: Pick<SyntheticSpec, 'columns' | 'prefix'>, n: number, shown: readonly (readonly [string, Column])[]): Table {
  const before = Object.fromEntries(Object.entries(spec.columns).flatMap(([name, draw]) => (draw.before === undefined ? [] : [[name, draw.before]])))
  const table = {
    type: 'Table' as const,
    ids: Array.from({ length: n }, (_, row) => `${spec.prefix}${String(row + 1).padStart(5, '0')}`),
    meta: shown.map(([name, { kind }]): ColumnMeta => ({ name, label: name, kind, availableAt: '' })),
    columns: Object.fromEntries(shown),
    before,
  }
  return table
}

/** Charted values and events. Words and moments are the quest's to give. */
function overTimeOf({ hourly, events }: StreamSpec): ColumnMeta[] {
  const names = [...Object.entries(hourly).flatMap(([name, { latent }]) => (latent ? [] : [name])), ...Object.keys(events)]
  return names.map((name) => ({ name, label: name, kind: 'number', availableAt: '' }))
}

function columnsFor(written: Record<string, unknown>): ReturnType<NonNullable<Generator['columnsFor']>> {
  const read = readStreamPlan(written)
  if (!read.ok) return { ok: false, problems: read.problems }
  const { hourly: _, events: __, stay: ___, chart: ____, ...table } = read.plan.spec
  const stays = syntheticTable.columnsFor?.(table)
  return stays?.ok ? { ok: true, columns: [...stays.columns, ...overTimeOf(read.plan.spec)] } : { ok: false, problems: stays?.problems ?? [] }
}

/** Truth is never seen, an event not before it is filed, and values that are written after the stay do not exist yet. */
function asOf(whole: Stream, viewAt: string): Stream {
  const told = new Map(whole.meta.map((meta) => [meta.name, meta]))
  const seen = (name: string) => told.get(name)?.role !== 'truth' && isKnownAt(told.get(name)?.availableAt ?? '', viewAt)
  const nothing = (values: Float64Array) => new Float64Array(values.length).fill(Number.NaN)
  return {
    ...whole,
    table: syntheticTable.asOf(whole.table, viewAt),
    charted: Object.fromEntries(Object.entries(whole.charted).map(([name, values]) => [name, seen(name) ? values : nothing(values)])),
    events: Object.fromEntries(Object.entries(whole.events).map(([name, { at, filed }]) => {
      const never = nothing(at)
      return [name, seen(name) ? { at, filed, known: filed } : { at: never, filed: never, known: never }]
    })),
  }
}

export const syntheticStream: Generator<Stream> = {
  id: 'stream.synthetic',
  about: 'stays with values over time that the parameters describe: what is written once, what happens, and what is charted hour by hour',
  makes: 'Stream',
  params: StreamSpec,
  schema: [],
  generate,
  asOf,
  columnsFor,
  traps: [],
}
