/** Stays with values over time, and the alarms that a policy makes of them. Types only. */
import type { ColumnMeta, ScoredSet, Table } from '../graph/ports.ts'
import type { PatchBeats } from '../signal/patch-beats.ts'
import type { AlertPolicy } from './alert-policy.ts'

/** Stays, each with a chart. Blocks read charts through a `StayClock`, which knows no later than its own hour. */
export interface Stream {
  type: 'Stream'
  /** A row for each stay: what is written about it once. */
  table: Table
  /** Whole hours of each stay. */
  hours: Float64Array
  /** Hour of the day at which each begins, 0 to 23. */
  start: Float64Array
  /** Words on charted values and on events. */
  meta: readonly ColumnMeta[]
  /** Rows of the chart of stay `s` are `from[s]` up to `from[s + 1]`, hours rising. */
  from: Int32Array
  /** Hours from the start of the stay, by row of the chart. */
  hour: Float64Array
  /** By row of the chart; NaN where nobody measured. */
  charted: Readonly<Record<string, Float64Array>>
  /** Hours from the measurement until a value is known. */
  late: Readonly<Record<string, number>>
  events: Readonly<Record<string, StreamEvent>>
  /** What comes, lasts and may come again: nobody at the bed knows of it. Empty in hidden stays. */
  episodes?: Readonly<Record<string, readonly Episode[]>>
  /** Where the chart is a patch that looks at the heart every few minutes: what it saw. */
  recording?: Recording
}

export interface Episode {
  /** Row in the table of stays. */
  stay: number
  /** Hours from the start of the stay; `to` is the first moment without it. */
  from: number
  to: number
}

/** Windows of a patch, by row of the chart. Nothing is drawn before somebody asks, and the same row is always the same. */
export interface Recording {
  /** Minutes from one window to the next. */
  every: number
  /** Seconds of trace in each. */
  seconds: number
  /** Beats as the patch itself found them. */
  beats(row: number): PatchBeats
  /** The trace of a window, from its start; with the beats that the patch found there. */
  trace(row: number, seconds: number): { rate: number; samples: Float32Array; beats: Float64Array }
}

/** By stay, in hours from its start; NaN where it did not happen, or is not to be known. */
export interface StreamEvent {
  at: Float64Array
  /** When it could first be read at the bedside. */
  filed: Float64Array
  /** From when this chart shows it: long after, everything stands at the hour at which it happened. */
  known: Float64Array
}

/** Columns that say which moment a row is: the id of the stay, and hours from its start. */
export const MOMENT_COLUMNS = { stay: 'stay', hour: 'hour' } as const

export interface AlertedSet extends ScoredSet {
  /** By moment: 0 silence, 1 an alarm, 2 an urgent one. */
  rings: Uint8Array
}

/** A policy played over scored moments. */
export interface Alerts {
  type: 'Alerts'
  probability: boolean
  policy: AlertPolicy
  train: AlertedSet
  test: AlertedSet
  uses: readonly string[]
  /** The stays that it was played on. */
  stream: Stream
}
