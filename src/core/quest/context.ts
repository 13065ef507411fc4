/** What a quest's machine remembers: rebuilt by replaying facts, never stored. */
import type { Stage } from '../log/facts.ts'
import type { VerdictSummary } from '../verdict.ts'
import type { Json, Medal, Solution } from './schema.ts'

export interface QuestContext {
  /** Furthest stage reached; any stage up to it can be entered again. */
  reached: Stage
  cardsRead: number[]
  /** Practice step the learner stands at, 0-based; equals the number of steps when practice is through. */
  step: number
  stepFails: number
  practiceSolution: Solution | null
  /** The half-made or finished solution on the build bench. */
  solution: Solution
  /** What stood on the build bench before an earlier solution came back to it, and is found nowhere else. */
  beside: Solution | null
  runs: number
  /** Verdicts heard. */
  attempts: number
  /** Verdicts without a medal: opens hints. */
  fails: number
  hintsTaken: number[]
  best: Medal
  bestSolution: Solution | null
  lastVerdict: VerdictSummary | null
  /** The trap has fired at least once. */
  trapSprung: boolean
  /** question -> first option chosen; the first answer counts. */
  answers: Record<number, number>
  /** Extra state -> choice. */
  choices: Record<string, string>
  /** Context fields that the quest file declares under `machine.context`. */
  extras: Record<string, Json>
}

/** Names of the machine's states; extras add their own ids beside these. */
export type QuestState = 'offered' | Stage | 'verifying' | 'done' | (string & {})
