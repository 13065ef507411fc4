/** A run of the desk as its bench shows it: every visible question with its answer, its passages and the line that backs it. */
import { z } from 'zod'
import { BOOK_KINDS } from '../../core/artefacts/prompt-pack.ts'
import type { Answer, Answers, ShelfTruth } from './desk-values.ts'
import { DESK_OUTCOMES, judgeAnswer } from './desk-truth.ts'
import { deskCost } from './desk-cost.ts'
import { LexiconSource } from './lexicon-source.ts'
import type { Lexicon } from './lexicon.ts'
import { lexiconOf } from './lexicons.ts'
import { supportFor } from './verifier.ts'

const Span = z.object({ from: z.number(), to: z.number() })
const DeskPassage = z.object({
  id: z.string(), book: z.string(), year: z.number(), kind: z.enum(BOOK_KINDS), title: z.string(), text: z.string(), score: z.number(),
})
const DeskAnswer = z.object({
  id: z.string(),
  question: z.string(),
  outcome: z.enum(DESK_OUTCOMES),
  claims: z.array(z.object({ text: z.string(), shown: z.boolean(), supported: z.boolean().nullable(), passage: z.number().nullable(), evidence: Span.nullable() })),
  passages: z.array(DeskPassage),
  /** What a book in force says; null where none does. */
  wanted: z.string().nullable(),
  asked: z.string(),
  tokens: z.number(), ms: z.number(), cents: z.number(),
})
export const DeskDetail = z.object({
  answers: z.array(DeskAnswer),
  refusal: z.object({ say: z.string(), human: z.boolean() }),
  cost: z.object({ tokens: z.number(), cents: z.number(), p95: z.number() }),
  /** So that other answers to the same questions can be looked up as these were. */
  lexicon: LexiconSource,
})
export type DeskDetail = z.infer<typeof DeskDetail>
export type DeskAnswer = z.infer<typeof DeskAnswer>

export function deskDetail({ answers, refusal, hits }: Answers): DeskDetail {
  const { truth, lexicon: source } = hits.chunks.shelf
  const lexicon = lexiconOf(source)
  const titles = new Map(hits.chunks.shelf.books.map(({ id, title }) => [id, title]))
  return { refusal, lexicon: source, cost: deskCost(answers), answers: answers.map((answer) => detailOf(answer, { truth, titles, lexicon, human: refusal.human })) }
}

interface Known {
  truth: ShelfTruth | undefined
  titles: ReadonlyMap<string, string>
  lexicon: Lexicon
  human: boolean
}

function detailOf(answer: Answer, { truth, titles, lexicon, human }: Known): DeskAnswer {
  const { question, hits, claims, shown, asked, tokens, ms, cents } = answer
  const judged = truth ? judgeAnswer(answer, { truth, lexicon, human }) : null
  return {
    id: question.id, question: question.text, asked, tokens, ms, cents,
    outcome: judged?.outcome ?? 'refused', wanted: judged?.wanted ?? null,
    passages: hits.map(({ passage: { id, book, year, kind, title, text }, score }) => ({ id, book: titles.get(book) ?? book, year, kind, title, text, score })),
    claims: claims.map((claim) => {
      const at = hits.findIndex(({ passage }) => passage.id === claim.cites)
      const passage = hits[at]?.passage
      const line = passage ? supportFor(claim.text, passage, lexicon) : null
      return { text: claim.text, supported: claim.supported, shown: shown.includes(claim), passage: passage ? at : null, evidence: line && { from: line.from, to: line.to } }
    }),
  }
}
