/** What became of one question, by what the makers of the shelf know. Does not ask the verifier: it is judged here as well. */
import type { Answer, Claim, ShelfTruth } from './desk-values.ts'
import type { Lexicon } from './lexicon.ts'

/** `old-edition`: wrong, and yet the cited passage says just that: the source itself is not in force. */
export type DeskOutcome = 'right' | 'wrong' | 'old-edition' | 'refused-rightly' | 'refused' | 'made-up'

export interface JudgedAnswer {
  outcome: DeskOutcome
  /** Statements shown, and those of them that their passage does not make. */
  statements: number
  unsupported: number
  /** The figure a book in force gives, or null. */
  wanted: string | null
}

/** @throws Error for a question that the truth does not know */
export function judgeAnswer(answer: Answer, truth: ShelfTruth, lexicon: Lexicon): JudgedAnswer {
  const asked = Object.hasOwn(truth.answers, answer.question.id) ? truth.answers[answer.question.id] : undefined
  if (!asked) throw new Error(`nobody knows the answer to "${answer.question.id}"`)
  const said = (claim: Claim) => isSaid(claim, answer, truth, asked, lexicon)
  const main = answer.shown.find((claim) => claim.main)
  const statements = { statements: answer.shown.length, unsupported: answer.shown.filter((claim) => !said(claim)).length, wanted: asked.value }
  if (!main) return { ...statements, outcome: asked.value === null ? 'refused-rightly' : 'refused' }
  if (asked.value !== null && lexicon.valueIn(main.text, asked.topic) === asked.value) return { ...statements, outcome: 'right' }
  return { ...statements, outcome: said(main) ? 'old-edition' : asked.value === null ? 'made-up' : 'wrong' }
}

/** The cited passage holds the whole line that says it, of that subject. */
function isSaid({ text, cites }: Claim, { hits }: Answer, { facts }: ShelfTruth, { subject, topic }: { subject: string; topic: string }, lexicon: Lexicon): boolean {
  const passage = hits.find((hit) => hit.passage.id === cites)?.passage
  const value = lexicon.valueIn(text, topic)
  return passage !== undefined && facts.some((fact) => fact.page === passage.page && fact.subject === subject && fact.topic === topic
    && fact.value === value && fact.from >= passage.from && fact.to <= passage.to)
}
