/** `ecg.patch`: strips of half a minute, one lead, from people who wear a patch at home (curriculum 6.5). */
import { z } from 'zod'
import { Rng } from '../../core/rng.ts'
import type { Column, Signal, Table } from '../graph/ports.ts'
import { drawTrace, type Off, type Trouble } from '../signal/ecg-trace.ts'
import { type Beat, beatsOf, type Rhythm } from '../signal/heart-rhythm.ts'
import { ECG_COLUMNS } from './ecg-columns.ts'
import { type Wearer, wearersOf } from './ecg-people.ts'
import type { Generator } from './generator.ts'

const Params = z.strictObject({
  n: z.int().min(10).max(1000).default(200).meta({ title: 'People', description: 'How many people wear a patch.' }),
  strips: z.int().min(1).max(4).default(2).meta({ title: 'Strips of each', description: 'How many strips of half a minute each of them sends.' }),
  afRate: z.number().min(0).max(1).default(0.15).meta({ title: 'Fibrillation', description: 'Share of people who have atrial fibrillation, always or at times.' }),
  ectopyRate: z.number().min(0).max(1).default(0.15).meta({ title: 'Extra beats', description: 'Share of people with frequent extra beats, single ones or runs of bigeminy.' }),
  noiseRate: z.number().min(0).max(1).default(0.12).meta({ title: 'Movement', description: 'Share of strips on which the person moves.' }),
  offRate: z.number().min(0).max(1).default(0.03).meta({ title: 'Electrode off', description: 'Share of strips on which an electrode has lost the skin.' }),
})
type Params = z.infer<typeof Params>

/** Samples a second: what Pan and Tompkins planned their detector for. */
export const ECG_RATE = 200
/** Half a minute: from thirty seconds on it counts as an episode (source cinc17). */
export const STRIP_SECONDS = 30

export interface EcgStrip {
  id: string
  wearer: Wearer
  rhythm: Rhythm
  beats: readonly Beat[]
  off: Off | null
  moving: boolean
}

export interface EcgSignal extends Signal {
  subject: 'ecg'
  strips: readonly EcgStrip[]
}

function generate(seed: string, written: Record<string, unknown>): EcgSignal {
  const params = Params.parse(written)
  const strips: EcgStrip[] = []
  const traces: Float32Array[] = []
  for (const wearer of wearersOf(seed, params.n, params)) {
    for (let k = 1; k <= params.strips; k++) {
      const id = `${wearer.id}/${k}`
      const rng = new Rng(`${seed}/${id}`)
      const rhythm = rhythmOn(rng, wearer)
      const beats = beatsOf(rng, rhythm, wearer.heart, STRIP_SECONDS)
      const trouble = troubleOn(rng, params)
      strips.push({ id, wearer, rhythm, beats, off: trouble.off, moving: trouble.bursts.length > 0 })
      traces.push(drawTrace(rng, { rate: ECG_RATE, seconds: STRIP_SECONDS, beats, look: wearer.look, breath: wearer.heart.breath, trouble }))
    }
  }
  return { type: 'Signal', subject: 'ecg', rate: ECG_RATE, table: tableOf(strips), traces, strips }
}

/** Somebody with frequent extra beats has them on four strips of five, and on one of those four in a run. */
function rhythmOn(rng: Rng, { af, ectopic }: Wearer): Rhythm {
  if (rng.bern(af) === 1) return 'atrial fibrillation'
  if (!ectopic || rng.bern(0.2) === 1) return 'sinus rhythm'
  return rng.bern(0.25) === 1 ? 'bigeminy' : 'extra beats'
}

function troubleOn(rng: Rng, { noiseRate, offRate }: Params): Trouble {
  const moving = rng.bern(noiseRate) === 1
  const bursts = Array.from({ length: moving ? 1 + rng.poisson(1.5) : 0 }, () => {
    const from = STRIP_SECONDS * rng.uniform() - 1
    return { from, to: from + 1.5 + 4 * rng.uniform(), height: 0.2 + rng.gamma(2, 0.2), perSecond: 1.5 + 4.5 * rng.uniform() }
  })
  return {
    muscles: rng.lognormal(0.018, 0.5), sway: rng.lognormal(0.07, 0.6), mains: rng.lognormal(0.012, 0.6), bursts,
    off: rng.bern(offRate) === 1 ? offOn(rng) : null,
  }
}

/** Off for the whole strip, or from some moment on, or until some moment. */
function offOn(rng: Rng): Off {
  const how = rng.bern(0.8) === 1 ? 'loose' : 'dead'
  const [whole, early] = [rng.bern(0.5) === 1, rng.bern(0.5) === 1]
  const edge = STRIP_SECONDS * (0.3 + 0.4 * rng.uniform())
  return { how, from: whole || early ? 0 : edge, to: whole || !early ? STRIP_SECONDS : edge }
}

/** With less than ten seconds of a strip to look at, readers put no name to the rhythm. */
const READABLE_UP_TO = 2 / 3

/** What two people who look at the strip write down. */
export function readingOf(strip: Pick<EcgStrip, 'off' | 'rhythm'>): Rhythm | 'cannot be read' {
  return offShare(strip) > READABLE_UP_TO ? 'cannot be read' : strip.rhythm
}

/** Share of a strip with an electrode off: 0 to 1. */
export function offShare({ off }: Pick<EcgStrip, 'off'>): number {
  return off ? (off.to - off.from) / STRIP_SECONDS : 0
}

function tableOf(strips: readonly EcgStrip[]): Table {
  const words = (value: (strip: EcgStrip) => string): Column => ({ kind: 'category', values: strips.map(value) })
  const numbers = (value: (strip: EcgStrip) => number): Column => ({ kind: 'number', values: Float64Array.from(strips, value) })
  return {
    type: 'Table',
    ids: strips.map(({ id }) => id),
    meta: ECG_COLUMNS,
    columns: {
      pid: words(({ wearer }) => wearer.id), name: words(({ wearer }) => wearer.name),
      age: numbers(({ wearer }) => wearer.age), sex: words(({ wearer }) => wearer.sex),
      af: numbers((strip) => Number(readingOf(strip) === 'atrial fibrillation')), rhythm: words(readingOf), off: numbers(offShare),
    },
  }
}

/** A strip that comes in has been read by nobody yet. */
function withoutTruth(table: Table): Table {
  const columns = { ...table.columns }
  for (const { name, role } of table.meta) {
    const column = columns[name]
    if (role !== 'truth' || !column) continue
    columns[name] = column.kind === 'number' ? { kind: 'number', values: column.values.map(() => Number.NaN) } : { kind: 'category', values: column.values.map(() => '') }
  }
  return { ...table, columns }
}

export const ecgPatch: Generator<Signal> = {
  id: 'ecg.patch',
  about: 'strips of half a minute, one lead, from people who wear a patch at home',
  makes: 'Signal',
  params: Params,
  schema: ECG_COLUMNS,
  generate,
  /** What was drawn stays behind: only the trace and what is known of the person goes on. */
  asOf: ({ type, subject, rate, table, traces }, viewAt) => ({ type, subject, rate, traces, table: viewAt.startsWith('arrival+') ? table : withoutTruth(table) }),
  traps: ['electrode-off-is-not-fibrillation'],
}
