/** What travels through an answering desk: shelf, passages, hits, answers. Each carries what it was made from. */
import type { BookKind } from '../../core/artefacts/prompt-pack.ts'
import type { Talk, TalkTruth } from '../dialogue/talk-values.ts'
import type { LexiconSource } from './lexicon-source.ts'

export interface Book {
  id: string
  title: string
  year: number
  kind: BookKind
}

/** One page of a book: a heading ("# Velofenin"), sections ("## Kidneys"), sentences. */
export interface Page {
  id: string
  book: string
  title: string
  text: string
}

export interface Question {
  id: string
  text: string
}

/** A statement of a page, in character offsets of its text. */
export interface PageFact {
  page: string
  /** Whom or what it speaks of. */
  subject: string
  topic: string
  value: string
  from: number
  to: number
  /** Part of an order to the machine that somebody put into the page. */
  planted?: true
}

/** What only the makers of the shelf know. */
export interface ShelfTruth {
  facts: readonly PageFact[]
  /** By question. */
  answers: Readonly<Record<string, Wanted>>
  /** Where people talk: what each turn was about. */
  talk?: TalkTruth
}

export interface Wanted {
  subject: string
  topic: string
  /** Null where no book that is in force says anything. */
  value: string | null
  /** A person must be called, whatever else is asked. */
  emergency?: true
}

export interface Shelf {
  type: 'Shelf'
  books: readonly Book[]
  pages: readonly Page[]
  questions: readonly Question[]
  lexicon: LexiconSource
  /** Where people talk over several turns; its questions are then what the desk reads of them. */
  talk?: Talk
  /** Absent for questions that are still to be answered. */
  truth?: ShelfTruth
}

export interface Passage {
  id: string
  page: string
  book: string
  year: number
  kind: BookKind
  /** Heading it was found under; '' where the cut has lost it. */
  title: string
  text: string
  /** Offsets in the text of its page. */
  from: number
  to: number
}

export interface Chunks {
  type: 'Chunks'
  shelf: Shelf
  passages: readonly Passage[]
}

export interface Hit {
  passage: Passage
  /** Share of the best score this question could get, 0..1. */
  score: number
}

export interface Hits {
  type: 'Hits'
  chunks: Chunks
  /** By question, best first. */
  found: readonly (readonly Hit[])[]
}

export interface Claim {
  text: string
  /** Passage it says it comes from. */
  cites: string | null
  /** The statement that was asked for, and not an aside. */
  main: boolean
  /** What the verifier found; null when nobody checked. */
  supported: boolean | null
}

export type Asked = 'person' | 'cache' | 'small' | 'large' | 'small-then-large'

export interface Answer {
  question: Question
  hits: readonly Hit[]
  /** As written by the model. */
  claims: readonly Claim[]
  /** What the nurse reads. Empty: the desk refused. */
  shown: readonly Claim[]
  asked: Asked
  tokens: number
  ms: number
  cents: number
}

export interface Answers {
  type: 'Answers'
  hits: Hits
  answers: readonly Answer[]
  /** Words for "not in my sources", and whether a person takes over. */
  refusal: { say: string; human: boolean }
}
