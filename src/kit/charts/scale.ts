/** Numbers to places on a chart. Pure. */

export interface Plot {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** The frame that all square-ish charts share, in units of the drawing. */
export const PLOT: Plot = { width: 400, height: 280, left: 52, right: 14, top: 14, bottom: 48 }

export type Scale = (value: number) => number

export function linear([from, to]: readonly [number, number], [a, b]: readonly [number, number]): Scale {
  const span = to - from || 1
  return (value) => a + ((value - from) / span) * (b - a)
}

export function scalesOf(plot: Plot, xDomain: readonly [number, number], yDomain: readonly [number, number]): { x: Scale; y: Scale } {
  return {
    x: linear(xDomain, [plot.left, plot.width - plot.right]),
    y: linear(yDomain, [plot.height - plot.bottom, plot.top]),
  }
}

/** Round marks on an axis: steps of 1, 2 or 5 times a power of ten, about `count` of them, all inside the domain. */
export function ticks([from, to]: readonly [number, number], count = 5): number[] {
  const span = to - from
  if (!(span > 0) || !Number.isFinite(span)) return [from]
  const raw = span / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 5, 10].find((nice) => nice * power >= raw * 0.999) ?? 10) * power
  const first = Math.ceil(from / step - 1e-9)
  const last = Math.floor(to / step + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** "M0,0 L1,2…" with a tenth of a unit kept: more would only make the page heavier. */
export function linePath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${tenth(x)},${tenth(y)}`).join(' ')
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
