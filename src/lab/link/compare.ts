/** Two values of one column held against each other: the same, close, different, or nothing to compare. */
import { isShortForm } from './nicknames.ts'
import { folded, jaroWinkler, soundex } from './text-likeness.ts'

export const WAYS = ['exact', 'jaro-winkler', 'given-name', 'phonetic', 'date', 'digits'] as const
export type Way = (typeof WAYS)[number]

/** Level of agreement. A value that is missing agrees and disagrees with nothing. */
export const MISSING = -1
export const DIFFERENT = 0
export const CLOSE = 1
export const SAME = 2
export const LEVELS = 3

/** Words this alike (Jaro-Winkler) are taken for a slip of the pen: one letter in six may be wrong, few other names come as near. */
const ALIKE = 0.88

/**
 * @param a a written value; '' where it is missing. A number is compared as it is written.
 * @returns -1 missing, 0 different, 1 close, 2 same
 */
export function levelOf(way: Way, a: string, b: string): number {
  if (a === '' || b === '') return MISSING
  if (a === b) return SAME
  switch (way) {
    case 'exact': return DIFFERENT
    case 'date': return levelOfDates(a, b)
    case 'digits': return levelOfDigits(a.replaceAll(/\D/g, ''), b.replaceAll(/\D/g, ''))
    default: return levelOfWords(way, a, b)
  }
}

function levelOfWords(way: 'jaro-winkler' | 'given-name' | 'phonetic', a: string, b: string): number {
  const [one, other] = [folded(a), folded(b)]
  if (one === other) return SAME
  if (way === 'phonetic') return soundex(one) === soundex(other) ? CLOSE : DIFFERENT
  if (way === 'given-name' && isShortForm(a, b)) return CLOSE
  return jaroWinkler(one, other) >= ALIKE ? CLOSE : DIFFERENT
}

/** Close: day and month changed places, or one digit is another. */
function levelOfDates(a: string, b: string): number {
  const [year, month, day] = a.split('-')
  return `${year}-${day}-${month}` === b || slips(a, b) === 1 ? CLOSE : DIFFERENT
}

/** Close: one digit is another, or two neighbours changed places. */
function levelOfDigits(a: string, b: string): number {
  if (a === '' || b === '') return MISSING
  if (a === b) return SAME
  return slips(a, b) === 1 || neighboursSwapped(a, b) ? CLOSE : DIFFERENT
}

/** Places at which two texts of one length differ; as many as there are where they are not of one length. */
function slips(a: string, b: string): number {
  if (a.length !== b.length) return Math.max(a.length, b.length)
  let count = 0
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++
  return count
}

function neighboursSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((digit, i) => digit !== b[i])
  return at >= 0 && `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at]}${a.slice(at + 2)}` === b
}
