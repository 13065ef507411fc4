/** The release at a glance: which identifiers were left, which medicine was lost, which attributes went wrong. */
import type { View } from '../../core/verdict.ts'
import type { ReleaseSet } from './text-spans.ts'

const MOST = 10

export function releaseViews(sets: readonly ReleaseSet[]): View[] {
  const left = counted(sets.flatMap(({ judged }) => judged.notes.flatMap(({ missed, agesTold }) => missed.map((mark) => (agesTold.includes(mark) ? 'year that tells an age over 89' : mark.kind.toLowerCase())))))
  const lost = counted(sets.flatMap(({ judged, release }) => judged.notes.flatMap(({ needless }, k) => needless.map(({ from, to }) => release.spans.text.notes[k]?.text.slice(from, to) ?? ''))))
  const tags = counted(sets.flatMap(({ judged }) => judged.films.flatMap(({ lines }) => lines.filter(({ ok }) => !ok).map(({ keyword }) => keyword))))
  return [
    bars('Left in the notes', 'Identifiers that can still be read, by kind.', 'left in', left, 'missed'),
    bars('Lost from the notes', 'Words that identify nobody and were hidden, most often first.', 'hidden', lost, 'wrong'),
    bars('Attributes that went wrong', 'In how many files an attribute is not as the profile asks.', 'files', tags, 'wrong'),
  ].filter((view) => view.view === 'bars' && view.rows.length > 0)
}

function counted(words: readonly string[]): [string, number][] {
  const times = new Map<string, number>()
  for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).slice(0, MOST)
}

function bars(title: string, say: string, unit: string, rows: readonly [string, number][], tone: 'missed' | 'wrong'): View {
  return { view: 'bars', title, say, unit, rows: rows.map(([label, value]) => ({ label, value, tone })) }
}
