/** Turn scores into honest risks: by a bent line (Platt) or by steps (isotonic). */
import { clamp, sigmoid } from '../../core/rng.ts'
import { solveInPlace } from './cholesky.ts'

/** Risk = 1 / (1 + exp(−(slope · score + offset))). */
export interface Platt {
  slope: number
  offset: number
}

/**
 * Platt scaling by Newton's method with step halving, targets drawn in from 0 and 1 by the size of each group
 * (Platt 1999; Lin, Lin & Weng 2007). Keeps the order of people as long as the slope is positive.
 */
export function fitPlatt(scores: ArrayLike<number>, y: ArrayLike<number>): Platt {
  let positives = 0
  for (let i = 0; i < y.length; i++) positives += y[i] as number
  const negatives = y.length - positives
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (negatives + 2)]
  const loss = (slope: number, offset: number): number => {
    let sum = 0
    for (let i = 0; i < y.length; i++) {
      const z = slope * (scores[i] as number) + offset
      const target = y[i] === 1 ? high : low
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - target * z
    }
    return sum
  }
  let slope = 0
  let offset = Math.log((positives + 1) / (negatives + 1))
  let at = loss(slope, offset)
  for (let round = 0; round < 100; round++) {
    const [stepSlope, stepOffset] = plattStep(scores, y, slope, offset, high, low)
    let part = 1
    while (part > 1e-10 && loss(slope + part * stepSlope, offset + part * stepOffset) > at) part /= 2
    slope += part * stepSlope
    offset += part * stepOffset
    at = loss(slope, offset)
    if (Math.abs(part * stepSlope) + Math.abs(part * stepOffset) < 1e-10) break
  }
  return { slope, offset }
}

function plattStep(
  scores: ArrayLike<number>, y: ArrayLike<number>, slope: number, offset: number, high: number, low: number,
): [number, number] {
  const curvature = new Float64Array([1e-12, 0, 0, 1e-12])
  const step = new Float64Array(2)
  for (let i = 0; i < y.length; i++) {
    const score = scores[i] as number
    const risk = sigmoid(slope * score + offset)
    const residual = (y[i] === 1 ? high : low) - risk
    const bend = risk * (1 - risk)
    step[0]! += residual * score
    step[1]! += residual
    curvature[0]! += bend * score * score
    curvature[2]! += bend * score
    curvature[3]! += bend
  }
  solveInPlace(curvature, step, 2)
  return [step[0] as number, step[1] as number]
}

export function predictPlatt({ slope, offset }: Platt, scores: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: scores.length }, (_, i) => sigmoid(slope * (scores[i] as number) + offset))
}

/** A rising broken line through (`at`, `value`). */
export interface Isotonic {
  at: Float64Array
  value: Float64Array
}

/**
 * Isotonic regression: the rising steps closest to the outcomes in least squares, by pooling adjacent violators (Ayer 1955,
 * Barlow 1972). Equal scores are averaged first.
 */
export function fitIsotonic(scores: ArrayLike<number>, y: ArrayLike<number>): Isotonic {
  const order = Array.from({ length: y.length }, (_, i) => i).sort((a, b) => (scores[a] as number) - (scores[b] as number))
  const blocks: { from: number; to: number; sum: number; n: number }[] = []
  for (const i of order) {
    const score = scores[i] as number
    const last = blocks.at(-1)
    if (last && last.to === score) {
      last.sum += y[i] as number
      last.n++
    } else {
      poolViolators(blocks)
      blocks.push({ from: score, to: score, sum: y[i] as number, n: 1 })
    }
  }
  poolViolators(blocks)
  const at: number[] = []
  const value: number[] = []
  for (const { from, to, sum, n } of blocks) {
    at.push(from)
    value.push(sum / n)
    if (to > from) {
      at.push(to)
      value.push(sum / n)
    }
  }
  return { at: Float64Array.from(at), value: Float64Array.from(value) }
}

/** Merge the last block backwards for as long as it lies at or below the one before it. */
function poolViolators(blocks: { from: number; to: number; sum: number; n: number }[]): void {
  for (;;) {
    const [before, last] = blocks.slice(-2)
    if (!before || !last || before.sum / before.n < last.sum / last.n) return
    blocks.pop()
    before.to = last.to
    before.sum += last.sum
    before.n += last.n
  }
}

/** Between two steps the risk is read off a straight line; beyond the ends it stays level. */
export function predictIsotonic({ at, value }: Isotonic, scores: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: scores.length }, (_, i) => {
    const score = scores[i] as number
    let low = 0
    let high = at.length - 1
    if (score <= (at[low] as number)) return value[low] as number
    if (score >= (at[high] as number)) return value[high] as number
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((at[middle] as number) <= score) low = middle
      else high = middle
    }
    const way = (score - (at[low] as number)) / ((at[high] as number) - (at[low] as number))
    return (value[low] as number) + way * ((value[high] as number) - (value[low] as number))
  })
}

/** Log-odds of a risk, held away from 0 and 1 so that it stays finite. */
export function logit(risk: number): number {
  const held = clamp(risk, 1e-6, 1 - 1e-6)
  return Math.log(held / (1 - held))
}
