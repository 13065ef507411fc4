/** A reader study: two simulated readers and the list, alone and together, on the same hidden pictures. */
import type { View } from '../../core/verdict.ts'
import { percent } from '../blocks/say.ts'
import { confusion, sensitivity, specificity } from '../ml/metrics.ts'
import { readBy } from './image-findings-figures.ts'
import type { FindingsSet } from './image-findings.ts'

type Flags = (set: FindingsSet) => ArrayLike<number>

const ROWS: readonly (readonly [string, Flags])[] = [
  ['A alone', (set) => readBy(set, 'A', undefined)],
  ['B alone', (set) => readBy(set, 'B', undefined)],
  ['A or B', (set) => readBy(set, 'either', undefined)],
  ['A and B', (set) => readBy(set, 'both', undefined)],
  ['Your list', (set) => set.list.flagged],
  ['A or list', (set) => readBy(set, 'A', 'adds')],
  ['B or list', (set) => readBy(set, 'B', 'adds')],
  ['A and list', (set) => readBy(set, 'A', 'confirms')],
]

/** Nothing where nobody has read, or where there is nothing to find. */
export function readerStudy(sets: readonly FindingsSet[]): View[] {
  if (!sets.some(({ images, pictures }) => pictures.some(({ row }) => images.readings(row).A.length + images.readings(row).B.length > 0))) return []
  const rows = ROWS.map(([who, flagsOf]) => {
    const all = sets.map((set) => ({ y: set.list.y, flags: flagsOf(set) }))
    const counts = confusion(all.flatMap(({ y }) => [...y]), all.flatMap(({ flags }) => Array.from(flags)))
    return [who, percent(sensitivity(counts)), percent(specificity(counts)), counts.fn, counts.fp]
  })
  return [{ view: 'rows', title: 'Readers A and B and your list, on the same pictures', columns: ['who', 'of the ill, found', 'of the well, left alone', 'missed', 'false'], rows, marked: [4] }]
}
