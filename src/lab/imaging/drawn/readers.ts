/**
 * Two people look at pictures and draw a box around what they find. How often each misses and what each is taken in by are formulas
 * of the quest: of fatigue, of the site, of how faint the finding is. Simulated and seeded. Where both drew nearly the same box it
 * counts; what only one drew is settled by the learner in the first pictures, and by a rule in all others.
 */
import type { Annotations } from '../../../core/artefacts/annotations.ts'
import { Rng } from '../../../core/rng.ts'
import type { KeyCounts, Reader } from '../../deid/readers.ts'
import { iou, matchBoxes, type PictureBox } from '../box-score.ts'
import type { Ask } from './paint.ts'
import type { DrawnSpec, Place } from './spec.ts'

/** From here on two readers mean the same thing. */
const SAME = 0.3

export type Readings = Readonly<Record<Reader, readonly PictureBox[]>>

export function placesOf(places: readonly Place[], ask: Ask): (PictureBox & { label: string })[] {
  return places.flatMap(({ label, when, x, y, w, h }) => (ask.holds(when) ? [{ label, ...within({ x: ask.amount(x), y: ask.amount(y), w: ask.amount(w), h: ask.amount(h) }) }] : []))
}

export function readPicture({ findings, lures, readers }: DrawnSpec, ask: Ask, seed: string): Readings {
  const read = (reader: Reader) => {
    const rng = new Rng(`${seed}/reader/${reader}`)
    const { misses, falseMarks, shake } = readers[reader]
    const [missed, taken] = [ask.amount(misses), ask.amount(falseMarks)]
    const boxes: PictureBox[] = []
    for (const [places, chance] of [[placesOf(findings, ask), 1 - missed], [placesOf(lures, ask), taken]] as const) {
      for (const box of places) {
        const sees = rng.uniform() < chance
        const drawn = shaken(box, shake, rng)
        if (sees) boxes.push(drawn)
      }
    }
    return boxes
  }
  return { A: read('A'), B: read('B') }
}

function shaken({ x, y, w, h }: PictureBox, shake: number, rng: Rng): PictureBox {
  const [left, top, right, bottom] = [x, y, x + w, y + h].map((side) => side + rng.normal(0, shake)) as [number, number, number, number]
  return within({ x: Math.min(left, right - 0.02), y: Math.min(top, bottom - 0.02), w: Math.max(0.02, right - left), h: Math.max(0.02, bottom - top) })
}

function within({ x, y, w, h }: PictureBox): PictureBox {
  const [left, top] = [Math.min(0.98, Math.max(0, x)), Math.min(0.98, Math.max(0, y))]
  return { x: left, y: top, w: Math.min(1 - left, Math.max(0.02, x + w - left)), h: Math.min(1 - top, Math.max(0.02, y + h - top)) }
}

export interface BoxDifference extends PictureBox {
  id: string
  by: Reader
}

export interface AgreedBox extends PictureBox {
  id: string
}

export interface BothReadings {
  agreed: readonly AgreedBox[]
  differences: readonly BoxDifference[]
}

export function compared(id: string, { A, B }: Readings): BothReadings {
  const { wanted, extra } = matchBoxes(A, B, SAME)
  const differ = (box: PictureBox, by: Reader, k: number): BoxDifference => ({ ...box, id: `${id}-${by}${k + 1}`, by })
  return {
    agreed: wanted.flatMap(({ by }, k) => (by === null ? [] : [{ ...between(A[k] as PictureBox, B[by] as PictureBox), id: `${id}-both${k + 1}` }])),
    differences: [...wanted.flatMap(({ by }, k) => (by === null ? [differ(A[k] as PictureBox, 'A', k)] : [])), ...extra.map((k) => differ(B[k] as PictureBox, 'B', k))],
  }
}

function between(a: PictureBox, b: PictureBox): PictureBox {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, w: (a.w + b.w) / 2, h: (a.h + b.h) / 2 }
}

type Settled = Pick<Annotations, 'settled' | 'films'>

/** What stands in the learner's key for one picture: two can be wrong together, and a box of one's own goes before one that it lies over. */
export function keyBoxes(id: string, { agreed, differences }: BothReadings, { settled, films }: Settled): PictureBox[] {
  const own = films[id]?.boxes ?? []
  const read: PictureBox[] = [...agreed.filter((one) => settled[one.id] !== 'no'), ...differences.filter((one) => settled[one.id] === 'yes')]
  return [...own, ...read.filter((box) => !own.some((mine) => iou(mine, box) >= SAME))]
}

/** One picture's key against what is really there. */
export function pictureKeyCounts(id: string, both: BothReadings, truth: readonly PictureBox[], settled: Settled): KeyCounts & { iou: number } {
  const key = keyBoxes(id, both, settled)
  const { wanted, extra } = matchBoxes(truth, key)
  return {
    wanted: truth.length, right: wanted.filter(({ by }) => by !== null).length, strays: extra.length,
    open: both.differences.filter((one) => settled.settled[one.id] === undefined && !truth.some((box) => iou(box, one) >= SAME)).length,
    iou: wanted.reduce((sum, one) => sum + one.iou, 0),
  }
}
