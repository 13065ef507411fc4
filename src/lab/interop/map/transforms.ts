/** What may be done to a value on its way from a v2 field to a FHIR element. Each gives null when there is nothing fit to put in. */
import { ASK, type Transform } from '../../../core/artefacts/map-table.ts'
import { ucumOf } from './ucum.ts'

export const TRANSFORM_WORDS: Readonly<Record<Transform, { title: string; about: string }>> = {
  text: { title: 'As it is', about: 'the text, unchanged' },
  name: { title: 'Name', about: 'LIND-OSEI becomes Lind-Osei; a name that is not all capitals stays' },
  date: { title: 'Date', about: '19610324 becomes 1961-03-24' },
  dateTime: { title: 'Date and time', about: '202503071405 becomes 2025-03-07T14:05:00+00:00' },
  number: { title: 'Number', about: '7.10 becomes the number 7.1; words are left out' },
  ucum: { title: 'Unit (UCUM)', about: 'mmol/l becomes mmol/L; a unit UCUM does not know is left as it is' },
  concat: { title: 'Joined', about: 'several fields with a space between them' },
  patient: { title: 'Link to patient', about: 'P0421 becomes Patient/P0421' },
  comma: { title: 'Number with a comma', about: '5,4 becomes the number 5.4' },
  dayFirst: { title: 'Date, day first', about: '24/03/1961 becomes 1961-03-24' },
  monthFirst: { title: 'Date, month first', about: '03/24/1961 becomes 1961-03-24' },
  convert: { title: 'Other unit', about: 'a number is worked out in another unit' },
  person: { title: 'A person looks', about: 'nothing is put in, and somebody is asked' },
  encounter: { title: 'Link to visit', about: 'V3021 becomes Encounter/V3021' },
}

/** The clock of this hospital is UTC; a time that names no offset is ours. */
const HOME_OFFSET = '+00:00'

const RUN: Readonly<Record<Transform, (text: string) => string | number | null>> = {
  text: (text) => text,
  name: properName,
  date: (text) => dateOf(text),
  dateTime: dateTimeOf,
  number: numberOf,
  ucum: (text) => ucumOf(text) ?? text,
  concat: (text) => text,
  patient: (text) => `Patient/${text}`,
  encounter: (text) => `Encounter/${text}`,
  comma: (text) => numberOf(text.replace(/^([^,.]*),([^,]*)$/, '$1.$2')),
  dayFirst: (text) => ordered(text, (first, second) => [first, second]),
  monthFirst: (text) => ordered(text, (first, second) => [second, first]),
  convert: (text) => numberOf(text),
  person: () => ASK,
}

/** What may be done between messages and FHIR, and what between records that a quest describes. */
export const V2_TRANSFORMS: readonly Transform[] = ['text', 'name', 'date', 'dateTime', 'number', 'ucum', 'concat', 'patient', 'encounter']
export const RECORD_TRANSFORMS: readonly Transform[] = ['text', 'name', 'number', 'comma', 'convert', 'ucum', 'date', 'dayFirst', 'monthFirst', 'concat', 'person']

export function transformed(transform: Transform, text: string): string | number | null {
  return RUN[transform](text)
}

/** Capitals as people write them: O'NEIL -> O'Neil. What holds a small letter was written by a person and stays. */
export function properName(text: string): string {
  if (text !== text.toUpperCase()) return text
  return text.toLowerCase().replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}

/** YYYY[MM[DD…]] -> YYYY[-MM[-DD]]. Whether there is such a day is not asked here: the validator does. */
export function dateOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:(\d{2})(?:(\d{2})\d*)?)?/.exec(text) ?? []
  return year ? [year, month, day].filter((part) => part !== undefined).join('-') : null
}

/** YYYYMMDDHHMM[SS[.s]][+ZZZZ] -> date and time with an offset; without a time it stays a date (HL7 v2.5.1, 2.A.77). */
export function dateTimeOf(text: string): string | null {
  const [, day, hour, minute, second = '00', sign, offset] = /^(\d{8})(\d{2})(\d{2})(\d{2})?(?:\.\d{1,4})?(?:([+-])(\d{4}))?$/.exec(text) ?? []
  if (!day || !hour || !minute) return dateOf(text)
  const zone = sign && offset ? `${sign}${offset.slice(0, 2)}:${offset.slice(2)}` : HOME_OFFSET
  return `${dateOf(day)}T${hour}:${minute}:${second}${zone}`
}

export function numberOf(text: string): number | null {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(text.trim()) ? Number(text) : null
}

/** 24/3/1961, 24.03.1961, 24-03-1961. Null where it is no such date, also where there is no such month or day. */
function ordered(text: string, dayAndMonth: (first: string, second: string) => [day: string, month: string]): string | null {
  const [, first, second, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? []
  if (!first || !second || !year) return null
  const [day, month] = dayAndMonth(first, second)
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? written : null
}
