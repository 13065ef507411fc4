/** From figures to a medal: the lowest medal over all goals, and none when a guard does not hold. */
import { ruleHolds } from '../core/logic.ts'
import type { Goal, Medal, Quest } from '../core/quest/schema.ts'
import type { GoalResult, GuardResult } from '../core/verdict.ts'
import type { Figures } from './harness/harness.ts'

const LADDER = ['none', 'pass', 'silver', 'gold'] as const

/** Three decimals: further out, `Math.exp` of two engines may differ. */
export function rounded(value: number): number {
  const thousandths = Math.round(value * 1000) / 1000
  return thousandths === 0 ? 0 : thousandths
}

export function roundedFigures(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, value === null || !Number.isFinite(value) ? null : rounded(value)]))
}

/** `why` says why there is no value, and is used only then. */
export function judgeGoal(goal: Goal, value: number | null, why: () => string): GoalResult {
  const { metric, op } = goal
  if (value === null) return { metric, op, value, reached: 'none', missing: 0, why: why() }
  const reached = LADDER.findLast((medal) => medal === 'none' || reaches(value, op, goal[medal])) ?? 'none'
  const next = LADDER[LADDER.indexOf(reached) + 1]
  return { metric, op, value, reached, missing: next && next !== 'none' ? rounded(Math.abs(goal[next] - value)) : 0 }
}

function reaches(value: number, op: Goal['op'], mark: number): boolean {
  return op === '>=' ? value >= mark : value <= mark
}

export function judgeGuards(guards: Quest['verify']['guards'], data: unknown): GuardResult[] {
  return guards.map(({ id, rule, say }) => ({ id, say, holds: ruleHolds(rule, data) }))
}

export function medalOf(goals: readonly GoalResult[], guards: readonly GuardResult[]): Medal {
  if (guards.some(({ holds }) => !holds)) return 'none'
  return goals.reduce<Medal>((lowest, { reached }) => (atLeast(lowest, reached) ? reached : lowest), 'gold')
}

/** Whether one medal is worth as much as another. */
export function atLeast(medal: Medal, wanted: Medal): boolean {
  return LADDER.indexOf(medal) >= LADDER.indexOf(wanted)
}
