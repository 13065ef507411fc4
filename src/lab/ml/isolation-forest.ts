/**
 * Isolation forest: rows that few random cuts set apart from all others are odd. Liu, Ting & Zhou 2008, Proc IEEE ICDM, 413:
 * iTree (algorithm 2), PathLength (algorithm 3), score s = 2^(-E(h) / c(n)) (equation 2).
 */
import { Rng } from '../../core/rng.ts'
import type { Mat } from '../graph/ports.ts'

/** A cut with the rows below it on the left; or how many rows are left together. */
type Tree = { column: number; cut: number; left: Tree; right: Tree } | { size: number }

export interface Forest {
  trees: readonly Tree[]
  /** Rows that each tree was grown from. */
  sample: number
}

export interface ForestOptions {
  trees: number
  /** Rows for each tree, at most as many as there are. */
  sample: number
  seed: number
  tick?: (done: number) => void
}

const EULER = 0.5772156649

/**
 * c(n), mean path length of an unsuccessful search in a binary tree of n: 2 H(n - 1) - 2 (n - 1) / n, with H(i) = ln i + 0.5772
 * (equation 1 of the paper). c(2) = 1 and c(1) = 0, as in the extended version (Liu 2012, ACM TKDD 6:3).
 */
export function averagePath(n: number): number {
  if (n < 2) return 0
  if (n === 2) return 1
  return 2 * (Math.log(n - 1) + EULER) - (2 * (n - 1)) / n
}

/** @param mat nothing missing */
export function fitForest(mat: Mat, { trees, sample, seed, tick }: ForestOptions): Forest {
  const rng = new Rng(`isolation/${seed}`)
  const size = Math.min(sample, mat.rows)
  const deepest = Math.ceil(Math.log2(Math.max(2, size)))
  const grown = Array.from({ length: trees }, (_, i) => {
    tick?.(i / trees)
    const rows = rng.shuffle(Array.from({ length: mat.rows }, (__, row) => row)).slice(0, size)
    return grow(mat, rows, deepest, rng)
  })
  return { trees: grown, sample: size }
}

function grow(mat: Mat, rows: readonly number[], depth: number, rng: Rng): Tree {
  const width = mat.names.length
  const varying = depth <= 0 || rows.length <= 1 ? [] : Array.from({ length: width }, (_, column) => ({ column, ...range(mat, rows, column) })).filter(({ low, high }) => high > low)
  if (varying.length === 0) return { size: rows.length }
  const { column, low, high } = rng.pick(varying)
  const cut = low + rng.uniform() * (high - low)
  const below = (row: number) => (mat.x[row * width + column] as number) < cut
  return { column, cut, left: grow(mat, rows.filter(below), depth - 1, rng), right: grow(mat, rows.filter((row) => !below(row)), depth - 1, rng) }
}

function range({ x, names }: Mat, rows: readonly number[], column: number): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const row of rows) {
    const value = x[row * names.length + column] as number
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}

/** 0 to 1: near 1 is odd, well below 0.5 is ordinary; about 0.5 for all means that nothing stands out. */
export function oddness({ trees, sample }: Forest, { rows, names, x }: Mat): Float64Array {
  const width = names.length
  const whole = averagePath(sample)
  return Float64Array.from({ length: rows }, (_, row) => {
    const mean = trees.reduce((sum, tree) => sum + pathLength(tree, x, row * width), 0) / trees.length
    return whole === 0 ? 0.5 : 2 ** (-mean / whole)
  })
}

function pathLength(tree: Tree, x: Float64Array, at: number): number {
  let [here, length] = [tree, 0]
  while (!('size' in here)) {
    here = (x[at + here.column] as number) < here.cut ? here.left : here.right
    length++
  }
  return length + averagePath(here.size)
}
