/** `pictures.drawn`: pictures that a quest describes in its own JSON, shape by shape. */
import { changedDrawn, checkDrawn, drawnImages, type DrawnImages, drawnPictures } from '../imaging/drawn/pictures.ts'
import { DrawnSpec } from '../imaging/drawn/spec.ts'
import type { Generator } from './generator.ts'
import { tableAsOf } from './synthetic/synthetic-table.ts'

export const picturesDrawn: Generator<DrawnImages> = {
  id: 'pictures.drawn',
  about: 'pictures that the parameters describe, shape by shape, with findings in boxes and two readers',
  makes: 'Images',
  params: DrawnSpec,
  schema: [],
  generate: drawnPictures,
  /** The picture is there from the start; the report and the boxes are not. */
  asOf(whole, viewAt) {
    const table = tableAsOf(whole.table, viewAt)
    const unlabelled = { ...table, label: { expr: whole.cases.spec.label, values: new Float64Array(table.ids.length).fill(Number.NaN) } }
    return changedDrawn(drawnImages(whole.cases, whole.table, whole.at, false, whole.look), { table: unlabelled })
  },
  columnsFor: checkDrawn,
  traps: [],
}
