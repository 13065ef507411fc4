/** The release at a glance: which identifiers were left, which medicine was lost, which attributes went wrong. */
import type { View } from '../../core/verdict.ts'
import { bars, counted } from './text-marks-views.ts'
import type { ReleaseSet } from './text-spans.ts'

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
