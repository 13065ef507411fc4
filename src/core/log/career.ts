/** What the log says of a learner, as one value. `folds.ts` computes it. */
import type { Medal, Solution } from '../quest/schema.ts'
import type { Look } from './facts.ts'
import type { VerdictSummary } from '../verdict.ts'

export interface JournalEntry {
  /** deviceId:seq of the verdict. */
  id: string
  quest: string
  at: number
  solution: Solution
  verdict: VerdictSummary
  /** Best of its quest so far when it was made. */
  isBest: boolean
}

export interface Badge {
  id: string
  /** Quest it was earned in. */
  quest: string
  at: number
}

export interface Career {
  player: { name: string; look: Look } | null
  startedAt: number | null
  xp: number
  level: number
  /** Share of the way to the next level, 0..1. */
  toNextLevel: number
  medals: Record<string, Medal>
  /** Quests taken and not yet completed. */
  active: string[]
  completed: { quest: string; at: number; medal: Medal }[]
  badges: Badge[]
  journal: JournalEntry[]
  /** Quest left last, to continue with. */
  lastQuest: string | null
  /** Score of each quest out of 100: its medal, less what hints cost. */
  scores?: Record<string, number>
}
