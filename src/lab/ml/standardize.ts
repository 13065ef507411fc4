/** Put every column on one scale: mean 0, standard deviation 1, as learnt from the training rows. */
import type { Mat } from '../graph/ports.ts'

export interface Scaler {
  mean: Float64Array
  /** Population standard deviation; 1 for a column that never changes, so that nothing is divided by zero. */
  sd: Float64Array
}

export function fitScaler({ rows, names, x }: Mat): Scaler {
  const width = names.length
  const mean = new Float64Array(width)
  const sd = new Float64Array(width)
  for (let i = 0; i < x.length; i++) mean[i % width]! += (x[i] as number) / rows
  for (let i = 0; i < x.length; i++) sd[i % width]! += ((x[i] as number) - (mean[i % width] as number)) ** 2 / rows
  for (let j = 0; j < width; j++) sd[j] = Math.sqrt(sd[j] as number) || 1
  return { mean, sd }
}

/** A scaled copy, row-major, same shape. */
export function scale({ names, x }: Mat, { mean, sd }: Scaler): Float64Array {
  const width = names.length
  const scaled = new Float64Array(x.length)
  for (let i = 0; i < x.length; i++) scaled[i] = ((x[i] as number) - (mean[i % width] as number)) / (sd[i % width] as number)
  return scaled
}
