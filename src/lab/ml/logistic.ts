/**
 * Logistic regression with a ridge penalty, fitted by iteratively reweighted least squares (Newton's method; McCullagh &
 * Nelder 1989, ch. 4). Minimises  Σ weightᵢ · logloss(yᵢ) + l2/2 · |β|²,  the intercept unpenalised: what scikit-learn calls
 * C = 1 / l2.
 */
import { sigmoid } from '../../core/rng.ts'
import { solveInPlace } from './cholesky.ts'

export interface LogisticModel {
  /** One per column, in the units of the columns given. */
  coefficients: Float64Array
  intercept: number
  iterations: number
}

export interface LogisticOptions {
  l2?: number
  /** One per row; all 1 when left out. */
  weights?: ArrayLike<number>
  maxIterations?: number
  /** Called once per pass over the rows, with the share of passes done. */
  tick?: (done: number) => void
}

/** Keeps the curvature invertible where every risk has run to 0 or 1. */
const CURVATURE_FLOOR = 1e-9
const SMALLEST_STEP = 1e-8

/**
 * `x` is row-major, `y.length` rows of `width` columns, best standardised; `y` is 0/1.
 * Throws when the data hold a value that is not finite.
 */
export function fitLogistic(x: Float64Array, width: number, y: ArrayLike<number>, options: LogisticOptions = {}): LogisticModel {
  const { l2 = 1, weights, maxIterations = 25, tick } = options
  const size = width + 1
  const beta = new Float64Array(size)
  const curvature = new Float64Array(size * size)
  const step = new Float64Array(size)
  let iterations = 0
  while (iterations < maxIterations) {
    tick?.(iterations / maxIterations)
    iterations++
    gatherNewtonStep(x, width, y, weights, beta, curvature, step)
    for (let j = 0; j < width; j++) {
      curvature[j * size + j]! += l2
      step[j]! -= l2 * (beta[j] as number)
    }
    solveInPlace(curvature, step, size)
    let largest = 0
    for (let j = 0; j < size; j++) {
      beta[j]! += step[j] as number
      largest = Math.max(largest, Math.abs(step[j] as number))
    }
    if (!Number.isFinite(largest)) throw new RangeError('logistic regression met a value that is not a number')
    if (largest < SMALLEST_STEP) break
  }
  return { coefficients: beta.slice(0, width), intercept: beta[width] as number, iterations }
}

/** Fills `curvature` (lower triangle, intercept last) and `gradient` at `beta`. */
function gatherNewtonStep(
  x: Float64Array, width: number, y: ArrayLike<number>, weights: ArrayLike<number> | undefined,
  beta: Float64Array, curvature: Float64Array, gradient: Float64Array,
): void {
  const bends = new Float64Array(y.length)
  gradient.fill(0)
  for (let i = 0, at = 0; i < y.length; i++, at += width) {
    let z = beta[width] as number
    for (let j = 0; j < width; j++) z += (beta[j] as number) * (x[at + j] as number)
    const risk = sigmoid(z)
    const weight = weights ? (weights[i] as number) : 1
    const residual = weight * ((y[i] as number) - risk)
    bends[i] = weight * risk * (1 - risk) + CURVATURE_FLOOR
    for (let j = 0; j < width; j++) gradient[j]! += residual * (x[at + j] as number)
    gradient[width]! += residual
  }
  gatherCurvature(x, width, bends, curvature)
}

/**
 * Here the time of a fit goes. Four rows at once, added in their order, give the same to the last bit in half the time: each sum is
 * fetched and put back once for four. Rows beyond the last have no bend and add nothing.
 */
function gatherCurvature(x: Float64Array, width: number, bends: Float64Array, curvature: Float64Array): void {
  const size = width + 1
  const last = (bends.length - 1) * width
  curvature.fill(0)
  for (let i = 0; i < bends.length; i += 4) {
    const a = i * width
    const b = Math.min(last, a + width)
    const c = Math.min(last, b + width)
    const d = Math.min(last, c + width)
    const bendA = bends[i] as number
    const bendB = bends[i + 1] ?? 0
    const bendC = bends[i + 2] ?? 0
    const bendD = bends[i + 3] ?? 0
    for (let j = 0; j < width; j++) {
      const bentA = bendA * (x[a + j] as number)
      const bentB = bendB * (x[b + j] as number)
      const bentC = bendC * (x[c + j] as number)
      const bentD = bendD * (x[d + j] as number)
      const row = j * size
      for (let k = 0; k <= j; k++) {
        curvature[row + k] = (curvature[row + k] as number) + bentA * (x[a + k] as number) + bentB * (x[b + k] as number) + bentC * (x[c + k] as number) + bentD * (x[d + k] as number)
      }
      curvature[width * size + j] = (curvature[width * size + j] as number) + bentA + bentB + bentC + bentD
    }
    curvature[width * size + width] = (curvature[width * size + width] as number) + bendA + bendB + bendC + bendD
  }
}

/** Risks 0..1 for row-major `x`. */
export function predictLogistic({ coefficients, intercept }: LogisticModel, x: Float64Array, rows: number): Float64Array {
  const width = coefficients.length
  const risks = new Float64Array(rows)
  for (let i = 0, at = 0; i < rows; i++, at += width) {
    let z = intercept
    for (let j = 0; j < width; j++) z += (coefficients[j] as number) * (x[at + j] as number)
    risks[i] = sigmoid(z)
  }
  return risks
}

/** Row weights that make both outcomes count the same in total: n / (2 · rows of that outcome), as scikit-learn's "balanced". */
export function balancedWeights(y: ArrayLike<number>): Float64Array {
  const n = y.length
  let positives = 0
  for (let i = 0; i < n; i++) positives += y[i] as number
  return Float64Array.from({ length: n }, (_, i) => n / (2 * (y[i] === 1 ? positives : n - positives)))
}
