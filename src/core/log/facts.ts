/**
 * Facts: what has happened, once and for ever. Progress, badges, the journal and each quest's exact step are folds over
 * this one list; nothing else about a learner is stored.
 */
import type { Solution } from '../quest/schema.ts'
import type { VerdictSummary } from '../verdict.ts'

export interface Look {
  skin: string
  hair: string
  style: 'short' | 'crop' | 'bob' | 'long' | 'bun' | 'pony' | 'afro' | 'curly' | 'bald' | 'hijab' | 'turban' | 'cap'
  /** Colour of hijab, turban or cap. */
  cloth: string
  top: string
  legs: string
  coat: boolean
  glasses: boolean
  wheelchair: boolean
}

/** Stages a learner moves through; `stage.entered` goes back and forth between those already reached. */
export type Stage = 'brief' | 'learn' | 'practice' | 'build' | 'verify' | 'debrief'

/** Facts that belong to one quest. They are the events of its machine, to the letter: replaying them restores it. */
export type QuestFactBody =
  | { type: 'quest.accepted'; quest: string }
  | { type: 'stage.entered'; quest: string; stage: Stage }
  | { type: 'card.read'; quest: string; card: number }
  | { type: 'step.passed'; quest: string; step: number }
  | { type: 'step.failed'; quest: string; step: number }
  | { type: 'practice.skipped'; quest: string }
  | { type: 'solution.changed'; quest: string; stage: 'practice' | 'build'; solution: Solution }
  /** An earlier solution came back to the build bench. `beside`: what stood there and is found nowhere else, so that it can come back too. */
  | { type: 'solution.reopened'; quest: string; solution: Solution; beside: Solution | null }
  | { type: 'run.finished'; quest: string; stage: 'practice' | 'build'; ok: boolean; metrics: Record<string, number | null> }
  | { type: 'inspector.opened'; quest: string; view: string }
  | { type: 'hint.taken'; quest: string; hint: number }
  | { type: 'solution.submitted'; quest: string; solution: Solution }
  | { type: 'verdict.given'; quest: string; verdict: VerdictSummary }
  /** The run was stopped, or failed for a reason outside the solution: back to the bench, nothing is counted. */
  | { type: 'verdict.withdrawn'; quest: string; why: string }
  | { type: 'choice.made'; quest: string; state: string; choice: string }
  | { type: 'timer.fired'; quest: string; timer: string }
  | { type: 'answer.submitted'; quest: string; question: number; option: number }
  | { type: 'quest.completed'; quest: string }
  | { type: 'quest.left'; quest: string }
  | { type: 'quest.resumed'; quest: string }

export type GameFactBody =
  | { type: 'player.named'; name: string; look: Look }
  | { type: 'game.started' }
  | { type: 'place.visited'; place: string }

export type FactBody = QuestFactBody | GameFactBody

/** Keyed (deviceId, seq): two devices can be merged by putting their facts together. */
export type Fact = FactBody & { deviceId: string; seq: number; at: number }
