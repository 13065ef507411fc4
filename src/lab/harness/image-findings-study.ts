/** A reader study: two simulated readers and the list, alone and together, on the same hidden pictures. */
import type { View } from '../../core/verdict.ts'
import { percent } from '../blocks/say.ts'
import { confusion, sensitivity, specificity } from '../ml/metrics.ts'
import { readBy } from './image-findings-figures.ts'
import type { FindingsSet } from './image-findings.ts'

type Flags = (set: FindingsSet) => ArrayLike<number>

const ROWS: readonly (readonly [string, Flags])[] = [
  ['Reader A alone', (set) => readBy(set, 'A', undefined)],
  ['Reader B alone', (set) => readBy(set, 'B', undefined)],
  ['Either of them', (set) => readBy(set, 'either', undefined)],
  ['Both agree', (set) => readBy(set, 'both', undefined)],
  ['Your list alone', (set) => set.list.flagged],
  ['A, or your list', (set) => readBy(set, 'A', 'adds')],
  ['B, or your list', (set) => readBy(set, 'B', 'adds')],
  ['A, if your list agrees', (set) => readBy(set, 'A', 'confirms')],
]

/** Nothing where nobody has read, or where there is nothing to find. */
export function readerStudy(sets: readonly FindingsSet[]): View[] {
  if (!sets.some(({ images, pictures }) => pictures.some(({ row }) => images.readings(row).A.length + images.readings(row).B.length > 0))) return []
  const rows = ROWS.map(([who, flagsOf]) => {
    const all = sets.map((set) => ({ y: set.list.y, flags: flagsOf(set) }))
    const counts = confusion(all.flatMap(({ y }) => [...y]), all.flatMap(({ flags }) => Array.from(flags)))
    return [who, percent(sensitivity(counts)), percent(specificity(counts)), counts.fn, counts.fp]
  })
  return [{ view: 'rows', title: 'Two readers and your list, on the same pictures', columns: ['who', 'found of the ill', 'left alone of the well', 'missed', 'called for nothing'], rows, marked: [4] }]
}
