/** Invented people on their way to somebody else, with what has to be known to test and to account for them. */
import type { Table } from '../graph/ports.ts'

/** One look at real people through noise. */
export interface Spent {
  /** What was looked at, in words. */
  what: string
  epsilon: number
}

export interface Synthetic {
  type: 'Synthetic'
  /** Invented rows: nobody's. */
  table: Table
  /** Real people whose rows the generator read. Nothing behind it may hand these on. */
  people: Table
  /** Real people whom it never saw, to test with. */
  outsiders?: Table
  /** How they were made, e.g. "Copula". */
  made: string
  /** Every look at real people through noise; null where some look had none, so that nothing can be promised. */
  spent: readonly Spent[] | null
}

/**
 * Privacy budget of all looks together (basic composition: epsilons add up; Dwork & Roth 2014, theorem 3.16). Null without a
 * promise. What is done to invented rows afterwards costs nothing (post-processing, proposition 2.1).
 */
export function epsilonOf({ spent }: Pick<Synthetic, 'spent'>): number | null {
  return spent === null ? null : spent.reduce((sum, { epsilon }) => sum + epsilon, 0)
}
