/** `flow.synthetic`: a service that a quest describes in its own JSON, and the list of cases that is to be planned, or a log of those who came. */
import { isKnownAt } from '../graph/moment.ts'
import type { Column, ColumnMeta } from '../graph/ports.ts'
import { drawFuture, drawList, type Flow, GIVEN, plannedStream } from '../ops/flow/cases.ts'
import type { FlowTable } from '../ops/flow/flow-run.ts'
import { flowOf, readFlow, shownColumns } from '../ops/flow/read-flow.ts'
import { FlowSpec } from '../ops/flow/spec.ts'
import { drawColumns } from './synthetic/draw.ts'
import { emptyColumns } from './synthetic/plan.ts'
import type { Generator } from './generator.ts'

function generate(seed: string, written: Record<string, unknown>): FlowTable {
  const flow = flowOf(written)
  const list = drawList(flow, seed)
  const came = list ? null : drawFuture(flow, seed, 0).table
  const shown = shownColumns(flow, list ?? came?.columns ?? {})
  const n = list ? flow.drawing.n : came?.ids.length ?? 0
  return {
    type: 'Table',
    ids: came?.ids ?? Array.from({ length: n }, (_, row) => `${flow.spec.cases.prefix}${String(row + 1).padStart(5, '0')}`),
    meta: metaOf(shown), columns: Object.fromEntries(shown), truth: { flow, seed },
  }
}

/** Words and moments are the quest's to give. */
function metaOf(columns: readonly (readonly [string, Column])[]): ColumnMeta[] {
  return columns.map(([name, { kind }]) => ({ name, label: name, kind, availableAt: '' }))
}

function columnsFor(written: Record<string, unknown>): ReturnType<NonNullable<Generator['columnsFor']>> {
  const read = readFlow(written)
  return read.ok ? { ok: true, columns: metaOf(shownColumns(read.flow, noRows(read.flow))) } : { ok: false, problems: read.problems }
}

function noRows({ spec, drawing }: Flow): Record<string, Column> {
  const given = emptyColumns(GIVEN)
  return { ...drawColumns({ ...drawing, n: 0 }, '', { given }), ...(plannedStream(spec) === null ? given : {}) }
}

/** How it will go is not known; of the list, what is written by then. */
function asOf({ type, ids, meta, columns }: FlowTable, viewAt: string): FlowTable {
  const seen = meta.map(({ name, kind, availableAt, role }): [string, Column] => {
    if (role !== 'truth' && isKnownAt(availableAt, viewAt)) return [name, columns[name] as Column]
    return [name, kind === 'number' ? { kind, values: new Float64Array(ids.length).fill(Number.NaN) } : { kind, values: ids.map(() => '') }]
  })
  return { type, ids, meta, columns: Object.fromEntries(seen) } as FlowTable
}

export const flowSynthetic: Generator<FlowTable> = {
  id: 'flow.synthetic',
  about: 'a service that the parameters describe: who comes, where they are seen to, what may be planned; its rows are the list to plan, or those who came in one past time',
  makes: 'Table',
  params: FlowSpec,
  schema: [],
  generate,
  asOf,
  columnsFor,
  traps: [],
}
