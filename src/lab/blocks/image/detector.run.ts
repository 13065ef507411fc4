/**
 * A window that slides: each place is measured by the bank of small patterns, and a logistic model learns which places lie in a box.
 * Places that lie half in a box teach nothing, and of places without one every third is enough.
 */
import type { Block, RunContext } from '../../graph/block.ts'
import type { AskedOfPictures, ScoredSet } from '../../graph/ports.ts'
import { labelOf, takeRows } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { type ConvBank, makeBank } from '../../imaging/conv-bank.ts'
import { boxesToLearn, type DrawnImages, isDrawn, pickDrawn, smallCopy } from '../../imaging/drawn/pictures.ts'
import { iou, type PictureBox } from '../../imaging/box-score.ts'
import { balancedWeights, fitLogistic, type LogisticModel, predictLogistic } from '../../ml/logistic.ts'
import { fitScaler, scale, type Scaler } from '../../ml/standardize.ts'
import { reportScores } from '../model/scored.ts'
import { detectorSpec } from './drawn.ts'
import { squareExhibit, SAMPLE_SIZE } from './shown.ts'

const SIZE = 64
const KERNELS = 10
const GRID = 2
const KEEP_EMPTY = 3
/** Windows that overlap by so much mean the same place. */
const SAME = 0.15

interface State {
  scaler: Scaler
  model: LogisticModel
}

export const detector: Block = {
  ...detectorSpec,
  fit(inputs, context) {
    const images = drawnIn(inputs, context)
    if (images.table.weights) context.problem('The detector counts every window alike, so Balance would do nothing here. Use Film features and Logistic regression.', 'no-weights')
    const params = paramsOf(detectorSpec, context)
    const past = Math.ceil(images.table.ids.length * 0.75)
    const rows = [...images.table.ids.keys()]
    const windows = windowsOf(params.window)
    const state = learn(images, rows.slice(0, past), windows, context)
    const side = (own: readonly number[]) => scored(images, own, windows, state, params.cut, context)
    return { outputs: { scores: { type: 'Scores', probability: false, train: side(rows.slice(0, past)), test: side(rows.slice(past)), uses: [], pictures: asked(pickDrawn(images, rows.slice(past)), windows, state, context) } }, state }
  },
  apply(inputs, state, context) {
    const images = drawnIn(inputs, context)
    const { window, cut } = paramsOf(detectorSpec, context)
    const windows = windowsOf(window)
    const side = (own: readonly number[]) => scored(images, own, windows, state as State, cut, context)
    return { scores: { type: 'Scores', probability: false, train: side([]), test: side([...images.table.ids.keys()]), uses: [], pictures: asked(images, windows, state as State, context) } }
  },
  report(inputs, outputs) {
    const { test, ...rest } = take(outputs, 'scores', 'Scores')
    const said = reportScores({ ...rest, test })
    const images = take(inputs, 'images', 'Images')
    const shown = test.ids.flatMap((id, i) => ((test.boxes?.[i]?.length ?? 0) > 0 ? [{ row: images.table.ids.indexOf(id), boxes: test.boxes?.[i] ?? [] }] : [])).slice(0, 2)
    const exhibits = shown.map(({ row, boxes }) => squareExhibit({
      caption: images.table.ids[row] ?? '', channels: 1, tone: 'note',
      draw: () => ({ ...images.draw(row, SAMPLE_SIZE), marks: boxes.map(({ x, y, w, h }) => ({ label: 'found', x: x * SAMPLE_SIZE, y: y * SAMPLE_SIZE, w: w * SAMPLE_SIZE, h: h * SAMPLE_SIZE })) }),
    }))
    return { ...said, views: [...(exhibits.length > 0 ? [{ view: 'exhibits' as const, title: 'Where it thinks that something is', exhibits }] : []), ...said.views] }
  },
}

function asked(images: DrawnImages, windows: Windows, state: State, context: RunContext): AskedOfPictures {
  return { images, scoresOf: (changed) => scored(changed as DrawnImages, [...changed.table.ids.keys()], windows, state, 1, context).scores }
}

function drawnIn(inputs: Parameters<Block['fit']>[0], context: RunContext): DrawnImages {
  const images = take(inputs, 'images', 'Images')
  return isDrawn(images) ? images : context.problem('This detector learns from boxes, and nobody has drawn boxes on these pictures.', 'wrong-subject')
}

/** Places of the window in pixels of the small copy: half a window apart. */
interface Windows {
  bank: ConvBank
  side: number
  places: readonly { left: number; top: number; box: PictureBox }[]
}

function windowsOf(share: number): Windows {
  const side = Math.max(10, Math.round(share * SIZE))
  const step = Math.max(2, Math.floor(side / 2))
  const starts = Array.from({ length: Math.floor((SIZE - side) / step) + 1 }, (_, i) => i * step)
  return { bank: makeBank({ size: side, kernels: KERNELS, grid: GRID }), side, places: starts.flatMap((top) => starts.map((left) => ({ left, top, box: { x: left / SIZE, y: top / SIZE, w: side / SIZE, h: side / SIZE } }))) }
}

/** Row-major, one row a place. */
function measured(images: DrawnImages, row: number, { bank, side, places }: Windows): Float64Array {
  const picture = smallCopy(images, row, SIZE)
  const x = new Float64Array(places.length * bank.names.length)
  const part = new Float32Array(side * side)
  for (const [i, { left, top }] of places.entries()) {
    for (let y = 0; y < side; y++) part.set(picture.subarray((top + y) * SIZE + left, (top + y) * SIZE + left + side), y * side)
    x.set(bank.features(part), i * bank.names.length)
  }
  return x
}

function learn(images: DrawnImages, rows: readonly number[], windows: Windows, context: RunContext): State {
  const { names } = windows.bank
  const kept: Float64Array[] = []
  const y: number[] = []
  for (const row of rows) {
    if (row % 8 === 0) context.tick((0.6 * row) / rows.length)
    const boxes = boxesToLearn(images, row)
    const numbers = measured(images, row, windows)
    for (const [i, { box }] of windows.places.entries()) {
      const inside = Math.max(0, ...boxes.map((one) => shareInside(one, box)))
      if (inside < 0.6 && (inside > 0.1 || (row + i) % KEEP_EMPTY !== 0)) continue
      kept.push(numbers.subarray(i * names.length, (i + 1) * names.length))
      y.push(Number(inside >= 0.6))
    }
  }
  if (!y.includes(1) || !y.includes(0)) return context.problem('There is no box to learn from, or nothing but boxes. Look at the labels.', 'one-class')
  const x = new Float64Array(kept.length * names.length)
  kept.forEach((numbers, i) => x.set(numbers, i * names.length))
  const mat = { rows: kept.length, names, x }
  const scaler = fitScaler(mat)
  return { scaler, model: fitLogistic(scale(mat, scaler), names.length, y, { l2: 10, weights: balancedWeights(y) }) }
}

/** How much of a box, or of as much of it as fits in, lies in the window. */
function shareInside(box: PictureBox, window: PictureBox): number {
  const w = Math.min(box.x + box.w, window.x + window.w) - Math.max(box.x, window.x)
  const h = Math.min(box.y + box.h, window.y + window.h) - Math.max(box.y, window.y)
  return w <= 0 || h <= 0 ? 0 : (w * h) / Math.min(box.w * box.h, window.w * window.h)
}

function scored(images: DrawnImages, rows: readonly number[], windows: Windows, { scaler, model }: State, cut: number, context: RunContext): ScoredSet {
  const table = takeRows(images.table, rows)
  const { names } = windows.bank
  const found = rows.map((row, i) => {
    if (i % 8 === 0) context.tick(0.6 + (0.4 * i) / rows.length)
    return predictLogistic(model, scale({ rows: windows.places.length, names, x: measured(images, row, windows) }, scaler), windows.places.length)
  })
  return {
    ids: table.ids, y: labelOf(table), table,
    scores: Float64Array.from(found, (shares) => shares.reduce((most, share) => Math.max(most, share), 0)),
    boxes: found.map((shares) => boxesFrom(shares, windows, cut)),
  }
}

/** The best window and all that lie over it become one box, the mean of them by their scores; then the next best. */
function boxesFrom(shares: Float64Array, { places }: Windows, cut: number): PictureBox[] {
  let left = [...shares.keys()].filter((i) => (shares[i] as number) >= cut).sort((a, b) => (shares[b] as number) - (shares[a] as number))
  const boxes: PictureBox[] = []
  while (left.length > 0 && boxes.length < 6) {
    const best = (places[left[0] as number] as Windows['places'][number]).box
    const near = left.filter((i) => iou((places[i] as Windows['places'][number]).box, best) >= SAME)
    const weight = near.reduce((sum, i) => sum + (shares[i] as number), 0)
    const mean = (of: (box: PictureBox) => number) => near.reduce((sum, i) => sum + of((places[i] as Windows['places'][number]).box) * (shares[i] as number), 0) / weight
    boxes.push({ x: mean(({ x }) => x), y: mean(({ y }) => y), w: best.w, h: best.h })
    left = left.filter((i) => !near.includes(i))
  }
  return boxes
}
