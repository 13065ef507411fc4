/**
 * What stands in the note instead. Names get another name, the same each time it is met; the record number becomes the
 * patient's code, the same as in the header of a film; ages above 89 become "90+"; a postcode of a town with fewer than 20,000
 * people keeps no digit (45 CFR 164.514(b)(2)). Dates follow the policy. A year by which one can tell an age above 89 is as
 * much an identifier as the age itself (same place, (i)(C)).
 */
import type { DatePolicy, Kind } from '../../core/artefacts/annotations.ts'
import { hashSeed } from '../../core/rng.ts'
import { TODAY_YEAR } from '../data/town.ts'
import { pseudonymOf } from '../dicom/act.ts'
import type { Found, Note } from './values.ts'

const STAND_INS = ['Alder', 'Birch', 'Cedar', 'Elder', 'Fir', 'Hawthorn', 'Larch', 'Maple', 'Rowan', 'Sorrel', 'Spruce', 'Willow']

const WORDS: Partial<Record<Kind, string>> = {
  ADDRESS: '[address]', PHONE: '[phone]', FAX: '[fax]', EMAIL: '[mail]', SSN: '[number]', PLAN: '[member]', ACCOUNT: '[account]', LICENCE: '[licence]', VEHICLE: '[plate]',
  DEVICE: '[serial]', URL: '[page]', IP: '[net address]', EMPLOYER: '[employer]', FACILITY: '[hospital]', UNIQUE: '[…]', AGE: '90+', POSTCODE: '000',
}

export interface Piece {
  text: string
  /** Where it stood in the note, before. */
  from: number
  to: number
  /** Kind of what stood here before, where something was put in. */
  kind: Kind | null
}

/** The note as it would leave, in pieces. */
export function released({ text, patient }: Pick<Note, 'text' | 'patient'>, found: readonly Found[], dates: DatePolicy): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to, kind } of joined(found)) {
    if (from > at) pieces.push({ text: text.slice(at, from), from: at, to: from, kind: null })
    pieces.push({ text: surrogateFor(text.slice(from, to), kind, dates, patient), from, to, kind })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), from: at, to: text.length, kind: null })
  return pieces
}

/** Overlapping finds as one, called after the longest. */
export function joined(found: readonly Found[]): Found[] {
  const whole: Found[] = []
  let longest = 0
  for (const one of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const last = whole.at(-1)
    if (!last || one.from >= last.to) {
      whole.push({ ...one })
      longest = one.to - one.from
    } else {
      if (one.to - one.from > longest) {
        longest = one.to - one.from
        last.kind = one.kind
      }
      last.to = Math.max(last.to, one.to)
    }
  }
  return whole
}

function surrogateFor(text: string, kind: Kind, dates: DatePolicy, patient: string): string {
  if (kind === 'NAME') return STAND_INS[hashSeed(`name/${text.toLowerCase()}`) % STAND_INS.length] as string
  if (kind === 'MRN') return pseudonymOf(patient)
  if (kind !== 'DATE') return WORDS[kind] ?? '[…]'
  switch (dates) {
    case 'keep': return text
    case 'shift': return shifted(text, 20 + (hashSeed(`shift/${patient}`) % 40))
    case 'year': return yearIn(text) ?? '[date]'
    case 'year-under-90': return tellsOver89(text) ? '[90+]' : (yearIn(text) ?? '[date]')
  }
}

/** Whoever was there in that year is 90 or older at the end of the town's own. */
const LONG_AGO = TODAY_YEAR - 90

/** Whether the year of a date is so long ago that it gives away an age over 89. */
export function tellsOver89(date: string): boolean {
  const year = yearIn(date)
  return year !== null && Number(year) <= LONG_AGO
}

function yearIn(text: string): string | null {
  const year = /(?:19|20)\d\d/.exec(text)?.[0]
  if (year) return year
  const short = /\d{1,2}[/-](?:\d{1,2}|[A-Za-z]{3})[/-](\d\d)$/.exec(text)?.[1]
  // Nothing in a note lies in years to come.
  return short ? `${Number(short) <= TODAY_YEAR % 100 ? 20 : 19}${short}` : null
}

const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** So many days earlier, written as year, month, day; the same number for all dates of a patient. Days are counted as if each month had 30. */
function shifted(text: string, days: number): string {
  const numbers = [...text.matchAll(/\d+/g)].map(([n]) => Number(n))
  const named = MONTHS.indexOf((/[A-Za-z]{3,}/.exec(text.replace(/\b\d+(?:st|nd|rd|th) of /, ''))?.[0] ?? '---').slice(0, 3).toLowerCase())
  const year = yearIn(text)
  const month = named >= 0 ? named / 3 + 1 : (/^\d{4}/.test(text) ? numbers[1] : /\./.test(text) ? numbers[1] : numbers[0]) ?? 1
  const day = named >= 0 ? (numbers[0] ?? 1) : (/^\d{4}/.test(text) ? numbers[2] : /\./.test(text) ? numbers[0] : numbers[1]) ?? 1
  const whole = (year ? Number(year) : 2025) * 360 + (Math.ceil(month) - 1) * 30 + day - 1 - days
  const [y, m, d] = [Math.floor(whole / 360), Math.floor((whole % 360) / 30) + 1, (whole % 30) + 1]
  const short = `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return year ? `${y}-${short}` : short
}
