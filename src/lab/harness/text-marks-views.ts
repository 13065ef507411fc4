/** All hidden notes together: what was missed, by kind; what was marked for nothing, by why it looks like it, and by word. */
import type { Tone, View } from '../../core/verdict.ts'
import { kindLabel } from '../deid/kinds.ts'
import { notesIn } from './text-marks-cases.ts'
import type { MarksSet } from './text-marks.ts'

const MOST = 10

export function markViews(sets: readonly MarksSet[]): View[] {
  const notes = notesIn(sets)
  const archive = sets[0]?.archive
  if (!archive) return []
  const sort = (name: string | undefined) => (name === undefined ? 'looks like it' : (archive.decoyWords?.[name] ?? name))
  const word = (at: (typeof notes)[number], from: number, to: number) => at.set.archive.notes[at.k]?.text.slice(from, to).toLowerCase() ?? ''
  return [
    byKind(sets),
    bars('Look-alikes that were marked', 'Why it was not to be marked.', 'marks', counted(notes.flatMap(({ score }) => score.decoys.filter(({ taken }) => taken).map(({ decoy }) => sort(decoy.sort)))), 'wrong'),
    bars('Marked for nothing', 'Words, most often first.', 'marks', counted(notes.flatMap((at) => at.score.extra.map(({ from, to }) => word(at, from, to)))), 'wrong'),
    bars('Missed', 'Words, most often first.', 'places', counted(notes.flatMap((at) => at.score.wanted.filter(({ got }) => got === null).map(({ mark }) => word(at, mark.from, mark.to)))), 'missed'),
  ].filter((view) => 'rows' in view && view.rows.length > 0)
}

function byKind(sets: readonly MarksSet[]): View {
  const { kinds } = sets[0]?.archive ?? { kinds: [] }
  const wanted = sets.flatMap(({ scores }) => scores.flatMap((score) => score.wanted))
  const extra = sets.flatMap(({ scores }) => scores.flatMap((score) => score.extra))
  return {
    view: 'rows', title: 'Kind by kind', columns: ['kind', 'exact', 'in part', 'missed', 'false'],
    rows: kinds.map(({ id }) => {
      const own = wanted.filter(({ mark }) => mark.kind === id)
      const got = (how: string | null) => own.filter((one) => one.got === how).length
      return [kindLabel(kinds, id), got('exact'), got('overlap'), got(null), extra.filter(({ kind }) => kind === id).length]
    }),
  }
}

export function counted(words: readonly string[]): [string, number][] {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).slice(0, MOST)
}

export function bars(title: string, say: string, unit: string, rows: readonly [string, number][], tone: Tone): View {
  return { view: 'bars', title, say, unit, rows: rows.map(([label, value]) => ({ label, value, tone })) }
}
