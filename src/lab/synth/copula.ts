/**
 * Gaussian copula: every column keeps its own spread, and what hangs together is one matrix of correlations (Sklar 1959; for invented
 * data Patki et al. 2016). With a budget, both are told through noise, as in Li, Xiong & Jiang 2014.
 */
import type { Rng } from '../../core/rng.ts'
import type { Table } from '../graph/ports.ts'
import { choleskyFactor } from '../ml/cholesky.ts'
import { normalCdf, normalQuantile } from '../ml/normal.ts'
import { type Field, inventedTable } from './fields.ts'
import { type Margin, noisedMargin, writtenMargin } from './margins.ts'
import { laplace } from './noise.ts'
import type { PublicBins } from './public-bins.ts'
import type { Spent } from './synthetic-value.ts'

export interface Made {
  table: Table
  spent: Spent[] | null
}

/** Each column by itself, as people wrote it: nothing hangs together any more. */
export function independentPeople(fields: readonly Field[], rows: number, shared: number, rng: Rng): Made {
  const margins = fields.map((field) => writtenMargin(field, shared))
  return { table: inventedTable(fields, rows, (j) => (margins[j] as Margin).at(rng.uniform(), rng)), spent: null }
}

export function copulaPeople(fields: readonly Field[], rows: number, shared: number, rng: Rng): Made {
  const margins = fields.map((field) => writtenMargin(field, shared))
  const scores = scoresOf(fields, margins, rng, normalQuantile)
  return { table: drawTable(fields, margins, correlationsOf(scores), rows, rng), spent: null }
}

/** Places among all, from -√3 to √3: mean 0 and variance 1, and no person can weigh more than 3 in any product. */
const flat = (place: number) => (place - 0.5) * Math.sqrt(12)
const MOST_PRODUCT = 3

/**
 * Half of the budget goes to the columns, a histogram each; half to all correlations together. One person changes every one of
 * p(p-1)/2 sums by at most 3, so their noise has the scale 3·p(p-1)/2 / (epsilon/2), over the number of people, which is public.
 */
export function noisedCopulaPeople(fields: readonly Field[], bins: readonly PublicBins[], rows: number, epsilon: number, rng: Rng): Made {
  const each = epsilon / 2 / fields.length
  const margins = fields.map((field, j) => noisedMargin(field, bins[j] as PublicBins, each, rng))
  const pairs = (fields.length * (fields.length - 1)) / 2
  const people = fields[0]?.column.values.length ?? 0
  const ranks = correlationsOf(scoresOf(fields, margins, rng, flat))
  const size = fields.length
  for (let j = 0; j < size; j++) {
    for (let k = 0; k < j; k++) {
      const noised = (ranks[j * size + k] as number) + laplace((MOST_PRODUCT * pairs) / (epsilon / 2) / Math.max(1, people), rng)
      // Rank correlation to that of the normal scores (Pearson 1907).
      ranks[j * size + k] = ranks[k * size + j] = 2 * Math.sin((Math.PI / 6) * Math.min(0.97, Math.max(-0.97, noised)))
    }
  }
  return {
    table: drawTable(fields, margins, ranks, rows, rng),
    spent: [
      ...fields.map(({ meta }) => ({ what: meta.label, epsilon: each })),
      ...(pairs > 0 ? [{ what: `how ${pairs} pairs hang together`, epsilon: epsilon / 2 }] : []),
    ],
  }
}

/** Columns of scores; 0, the middle, where a value is missing. */
function scoresOf(fields: readonly Field[], margins: readonly Margin[], rng: Rng, score: (place: number) => number): Float64Array[] {
  return fields.map(({ column }, j) => Float64Array.from({ length: column.values.length }, (_, row) => {
    const place = (margins[j] as Margin).place(row, rng)
    return Number.isNaN(place) ? 0 : score(Math.min(1 - 1e-6, Math.max(1e-6, place)))
  }))
}

/** Mean products of scores, whose variance is 1: row-major, with 1 in the diagonal. */
function correlationsOf(scores: readonly Float64Array[]): Float64Array {
  const size = scores.length
  const matrix = new Float64Array(size * size)
  for (let j = 0; j < size; j++) {
    matrix[j * size + j] = 1
    for (let k = 0; k < j; k++) {
      const [a, b] = [scores[j] as Float64Array, scores[k] as Float64Array]
      let sum = 0
      for (let row = 0; row < a.length; row++) sum += (a[row] as number) * (b[row] as number)
      matrix[j * size + k] = matrix[k * size + j] = Math.min(0.99, Math.max(-0.99, sum / Math.max(1, a.length)))
    }
  }
  return matrix
}

function drawTable(fields: readonly Field[], margins: readonly Margin[], correlations: Float64Array, rows: number, rng: Rng): Table {
  const size = fields.length
  const factor = positiveFactor(correlations, size)
  const places = Array.from({ length: rows }, () => {
    const free = Array.from({ length: size }, () => rng.normal())
    return free.map((_, j) => {
      let sum = 0
      for (let k = 0; k <= j; k++) sum += (factor[j * size + k] as number) * (free[k] as number)
      return Math.min(1 - 1e-9, Math.max(0, normalCdf(sum)))
    })
  })
  return inventedTable(fields, rows, (j, row) => (margins[j] as Margin).at(places[row]?.[j] as number, rng))
}

/** Noise can make correlations that no people could have; they are drawn towards none until somebody could. */
function positiveFactor(correlations: Float64Array, size: number): Float64Array {
  for (let kept = 1; kept > 0.02; kept -= 0.02) {
    const factor = choleskyFactor(correlations.map((value, i) => (i % (size + 1) === 0 ? 1 : kept * value)), size)
    if (factor) return factor
  }
  return correlations.map((_, i) => (i % (size + 1) === 0 ? 1 : 0))
}
