import type { ChestCase } from '../../data/chest-case.ts'
import { asChest, type ChestImages, SMALL, smallCopy } from '../../data/chest-films.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { LabelledMat, Matrix } from '../../graph/ports.ts'
import { labelOf, takeRows } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { type ConvBank, makeBank } from '../../imaging/conv-bank.ts'
import { type DrawnImages, isDrawn, pickDrawn, smallCopy as smallDrawn } from '../../imaging/drawn/pictures.ts'
import { countOf } from '../say.ts'
import { convbankSpec } from './convbank.ts'
import { pictureOf } from './shown.ts'

export const convbank: Block = {
  ...convbankSpec,
  fit(inputs, context) {
    return { outputs: { matrix: numbersFor(inputs, context) }, state: null }
  },
  apply(inputs, _, context) {
    return { matrix: numbersFor(inputs, context) }
  },
  report(inputs, outputs) {
    const { train, test } = take(outputs, 'matrix', 'Matrix')
    const images = take(inputs, 'images', 'Images')
    return {
      rows: train.rows + test.rows,
      columns: train.names.length,
      facts: [`${countOf(train.names.length, 'number')} from each film`, `${countOf(train.rows, images.subject === 'drawn' ? 'picture' : 'past film')} to learn from`, images.subject === 'drawn' ? `${countOf(test.rows, 'picture')} to test on` : `${countOf(test.rows, 'film')} of a past night to test on`],
      views: [{ view: 'exhibits', title: 'What a film looks like to us', exhibits: [0, 1].filter((row) => row < images.table.ids.length).map((row) => pictureOf(images, row)) }],
    }
  },
}

function numbersFor(inputs: Parameters<Block['fit']>[0], context: RunContext): Matrix {
  const images = take(inputs, 'images', 'Images')
  if (isDrawn(images)) return drawnMatrix(images, context)
  if (images.subject !== 'chest') context.problem('These patterns were made for films only.', 'wrong-subject')
  return matrixOf(asChest(images), context)
}

/** Of drawn pictures the last quarter is kept for the test. Hidden ones are all for the test. */
function drawnMatrix(images: DrawnImages, context: RunContext): Matrix {
  const bank = makeBank({ size: SMALL, ...paramsOf(convbankSpec, context) })
  const all = [...images.table.ids.keys()]
  const past = context.applying ? 0 : Math.ceil(all.length * 0.75)
  const measured = (of: DrawnImages, own: Iterable<number>): LabelledMat => {
    const rows = [...own]
    const x = new Float64Array(rows.length * bank.names.length)
    rows.forEach((row, i) => {
      if (i % 16 === 0) context.tick(row / all.length)
      x.set(numbersOfDrawn(smallDrawn(of, row, SMALL), bank), i * bank.names.length)
    })
    const part = takeRows(of.table, rows)
    return { rows: rows.length, names: bank.names, x, ids: part.ids, y: labelOf(part) }
  }
  const [train, test] = [all.slice(0, past), all.slice(past)]
  return { type: 'Matrix', train: measured(images, train), test: measured(images, test), tables: { train: takeRows(images.table, train), test: takeRows(images.table, test) }, uses: [], pictures: { images: pickDrawn(images, test), measure: (changed) => measured(changed as DrawnImages, changed.table.ids.keys()) } }
}

const notedDrawn = new WeakMap<Float32Array, { bank: string; numbers: Float64Array }>()

/** As of films below: a small copy that is kept keeps its numbers too. */
function numbersOfDrawn(copy: Float32Array, { size, kernels, grid, features }: ConvBank): Float64Array {
  const bank = `${size}/${kernels}/${grid}`
  const before = notedDrawn.get(copy)
  if (before?.bank === bank) return before.numbers
  const numbers = features(copy)
  notedDrawn.set(copy, { bank, numbers })
  return numbers
}

/** Past films to learn from; the films of a night to test on. */
function matrixOf({ cases, table }: ChestImages, context: RunContext): Matrix {
  const bank = makeBank({ size: SMALL, ...paramsOf(convbankSpec, context) })
  const rows = (tonight: boolean) => [...cases.keys()].filter((row) => cases[row]?.tonight === tonight)
  let done = 0
  const side = (tonight: boolean): { mat: LabelledMat; rows: number[] } => {
    const kept = rows(tonight)
    const x = new Float64Array(kept.length * bank.names.length)
    kept.forEach((row, i) => {
      if (done++ % 16 === 0) context.tick(done / cases.length)
      x.set(numbersOf(cases[row] as ChestCase, bank), i * bank.names.length)
    })
    const part = takeRows(table, kept)
    return { rows: kept, mat: { rows: kept.length, names: bank.names, x, ids: part.ids, y: labelOf(part) } }
  }
  const [train, test] = [side(false), side(true)]
  return { type: 'Matrix', train: train.mat, test: test.mat, tables: { train: takeRows(table, train.rows), test: takeRows(table, test.rows) }, uses: [] }
}

const noted = new WeakMap<ChestCase, { bank: string; numbers: Float64Array }>()

/** Each film keeps the numbers of the bank that looked at it last, since every verdict looks at the same past films. */
function numbersOf(film: ChestCase, { size, kernels, grid, features }: ConvBank): Float64Array {
  const bank = `${size}/${kernels}/${grid}`
  const before = noted.get(film)
  if (before?.bank === bank) return before.numbers
  const numbers = features(smallCopy(film))
  noted.set(film, { bank, numbers })
  return numbers
}
