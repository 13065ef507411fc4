/**
 * Two people read the first notes by hand and mark what they see. People find 92 to 95 of 100 identifiers (Deleger 2013), and
 * now and then mark an illness for a name. Where both agree it counts; where they differ somebody settles it. What both have
 * missed, nobody asks about. Readers are simulated and seeded; what they mark is part of the material.
 */
import type { Annotations } from '../../core/artefacts/annotations.ts'
import { Rng } from '../../core/rng.ts'
import type { Mark, Note, NoteHouse, NoteTruth, ReaderHabits } from './values.ts'

export const MISSES = 0.07
export const FALSE_MARKS = 0.12

/** Those of a release. */
export const DAY_READERS: ReaderHabits = { notes: 5, misses: MISSES, falseMarks: FALSE_MARKS }

export type Reader = 'A' | 'B'

export interface Disagreement extends Mark {
  id: string
  note: string
  /** Who marked it; the other did not. */
  by: Reader
}

export interface DoubleReading {
  note: Note
  agreed: readonly Mark[]
  disagreements: readonly Disagreement[]
}

export function readTwice({ notes, truth, readers }: Pick<NoteHouse, 'readers'> & { notes: readonly Note[]; truth: readonly NoteTruth[] }): DoubleReading[] {
  return notes.slice(0, readers.notes).flatMap((note, k) => {
    const known = truth[k]
    return known ? [readingOfBoth(note, known, k, readers)] : []
  })
}

function readingOfBoth(note: Note, { marks, decoys }: NoteTruth, k: number, { misses, falseMarks }: ReaderHabits): DoubleReading {
  const rng = new Rng(`readers/${note.id}/${note.text.length}/${note.patient}`)
  const overlooked = k % 2 === 0 ? overlookedIn(marks) : undefined
  const agreed: Mark[] = []
  const disagreements: Disagreement[] = []
  for (const mark of marks) {
    const [a, b] = [rng.uniform() >= misses, rng.uniform() >= misses]
    if (mark === overlooked) continue
    if (a === b) agreed.push(mark)
    else disagreements.push({ ...mark, id: `${note.id}-${mark.from}`, note: note.id, by: a ? 'A' : 'B' })
  }
  for (const { from, to, like } of decoys) {
    const by: Reader = rng.bern(0.5) === 1 ? 'A' : 'B'
    if (rng.uniform() < falseMarks) disagreements.push({ from, to, kind: like, id: `${note.id}-${from}`, note: note.id, by })
  }
  return { note, agreed, disagreements: disagreements.sort((x, y) => x.from - y.from) }
}

/** What two tired people both read over: the sentence that is no name at all, or the third of a kind. */
function overlookedIn(marks: readonly Mark[]): Mark | undefined {
  return marks.find(({ kind }) => kind === 'UNIQUE') ?? marks.filter(({ kind }) => kind === (marks.some((mark) => mark.kind === 'NAME') ? 'NAME' : marks[0]?.kind)).at(2)
}

export interface KeyMark extends Mark {
  note: string
}

/** The answer key as the learner has it: what both marked, what was settled with yes, what was marked by hand. */
export function keyOf(readings: readonly DoubleReading[], { settled, spans }: Pick<Annotations, 'settled' | 'spans'>): KeyMark[] {
  const notes = new Set(readings.map(({ note }) => note.id))
  return [
    ...readings.flatMap(({ note, agreed, disagreements }) => [
      ...agreed.map((mark) => ({ ...mark, note: note.id })),
      ...disagreements.filter(({ id }) => settled[id] === 'yes').map(({ from, to, kind }) => ({ from, to, kind, note: note.id })),
    ]),
    ...spans.filter(({ note }) => notes.has(note)).map(({ note, from, to, kind }) => ({ note, from, to, kind })),
  ]
}

export interface KeyCounts {
  /** Of what should be in the key: what is. */
  right: number
  wanted: number
  /** In the key, and nothing to mark. */
  strays: number
  /** Disagreements that nobody has settled and that are nothing to mark; the others are missing from the key as it is. */
  open: number
}

export function noteKeyCounts(readings: readonly DoubleReading[], truth: readonly NoteTruth[], marks: Pick<Annotations, 'settled' | 'spans'>): KeyCounts {
  const wanted = truth.slice(0, readings.length).flatMap(({ id, marks: own }) => own.map((mark) => ({ ...mark, note: id })))
  const key = keyOf(readings, marks)
  const same = (a: KeyMark, b: KeyMark) => a.note === b.note && overlap(a, b) >= 0.6 * Math.max(a.to - a.from, b.to - b.from)
  return {
    wanted: wanted.length,
    right: wanted.filter((one) => key.some((mark) => same(mark, one))).length,
    strays: key.filter((mark) => !wanted.some((one) => same(mark, one))).length,
    open: readings.flatMap(({ disagreements }) => disagreements).filter(({ id, from, to, note }) =>
      marks.settled[id] === undefined && !wanted.some((one) => same({ from, to, note, kind: 'NAME' }, one))).length,
  }
}

/** Of all that is in the key or should be: the share that is both. Null where nothing is known. */
export function keyRight(...counts: readonly KeyCounts[]): number | null {
  const sum = (of: (one: KeyCounts) => number) => counts.reduce((all, one) => all + of(one), 0)
  return sum(({ wanted }) => wanted) === 0 ? null : sum(({ right }) => right) / sum(({ wanted, strays, open }) => wanted + strays + open)
}

function overlap(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}
