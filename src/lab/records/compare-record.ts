/** What stands in an element beside what should stand there. */
import { LIST_SEPARATOR } from '../decision-table/answers.ts'
import { isUcum } from '../interop/map/ucum.ts'
import { readUnit } from '../interop/map/unit.ts'
import { codesIn, type Element, type Shape, UCUM_LIST } from './shape.ts'
import type { Filled } from './map-record.ts'

/**
 * right, wrong, missing: as they say. dangerous: a number off by many times. asked: left to a person, though there was an answer.
 * honest: left to a person, for there is none. forced: filled, though there is none. silent: dropped, though a person should know.
 */
export const OUTCOMES = ['right', 'wrong', 'dangerous', 'missing', 'asked', 'honest', 'forced', 'silent'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** @param wanted as the truth says it; null where nothing would be right */
export function outcomeOf(element: Element, wanted: string | number | null, filled: Filled | undefined): Outcome {
  if (wanted === null) return !filled ? 'silent' : 'ask' in filled ? 'honest' : 'forced'
  if (!filled) return 'missing'
  if ('ask' in filled) return 'asked'
  if ('values' in filled) return sameCodes(String(wanted), filled.values) ? 'right' : 'wrong'
  if (element.type !== 'number') return String(wanted) === String(filled.value) ? 'right' : 'wrong'
  return numberOutcome(element, Number(wanted), filled.value)
}

function numberOutcome({ within, danger }: Extract<Element, { type: 'number' }>, wanted: number, got: string | number): Outcome {
  if (typeof got !== 'number') return 'wrong'
  if (Math.abs(got - wanted) <= within * Math.abs(wanted) + Number.EPSILON) return 'right'
  const ratio = wanted === 0 || got === 0 || wanted * got < 0 ? Number.POSITIVE_INFINITY : Math.max(got / wanted, wanted / got)
  return ratio >= danger ? 'dangerous' : 'wrong'
}

function sameCodes(wanted: string, got: readonly string[]): boolean {
  const codes = new Set(wanted.split(LIST_SEPARATOR))
  return codes.size === got.length && got.every((code) => codes.has(code))
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Why what stands there does not keep to the shape; null where it does. What is left to a person always does. */
export function shapeProblem(shape: Shape, element: Element, filled: Filled | undefined): string | null {
  if (!filled) return element.required ? 'must be there' : null
  if ('ask' in filled) return null
  const values = 'values' in filled ? filled.values : [filled.value]
  switch (element.type) {
    case 'number': return values.every((value) => typeof value === 'number') ? null : 'is no number'
    case 'date': return values.every((value) => DATE.test(String(value))) ? null : 'is no date such as 2025-03-01'
    case 'text': return null
    case 'codes':
    case 'code': {
      if (element.type === 'codes' && values.length > element.most) return `holds ${values.length}, at most ${element.most} may stand there`
      const stray = values.find((value) => !isInList(shape, element.list, String(value)))
      return stray === undefined ? null : `"${String(stray).slice(0, 40)}" is not in the list`
    }
  }
}

export function isInList(shape: Shape, list: string, code: string): boolean {
  if (list === UCUM_LIST) return isUcum(code) || (readUnit(code) !== null && code === code.trim())
  return codesIn(shape, list).some((one) => one.code === code)
}
