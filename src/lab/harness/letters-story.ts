/** The trap told on one letter: easy to read, and without the line that mattered; and the chart in which it stands. */
import type { Verdict } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { chartExhibits, type LetterAt, letterExhibit, lettersIn, missingIn, named, wrongIn } from './letters-cases.ts'
import type { LettersSet } from './letters.ts'

export function letterStory(sets: readonly LettersSet[]): NonNullable<Verdict['story']> {
  const all = lettersIn(sets)
  // What was written as current though it was stopped tells more than what is only not there.
  const weight = ({ one }: LetterAt) => missingIn(one).length + 3 * wrongIn(one).filter(({ is, instead }) => is === 'contradicts' && missingIn(one).some(({ told }) => told === instead)).length
  const [shown] = [...all].sort((a, b) => weight(b) - weight(a) || a.one.grade - b.one.grade)
  if (!shown || weight(shown) === 0) return []
  const missing = missingIn(shown.one)
  const first = missing.find(({ told }) => shown.one.lines.some(({ instead }) => instead === told)) ?? missing[0]
  const [list, note] = chartExhibits(shown)
  const inList = list?.kind === 'text' && list.spans.some(({ tone }) => tone !== 'note')
  const chart = inList ? list : note
  const others = all.filter(({ one }) => missingIn(one).length > 0).length
  return [
    { title: 'The letter goes home', say: `Warm, clear, at grade ${shown.one.grade.toFixed(1)}. Everybody can read it.`, exhibit: letterExhibit(shown) },
    { title: 'What the chart says', say: first ? `${named(first.told, shown.set.kinds)}. It is not in the letter.${missing.length > 1 ? ` Nor ${missing.length === 2 ? 'is one more line that matters' : `are ${missing.length - 1} more lines that matter`}.` : ''}` : 'The letter says otherwise.', ...(chart ? { exhibit: chart } : {}) },
    { title: 'And in all', say: `${countOf(others, 'letter')} of ${all.length} left out something critical. No reading grade tells of it: what is not there is easy to read.` },
  ]
}
