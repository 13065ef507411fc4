/** Control charts: is this week's figure more than chance? */

export interface Cusum {
  /** Sum of what lies above the mean plus slack, never under 0, after each value; and the same below. */
  high: number[]
  low: number[]
  /** Values (0-based) after which one of the sums stood above the limit. */
  alarms: number[]
}

/**
 * Tabular CUSUM (Page 1954; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.3): S⁺ = max(0, x − mean − k + S⁺),
 * S⁻ = max(0, mean − k − x + S⁻); an alarm where a sum is above `h`. `k` and `h` in the units of the values.
 */
export function cusum(values: readonly number[], mean: number, k: number, h: number): Cusum {
  const chart: Cusum = { high: [], low: [], alarms: [] }
  let [high, low] = [0, 0]
  for (const [at, x] of values.entries()) {
    high = Math.max(0, x - mean - k + high)
    low = Math.max(0, mean - k - x + low)
    chart.high.push(high)
    chart.low.push(low)
    if (high > h || low > h) chart.alarms.push(at)
  }
  return chart
}

/** Limits of a p chart (Shewhart): p ± 3 · √(p (1 − p) / n), never outside 0 to 1. */
export function shareLimits(p: number, n: number): [number, number] {
  const reach = 3 * Math.sqrt((p * (1 - p)) / Math.max(1, n))
  return [Math.max(0, p - reach), Math.min(1, p + reach)]
}
