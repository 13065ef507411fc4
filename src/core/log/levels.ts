/** Experience points: what is worth how much, and which level that makes. */
import type { Medal } from '../quest/schema.ts'

export const XP = {
  card: 5,
  step: 10,
  rightAnswer: 15,
  completed: 50,
} as const

/** Worth of a medal in all: bettering pass to gold gives the difference. */
export const MEDAL_XP: Readonly<Record<Medal, number>> = { none: 0, pass: 100, silver: 150, gold: 200 }

/** Score of a quest, out of 100: its medal, less five for each point that hints cost. A hint never takes a medal away. */
export function questScore(medal: Medal, hintCost: number): number {
  const base = { none: 0, pass: 60, silver: 80, gold: 100 }[medal]
  return Math.max(0, base - 5 * hintCost)
}

/** Points from one level to the next: 100, 150, 200, … */
function stepFrom(level: number): number {
  return 50 + 50 * level
}

/** Level (from 1) and the share of the way to the next, 0..1. */
export function levelOf(xp: number): { level: number; toNextLevel: number } {
  let level = 1
  let left = xp
  while (left >= stepFrom(level)) {
    left -= stepFrom(level)
    level += 1
  }
  return { level, toNextLevel: left / stepFrom(level) }
}
