/** Strokes in the film's own measure, and the two ways in which things lie over one another on a film. */
import type { ChestPlan } from './chest-plan.ts'
import { blurred, eachPixelOf } from './raster.ts'

export type Place = readonly [u: number, v: number]

/** What of the beam a tube stops, from its middle line (0) to its edge (1). */
export type Across = (away: number) => number

/** A full rod: longest way through the middle. */
export const rod = (stops: number): Across => (away) => stops * Math.sqrt(1 - away * away)

/** A rod with a hard rind, as bones have. */
export const rind = (stops: number, rim: number, at = 0.85, width = 0.12): Across => (away) => stops * Math.sqrt(1 - away * away) + rim * Math.exp(-(((away - at) / width) ** 2))

/** Thinner strokes would slip between pixels; in pixels. */
const THINNEST = 0.55

/** One layer of things; two of the same layer do not add up where they meet. */
export class Layer {
  readonly stop: Float32Array
  private readonly size: number

  constructor({ size }: Pick<ChestPlan, 'size'>) {
    this.size = size
    this.stop = new Float32Array(size * size)
  }

  /** A line through places that grows thinner from its first radius (in `u`) to its last. */
  tube(places: readonly Place[], from: number, to: number, across: Across): void {
    const last = places.length - 1
    for (let k = 0; k < last; k++) this.piece(places[k] as Place, places[k + 1] as Place, [from + ((to - from) * k) / last, from + ((to - from) * (k + 1)) / last], across)
  }

  piece(a: Place, b: Place, radius: readonly [number, number], across: Across): void {
    const { size, stop } = this
    const half = size / 2
    const stroke = {
      from: [(a[0] + 1) * half, a[1] * size], to: [(b[0] + 1) * half, b[1] * size],
      radius: [Math.max(THINNEST, radius[0] * half), Math.max(THINNEST, radius[1] * half)],
    } as const
    eachPixelOf({ width: size, height: size }, stroke, (at, away) => {
      const more = across(away)
      if (more > (stop[at] as number)) stop[at] = more
    })
  }

  /** Laid over the film, a little soft. `weight` may differ from pixel to pixel. */
  addTo(film: Float32Array, softness: number, weight: number | ((at: number) => number)): void {
    const { size } = this
    const radius = softness * (size / 512)
    const soft = radius < 0.5 ? this.stop : blurred(this.stop, size, size, radius, 2)
    for (let at = 0; at < film.length; at++) {
      const stop = soft[at] as number
      if (stop !== 0) film[at] = (film[at] as number) + stop * (typeof weight === 'number' ? weight : weight(at))
    }
  }
}
