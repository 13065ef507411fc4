import type { Block, RunContext } from '../../graph/block.ts'
import type { Column, ColumnMeta, Table } from '../../graph/ports.ts'
import { headOf, takeNumbers, takeWords } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { StayClock } from '../../stream/stay-clock.ts'
import { type Episode, MOMENT_COLUMNS, type Stream } from '../../stream/stream-values.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { lookBack } from './look-back.ts'
import { type WindowColumn, windowColumn, windowLabel } from './window-columns.ts'
import { windowSpec } from './window.ts'

const TICK_EVERY = 64

export const streamWindow: Block = {
  ...windowSpec,
  fit(inputs, context) {
    return { outputs: { table: momentsOf(take(inputs, 'stream', 'Stream'), context) }, state: context.params }
  },
  report(inputs, outputs, state) {
    const table = take(outputs, 'table', 'Table')
    const made = (state as { values: string[] }).values.flatMap((term) => windowColumn(term) ?? [])
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [countOf(table.ids.length, 'moment'), `of ${countOf(take(inputs, 'stream', 'Stream').table.ids.length, 'stay')}`, `${countOf(made.length, 'value')} in each`],
      head: headOf(table),
      views: distributionsOf(table, made.map(({ name }) => name)),
    }
  },
}

/** A row for each charting, stay after stay, hours rising. */
function momentsOf(stream: Stream, context: RunContext): Table {
  const { values: terms, hours, baseline } = paramsOf(windowSpec, context)
  const made = terms.map((term) => lookIn(stream, term, context))
  const rows = stream.hour.length
  const stay = new Int32Array(rows)
  const values = made.map(() => new Float64Array(rows))
  const events = Object.keys(stream.events).map((event) => ({ event, truth: roleOf(stream, event) === 'truth', values: new Float64Array(rows) }))
  for (let at = 0; at < stream.table.ids.length; at++) {
    if (at % TICK_EVERY === 0) context.tick(at / stream.table.ids.length)
    const clock = new StayClock(stream, at)
    for (let row = stream.from[at] as number; row < (stream.from[at + 1] as number); row++) {
      stay[row] = at
      clock.moveTo(stream.hour[row] as number)
      made.forEach((column, i) => ((values[i] as Float64Array)[row] = lookBack(clock, column, { hours, baseline })))
      for (const { event, truth, values: of } of events) of[row] = truth ? hoursUntil(stream, event, at, clock.now) : Number(!Number.isNaN(clock.happened(event)))
    }
  }
  const now = Object.entries(stream.episodes ?? {}).map(([name, episodes]): Made => ({
    meta: episodeWords(stream, name),
    // Past patches have been read; of hidden ones nobody knows.
    values: context.applying ? new Float64Array(rows).fill(Number.NaN) : lastingAt(stream, episodes),
  }))
  return tableOf(stream, stay, [
    ...now,
    ...made.map((column, i): Made => ({ meta: wordsOf(stream, column, context), values: values[i] as Float64Array })),
    ...events.map(({ event, truth, values: of }): Made => ({ meta: eventWords(stream, event, truth), values: of })),
  ], context)
}

/** By moment: 1 while one of these episodes lasts. */
function lastingAt({ from, hour }: Stream, episodes: readonly Episode[]): Float64Array {
  const values = new Float64Array(hour.length)
  for (const episode of episodes) {
    for (let row = from[episode.stay] as number; row < (from[episode.stay + 1] as number); row++) {
      if ((hour[row] as number) >= episode.from && (hour[row] as number) < episode.to) values[row] = 1
    }
  }
  return values
}

/** A term that fits these stays. @throws NodeProblem */
function lookIn(stream: Stream, term: string, context: RunContext): WindowColumn {
  const column = windowColumn(term) ?? context.problem(`"${term}" is no way of looking at a value. Write hr, delta(hr), mean(hr), slope(hr) or since(hr).`, 'bad-params')
  const { of, way } = column
  const measured = Object.keys(stream.charted)
  const happens = Object.keys(stream.events).filter((event) => roleOf(stream, event) !== 'truth')
  if (measured.includes(of) || (happens.includes(of) && way === 'since')) return column
  if (happens.includes(of)) return context.problem(`"${of}" happens, and is not measured: it is in every moment as 0 or 1 already. Or ask for since(${of}).`, 'no-column')
  if (measured.length === 0) return context.problem('Nothing is measured over time yet. Put Quality of windows and Rhythm of windows before this block.', 'no-column')
  return context.problem(`"${of}" is not measured over time. Choose among: ${[...measured, ...happens].join(', ')}.`, 'no-column')
}

/** The answer, known of past stays alone: it is missing in hidden ones, and where it does not happen. */
function hoursUntil({ events }: Stream, event: string, stay: number, now: number): number {
  return (events[event]?.at[stay] as number) - now
}

interface Made {
  meta: ColumnMeta
  values: Float64Array
}

function tableOf(stream: Stream, stay: Int32Array, made: readonly Made[], { viewAt }: RunContext): Table {
  const { table, hour } = stream
  const columns: Record<string, Column> = {
    [MOMENT_COLUMNS.stay]: { kind: 'category', values: takeWords(table.ids, stay) },
    [MOMENT_COLUMNS.hour]: { kind: 'number', values: hour },
  }
  for (const [name, column] of Object.entries(table.columns)) {
    columns[name] = column.kind === 'number' ? { kind: 'number', values: takeNumbers(column.values, stay) } : { kind: 'category', values: takeWords(column.values, stay) }
  }
  for (const { meta: { name }, values } of made) columns[name] = { kind: 'number', values }
  const own = new Set([...Object.values(MOMENT_COLUMNS), ...made.map(({ meta }) => meta.name)] as string[])
  return {
    type: 'Table',
    ids: Array.from(stay, (at, row) => `${table.ids[at]}@${hour[row]}`),
    noun: stream.recording ? { one: 'window', many: 'windows' } : { one: 'moment', many: 'moments' },
    meta: [
      { name: MOMENT_COLUMNS.stay, label: 'Stay', kind: 'category', availableAt: viewAt, role: 'id' },
      { name: MOMENT_COLUMNS.hour, label: 'Hours since the start', unit: 'hours', kind: 'number', availableAt: viewAt },
      ...table.meta.filter(({ name }) => !own.has(name)),
      ...made.map(({ meta }) => meta),
    ],
    columns,
  }
}

function roleOf({ meta }: Stream, name: string): ColumnMeta['role'] {
  return meta.find((one) => one.name === name)?.role
}

function wordsOf({ meta }: Stream, column: WindowColumn, { viewAt }: RunContext): ColumnMeta {
  const of = meta.find(({ name }) => name === column.of)
  const unit = column.way === 'since' ? 'hours' : column.way === 'slope' && of?.unit ? `${of.unit}, per hour` : of?.unit
  return { name: column.name, label: windowLabel(column, of?.label ?? column.of), ...(unit ? { unit } : {}), kind: 'number', availableAt: of?.availableAt || viewAt }
}

function eventWords({ meta }: Stream, event: string, truth: boolean): ColumnMeta {
  const { label = event, availableAt = '' } = meta.find(({ name }) => name === event) ?? {}
  return truth
    ? { name: untilColumn(event), label: `${label}: hours until`, unit: 'hours', kind: 'number', availableAt, role: 'truth' }
    : { name: event, label, unit: '0 or 1', kind: 'number', availableAt }
}

/** "onset" -> "onsetIn". */
function untilColumn(event: string): string {
  return `${event}In`
}

/** "af" -> "afNow": the answer, known of past patches alone. */
function episodeWords({ meta }: Stream, name: string): ColumnMeta {
  const { label = name, availableAt = '' } = meta.find((one) => one.name === name) ?? {}
  return { name: `${name}Now`, label: `${label}: now`, unit: '0 or 1', kind: 'number', availableAt, role: 'truth' }
}
