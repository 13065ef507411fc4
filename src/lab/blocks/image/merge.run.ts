import type { Block, RunContext } from '../../graph/block.ts'
import type { BoxKey } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { keyRight } from '../../deid/readers.ts'
import { changedDrawn, type DrawnImages, isDrawn } from '../../imaging/drawn/pictures.ts'
import type { PictureBox } from '../../imaging/box-score.ts'
import { compared, keyBoxes, pictureKeyCounts } from '../../imaging/drawn/readers.ts'
import { marksOf } from '../deid/marks.ts'
import { countOf, percent } from '../say.ts'
import { mergeBoxesSpec } from './drawn.ts'

/** Labels come from people, and people were asked on visible pictures only; hidden ones go through as they are. */
export const mergeBoxes: Block = {
  ...mergeBoxesSpec,
  fit(inputs, context) {
    const { images, key } = merged(drawnIn(take(inputs, 'images', 'Images'), context), context)
    return { outputs: { images }, state: key }
  },
  apply(inputs, state, context) {
    const images = drawnIn(take(inputs, 'images', 'Images'), context)
    const { label } = images.table
    return { images: label ? changedDrawn(images, { table: { ...images.table, label: { ...label, key: state as BoxKey } } }) : images }
  },
  report(inputs, outputs) {
    const images = take(outputs, 'images', 'Images')
    const ill = images.table.label?.values.reduce((sum, value) => sum + value, 0) ?? 0
    const before = take(inputs, 'images', 'Images').table.ids.length
    return { rows: before, columns: null, facts: [`${countOf(ill, 'picture')} with a box (${percent(before === 0 ? null : ill / before)})`], views: [] }
  },
}

function drawnIn(images: { subject: string }, context: RunContext): DrawnImages {
  const value = images as DrawnImages
  return isDrawn(value) ? value : context.problem('Nobody has drawn boxes on these pictures.', 'wrong-subject')
}

function merged(images: DrawnImages, context: RunContext): { images: DrawnImages; key: BoxKey } {
  const marks = marksOf(context)
  const { otherwise } = paramsOf(mergeBoxesSpec, context)
  const settled = images.cases.spec.readers.pictures
  const boxes: (readonly PictureBox[])[] = []
  const values = new Float64Array(images.table.ids.length)
  const counts: ReturnType<typeof pictureKeyCounts>[] = []
  for (const [row, id] of images.table.ids.entries()) {
    const readings = images.readings(row)
    const both = compared(id, readings)
    const at = images.at[row] as number
    const own = at < settled
    if (own) counts.push(pictureKeyCounts(id, both, images.findings(row), marks))
    const key = own ? keyBoxes(id, both, marks) : otherwise === 'either' ? [...both.agreed, ...both.differences] : otherwise === 'both' ? both.agreed : readings[otherwise]
    boxes[at] = key
    values[row] = Number(key.length > 0)
  }
  const wanted = counts.reduce((sum, one) => sum + one.wanted, 0)
  const key: BoxKey = { right: keyRight(...counts), iou: wanted === 0 ? null : counts.reduce((sum, one) => sum + one.iou, 0) / wanted }
  return { images: changedDrawn(images, { key: boxes, table: { ...images.table, label: { expr: 'boxes of two readers', values, key } } }), key }
}
