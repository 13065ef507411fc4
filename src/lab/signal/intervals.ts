/**
 * What the times between beats say. Intervals are in seconds; a figure that cannot be had from so few beats is NaN.
 * RMSSD and pNN50 as the Task Force of 1996 defines them (source taskforce), pNN50 as a share of the successive differences.
 */

/** Times between beats, in seconds: one fewer than there are beats. */
export function intervalsOf(beats: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: Math.max(0, beats.length - 1) }, (_, i) => (beats[i + 1] as number) - (beats[i] as number))
}

function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i] as number
  return values.length === 0 ? Number.NaN : sum / values.length
}

/** Beats a minute. NaN below two beats. */
export function heartRate(intervals: ArrayLike<number>): number {
  return 60 / mean(intervals)
}

/** Root of the mean square of successive differences, in milliseconds. NaN below two intervals. Plain loops: a patch of three days has fifty thousand windows. */
export function rmssd(intervals: ArrayLike<number>): number {
  let squares = 0
  for (let i = 1; i < intervals.length; i++) squares += ((intervals[i] as number) - (intervals[i - 1] as number)) ** 2
  return intervals.length < 2 ? Number.NaN : 1000 * Math.sqrt(squares / (intervals.length - 1))
}

/** Binary fractions have no 0.05: a difference of just 50 ms must not count because of the last bit. */
const JUST = 1e-9

/** Share (0 to 1) of successive differences of more than 50 ms. NaN below two intervals. */
export function pnn50(intervals: ArrayLike<number>): number {
  let far = 0
  for (let i = 1; i < intervals.length; i++) if (Math.abs((intervals[i] as number) - (intervals[i - 1] as number)) > 0.05 + JUST) far++
  return intervals.length < 2 ? Number.NaN : far / (intervals.length - 1)
}

/**
 * Share (0 to 1) of inner intervals that are longer, or shorter, than both their neighbours. Two thirds where every order is
 * equally likely (Bienaymé 1874), less where the pace swings slowly, 1 where long and short take turns. NaN below three.
 */
export function turningPoints(intervals: ArrayLike<number>): number {
  let turns = 0
  for (let i = 2; i < intervals.length; i++) {
    const [before, here, after] = [intervals[i - 2] as number, intervals[i - 1] as number, intervals[i] as number]
    if ((here - before) * (after - here) < 0) turns++
  }
  return intervals.length < 3 ? Number.NaN : turns / (intervals.length - 2)
}

/** Tolerance to begin with, its steps and its end, in seconds; fewest matches that an estimate may stand on. */
const TOLERANCE = { first: 0.03, step: 0.005, last: 1 } as const
const FEWEST_MATCHES = 5

/**
 * Coefficient of sample entropy (Lake & Moorman 2011, source cosen): of the pairs of intervals that are alike, how many are
 * followed by a pair that is alike as well? −ln(A/B) + ln(2r) − ln(mean), templates of length 1. The tolerance r starts at 30 ms
 * and grows until there are five matches A. High is disorder; alternating long and short is order. NaN below six intervals.
 */
export function cosen(intervals: ArrayLike<number>): number {
  if (intervals.length < 6) return Number.NaN
  for (let step = 0; ; step++) {
    const r = TOLERANCE.first + step * TOLERANCE.step
    const { alike, stillAlike } = matches(intervals, r)
    if (stillAlike >= FEWEST_MATCHES || r >= TOLERANCE.last) {
      return stillAlike === 0 ? Number.NaN : -Math.log(stillAlike / alike) + Math.log(2 * r) - Math.log(mean(intervals))
    }
  }
}

/** B and A of sample entropy with m = 1 (Richman & Moorman 2000): pairs within `r`, and those whose next intervals are too. */
function matches(intervals: ArrayLike<number>, r: number): { alike: number; stillAlike: number } {
  let [alike, stillAlike] = [0, 0]
  const near = (i: number, j: number) => Math.abs((intervals[i] as number) - (intervals[j] as number)) <= r + JUST
  for (let i = 0; i < intervals.length - 1; i++) {
    for (let j = i + 1; j < intervals.length - 1; j++) {
      if (!near(i, j)) continue
      alike++
      if (near(i + 1, j + 1)) stillAlike++
    }
  }
  return { alike, stillAlike }
}
