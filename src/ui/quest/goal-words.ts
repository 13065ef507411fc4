/** What a goal asks and what came of it, in words. */
import { thresholdText } from '../../core/quest/figure-text.ts'
import type { Goal, Medal, Metric } from '../../core/quest/schema.ts'
import type { GoalResult } from '../../core/verdict.ts'
import { common } from '../words/en.ts'
import { goals } from '../words/en-quest.ts'
import { formatDistance } from './figures.ts'

const LADDER = ['pass', 'silver', 'gold'] as const
export type Rung = (typeof LADDER)[number]

/** The medal after the one reached; null at the top. */
export function nextMedal(reached: Medal): Rung | null {
  return reached === 'none' ? 'pass' : (LADDER[LADDER.indexOf(reached) + 1] ?? null)
}

/** "at least 0.67", "at most 6%". */
export function thresholdWords(op: Goal['op'], value: number, format: Metric['format']): string {
  const words = op === '>=' ? goals.atLeast : goals.atMost
  return words(thresholdText(value, format))
}

/** By how much the next medal was missed: "0.018 short of silver"; or that nothing is missing; or why nothing could be measured. */
export function missingWords(result: GoalResult, format: Metric['format']): string {
  if (result.value === null) return result.why ?? ''
  const next = nextMedal(result.reached)
  if (!next) return goals.full
  const words = result.op === '>=' ? goals.short : goals.over
  return words(formatDistance(result.missing, format), common.medalShort[next])
}

export interface LadderMark {
  medal: Rung
  /** Place on the scale, 0 (far) to 1 (as good as it is drawn). */
  at: number
  value: number
  reached: boolean
}

/**
 * A goal as a scale from left (poor) to right (good), whichever way its metric runs: gold stands at 80% of the way, so that
 * there is room above it, and the left end lies so far below bronze that a miss can be seen.
 */
export function goalLadder(goal: Goal, value: number | null): { marks: LadderMark[]; at: number | null } {
  const sign = goal.op === '>=' ? 1 : -1
  const span = Math.max(Math.abs(goal.gold - goal.pass), Math.abs(goal.gold) * 0.02, 1e-9)
  const from = goal.pass * sign - span
  const to = goal.gold * sign + span * 0.5
  const place = (one: number) => clamp((one * sign - from) / (to - from))
  const marks = LADDER.map(medal => ({
    medal,
    value: goal[medal],
    at: place(goal[medal]),
    reached: value !== null && value * sign >= goal[medal] * sign,
  }))
  return { marks, at: value === null ? null : place(value) }
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share))
}
