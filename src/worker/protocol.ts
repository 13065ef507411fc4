/** What the pool and a judging worker say to each other. Types only: the pool must not pull in the judge. */
import type { QuestRead } from '../core/quest/parse.ts'
import type { Quest, Solution } from '../core/quest/schema.ts'
import type { Progress, RunReport, Verdict } from '../core/verdict.ts'

/** A worker does one task at a time; to stop it, end it. */
export type ToWorker =
  | { id: number; kind: 'run'; quest: Quest; solution: Solution; set: string }
  | { id: number; kind: 'verify'; quest: Quest; solution: Solution; seeds?: string[] }
  | { id: number; kind: 'read'; text: string; file: string; sources?: readonly string[] }

export type FromWorker =
  /** The first one is sent before any work, as a sign of life. */
  | { id: number; type: 'progress'; progress: Progress }
  | { id: number; type: 'result'; kind: 'run'; report: RunReport }
  | { id: number; type: 'result'; kind: 'verify'; verdict: Verdict }
  | { id: number; type: 'result'; kind: 'read'; read: QuestRead }
  /** Broken beyond what a learner can mend; `say` is for them all the same. */
  | { id: number; type: 'failed'; say: string }
