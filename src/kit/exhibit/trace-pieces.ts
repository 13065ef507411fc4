/** A trace cut into pieces and drawn as a line, with all its peaks however narrow the piece. Pure. */
import type { Exhibit } from '../../core/verdict.ts'

export type TraceData = Extract<Exhibit, { kind: 'trace' }>

/** Two pieces stand side by side where there is room, else one under the other. */
export const PIECE_SECONDS = 5
/** Units of the drawing in a second, and in a unit of the trace (1 mV): squares of 0.2 s by 0.5 mV come out square, as on paper. */
export const PER_SECOND = 60
export const PER_UNIT = 24
/** Points across a piece: more cannot be seen. */
const COLUMNS = 500

export interface TracePiece {
  from: number
  seconds: number
  path: string
  /** Where beats were found: across, and height of the trace there. */
  beats: { x: number; y: number }[]
}

export interface TraceDrawing {
  pieces: TracePiece[]
  /** Units of the drawing. */
  height: number
}

/** All pieces on one scale: what nearly all of the trace needs, a third of a unit spare; what goes beyond is cut off at the edge. */
export function drawPieces({ samples, rate, beats }: TraceData): TraceDrawing {
  const { low, high } = reach(samples)
  const y = (value: number) => (high - value) * PER_UNIT
  const height = (high - low) * PER_UNIT
  const inside = (value: number) => Math.min(height, Math.max(0, y(value)))
  const perPiece = PIECE_SECONDS * rate
  const pieces = Array.from({ length: Math.ceil(samples.length / perPiece) }, (_, i): TracePiece => {
    const part = samples.subarray(i * perPiece, (i + 1) * perPiece)
    const [from, seconds] = [i * PIECE_SECONDS, part.length / rate]
    const here = (second: number) => second >= from && second < from + seconds
    return {
      from, seconds,
      path: outline(part, rate).map(([second, value], k) => `${k ? 'L' : 'M'}${(second * PER_SECOND).toFixed(1)} ${inside(value).toFixed(1)}`).join(''),
      beats: [...(beats ?? [])].filter(here).map((second) => ({ x: (second - from) * PER_SECOND, y: inside(samples[Math.round(second * rate)] ?? 0) })),
    }
  })
  return { pieces, height }
}

const SPARE = 1 / 3
const LEAST_REACH = 1.5

/** Lowest and highest value that all but one in five hundred keep within. */
function reach(samples: Float32Array): { low: number; high: number } {
  const sorted = Float32Array.from(samples).sort()
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  const [low, high] = [at(0.002), at(0.998)]
  const missing = Math.max(0, LEAST_REACH - (high - low)) / 2
  return { low: low - SPARE - missing, high: high + SPARE + missing }
}

/** Of each narrow stretch its lowest and its highest point, in the order in which they come. */
export function outline(samples: Float32Array, rate: number, columns = COLUMNS): [second: number, value: number][] {
  const per = Math.max(1, Math.ceil(samples.length / columns))
  const points: [number, number][] = []
  for (let from = 0; from < samples.length; from += per) {
    let [low, high] = [from, from]
    for (let n = from; n < Math.min(samples.length, from + per); n++) {
      if ((samples[n] as number) < (samples[low] as number)) low = n
      if ((samples[n] as number) > (samples[high] as number)) high = n
    }
    for (const n of low === high ? [low] : [Math.min(low, high), Math.max(low, high)]) points.push([n / rate, samples[n] as number])
  }
  return points
}
