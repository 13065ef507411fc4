/** What a question comes to, once its evidence is held against the day on which it is asked. */
import type { Question } from '../../core/artefacts/match-plan.ts'
import type { Evidence } from './evidence.ts'

export interface Answer {
  /** Null: not known. */
  value: string | number | null
  /** said: evidence says it; silent: nothing is written; takenAsNo: nothing is written, and that is taken for no; old: too old to say anything; over: too old, so it is over. */
  how: 'said' | 'silent' | 'takenAsNo' | 'old' | 'over'
  evidence: Evidence | null
  /** Days from the evidence to the index date; null where no day is told. */
  days: number | null
}

const MS_A_DAY = 86_400_000
/** What a question says that is answered in the negative. */
export const NO = 'no'

export function daysBetween(day: string, index: string): number | null {
  const [from, to] = [Date.parse(day.slice(0, 10)), Date.parse(index.slice(0, 10))]
  return Number.isNaN(from) || Number.isNaN(to) ? null : Math.round((to - from) / MS_A_DAY)
}

/** @param within days before the index date that count; all when undefined */
export function answerTo({ silence, old }: Pick<Question, 'silence' | 'old'>, evidence: readonly Evidence[], index: string, within: number | undefined): Answer {
  const dated = evidence.map((one) => ({ one, days: one.day === '' ? null : daysBetween(one.day, index) }))
  const fresh = dated.find(({ days }) => within === undefined || days === null || days <= within)
  if (fresh) return { value: fresh.one.value, how: 'said', evidence: fresh.one, days: fresh.days }
  const [first] = dated
  if (first) return old === 'no' ? { value: NO, how: 'over', evidence: first.one, days: first.days } : { value: null, how: 'old', evidence: first.one, days: first.days }
  return silence === 'no' ? { value: NO, how: 'takenAsNo', evidence: null, days: null } : { value: null, how: 'silent', evidence: null, days: null }
}
