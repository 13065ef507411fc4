/** What a model makes of the same pictures once one thing in them is changed: a marker as in somebody else's picture, or a place covered. */
import type { AskedOfPictures, ScoredSet } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import type { PictureBox } from '../box-score.ts'
import { changedDrawn, cuesOf, type DrawnImages, isDrawn, pickDrawn } from './pictures.ts'

/** From here on, on average, a score leans on what was changed. */
export const LEANS = 0.1
/** So many pictures tell the mean shift to a few hundredths; each is drawn and measured once more. */
const ENOUGH = 32

/** Null for scores that were not made from drawn pictures. */
export function askedDrawn(asked: AskedOfPictures | undefined): { images: DrawnImages; scoresOf: AskedOfPictures['scoresOf'] } | null {
  return asked && isDrawn(asked.images) ? { images: asked.images, scoresOf: asked.scoresOf } : null
}

/** The two values of a column, the smaller first; null where it has more or fewer, or where no shape reads it. */
function cueValues(images: DrawnImages, column: string): readonly [number | string, number | string] | null {
  const values = [...new Set(Array.from<number | string>(images.cases.values.columns[column]?.values ?? []))].sort((a, b) => (a < b ? -1 : 1))
  const [first, second] = values
  return cuesOf(images).includes(column) && values.length === 2 && first !== undefined && second !== undefined ? [first, second] : null
}

interface Swap {
  rows: readonly number[]
  /** Scores as the pictures are, and with the marker of somebody else. */
  before: Float64Array
  after: Float64Array
  values: readonly [number | string, number | string]
  /** Mean score with the second value, less that with the first, in the same pictures. */
  shift: number
}

/** Redraws the first pictures with one column as in somebody else's. Null where that cannot be done. */
export function swap({ scores }: Pick<ScoredSet, 'scores'>, asked: AskedOfPictures | undefined, column: string): Swap | null {
  const drawn = askedDrawn(asked)
  const values = drawn && cueValues(drawn.images, column)
  if (!drawn || !values) return null
  const own = columnOf(drawn.images.table, column)?.values
  const rows = [...drawn.images.table.ids.keys()].slice(0, ENOUGH)
  const after = drawn.scoresOf(changedDrawn(pickDrawn(drawn.images, rows), { trial: { swap: column } }))
  const before = Float64Array.from(rows, (row) => scores[row] as number)
  const shift = rows.reduce((sum, row, i) => sum + ((after[i] as number) - (before[i] as number)) * (own?.[row] === values[0] ? 1 : -1), 0) / Math.max(1, rows.length)
  return { rows, before, after, values, shift }
}

/** What every marker does to the score. */
export function shiftsOf(set: Pick<ScoredSet, 'scores'>, asked: AskedOfPictures | undefined): { column: string; shift: number }[] {
  const drawn = askedDrawn(asked)
  return (drawn ? cuesOf(drawn.images) : []).flatMap((column) => {
    const done = swap(set, asked, column)
    return done ? [{ column, shift: done.shift }] : []
  })
}

/** By part of the picture, row by row: the mean change of the score, either way, when only that part is covered. */
export function occlusion({ scores }: Pick<ScoredSet, 'scores'>, { images, scoresOf }: { images: DrawnImages; scoresOf: AskedOfPictures['scoresOf'] }, grid: number, tick: (done: number) => void): { part: PictureBox; change: number }[] {
  const rows = [...images.table.ids.keys()].slice(0, ENOUGH)
  const some = pickDrawn(images, rows)
  return Array.from({ length: grid * grid }, (_, i) => {
    tick(i / (grid * grid))
    const part = { x: (i % grid) / grid, y: Math.floor(i / grid) / grid, w: 1 / grid, h: 1 / grid }
    const after = scoresOf(changedDrawn(some, { trial: { patch: part } }))
    return { part, change: rows.reduce((sum, row, at) => sum + Math.abs((after[at] as number) - (scores[row] as number)), 0) / Math.max(1, rows.length) }
  })
}
