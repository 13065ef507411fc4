/** A forecast with its spread: quantiles of one outcome at several levels, and how well they hold. */

/** 0.05, 0.10 ... 0.95. */
export const LEVELS: readonly number[] = Array.from({ length: 19 }, (_, i) => (i + 1) / 20)

/** Mean pinball loss in units of the outcome: q for each unit that was too little, 1 - q for each that was too much. Null without rows. */
export function pinball(y: ArrayLike<number>, forecast: ArrayLike<number>, q: number): number | null {
  return meanOf(y, forecast, (was, said) => (was >= said ? q * (was - said) : (1 - q) * (said - was)))
}

/** Share of the outcomes that the forecast holds: at or below it. Null without rows. */
export function coverage(y: ArrayLike<number>, forecast: ArrayLike<number>): number | null {
  return meanOf(y, forecast, (was, said) => Number(was <= said + 1e-9))
}

/** Rows of which either is not known are left out. */
function meanOf(y: ArrayLike<number>, forecast: ArrayLike<number>, of: (was: number, said: number) => number): number | null {
  let [all, n] = [0, 0]
  for (let row = 0; row < y.length; row++) {
    const value = of(y[row] as number, forecast[row] as number)
    if (Number.isNaN(y[row]) || Number.isNaN(forecast[row])) continue
    all += value
    n++
  }
  return n === 0 ? null : all / n
}

/** Value at a level between those that were fitted, on a straight line; at the ends the last one. `at` rises with `levels`. */
export function atLevel(levels: readonly number[], at: ArrayLike<number>, q: number): number {
  const next = levels.findIndex((level) => level >= q - 1e-9)
  if (next < 0) return at[levels.length - 1] as number
  const [low, high] = [levels[next - 1], levels[next] as number]
  if (low === undefined || high - q < 1e-9) return at[next] as number
  const share = (q - low) / (high - low)
  return (at[next - 1] as number) * (1 - share) + (at[next] as number) * share
}

/** Chance that the outcome is more than a value, from its quantiles. Beyond the outermost levels it thins out like an exponential. */
export function chanceAbove(levels: readonly number[], at: ArrayLike<number>, value: number): number {
  const last = levels.length - 1
  const [first, end] = [at[0] as number, at[last] as number]
  if (value <= first) return 1 - (first > 0 ? (levels[0] as number) * Math.max(0, value / first) : 0)
  if (value >= end) {
    const middle = atLevel(levels, at, 0.5)
    const scale = Math.max(1e-9, (end - middle) / Math.log(0.5 / (1 - (levels[last] as number))))
    return (1 - (levels[last] as number)) * Math.exp(-(value - end) / scale)
  }
  const next = levels.findIndex((_, i) => (at[i] as number) > value)
  const [low, high] = [at[next - 1] as number, at[next] as number]
  const share = high > low ? (value - low) / (high - low) : 0
  return 1 - ((levels[next - 1] as number) * (1 - share) + (levels[next] as number) * share)
}
