/** Hidden pictures to open, with the finding, the boxes of the list and those of the two readers. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport, Exhibit, Tone } from '../../core/verdict.ts'
import { SYNTHETIC } from '../imaging/fundus.ts'
import type { PictureBox } from '../imaging/box-score.ts'
import type { FindingsSet } from './image-findings.ts'
import { tabularCases } from './tabular-cases.ts'

const SIZE = 320

export function findingCases(quest: Quest, sets: readonly FindingsSet[]): CaseReport[] {
  return tabularCases(quest, sets).map((one) => {
    const set = sets.find(({ seed }) => one.id.startsWith(`${seed}/`))
    const at = set?.list.ids.indexOf(one.id.slice((set.seed.length) + 1)) ?? -1
    return set && at >= 0 ? { ...one, exhibits: [hiddenPicture(set, at, 'As it came in')] } : one
  })
}

/** Drawn when somebody looks. */
export function hiddenPicture({ images, pictures, list }: FindingsSet, at: number, caption: string): Exhibit {
  const { row, boxes } = pictures[at] ?? { row: 0, boxes: null }
  const { A, B } = images.readings(row)
  const mark = (label: string, tone: Tone) => ({ x, y, w, h }: PictureBox) => ({ x: x * SIZE, y: y * SIZE, w: w * SIZE, h: h * SIZE, label, tone })
  const found = list.flagged[at] === 1
  const marks = [
    ...images.findings(row).map((box) => mark(box.label, found ? 'right' : 'missed')(box)),
    ...(boxes ?? []).map(mark('your box', 'note')),
    ...A.map(mark('reader A', 'note')), ...B.map(mark('reader B', 'note')),
  ]
  return {
    kind: 'picture', caption: `${caption} (${SYNTHETIC})`, width: SIZE, height: SIZE, channels: 1, marks,
    get pixels() {
      return images.draw(row, SIZE).pixels
    },
  }
}
