/** Two sides that can never be compared: the package says no to them, or breaks off. */
import { elementsAt, isSingle, type Place } from './fhirpath-kinds.ts'

type Family = 'a text' | 'a number' | 'a date' | 'a time of day' | 'yes or no'

const FAMILIES: Readonly<Record<string, Family>> = {
  string: 'a text', code: 'a text', uri: 'a text', url: 'a text', canonical: 'a text', id: 'a text', oid: 'a text', uuid: 'a text', markdown: 'a text',
  decimal: 'a number', integer: 'a number', positiveInt: 'a number', unsignedInt: 'a number',
  date: 'a date', dateTime: 'a date', instant: 'a date', time: 'a time of day', boolean: 'yes or no',
}

/** @param type of the expression, as the package names it */
export function comparedTrouble(type: string, left: Place, right: Place): string | null {
  if (type !== 'EqualityExpression' && type !== 'InequalityExpression') return null
  const parts = partsTrouble(left, right) ?? partsTrouble(right, left)
  if (parts) return parts
  const [one, other] = [onlyFamily(left), onlyFamily(right)]
  if (!one || !other || one === other) return null
  const dated = (one === 'a date' && other === 'a text') || (one === 'a text' && other === 'a date')
  return `${one.charAt(0).toUpperCase()}${one.slice(1)} is never compared with ${other}.${dated ? ' A date is written with @ and without quotes: @2025-03-07.' : ''}`
}

/** A thing with parts beside a single value of a kind that it never is: which part is meant? */
function partsTrouble(whole: Place, value: Place): string | null {
  const family = onlyFamily(value)
  if (!family || whole.said === 'This' || !whole.kinds || whole.kinds.every(isSingle) || whole.kinds.some(({ r4 }) => FAMILIES[r4] === family)) return null
  const parts = [...elementsAt(whole).keys()].map((part) => `${whole.said}.${part}`.replace(/^[A-Z]\w*\./, ''))
  return `${whole.said} has parts, and only one of them can be compared: ${parts.slice(0, 4).join(', ')}.`
}

/** The family of a place that holds single values of one family, and nothing else. */
function onlyFamily({ kinds }: Place): Family | null {
  const families = new Set((kinds ?? []).map(({ r4 }) => FAMILIES[r4]))
  const [only] = families
  return families.size === 1 ? (only ?? null) : null
}
