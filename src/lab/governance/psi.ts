/** Population stability index: how far this month's people are from those the tool was made for. */

/** Keeps an empty bin from making the index infinite; half a person in a bin of a thousand. */
const EMPTY = 0.0005

/**
 * Σ (now − then) · ln(now / then) over bins; `then` and `now` are shares that add up to 1. Symmetric, 0 when nothing changed.
 * The usual reading (Siddiqi, Credit Risk Scorecards, 2006): under 0.1 little, 0.1 to 0.25 some, above 0.25 a different
 * population. A convention, not a law.
 */
export function psiOf(then: readonly number[], now: readonly number[]): number {
  return then.reduce((sum, share, bin) => {
    const [a, b] = [Math.max(share, EMPTY), Math.max(now[bin] ?? 0, EMPTY)]
    return sum + (b - a) * Math.log(b / a)
  }, 0)
}

/** Inner edges that cut the values into `bins` parts of equal size: ten parts have nine edges. */
export function quantileEdges(values: Float64Array, bins = 10): number[] {
  const sorted = Float64Array.from(values).sort()
  return Array.from({ length: bins - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / bins)] as number)
}

/** Share of the values in each bin; a value on an edge belongs to the bin above it. */
export function sharesOf(values: Float64Array, edges: readonly number[]): number[] {
  const counts = Array.from({ length: edges.length + 1 }, () => 0)
  for (const value of values) {
    let bin = 0
    while (bin < edges.length && value >= (edges[bin] as number)) bin++
    counts[bin]!++
  }
  return counts.map((count) => count / Math.max(1, values.length))
}
