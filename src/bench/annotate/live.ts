/** What the marks do to the visible records, worked out at once: the functions that Run uses, over what the learner may see. */
import type { Annotations, Kind } from '../../core/artefacts/annotations.ts'
import type { Graph, Quest } from '../../core/quest/schema.ts'
import { mergePatch } from '../../core/merge-patch.ts'
import { archiveOf, NOTES_PARAMS } from '../../lab/deid/archive.ts'
import { writtenNotes } from '../../lab/deid/written/notes.ts'
import { echoes, finderFor, type RuleProblem } from '../../lab/deid/find.ts'
import { type DoubleReading, keyOf, type KeyMark, readTwice } from '../../lab/deid/readers.ts'
import { type DrawnImages, drawnPictures } from '../../lab/imaging/drawn/pictures.ts'
import { scoreNote } from '../../lab/deid/score.ts'
import { scoreSpans } from '../../lab/deid/span-score.ts'
import { IDENTIFIERS, kindLabel, type NoteKind } from '../../lab/deid/kinds.ts'
import { joined } from '../../lab/deid/surrogate.ts'
import type { Archive, Found, Mark, Note } from '../../lab/deid/values.ts'

const archives = new Map<string, Archive>()

/** The visible records that the source block of this solution names; made once. */
function archiveFor({ data }: Quest, graph: Graph): Archive | null {
  const name = graph.nodes.find(({ block }) => block === 'data.source:notes')?.params['dataset']
  const set = data.sets[String(name ?? 'train')]
  if (!set) return null
  const make = MAKERS[data.generator]
  if (!make) return null
  const params = mergePatch(data.params, set.params) as Record<string, unknown>
  const key = JSON.stringify([data.generator, set.seed, params])
  const archive = archives.get(key) ?? make(set.seed, params)
  archives.set(key, archive)
  return archive
}

/** What the generators of notes call as well. */
const MAKERS: Readonly<Record<string, (seed: string, params: Record<string, unknown>) => Archive>> = {
  'notes.phi': (seed, params) => archiveOf(seed, NOTES_PARAMS.parse(params)),
  'notes.written': writtenNotes,
}

const EMPTY: Archive = { type: 'Archive', kinds: [], readers: { notes: 0, misses: 0, falseMarks: 0 }, notes: [], films: [], truth: [] }

export interface Visible {
  archive: Archive
  /** Drawn pictures, where the quest has these instead of notes. */
  pictures: DrawnImages | null
}

const drawn = new Map<string, DrawnImages>()

/** What the source block of this solution brings in; made once. */
export function visibleFor(quest: Quest, graph: Graph): Visible | null {
  const { data } = quest
  if (data.generator !== 'pictures.drawn') {
    const archive = archiveFor(quest, graph)
    return archive && { archive, pictures: null }
  }
  const name = graph.nodes.find(({ block }) => block === 'data.source:images')?.params['dataset']
  const set = data.sets[String(name ?? 'train')]
  if (!set) return null
  const params = mergePatch(data.params, set.params) as Record<string, unknown>
  const key = JSON.stringify([set.seed, params])
  const pictures = drawn.get(key) ?? drawnPictures(set.seed, params)
  drawn.set(key, pictures)
  return { archive: EMPTY, pictures }
}

export interface LiveNote {
  note: Note
  found: readonly Found[]
  /** Nobody has read the later notes, so nothing is known of them. */
  key: readonly KeyMark[] | null
  missed: readonly Mark[]
  needless: readonly { from: number; to: number }[]
  /** What was found, no two of a kind over one another. */
  marks: readonly Found[]
  /** Whether the key has it; null where there is no key. */
  isRight: ((mark: Found) => boolean) | null
}

export interface Live {
  notes: readonly LiveNote[]
  readings: readonly DoubleReading[]
  problems: readonly RuleProblem[]
  /** How often each rule hits. */
  hits: ReadonlyMap<string, number>
}

export function liveOf(archive: Archive, annotations: Annotations): Live {
  const readings = readTwice(archive)
  const key = keyOf(readings, annotations)
  const finder = finderFor(annotations, { kinds: archive.kinds })
  const hits = new Map<string, number>()
  const notes = archive.notes.map((note, k): LiveNote => {
    const own = finder.find(note.text)
    const all = annotations.echo ? [...own, ...echoes(note.text, own)] : own
    const { found, acted } = finder.narrow(note.text, all)
    for (const { rule } of all) hits.set(rule, (hits.get(rule) ?? 0) + 1)
    for (const [rule, n] of acted) hits.set(rule, (hits.get(rule) ?? 0) + n)
    const read = k < readings.length ? key.filter((mark) => mark.note === note.id) : null
    return { note, found, key: read, ...(isRelease(archive) ? againstHidden(note, found, read) : againstKinds(found, read)) }
  })
  return { notes, readings, problems: finder.problems, hits }
}

type Held = Pick<LiveNote, 'missed' | 'needless' | 'marks' | 'isRight'>

/** Identifiers, whatever they were taken for: what can no longer be read is found. What becomes of dates is another matter. */
function againstHidden(note: Note, found: readonly Found[], key: readonly KeyMark[] | null): Held {
  const marks = joined(found)
  if (key === null) return { missed: [], needless: [], marks, isRight: null }
  const { missed, needless } = scoreNote(note, { marks: key, decoys: [] }, found, 'year-under-90')
  return { missed, needless, marks, isRight: ({ from, to }) => key.some((mark) => mark.from < to && from < mark.to) }
}

/** Marks of kinds: the wrong kind is wrong. */
function againstKinds(found: readonly Found[], key: readonly KeyMark[] | null): Held {
  const score = scoreSpans({ marks: key ?? [], decoys: [] }, found)
  if (key === null) return { missed: [], needless: [], marks: score.found, isRight: null }
  return { missed: score.wanted.filter(({ got }) => got === null).map(({ mark }) => mark), needless: score.extra, marks: score.found, isRight: (mark) => !score.extra.includes(mark) }
}

/** Notes and films that are made fit to leave the house, and not notes in which something else is marked. */
export function isRelease({ kinds }: Archive): boolean {
  return kinds === IDENTIFIERS
}

export interface ShownMark {
  from: number
  to: number
  tone: 'right' | 'wrong' | 'missed' | 'note'
  label: string
  kind: Kind
  /** Rule to open for it. */
  rule: string | null
}

/** Marks of a note in order, none over another. */
export function shownMarks({ marks: found, isRight, missed }: LiveNote, kinds: readonly NoteKind[]): ShownMark[] {
  const label = (kind: Kind) => kindLabel(kinds, kind).toLowerCase()
  const marks: ShownMark[] = found.map((mark) => {
    const { from, to, kind, rule } = mark
    const right = isRight?.(mark) ?? null
    return { from, to, tone: right === null ? 'note' : right ? 'right' : 'wrong', label: label(kind), kind, rule: rule === 'echo' ? null : rule }
  })
  const left = missed.filter(({ from, to }) => !marks.some((mark) => mark.from < to && from < mark.to))
  return [...marks, ...left.map(({ from, to, kind }) => ({ from, to, tone: 'missed' as const, label: label(kind), kind, rule: null }))].sort((a, b) => a.from - b.from)
}
