/**
 * Beds ahead, from admissions and the spread of stays: each planned case is still there with the chance that its stay is longer than
 * the time since, so the number of beds is a sum of independent yes and no (Poisson binomial), whose quantiles are exact.
 */
import { chanceAbove } from '../../ml/quantiles.ts'

export interface Admission {
  /** Minute at which the bed is taken. */
  from: number
  /** Quantiles of the stay in minutes, rising, one for each level. */
  stay: ArrayLike<number>
}

/** How many beds so large a share of futures does not exceed, at a minute. */
export function bedsAt(admissions: readonly Admission[], levels: readonly number[], minute: number, share: number): number {
  const chances = admissions.flatMap(({ from, stay }) => (minute < from ? [] : [chanceAbove(levels, stay, minute - from)]))
  let held = 0
  for (const [beds, chance] of countChances(chances).entries()) {
    held += chance
    if (held >= share - 1e-9) return beds
  }
  return chances.length
}

/** Chance of each count from none to all, by adding one case after the other. */
export function countChances(chances: readonly number[]): number[] {
  return chances.reduce<number[]>((all, chance) => [...all, 0].map((here, n) => here * (1 - chance) + (n > 0 ? (all[n - 1] as number) * chance : 0)), [1])
}
