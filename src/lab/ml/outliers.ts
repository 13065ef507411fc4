/** How far a figure lies from its like. Robust: the odd ones do not move the ruler they are measured with. */

/** Middle value; the mean of the two middle ones where there is an even number. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
}

/** Makes the median absolute deviation as large as a standard deviation where values are normal: 1 / 0.6745. */
const TO_SD = 1.4826

/**
 * Distance from the median in robust standard deviations, 1.4826 times the median absolute deviation (Hampel 1974, J Am Stat Assoc
 * 69:383). Where more than half of the values are the same, any other has no such distance and is NaN.
 * @returns a measure of any value against these
 */
export function robustZ(like: readonly number[]): (value: number) => number {
  const middle = median(like)
  const spread = TO_SD * median(like.map((one) => Math.abs(one - middle)))
  return (value) => (spread > 0 ? (value - middle) / spread : value === middle ? 0 : Number.NaN)
}

/** Natural logarithm of the ratio to the median: 0.69 is twice as much, 1.1 three times. NaN where one of the two is not above 0. */
export function logRatio(like: readonly number[]): (value: number) => number {
  const middle = median(like)
  return (value) => (value > 0 && middle > 0 ? Math.log(value / middle) : Number.NaN)
}

/** Distance from the mean in standard deviations of all (population). NaN where nothing varies. */
export function plainZ(like: readonly number[]): (value: number) => number {
  const mean = like.reduce((sum, one) => sum + one, 0) / like.length
  const sd = Math.sqrt(like.reduce((sum, one) => sum + (one - mean) ** 2, 0) / like.length)
  return (value) => (sd > 0 ? (value - mean) / sd : Number.NaN)
}
