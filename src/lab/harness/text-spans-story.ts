/** The trap as a story: dates were moved, all by the same number of days, and a newspaper still finds somebody. */
import type { Exhibit, Verdict } from '../../core/verdict.ts'
import { released } from '../deid/surrogate.ts'
import type { ReleaseSet } from './text-spans.ts'

export function newspaperStory(sets: readonly ReleaseSet[]): NonNullable<Verdict['story']> {
  const at = sets.flatMap((set) => set.truth.map(({ marks }, k) => ({ set, k, dates: marks.filter(({ kind }) => kind === 'DATE').length, unique: marks.find(({ kind }) => kind === 'UNIQUE') })))
  // A note with an unusual sentence and several dates; the one that still shows the sentence, if there is one.
  const rank = ({ set, k, dates, unique }: (typeof at)[number]) => (unique ? 10 : 0) + (unique && set.judged.notes[k]?.missed.includes(unique) ? 20 : 0) + Math.min(dates, 5)
  const [shown] = at.sort((a, b) => rank(b) - rank(a))
  const note = shown && shown.set.release.spans.text.notes[shown.k]
  if (!shown || !note) return []
  const { set, k, unique } = shown
  const dates = (set.truth[k]?.marks ?? []).filter(({ kind }) => kind === 'DATE')
  const telling = unique ? note.text.slice(unique.from, unique.to) : 'one of us'
  return [
    { title: 'What the university reads', say: 'No name, no number. Each date has moved, and all of them by the same number of days.', exhibit: leftExhibit(set, k) },
    {
      title: 'What the reporter knows', say: `The town talks. "The ${telling} fell, was taken in, and was home for the regatta." That gives the days between, and the days between have not moved.`,
      exhibit: { kind: 'text', caption: 'The note in the archive', text: note.text, spans: [...dates, ...(unique ? [unique] : [])].sort((a, b) => a.from - b.from).map((mark) => ({ from: mark.from, to: mark.to, label: mark.kind === 'DATE' ? 'the days between stay' : 'only one person', tone: 'missed' as const })) },
    },
    { title: 'On Thursday\'s front page', say: `One note of ${set.n} fits. The ${telling} reads about it at breakfast.` },
  ]
}

function leftExhibit(set: ReleaseSet, k: number): Exhibit {
  const note = set.release.spans.text.notes[k]
  const pieces = note ? released(note, set.release.spans.found[k] ?? [], set.release.spans.dates ?? 'keep') : []
  let at = 0
  const spans = pieces.flatMap(({ text, kind }) => {
    const from = at
    at += text.length
    return kind === 'DATE' ? [{ from, to: at, label: 'moved', tone: 'note' as const }] : []
  })
  return { kind: 'text', caption: 'As it left the house', text: pieces.map(({ text }) => text).join(''), spans }
}
