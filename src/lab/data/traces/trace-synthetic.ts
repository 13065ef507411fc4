/** `trace.synthetic`: people who wear a patch for days, with episodes that a quest describes in its own JSON. */
import type { Column, ColumnMeta } from '../../graph/ports.ts'
import { RHYTHM_FIGURES } from '../../stream/rhythm-figures.ts'
import type { Stream } from '../../stream/stream-values.ts'
import type { Generator } from '../generator.ts'
import { firstProblem } from '../param-words.ts'
import { shownTable } from '../streams/stream-synthetic.ts'
import { syntheticTable } from '../synthetic/synthetic-table.ts'
import { merged } from './draw-episodes.ts'
import { recordingOf } from './recording.ts'
import { drawWearers, readTracePlan, windowsOf } from './trace-plan.ts'
import { TraceSpec } from './trace-spec.ts'

function generate(seed: string, written: Record<string, unknown>): Stream {
  const read = readTracePlan(written)
  if (!read.ok) throw new Error(`The traces that this quest describes cannot be made. ${firstProblem(read, written)}`)
  const { spec, people: { n } } = read.plan
  const { hours, every, seconds } = spec.recording
  const { columns, start, heart, episodes } = drawWearers(read.plan, seed)
  const table = shownTable(spec, n, Object.entries(columns).filter(([name]) => spec.columns[name]?.latent !== true))
  const windows = windowsOf(spec)
  return {
    type: 'Stream', table, start,
    hours: new Float64Array(n).fill(hours),
    from: Int32Array.from({ length: n + 1 }, (_, stay) => stay * windows),
    hour: Float64Array.from({ length: n * windows }, (_, row) => ((row % windows) * every) / 60),
    // Nothing is measured before a block does.
    charted: {}, late: {}, events: {},
    meta: overTimeOf(spec),
    episodes: Object.fromEntries(Object.entries(episodes).map(([name, of]) => [name, merged(of)])),
    recording: recordingOf({ seed, ids: table.ids, ages: agesOf(columns['age'], n), every, seconds, windows, heart, episodes: Object.values(episodes) }),
  }
}

function agesOf(column: Column | undefined, n: number): Float64Array {
  return column?.kind === 'number' ? column.values : new Float64Array(n).fill(Number.NaN)
}

/** Figures that blocks measure, and kinds of episodes. Words and moments are the quest's to give. */
function overTimeOf({ episodes }: TraceSpec): ColumnMeta[] {
  return [
    ...Object.entries(RHYTHM_FIGURES).map(([name, words]): ColumnMeta => ({ name, ...words, kind: 'number', availableAt: '' })),
    ...Object.entries(episodes).map(([name, { what }]): ColumnMeta => ({ name, label: what, kind: 'number', availableAt: '' })),
  ]
}

function columnsFor(written: Record<string, unknown>): ReturnType<NonNullable<Generator['columnsFor']>> {
  const read = readTracePlan(written)
  if (!read.ok) return { ok: false, problems: read.problems }
  const { recording: _, heart: __, episodes: ___, ...table } = read.plan.spec
  const people = syntheticTable.columnsFor?.(table)
  return people?.ok ? { ok: true, columns: [...people.columns, ...overTimeOf(read.plan.spec)] } : { ok: false, problems: people?.problems ?? [] }
}

/** The patch goes on; what the heart did in truth stays behind. */
function asOf(whole: Stream, viewAt: string): Stream {
  return {
    ...whole,
    table: syntheticTable.asOf(whole.table, viewAt),
    episodes: Object.fromEntries(Object.keys(whole.episodes ?? {}).map((name) => [name, []])),
  }
}

export const syntheticTrace: Generator<Stream> = {
  id: 'trace.synthetic',
  about: 'people who wear a patch for days: windows of their heart beat, with episodes that the parameters describe',
  makes: 'Stream',
  params: TraceSpec,
  schema: [],
  generate,
  asOf,
  columnsFor,
  traps: [],
}
