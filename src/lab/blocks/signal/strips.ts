/** A strip as an exhibit: its trace, the beats found on it, and the same in words for those who do not see it. */
import type { Exhibit, View } from '../../../core/verdict.ts'
import { SYNTHETIC } from '../../imaging/fundus.ts'
import type { Signal, Table } from '../../graph/ports.ts'
import { cellAt, columnOf } from '../../graph/table.ts'
import { heartRate, intervalsOf } from '../../signal/intervals.ts'
import { countOf } from '../say.ts'

type Trace = Extract<Exhibit, { kind: 'trace' }>

/** Blocks look at the clock once in so many strips. */
export const TICK_EVERY = 16

const SAMPLES = 3

/** Rows to look at: the first of each rhythm where rhythms are known, the commonest first; else the first ones. */
export function sampleRows(table: Table): number[] {
  const rhythm = columnOf(table, 'rhythm')
  const kinds = new Set(rhythm?.kind === 'category' ? rhythm.values : [])
  if (kinds.size < 2) return [...table.ids.keys()].slice(0, SAMPLES)
  const values = rhythm?.values as readonly string[]
  return [...kinds].map((kind) => values.indexOf(kind)).sort((a, b) => a - b).slice(0, SAMPLES)
}

export function secondsOf({ traces, rate }: Signal): number {
  return (traces[0]?.length ?? 0) / rate
}

export function stripsView(title: string, exhibits: Exhibit[]): View {
  return { view: 'exhibits', title, exhibits }
}

export interface Shown {
  beats?: Float64Array | undefined
  /** Said after the name: "5 to 15 Hz". Without it the rhythm, where it is known. */
  more?: string
}

export function stripOf({ table, traces, rate }: Signal, row: number, { beats, more }: Shown = {}): Trace {
  const samples = traces[row] as Float32Array
  const cell = (name: string) => cellAt(columnOf(table, name), row)
  const person = [cell('name') ?? table.ids[row], cell('age') === null ? null : `${cell('age')} years`].filter(Boolean).join(', ')
  const rhythm = cell('rhythm')
  const told = [rhythm, more].filter(Boolean).join(', ')
  const off = cell('off')
  return {
    kind: 'trace', unit: 'mV', rate, samples,
    caption: `${person}, strip ${table.ids[row]}${told ? `: ${told}` : ''} (${SYNTHETIC})`,
    say: [inWords(samples.length / rate, beats), typeof off === 'number' && off > 0 ? `An electrode was off for ${off === 1 ? 'all' : `${Math.round(off * 100)}%`} of it.` : ''].filter(Boolean).join(' '),
    ...(beats ? { beats } : {}),
  }
}

/** "30 seconds. 36 beats found, 72 a minute; from one to the next 0.71 to 1.02 seconds." */
function inWords(seconds: number, beats: Float64Array | undefined): string {
  const length = `${countOf(seconds, 'second')} of one lead.`
  if (!beats) return length
  const times = intervalsOf(beats)
  if (times.length === 0) return `${length} ${countOf(beats.length, 'beat')} found.`
  const [shortest, longest] = [Math.min(...times), Math.max(...times)]
  return `${length} ${countOf(beats.length, 'beat')} found, ${Math.round(heartRate(times))} a minute; from one to the next ${shortest.toFixed(2)} to ${longest.toFixed(2)} seconds.`
}
