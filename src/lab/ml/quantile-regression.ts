/**
 * Linear quantile regression: the weights that make the pinball loss of one level smallest (Koenker and Bassett 1978). Solved as
 * a linear program by the Frisch-Newton interior point method (Portnoy and Koenker 1997): a dozen or two of weighted least squares.
 */
import { factorInPlace, solveFactored } from './cholesky.ts'

export interface QuantileOptions {
  /** Level, more than 0 and less than 1: 0.85 is what 85 of 100 do not exceed. */
  q: number
  maxIterations?: number
  tick?: (() => void) | undefined
}

/** Nearly the whole way to the wall, never onto it. */
const STEP = 0.9995
/** Duality gap at which it is over, by row, with outcomes of about 1. */
const SMALL_GAP = 1e-9

/**
 * @param x row-major, `y.length` x `width`; the first column of ones is the caller's to add
 * @returns weights, `width` of them
 * @throws RangeError for values that are not numbers, or a level outside 0 to 1
 */
export function fitQuantile(x: Float64Array, width: number, y: ArrayLike<number>, { q, maxIterations = 60, tick }: QuantileOptions): Float64Array {
  const rows = y.length
  if (!(q > 0 && q < 1)) throw new RangeError(`a level lies between 0 and 1, and ${q} does not`)
  if (x.length !== rows * width) throw new RangeError(`${x.length} values are not ${rows} rows of ${width}`)
  if (x.some((value) => !Number.isFinite(value)) || Array.from(y).some((value) => !Number.isFinite(value))) throw new RangeError('every value must be a number')
  // On a scale of about 1 the smallest gap means the same for minutes and for days.
  const size = Array.from(y).reduce((sum, value) => sum + Math.abs(value), 0) / Math.max(1, rows) || 1
  const program = new Program(x, width, Float64Array.from(y, (value) => -value / size), q)
  for (let i = 0; i < maxIterations && program.gap() > SMALL_GAP * rows; i++) {
    tick?.()
    program.step()
  }
  return program.dual.map((value) => -value * size)
}

/** min cost . up where X' up = (1 - q) X' 1 and 0 < up < 1; its dual, turned round, are the weights. Names: `up` and `down` add up to 1. */
class Program {
  dual: Float64Array
  private readonly x: Float64Array
  private readonly width: number
  private readonly cost: Float64Array
  private readonly rows: number
  private readonly goal: Float64Array
  private up: Float64Array
  private down: Float64Array
  /** Multipliers of the two walls. */
  private lower: Float64Array
  private upper: Float64Array

  constructor(x: Float64Array, width: number, cost: Float64Array, q: number) {
    this.x = x
    this.width = width
    this.cost = cost
    this.rows = cost.length
    this.up = new Float64Array(this.rows).fill(1 - q)
    this.down = new Float64Array(this.rows).fill(q)
    this.goal = this.across(this.up)
    const even = new Float64Array(this.rows).fill(1)
    this.dual = this.leastSquares(this.factorOf(even), even, cost)
    const left = this.along(this.dual).map((value, i) => (cost[i] as number) - value || 0.001)
    this.lower = left.map((value) => Math.max(0, value))
    this.upper = left.map((value) => Math.max(0, -value))
  }

  gap(): number {
    return dot(this.cost, this.up) - dot(this.dual, this.goal) + sum(this.upper)
  }

  step(): void {
    const { up, down, lower, upper, rows } = this
    const weights = up.map((value, i) => 1 / ((lower[i] as number) / value + (upper[i] as number) / (down[i] as number)))
    const left = lower.map((value, i) => value - (upper[i] as number))
    const factor = this.factorOf(weights)
    let moves = this.movesFor(factor, weights, left)
    let [primal, dualStep] = this.stepsFor(moves)
    if (Math.min(primal, dualStep) < 1) {
      // Mehrotra's corrector: how much of the gap the first guess would have left says how far to keep from the walls.
      const before = dot(lower, up) + dot(upper, down)
      const after = sum(up.map((value, i) => ((lower[i] as number) + dualStep * (moves.lower[i] as number)) * (value + primal * (moves.up[i] as number))
        + ((upper[i] as number) + dualStep * (moves.upper[i] as number)) * ((down[i] as number) - primal * (moves.up[i] as number))))
      const mu = (before * (after / before) ** 3) / (2 * rows)
      const [lowerTurn, upperTurn] = [moves.up.map((value, i) => value * (moves.lower[i] as number)), moves.up.map((value, i) => -value * (moves.upper[i] as number))]
      const pull = up.map((value, i) => (lowerTurn[i] as number) / value - (upperTurn[i] as number) / (down[i] as number) - mu * (1 / value - 1 / (down[i] as number)))
      moves = this.movesFor(factor, weights, left, { mu, pull, lowerTurn, upperTurn })
      ;[primal, dualStep] = this.stepsFor(moves)
    }
    this.up = up.map((value, i) => value + primal * (moves.up[i] as number))
    this.down = down.map((value, i) => value - primal * (moves.up[i] as number))
    this.dual = this.dual.map((value, j) => value + dualStep * (moves.dual[j] as number))
    this.lower = lower.map((value, i) => value + dualStep * (moves.lower[i] as number))
    this.upper = upper.map((value, i) => value + dualStep * (moves.upper[i] as number))
  }

  private movesFor(factor: Float64Array, weights: Float64Array, left: Float64Array, centre?: Centre): Moves {
    const { up, down, lower, upper } = this
    const wanted = centre ? left.map((value, i) => value + (centre.pull[i] as number)) : left
    const dual = this.leastSquares(factor, weights, wanted)
    const reached = this.along(dual)
    const moved = reached.map((value, i) => (weights[i] as number) * (value - (wanted[i] as number)))
    const { mu = 0, lowerTurn, upperTurn } = centre ?? {}
    return {
      dual, up: moved,
      lower: lower.map((value, i) => (mu - (lowerTurn?.[i] ?? 0) - value * (moved[i] as number)) / (up[i] as number) - value),
      upper: upper.map((value, i) => (mu - (upperTurn?.[i] ?? 0) + value * (moved[i] as number)) / (down[i] as number) - value),
    }
  }

  /** How far to go in the weights of the rows, and in the dual with the walls. */
  private stepsFor(moves: Moves): [number, number] {
    const room = (from: Float64Array, by: (i: number) => number) => from.reduce((least, value, i) => (by(i) < 0 ? Math.min(least, -value / by(i)) : least), Number.POSITIVE_INFINITY)
    const primal = Math.min(room(this.up, (i) => moves.up[i] as number), room(this.down, (i) => -(moves.up[i] as number)))
    const dual = Math.min(room(this.lower, (i) => moves.lower[i] as number), room(this.upper, (i) => moves.upper[i] as number))
    return [Math.min(1, STEP * primal), Math.min(1, STEP * dual)]
  }

  /** X times weights of columns: a value for each row. */
  private along(weights: Float64Array): Float64Array {
    const { x, width } = this
    const all = new Float64Array(this.rows)
    for (let row = 0; row < this.rows; row++) {
      let value = 0
      for (let j = 0; j < width; j++) value += (x[row * width + j] as number) * (weights[j] as number)
      all[row] = value
    }
    return all
  }

  /** X' times values of rows: a value for each column. */
  private across(values: Float64Array): Float64Array {
    const { x, width } = this
    const all = new Float64Array(width)
    for (let row = 0; row < this.rows; row++) for (let j = 0; j < width; j++) all[j]! += (x[row * width + j] as number) * (values[row] as number)
    return all
  }

  /** Cholesky factor of X' W X. */
  private factorOf(weights: Float64Array): Float64Array {
    const { x, width } = this
    const normal = new Float64Array(width * width)
    for (let row = 0; row < this.rows; row++) {
      for (let j = 0; j < width; j++) {
        const weighted = (weights[row] as number) * (x[row * width + j] as number)
        for (let k = 0; k <= j; k++) normal[j * width + k]! += weighted * (x[row * width + k] as number)
      }
    }
    // Columns that repeat each other must not end the fit.
    for (let j = 0; j < width; j++) normal[j * width + j]! *= 1 + 1e-11
    factorInPlace(normal, width)
    return normal
  }

  private leastSquares(factor: Float64Array, weights: Float64Array, wanted: Float64Array): Float64Array {
    const answer = this.across(wanted.map((value, i) => value * (weights[i] as number)))
    solveFactored(factor, answer, this.width)
    return answer
  }
}

interface Centre { mu: number; pull: Float64Array; lowerTurn: Float64Array; upperTurn: Float64Array }
interface Moves { dual: Float64Array; up: Float64Array; lower: Float64Array; upper: Float64Array }

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((all, value, i) => all + value * (b[i] as number), 0)
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0)
}
