/** The trap as a story: what was marked, read again by somebody who asks what stands there. */
import type { Verdict } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { markedNote, notesIn } from './text-marks-cases.ts'
import type { MarksSet } from './text-marks.ts'

export function markStory(sets: readonly MarksSet[]): NonNullable<Verdict['story']> {
  const notes = notesIn(sets)
  const taken = (score: MarksSet['scores'][number]) => score.decoys.filter((one) => one.taken).length
  const all = notes.reduce((sum, { score }) => sum + taken(score), 0)
  const missed = notes.reduce((sum, { score }) => sum + score.wanted.filter(({ got }) => got === null).length, 0)
  const [shown] = [...notes].sort((a, b) => taken(b.score) - taken(a.score) || b.score.extra.length - a.score.extra.length)
  const note = shown?.set.archive.notes[shown.k]
  if (!shown || !note) return []
  const first = shown.score.decoys.find((one) => one.taken)?.decoy
  const sort = first?.sort === undefined ? null : (shown.set.archive.decoyWords?.[first.sort] ?? first.sort)
  return [
    { title: 'What went out', say: `${countOf(notes.reduce((sum, { score }) => sum + score.found.length, 0), 'mark')} in ${countOf(notes.length, 'note')}. A mark is read as a fact.` },
    {
      title: `Somebody opens ${note.title.toLowerCase()} ${note.id}`,
      say: first ? `"${first.word}" is marked.${sort ? ` What the note says of it: ${sort}.` : ' The note says something else.'}` : 'The marks and the note do not say the same.',
      exhibit: markedNote(shown, 'The note that was opened'),
    },
    { title: 'And in all', say: all > 0 ? `${countOf(all, 'mark')} like this one.${missed > 0 ? ` Meanwhile ${countOf(missed, 'place')} that matter went unmarked.` : ''}` : `${countOf(missed, 'place')} that matter went unmarked.` },
  ]
}
