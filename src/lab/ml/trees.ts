/**
 * Gradient boosted trees on histograms, log-loss (Friedman 2001; second-order gains as in XGBoost, Chen & Guestrin 2016).
 * Each tree mends what the trees before it got wrong; `rate` says how much of the mending is believed.
 */
import { Rng, sigmoid } from '../../core/rng.ts'
import type { Mat } from '../graph/ports.ts'
import { binColumns, type Cuts, fitCuts } from './bins.ts'

export interface Tree {
  /** Column asked at each node; -1 at a leaf. */
  feature: Int16Array
  /** Rows whose bin is at most this go left. */
  bin: Uint8Array
  left: Int16Array
  right: Int16Array
  /** Log-odds added at a leaf, learning rate included. */
  value: Float64Array
}

export interface TreesModel {
  cuts: Cuts[]
  trees: Tree[]
  /** Log-odds of the training rows before the first tree. */
  start: number
  /** Loss taken away by questions about each column, all trees together. */
  gain: Float64Array
}

export interface TreesOptions {
  trees?: number
  depth?: number
  rate?: number
  bins?: number
  /** Fewest rows on either side of a question. */
  minLeaf?: number
  l2?: number
  /** Share of rows each tree sees. */
  rowShare?: number
  seed?: string
  /** Called once per tree with the share done. */
  tick?: (done: number) => void
}

const SMALLEST_GAIN = 1e-6

/** `x` must be finite, `y` 0/1. The same data, options and seed give the same trees. */
export function fitTrees(x: Mat, y: ArrayLike<number>, options: TreesOptions = {}): TreesModel {
  const { trees: wanted = 100, depth = 3, rate = 0.1, bins = 32, rowShare = 0.8, seed = 'gbt', tick } = options
  const cuts = fitCuts(x, bins)
  const grower: Grower = {
    binned: binColumns(x, cuts),
    rows: x.rows,
    width: x.names.length,
    bins,
    rate,
    minLeaf: options.minLeaf ?? 20,
    l2: options.l2 ?? 1,
    gradient: new Float64Array(x.rows),
    curvature: new Float64Array(x.rows),
    gain: new Float64Array(x.names.length),
  }
  const start = startingLogOdds(y)
  const score = new Float64Array(x.rows).fill(start)
  const rng = new Rng(seed)
  const trees: Tree[] = []
  for (let t = 0; t < wanted; t++) {
    tick?.(t / wanted)
    for (let i = 0; i < x.rows; i++) {
      const risk = sigmoid(score[i] as number)
      grower.gradient[i] = (y[i] as number) - risk
      grower.curvature[i] = risk * (1 - risk)
    }
    const tree = growTree(grower, sampleRows(x.rows, rowShare, rng), depth)
    trees.push(tree)
    addTree(tree, grower.binned, x.rows, score)
  }
  return { cuts, trees, start, gain: grower.gain }
}

/** Risks 0..1 for the rows of `x`, whose columns are those the model was fitted on. */
export function predictTrees(model: TreesModel, x: Mat): Float64Array {
  const binned = binColumns(x, model.cuts)
  const score = new Float64Array(x.rows).fill(model.start)
  for (const tree of model.trees) addTree(tree, binned, x.rows, score)
  return score.map(sigmoid)
}

/** Log-odds of the outcome; one of each kind is imagined where only one kind was seen. */
function startingLogOdds(y: ArrayLike<number>): number {
  let positives = 0
  for (let i = 0; i < y.length; i++) positives += y[i] as number
  const imagined = positives === 0 || positives === y.length ? 1 : 0
  return Math.log((positives + imagined) / (y.length - positives + imagined))
}

function sampleRows(rows: number, rowShare: number, rng: Rng): Uint32Array {
  const kept = new Uint32Array(rows)
  let n = 0
  for (let i = 0; i < rows; i++) if (rowShare >= 1 || rng.uniform() < rowShare) kept[n++] = i
  return kept.subarray(0, n)
}

interface Grower {
  binned: Uint8Array
  rows: number
  width: number
  bins: number
  rate: number
  minLeaf: number
  l2: number
  gradient: Float64Array
  curvature: Float64Array
  gain: Float64Array
}

function growTree(grower: Grower, rows: Uint32Array, depth: number): Tree {
  const feature: number[] = []
  const bin: number[] = []
  const left: number[] = []
  const right: number[] = []
  const value: number[] = []
  const grow = (members: Uint32Array, levels: number): number => {
    const node = feature.length
    const total = sumOver(grower, members)
    feature.push(-1)
    bin.push(0)
    left.push(-1)
    right.push(-1)
    value.push((grower.rate * total.gradient) / (total.curvature + grower.l2))
    const question = levels > 0 ? bestQuestion(grower, members, total) : null
    if (!question) return node
    grower.gain[question.feature]! += question.gain
    const middle = partition(grower, members, question)
    feature[node] = question.feature
    bin[node] = question.bin
    left[node] = grow(members.subarray(0, middle), levels - 1)
    right[node] = grow(members.subarray(middle), levels - 1)
    return node
  }
  grow(rows, depth)
  return {
    feature: Int16Array.from(feature), bin: Uint8Array.from(bin), left: Int16Array.from(left), right: Int16Array.from(right),
    value: Float64Array.from(value),
  }
}

interface Sums {
  gradient: number
  curvature: number
}

function sumOver({ gradient, curvature }: Grower, members: Uint32Array): Sums {
  const total = { gradient: 0, curvature: 0 }
  for (const i of members) {
    total.gradient += gradient[i] as number
    total.curvature += curvature[i] as number
  }
  return total
}

interface Question {
  feature: number
  bin: number
  gain: number
}

/** The question that takes away most loss, or null when none leaves `minLeaf` rows on both sides. */
function bestQuestion(grower: Grower, members: Uint32Array, total: Sums): Question | null {
  const { binned, rows, width, bins, minLeaf, l2, gradient, curvature } = grower
  if (members.length < 2 * minLeaf) return null
  const worth = (g: number, h: number) => (g * g) / (h + l2)
  const before = worth(total.gradient, total.curvature)
  const histogram = new Float64Array(bins * 3)
  let best: Question | null = null
  for (let j = 0; j < width; j++) {
    histogram.fill(0)
    for (const i of members) {
      const at = (binned[j * rows + i] as number) * 3
      histogram[at]! += gradient[i] as number
      histogram[at + 1]! += curvature[i] as number
      histogram[at + 2]!++
    }
    let g = 0
    let h = 0
    let n = 0
    for (let b = 0; b < bins - 1; b++) {
      g += histogram[b * 3] as number
      h += histogram[b * 3 + 1] as number
      n += histogram[b * 3 + 2] as number
      if (n < minLeaf) continue
      if (members.length - n < minLeaf) break
      const gain = worth(g, h) + worth(total.gradient - g, total.curvature - h) - before
      if (gain > (best?.gain ?? SMALLEST_GAIN)) best = { feature: j, bin: b, gain }
    }
  }
  return best
}

/** Put the rows that go left first, both sides keeping their order; how many went left. */
function partition({ binned, rows }: Grower, members: Uint32Array, { feature, bin }: Question): number {
  const rightSide = new Uint32Array(members.length)
  let kept = 0
  let moved = 0
  for (const i of members) {
    if ((binned[feature * rows + i] as number) <= bin) members[kept++] = i
    else rightSide[moved++] = i
  }
  members.set(rightSide.subarray(0, moved), kept)
  return kept
}

function addTree(tree: Tree, binned: Uint8Array, rows: number, score: Float64Array): void {
  for (let i = 0; i < rows; i++) {
    let node = 0
    let asked = tree.feature[node] as number
    while (asked >= 0) {
      node = ((binned[asked * rows + i] as number) <= (tree.bin[node] as number) ? tree.left[node] : tree.right[node]) as number
      asked = tree.feature[node] as number
    }
    score[i]! += tree.value[node] as number
  }
}
