/** `text-spans`: a release of notes and films, judged by what is left in it and by what was lost from it. */
import type { Metric } from '../../core/quest/schema.ts'
import { keyOf, readTwice } from '../deid/readers.ts'
import { type NoteScore, scoreNote } from '../deid/score.ts'
import type { Archive, NoteTruth, Release } from '../deid/values.ts'
import type { DataSet } from '../dicom/element.ts'
import { GONE, judgePicture, type Painted } from '../dicom/film.ts'
import { brokenThread, type HeaderLine, headerLines } from '../dicom/judge-header.ts'
import { receivedFilm, type ReceivedFilm } from '../dicom/release-file.ts'
import type { FilmStudy } from '../dicom/study.ts'
import type { PortValue } from '../graph/ports.ts'
import type { Figures, Harness, JudgedSet, MetricSpec } from './harness.ts'
import { releaseCases } from './text-spans-cases.ts'
import { newspaperStory } from './text-spans-story.ts'
import { releaseViews } from './text-spans-views.ts'

export interface JudgedFilm {
  lines: readonly HeaderLine[]
  broken: string | null
  painted: readonly Painted[]
  /** What was read back from the bytes of each file; null where none could be written. */
  received: readonly (ReceivedFilm | null)[]
}

export interface JudgedRelease {
  notes: readonly NoteScore[]
  films: readonly JudgedFilm[]
  keyRight: number | null
}

export interface ReleaseSet extends JudgedSet {
  release: Release
  truth: readonly NoteTruth[]
  judged: JudgedRelease
}


const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)
const share = (part: number, of: number): number | null => (of === 0 ? null : part / of)

type Measure = (judged: JudgedRelease) => number | null

const releaseMetrics = {
  recall: { say: 'of all identifiers in the notes: those of which nothing can be read any more' },
  leakyNotes: { say: 'share of notes with an identifier left' },
  precision: { say: 'of all letters and digits that were hidden: those that belong to an identifier' },
  decoysLost: { say: 'of the words that only look like identifiers ("Parkinson disease"): hidden all the same' },
  shifted: { say: 'of all dates: moved to another day' },
  fineDates: { say: 'of all dates: those that still say more than the year' },
  tagsRight: { say: 'of the attributes of all headers: those that became what the profile asks' },
  threads: { say: 'of the studies: those whose files still know each other and nobody else' },
  filmsClean: { say: 'of the pictures: those with no word left that identifies somebody' },
  filmKept: { say: 'how much of the lungs is left to look at; a film without its side marker is worth nothing' },
  keyRight: { say: 'how far the key made of two readers is the truth: marks they share, of all that are in either' },
} as const satisfies Readonly<Record<string, MetricSpec>>

const MEASURES: Readonly<Record<string, Measure>> = {
  recall: ({ notes }) => {
    const all = sum(notes.map(({ identifiers }) => identifiers))
    return share(all - sum(notes.map(({ missed }) => missed.length)), all)
  },
  leakyNotes: ({ notes }) => share(notes.filter(({ missed }) => missed.length > 0).length, notes.length),
  precision: ({ notes }) => share(sum(notes.map(({ rightlyHidden }) => rightlyHidden)), sum(notes.map(({ hidden }) => hidden))),
  decoysLost: ({ notes }) => share(sum(notes.map(({ decoysLost }) => decoysLost)), sum(notes.map(({ decoys }) => decoys))),
  shifted: ({ notes }) => share(sum(notes.map(({ shifted }) => shifted)), sum(notes.map(({ dates }) => dates))),
  fineDates: ({ notes }) => share(sum(notes.map(({ fineDates }) => fineDates)), sum(notes.map(({ dates }) => dates))),
  tagsRight: ({ films }) => {
    const lines = films.flatMap((film) => film.lines)
    return share(lines.filter(({ ok }) => ok).length, lines.length)
  },
  threads: ({ films }) => share(films.filter(({ broken }) => broken === null).length, films.length),
  filmsClean: ({ films }) => {
    const painted = films.flatMap((film) => film.painted)
    return share(painted.filter(({ covered }) => covered >= GONE).length, painted.length)
  },
  filmKept: ({ films }) => {
    const painted = films.flatMap((film) => film.painted)
    return share(sum(painted.map(({ kept }) => kept)), painted.length)
  },
  keyRight: ({ keyRight }) => keyRight,
} satisfies Record<keyof typeof releaseMetrics, Measure>

export const textSpans: Harness<ReleaseSet> = {
  id: 'text-spans',
  about: 'a release of notes and films, by what is left in it and what was lost from it',
  judges: 'Release',
  generators: ['notes.phi'],
  metrics: releaseMetrics,
  testFigures(result, metrics) {
    const release = releaseIn(result)
    return figuresOf(judgeRelease(release, settledTruth(release)), metrics)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    const { truth } = archiveOf(whole)
    const release = releaseIn(result)
    const judged = judgeRelease(release, truth)
    return { label, seed, weight, n: truth.length, release, truth, judged, figures: figuresOf(judged, quest.verify.metrics) }
  },
  whyNull: () => 'There was nothing of this kind in the release.',
  cases: (_, sets) => releaseCases(sets),
  views: (_, sets) => releaseViews(sets),
  story: (_, sets) => newspaperStory(sets),
}

/** @throws TypeError when the graph ends in something else */
function releaseIn(result: PortValue): Release {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Release') throw new TypeError(`text-spans judges a Release, not ${from.type}`)
  return from as Release
}

function archiveOf(whole: PortValue): Archive {
  if (whole.type !== 'Archive') throw new TypeError(`text-spans reads an Archive, not ${whole.type}`)
  return whole as Archive
}

/**
 * What the learner believes: notes that two readers have read, judged by the key as it was settled. The other visible notes
 * have no key, and so no figure.
 */
function settledTruth({ spans: { text }, key }: Release): NoteTruth[] {
  const readings = readTwice(text)
  const marks = keyOf(readings, key)
  return readings.map(({ note }, k) => ({ id: note.id, marks: marks.filter((mark) => mark.note === note.id), decoys: text.truth[k]?.decoys ?? [] }))
}

const NO_NOTE = { text: '', patient: '' }

/**
 * Notes beyond the end of `truth` are left out. Films are judged by the bytes of their files, as the university reads them.
 * @throws TypeError for a release whose films have not been written
 */
export function judgeRelease({ spans: { text, found, dates }, films: { before }, files, keyRight }: Release, truth: readonly NoteTruth[]): JudgedRelease {
  if (!files) throw new TypeError('a release is judged by its files, and these have not been written')
  return {
    notes: truth.map((known, k) => scoreNote(text.notes[k] ?? NO_NOTE, known, found[k] ?? [], dates)),
    films: before.map((study, k) => filmOf(study, files[k] ?? [])),
    keyRight,
  }
}

const NOTHING: DataSet = []

function filmOf({ instances }: FilmStudy, files: readonly (Uint8Array | null)[]): JudgedFilm {
  const received = instances.map((_, i) => (files[i] ? receivedFilm(files[i]) : null))
  const sets = received.map((file) => file?.set ?? NOTHING)
  return {
    lines: instances.flatMap(({ set }, i) => headerLines(set, sets[i] ?? NOTHING)),
    broken: brokenThread(instances.map(({ set }) => set), sets),
    painted: instances.map(({ burn }, i) => judgePicture(burn, received[i]?.pixels ?? [])),
    received,
  }
}

function figuresOf(judged: JudgedRelease, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => [id, Object.hasOwn(MEASURES, fn) ? (MEASURES[fn]?.(judged) ?? null) : null]))
}
