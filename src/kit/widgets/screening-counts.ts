/** A hundred people under a dial: who is found, missed and sent on without need. Pure. */

export interface ScreeningCounts {
  n: number
  ill: number
  found: number
  missed: number
  needless: number
  /** Of those referred, the share who are ill; null when nobody is. */
  ppv: number | null
}

/**
 * Scores of the ill and of the well on a log-odds scale, two bell curves. Chosen so that a cut of 0.42 finds about nine in ten of
 * the ill and leaves about nine in ten of the well alone, as the trials of such boxes do.
 */
const ILL = { mean: 1.1, sd: 1.05 }
const WELL = { mean: -1.65, sd: 0.95 }

/** Whole people. `rate` and `cut` are shares of 1. */
export function screeningCounts(n: number, rate: number, cut: number): ScreeningCounts {
  const ill = Math.round(n * rate)
  const found = Math.round(ill * shareAbove(cut, ILL))
  const needless = Math.round((n - ill) * shareAbove(cut, WELL))
  return { n, ill, found, missed: ill - found, needless, ppv: found + needless === 0 ? null : found / (found + needless) }
}

function shareAbove(cut: number, { mean, sd }: { mean: number; sd: number }): number {
  if (cut <= 0) return 1
  return cut >= 1 ? 0 : 1 - normalBelow((Math.log(cut / (1 - cut)) - mean) / sd)
}

/** Standard normal distribution; Abramowitz and Stegun 26.2.17, error below 1e-7. */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z))
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return z >= 0 ? 1 - tail : tail
}
