/** What became of one question, by what the makers of the shelf know. Does not ask the verifier: it is judged here as well. */
import type { Answer, Claim, ShelfTruth } from './desk-values.ts'
import { figureIn } from './topics.ts'

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
export function judgeAnswer(answer: Answer, truth: ShelfTruth): JudgedAnswer {
  const asked = Object.hasOwn(truth.answers, answer.question.id) ? truth.answers[answer.question.id] : undefined
  if (!asked) throw new Error(`nobody knows the answer to "${answer.question.id}"`)
  const said = (claim: Claim) => isSaid(claim, answer, truth, asked)
  const main = answer.shown.find((claim) => claim.main)
  const statements = { statements: answer.shown.length, unsupported: answer.shown.filter((claim) => !said(claim)).length, wanted: asked.value }
  if (!main) return { ...statements, outcome: asked.value === null ? 'refused-rightly' : 'refused' }
  if (asked.value !== null && figureIn(main.text) === asked.value) return { ...statements, outcome: 'right' }
  return { ...statements, outcome: said(main) ? 'old-edition' : asked.value === null ? 'made-up' : 'wrong' }
}

/** The cited passage holds the whole line that says it, of that medicine. */
function isSaid({ text, cites }: Claim, { hits }: Answer, { facts }: ShelfTruth, { drug, topic }: { drug: string; topic: string }): boolean {
  const passage = hits.find((hit) => hit.passage.id === cites)?.passage
  const figure = figureIn(text)
  return passage !== undefined && facts.some((fact) => fact.page === passage.page && fact.drug === drug && fact.topic === topic
    && fact.value === figure && fact.from >= passage.from && fact.to <= passage.to)
}
