/** What the marks do to the visible records, worked out at once: the functions that Run uses, over what the learner may see. */
import type { Annotations } from '../../core/artefacts/annotations.ts'
import type { Graph, Quest } from '../../core/quest/schema.ts'
import { archiveOf, NOTES_PARAMS } from '../../lab/deid/archive.ts'
import { echoes, finderFor, type RuleProblem } from '../../lab/deid/find.ts'
import { type DoubleReading, keyOf, type KeyMark, readTwice } from '../../lab/deid/readers.ts'
import { scoreNote } from '../../lab/deid/score.ts'
import { joined } from '../../lab/deid/surrogate.ts'
import type { Archive, Found, Mark, Note } from '../../lab/deid/values.ts'

const archives = new Map<string, Archive>()

/** The visible records that the source block of this solution names; made once. */
export function archiveFor({ data }: Quest, graph: Graph): Archive | null {
  const name = graph.nodes.find(({ block }) => block === 'data.source:notes')?.params['dataset']
  const set = data.sets[String(name ?? 'train')]
  if (!set) return null
  const key = JSON.stringify([set.seed, set.params])
  const known = archives.get(key)
  if (known) return known
  const params = NOTES_PARAMS.safeParse(set.params)
  if (!params.success) return null
  const archive = archiveOf(set.seed, params.data)
  archives.set(key, archive)
  return archive
}

export interface LiveNote {
  note: Note
  found: readonly Found[]
  /** Nobody has read the later notes, so nothing is known of them. */
  key: readonly KeyMark[] | null
  missed: readonly Mark[]
  needless: readonly { from: number; to: number }[]
}

export interface Live {
  notes: readonly LiveNote[]
  readings: readonly DoubleReading[]
  problems: readonly RuleProblem[]
  /** How often each rule hits. */
  hits: ReadonlyMap<string, number>
}

export function liveOf(archive: Archive, annotations: Annotations): Live {
  const readings = readTwice(archive.notes, archive.truth)
  const key = keyOf(readings, annotations)
  const finder = finderFor(annotations)
  const hits = new Map<string, number>()
  const notes = archive.notes.map((note, k): LiveNote => {
    const own = finder.find(note.text)
    const found = annotations.echo ? [...own, ...echoes(note.text, own)] : own
    for (const { rule } of found) hits.set(rule, (hits.get(rule) ?? 0) + 1)
    if (k >= readings.length) return { note, found, key: null, missed: [], needless: [] }
    const marks = key.filter((mark) => mark.note === note.id)
    // What is found counts here; what becomes of dates is another matter.
    const { missed, needless } = scoreNote(note, { marks, decoys: [] }, found, 'year-under-90')
    return { note, found, key: marks, missed, needless }
  })
  return { notes, readings, problems: finder.problems, hits }
}

export interface ShownMark {
  from: number
  to: number
  tone: 'right' | 'wrong' | 'missed' | 'note'
  label: string
  /** Rule to open for it. */
  rule: string | null
}

/** Marks of a note in order, none over another. */
export function shownMarks({ found, key, missed }: LiveNote): ShownMark[] {
  const marks: ShownMark[] = joined(found).map(({ from, to, kind, rule }) => {
    const right = key === null ? null : key.some((mark) => mark.from < to && from < mark.to)
    return { from, to, tone: right === null ? 'note' : right ? 'right' : 'wrong', label: kind.toLowerCase(), rule: rule === 'echo' ? null : rule }
  })
  const left = missed.filter(({ from, to }) => !marks.some((mark) => mark.from < to && from < mark.to))
  return [...marks, ...left.map(({ from, to, kind }) => ({ from, to, tone: 'missed' as const, label: kind.toLowerCase(), rule: null }))].sort((a, b) => a.from - b.from)
}
