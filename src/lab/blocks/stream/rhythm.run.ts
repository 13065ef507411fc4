import type { Block, RunContext } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { QUALITY_FIGURES, qualityOf, RR_FIGURES, type RhythmFigure, rrFiguresOf } from '../../stream/rhythm-figures.ts'
import type { Recording, Stream } from '../../stream/stream-values.ts'
import { numbersView } from '../distribution.ts'
import { countOf } from '../say.ts'
import { patchQualitySpec, patchRrSpec } from './rhythm.ts'

export const patchQuality: Block = {
  ...patchQualitySpec,
  fit(inputs, context) {
    const { sqi } = measuredIn(take(inputs, 'stream', 'Stream'), context)
    return { outputs: { stream: withCharted(take(inputs, 'stream', 'Stream'), { sqi }) }, state: null }
  },
  report: (_, outputs) => reportFigures(take(outputs, 'stream', 'Stream'), Object.keys(QUALITY_FIGURES)),
}

export const patchRr: Block = {
  ...patchRrSpec,
  fit(inputs, context) {
    const stream = take(inputs, 'stream', 'Stream')
    const { found, sqi: _, ...figures } = measuredIn(stream, context)
    const { least } = paramsOf(patchRrSpec, context)
    const enough = (values: Float64Array) => values.map((value, row) => ((found[row] as number) < least ? Number.NaN : value))
    return { outputs: { stream: withCharted(stream, Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, enough(values)]))) }, state: null }
  },
  report: (_, outputs) => reportFigures(take(outputs, 'stream', 'Stream'), Object.keys(RR_FIGURES)),
}

type Measured = Record<RhythmFigure | 'found', Float64Array>

/** Every window is drawn once, for all figures together; whoever measures the same patches again gets the same. */
const measured = new WeakMap<Recording, Measured>()
const TICK_EVERY = 4096
/** Below this there is nothing to compute with. */
const LEAST = 4

function measuredIn({ recording, hour }: Stream, context: RunContext): Measured {
  if (!recording) return context.problem('There are no windows of a patch in these stays, so there is no rhythm to measure. Look back at their values instead.', 'no-windows')
  const before = measured.get(recording)
  if (before) return before
  const rows = hour.length
  const [found, sqi, hr, rmssdShare, pnn50, turning] = Array.from({ length: 6 }, () => new Float64Array(rows)) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]
  for (let row = 0; row < rows; row++) {
    if (row % TICK_EVERY === 0) context.tick(row / rows)
    const beats = recording.beats(row)
    found[row] = beats.at.length
    sqi[row] = qualityOf(beats)
    ;[hr[row], rmssdShare[row], pnn50[row], turning[row]] = rrFiguresOf(beats, LEAST)
  }
  const all: Measured = { found, sqi, hr, rmssdShare, pnn50, turning }
  measured.set(recording, all)
  return all
}

function withCharted(stream: Stream, values: Record<string, Float64Array>): Stream {
  return { ...stream, charted: { ...stream.charted, ...values } }
}

function reportFigures(stream: Stream, names: readonly string[]): ReturnType<NonNullable<Block['report']>> {
  const unknown = (stream.charted[names[0] as string] ?? new Float64Array(0)).reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0)
  return {
    rows: stream.hour.length,
    columns: names.length,
    facts: [countOf(stream.hour.length, 'window'), `${countOf(names.length, 'figure')} of each`, ...(unknown > 0 ? [`${countOf(unknown, 'window')} with too few beats`] : [])],
    views: names.flatMap((name) => {
      const words = stream.meta.find((one) => one.name === name)
      const view = numbersView(name, words?.label ?? name, stream.charted[name] ?? new Float64Array(0))
      return view ? [{ ...view, counts: 'windows' }] : []
    }),
  }
}
