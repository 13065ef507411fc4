/** Models as they are switched on: fitted on the records of a month or a year, and made ready to be watched. */
import { fitLogistic, predictLogistic } from '../ml/logistic.ts'
import { fitScaler, scale } from '../ml/standardize.ts'
import { quantileEdges, sharesOf } from './psi.ts'
import type { LiveModel, MonthRecords } from './year-values.ts'

/** Keeps coefficients of an input that hardly varies from running away. */
const L2 = 1

/** Risks 0..1 by row for row-major `x`. */
export function risksOf({ intercept, coefficients }: Pick<LiveModel, 'intercept' | 'coefficients'>, x: Float64Array): Float64Array {
  return predictLogistic({ intercept, coefficients: Float64Array.from(coefficients), iterations: 0 }, x, x.length / coefficients.length)
}

export function columnOf(x: Float64Array, j: number, width: number): Float64Array {
  const column = new Float64Array(x.length / width)
  for (let row = 0; row < column.length; row++) column[row] = x[row * width + j] as number
  return column
}

export function flagsOf(risks: Float64Array, threshold: number): Uint8Array {
  const flags = new Uint8Array(risks.length)
  for (let row = 0; row < flags.length; row++) flags[row] = Number((risks[row] as number) >= threshold)
  return flags
}

/** Those inputs, and how often this model raises its hand on them: what later months are held against. */
export function madeFor(model: Pick<LiveModel, 'intercept' | 'coefficients' | 'threshold'>, x: Float64Array): LiveModel {
  const width = model.coefficients.length
  const edges = Array.from({ length: width - 1 }, (_, j) => quantileEdges(columnOf(x, j, width)))
  const flags = flagsOf(risksOf(model, x), model.threshold)
  return {
    ...model, edges,
    shares: edges.map((cuts, j) => sharesOf(columnOf(x, j, width), cuts)),
    alertRate: flags.reduce((sum, flag) => sum + flag, 0) / Math.max(1, flags.length),
  }
}

/** A new model from one month's records, for the same threshold: what a data team brings back from a repair. */
export function refit({ x, y }: Pick<MonthRecords, 'x' | 'y'>, threshold: number): LiveModel {
  const width = x.length / y.length
  const columns = { rows: y.length, names: Array.from({ length: width }, (_, j) => String(j)), x }
  const scaler = fitScaler(columns)
  const { intercept, coefficients: scaled } = fitLogistic(scale(columns, scaler), width, y, { l2: L2 })
  // Back in the units in which the inputs arrive, whatever unit that is now.
  const coefficients = Array.from(scaled, (value, j) => value / (scaler.sd[j] as number))
  const shift = coefficients.reduce((sum, value, j) => sum + value * (scaler.mean[j] as number), 0)
  return madeFor({ intercept: intercept - shift, coefficients, threshold }, x)
}
