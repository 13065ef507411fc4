/**
 * Can a trace be trusted? How much its beats look alike (after Orphanidou 2015, source sqi: mean correlation with the mean
 * beat), how much of it is no signal at all, and how long no beat was found.
 */

/** To both sides of an R peak, in seconds: the QRS with the P before it and the T after it. */
const REACH = 0.25
const FEWEST_BEATS = 3

/**
 * Mean correlation of each beat with the mean of all of them: near 1 when every beat looks like the next, near 0 when what was
 * found is noise. NaN below three whole beats. `beats` in seconds, `rate` in samples a second.
 */
export function alikeness(trace: Float32Array, rate: number, beats: ArrayLike<number>): number {
  const reach = Math.round(REACH * rate)
  const shapes: Float32Array[] = []
  for (let i = 0; i < beats.length; i++) {
    const middle = Math.round((beats[i] as number) * rate)
    if (middle - reach >= 0 && middle + reach < trace.length) shapes.push(trace.subarray(middle - reach, middle + reach + 1))
  }
  if (shapes.length < FEWEST_BEATS) return Number.NaN
  const usual = new Float64Array(2 * reach + 1)
  for (const shape of shapes) shape.forEach((value, i) => (usual[i] = (usual[i] as number) + value / shapes.length))
  return shapes.reduce((sum, shape) => sum + correlation(shape, usual), 0) / shapes.length
}

/** Pearson's r; 0 where one of the two never changes. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i] as number, b[i] as number]
    sa += x
    sb += y
    saa += x * x
    sbb += y * y
    sab += x * y
  }
  const spread = Math.sqrt(Math.max(0, n * saa - sa * sa) * Math.max(0, n * sbb - sb * sb))
  return spread === 0 ? 0 : (n * sab - sa * sb) / spread
}

/** Share (0 to 1) of whole seconds in which the trace moves by less than `below` (mV). NaN for less than a second. */
export function flatShare(trace: Float32Array, rate: number, below: number): number {
  const seconds = Math.floor(trace.length / rate)
  let flat = 0
  for (let second = 0; second < seconds; second++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of trace.subarray(second * rate, (second + 1) * rate)) {
      if (value < low) low = value
      if (value > high) high = value
    }
    if (high - low < below) flat++
  }
  return seconds === 0 ? Number.NaN : flat / seconds
}

/** Longest time without a beat, in seconds, the ends of the stretch included. */
export function longestGap(beats: ArrayLike<number>, seconds: number): number {
  let [longest, last] = [0, 0]
  for (let i = 0; i < beats.length; i++) {
    longest = Math.max(longest, (beats[i] as number) - last)
    last = beats[i] as number
  }
  return Math.max(longest, seconds - last)
}
