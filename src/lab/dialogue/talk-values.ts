/** What travels through a desk that talks: chats, red flags, intents, and the transcript of how it went. */
import type { TalkRoute } from '../../core/artefacts/talk-plan.ts'
import type { Answer, Shelf } from '../language/desk-values.ts'

/** What somebody will write, whatever the desk says; `only`: where the turn before was not answered. */
export interface TalkLine {
  id: string
  text: string
  only?: 'unanswered'
}

export interface Chat {
  id: string
  lines: readonly TalkLine[]
}

/** A part of a turn as the desk reads it: id of a question of the shelf. */
export interface TurnPart {
  id: string
  /** As it was written. */
  text: string
  /** What it leaves out was taken from an earlier turn. */
  completed: boolean
}

export interface Talk {
  chats: readonly Chat[]
  /** By turn; empty until a desk has read them. */
  parts: Readonly<Record<string, readonly TurnPart[]>>
}

export type TalkNeed = 'books' | 'reply' | 'person' | 'refusal' | 'emergency'

/** What only the makers of a chat know of one turn. */
export interface TurnTruth {
  needs: TalkNeed
  /** Intents that stand in it; none for an emergency. */
  intents: readonly string[]
  /** Ids of what it asks, in the answers of the shelf. */
  wants: readonly string[]
  /** The cry for help, in offsets of the turn. */
  cry?: { from: number; to: number; kind: string }
  /** Somebody put pressure on the desk, or pasted an order into the turn. */
  adversarial?: 'pressure' | 'pasted'
}

export interface TalkTruth {
  /** By turn. */
  turns: Readonly<Record<string, TurnTruth>>
  /** Language by chat, where it is not the house's own. */
  languages: Readonly<Record<string, string>>
}

/** A red flag: the row of the table, and the word that was found. */
export interface FlagFound {
  row: string
  title: string
  word: string
}

export interface Flags {
  type: 'Flags'
  shelf: Shelf
  /** By turn: what the table finds in what was written. */
  found: Readonly<Record<string, FlagFound>>
  /** Finds in what the desk is about to say. */
  after(draft: string): FlagFound | null
}

export interface Meant {
  intent: string
  title: string
  /** Chance that the learner gives it, 0..1. */
  sure: number
  to: TalkRoute
  /** Handed to a person, for it is not sure enough. */
  doubted: boolean
}

export interface Intents {
  type: 'Intents'
  shelf: Shelf
  /** By part. */
  meant: Readonly<Record<string, Meant>>
}

export type AnsweredBy = 'flags' | 'quick' | 'cache' | 'intent' | 'small' | 'large' | 'small-then-large'

export interface PartPlay {
  part: TurnPart
  meant: Meant
  by: AnsweredBy
  /** What became of it. */
  end: 'shown' | 'reply' | 'refused' | 'person' | 'call'
  /** Written by the model, or taken from the drawer; null where nobody asked it. */
  answer: Answer | null
  say: string
}

export interface TurnPlay {
  line: TalkLine
  /** Red flag before the model, or behind it. */
  flag: (FlagFound & { side: 'before' | 'after' }) | null
  /** The table was read before anything answered. */
  gated: boolean
  parts: readonly PartPlay[]
  /** The whole reply. */
  say: string
  disclosed: boolean
  /** The chat goes on with a person. */
  ended: 'person' | 'call' | null
  tokens: number
  ms: number
  cents: number
}

export interface ChatPlay {
  id: string
  turns: readonly TurnPlay[]
}

export interface Transcript {
  type: 'Transcript'
  shelf: Shelf
  chats: readonly ChatPlay[]
}
