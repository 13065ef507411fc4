/** Patterns on values of a message: a part taken out on the way, or a rule that every value must fit. */
import { safePattern } from '../../deid/safe-pattern.ts'

/** A value of a message is short; of one that is not, this much is looked at. */
const MOST_SIGNS = 400

export type ReadPattern = { ok: true; pattern: RegExp } | { ok: false; say: string }

/** A pattern from a learner's hand, or why it may not run. */
export function readPattern(written: string): ReadPattern {
  const safe = safePattern(written)
  return safe.ok ? { ok: true, pattern: new RegExp(safe.regex.source, 'u') } : safe
}

/** The part that fits: the first bracket that holds something, or the whole of it. Null where nothing fits. */
export function extracted(pattern: RegExp, text: string): string | null {
  const match = pattern.exec(text.slice(0, MOST_SIGNS))
  if (!match) return null
  const part = match.slice(1).find((one) => one !== undefined) ?? match[0]
  return part === '' ? null : part
}

export function fits(pattern: RegExp, text: string): boolean {
  return pattern.test(text.slice(0, MOST_SIGNS))
}
