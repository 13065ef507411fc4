/** Why a line says what it says, in a sentence with its evidence. */
import { testInWords } from '../decision-table/unary-test.ts'
import { placeOf, quoteOf } from './evidence.ts'
import type { AtomWhy, LineWhy } from './match-people.ts'
import type { Pool } from './pool.ts'
import type { Truth } from './three-valued.ts'

export const TRUTH_WORDS = { yes: 'met', no: 'not met', unknown: 'not known' } as const

export function truthWord(truth: Truth): string {
  return truth === null ? TRUTH_WORDS.unknown : truth ? TRUTH_WORDS.yes : TRUTH_WORDS.no
}

export function markWord(mark: number): string {
  return truthWord(mark === -1 ? null : mark === 1)
}

/** "HbA1c is below 8, within 180 days" */
export function atomWords({ question, test, within }: Pick<AtomWhy, 'question' | 'test' | 'within'>): string {
  return `${testInWords(test, question.label)}${within === undefined ? '' : `, within ${within} days`}`
}

/** "HbA1c: 7.4% (40 days old)", "Nothing is written about smoking" */
export function evidenceWords({ question, answer }: AtomWhy, pool: Pick<Pool, 'table' | 'letters'>, row: number): string {
  const { evidence, how, days } = answer
  if (!evidence) return how === 'takenAsNo' ? `Nothing is written about ${lower(question.label)}, and that is taken for no` : `Nothing is written about ${lower(question.label)}`
  const age = days === null ? '' : days === 0 ? 'of today' : `${days} ${days === 1 ? 'day' : 'days'} old`
  const spent = how === 'old' ? 'too old to count' : how === 'over' ? 'so it is over' : ''
  const beside = [age, spent].filter((one) => one !== '').join(', ')
  const quote = quoteOf(pool, row, evidence)
  const where = quote === null ? `${placeOf(pool, row, evidence)}: ${measured(evidence.value, question.unit)}` : `${placeOf(pool, row, evidence)}: “${quote}”`
  return beside === '' ? where : `${where} (${beside})`
}

export function lineWords({ atoms }: LineWhy, pool: Pick<Pool, 'table' | 'letters'>, row: number): string {
  return atoms.length === 0 ? 'Nobody has said what to ask here' : atoms.map((atom) => evidenceWords(atom, pool, row)).join('; ')
}

/** A value with its unit; a share stands close to its sign: "7.4%", "92 mL/min". */
export function measured(value: string | number, unit: string | undefined): string {
  return unit ? `${value}${unit === '%' ? '' : ' '}${unit}` : String(value)
}

/** A label within a sentence; what is written in capitals stays so. */
function lower(label: string): string {
  return /^[A-Z][a-z]+(?:\s|$)/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
