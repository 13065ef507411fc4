/** `letters`: letters as they go out, judged claim by claim against the charts they were written from. */
import type { PortValue } from '../graph/ports.ts'
import { judgeLetter, type JudgedLetter } from '../letters/letter-truth.ts'
import type { Letters, LetterWords, Stays } from '../letters/letter-values.ts'
import type { Harness, JudgedSet } from './harness.ts'
import { letterCases, lettersViews } from './letters-cases.ts'
import { lettersFigures, lettersMetrics } from './letters-figures.ts'
import { letterStory } from './letters-story.ts'

export interface LettersSet extends JudgedSet {
  judged: readonly JudgedLetter[]
  kinds: LetterWords
}

export const letters: Harness<LettersSet> = {
  id: 'letters',
  about: 'letters to people who go home, claim by claim, against the charts they were written from',
  judges: 'Letters',
  generators: ['stays.written'],
  metrics: lettersMetrics,
  testFigures(result, metrics) {
    const own = lettersIn(result)
    return lettersFigures(judgedOf(own, own.stays), metrics)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (whole.type !== 'Stays') throw new TypeError(`letters reads charts from Stays, not from ${whole.type}`)
    const judged = judgedOf(lettersIn(result), whole)
    return { label, seed, weight, n: judged.length, judged, kinds: whole.words, figures: lettersFigures(judged, quest.verify.metrics) }
  },
  whyNull: ({ fn }) => (fn === 'heldForNothing' ? 'No letter waits for a clinician.' : 'No chart of these weeks holds such a fact.'),
  cases: (_, sets) => letterCases(sets),
  views: (_, sets) => lettersViews(sets),
  story: (_, sets) => letterStory(sets),
}

/** @throws TypeError when the graph ends in something else than letters */
function lettersIn(result: PortValue): Letters {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Letters') throw new TypeError(`letters judges Letters, not ${from.type}`)
  return from as Letters
}

/** @throws TypeError for charts whose truth nobody knows */
function judgedOf({ letters: own }: Letters, { stays, truth, words }: Stays): JudgedLetter[] {
  if (!truth) throw new TypeError('letters needs to know what is true')
  const at = new Map(stays.map(({ id }, i) => [id, i]))
  return own.map((letter) => judgeLetter(letter, truth[at.get(letter.stay.id) ?? -1] ?? { facts: [], stale: [] }, words))
}
