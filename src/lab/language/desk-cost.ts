import type { Answer } from './desk-values.ts'

/** Mean tokens and cents of a question, and the time within which 95 of 100 are answered (nearest rank). Zeros for no question at all. */
export function deskCost(answers: readonly Pick<Answer, 'tokens' | 'ms' | 'cents'>[]): { tokens: number; cents: number; p95: number } {
  const n = answers.length
  if (n === 0) return { tokens: 0, cents: 0, p95: 0 }
  const sorted = answers.map(({ ms }) => ms).sort((a, b) => a - b)
  return {
    tokens: answers.reduce((sum, one) => sum + one.tokens, 0) / n,
    cents: answers.reduce((sum, one) => sum + one.cents, 0) / n,
    p95: sorted[Math.ceil(0.95 * n) - 1] ?? 0,
  }
}
