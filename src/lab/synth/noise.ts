/** Counts of people, told through noise. */
import type { Rng } from '../../core/rng.ts'

/**
 * Laplace noise with that scale. One person more or fewer changes one cell of a histogram by 1, so a scale of 1 / epsilon is what
 * epsilon-differential privacy asks for (Dwork, McSherry, Nissim & Smith 2006).
 */
export function laplace(scale: number, rng: Rng): number {
  const u = rng.uniform() - 0.5
  return -scale * Math.sign(u) * Math.log(Math.max(1e-300, 1 - 2 * Math.abs(u)))
}

/** A noised histogram without counts below zero. */
export function noisedCounts(counts: Float64Array, epsilon: number, rng: Rng): Float64Array {
  return withoutNegatives(counts.map((count) => count + laplace(1 / epsilon, rng)))
}

/**
 * The nearest counts that are nowhere below zero and add up to the same: what is cut off below is taken from all others alike
 * ("norm-sub"; Wang et al. 2020). It looks at noised counts alone and costs nothing.
 */
export function withoutNegatives(counts: Float64Array): Float64Array {
  const total = Math.max(0, counts.reduce((sum, count) => sum + count, 0))
  const sorted = [...counts].sort((a, b) => b - a)
  let [sum, less] = [0, 0]
  for (const [i, count] of sorted.entries()) {
    sum += count
    const step = (sum - total) / (i + 1)
    if (count - step <= 0) break
    less = step
  }
  return counts.map((count) => Math.max(0, count - less))
}

/** A cell, as often as its count says; any alike where all are empty. */
export function drawCell(counts: ArrayLike<number>, rng: Rng, from = 0, to = counts.length): number {
  let total = 0
  for (let i = from; i < to; i++) total += counts[i] as number
  if (total <= 0) return rng.int(from, to - 1)
  let left = rng.uniform() * total
  for (let i = from; i < to; i++) {
    left -= counts[i] as number
    if (left < 0) return i
  }
  return to - 1
}
