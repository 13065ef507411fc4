/**
 * HL7 v2.5.1 as it stands on the wire ("pipes and hats"), taken apart and put together again.
 *
 * A message is lines (segments); a line is fields between `|`; a field may repeat (`~`), has components (`^`) and these have
 * subcomponents (`&`). Which characters do that is said in MSH-1 and MSH-2 (HL7 v2.5.1, chapter 2.5 and 2.7).
 */
import { escapeText, unescapeText } from './escape.ts'

/** Two double quotes as a whole field: "delete what you hold". An empty field says nothing at all. */
export const V2_NULL = '""'

export interface Delimiters {
  field: string
  component: string
  repetition: string
  escape: string
  sub: string
}

export const STANDARD: Delimiters = { field: '|', component: '^', repetition: '~', escape: '\\', sub: '&' }

/** Components of one repetition, each a list of subcomponents. */
export type Repetition = readonly (readonly string[])[]
export type Field = readonly Repetition[]

export interface Segment {
  name: string
  /** Field n is `fields[n - 1]`. In MSH, field 1 is the separator itself and field 2 the encoding characters. */
  fields: readonly Field[]
}

export interface Message {
  delimiters: Delimiters
  segments: readonly Segment[]
}

export class V2Problem extends Error {
  override name = 'V2Problem'
}

export interface ParseOptions {
  /** Turn `\T\` and its kin into the characters they stand for. On unless said otherwise. */
  unescape?: boolean
}

/** @throws V2Problem when it is no HL7 v2 message at all; strange content is the reader's business */
export function parseMessage(text: string, { unescape = true }: ParseOptions = {}): Message {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.length > 0)
  const head = lines[0] ?? ''
  if (!head.startsWith('MSH') || head.length < 8) throw new V2Problem('A message begins with MSH and says there which characters part its fields.')
  const delimiters = delimitersOf(head)
  const read = (raw: string): string => (unescape ? unescapeText(raw, delimiters) : raw)
  return { delimiters, segments: lines.map((line) => segmentOf(line, delimiters, read)) }
}

function delimitersOf(head: string): Delimiters {
  const field = head.charAt(3)
  const [component = '^', repetition = '~', escape = '\\', sub = '&'] = (head.slice(4).split(field)[0] ?? '').split('')
  const all = [field, component, repetition, escape, sub]
  if (new Set(all).size < all.length || all.some((one) => /[A-Za-z0-9\s]/.test(one))) {
    throw new V2Problem('MSH-2 must name four different signs that are neither letters nor digits.')
  }
  return { field, component, repetition, escape, sub }
}

function segmentOf(line: string, marks: Delimiters, read: (raw: string) => string): Segment {
  const [name = '', ...raw] = line.split(marks.field)
  if (!/^[A-Z][A-Z0-9]{2}$/.test(name)) throw new V2Problem(`A line begins with three capital letters such as PID, not with "${name.slice(0, 12)}".`)
  const fields = raw.map((field) => fieldOf(field, marks, read))
  if (name !== 'MSH') return { name, fields }
  return { name, fields: [[[[marks.field]]], [[[raw[0] ?? '']]], ...fields.slice(1)] }
}

function fieldOf(raw: string, { component, repetition, sub }: Delimiters, read: (raw: string) => string): Field {
  return raw.split(repetition).map((one) => one.split(component).map((part) => part.split(sub).map(read)))
}

/** The message as text, one segment a line, ended by a carriage return each (HL7 v2.5.1, 2.5.4). */
export function writeMessage({ delimiters, segments }: Message): string {
  return segments.map((segment) => `${writeSegment(segment, delimiters)}\r`).join('')
}

function writeSegment({ name, fields }: Segment, marks: Delimiters): string {
  const { field, component, repetition, escape, sub } = marks
  if (name === 'MSH') {
    return [`MSH${field}${component}${repetition}${escape}${sub}`, ...fields.slice(2).map((one) => writeField(one, marks))].join(field)
  }
  return [name, ...fields.map((one) => writeField(one, marks))].join(field)
}

/** One field as it stands between two pipes. */
export function writeField(field: Field, marks: Delimiters): string {
  return field.map((one) => writeRepetition(one, marks)).join(marks.repetition)
}

export function writeRepetition(repetition: Repetition, marks: Delimiters): string {
  return repetition.map((part) => part.map((text) => escapeText(text, marks)).join(marks.sub)).join(marks.component)
}

/** A field of one text. */
export function plain(text: string): Field {
  return [[[text]]]
}

/** A field of components: `composite('LIND', 'Rosa')`. */
export function composite(...parts: string[]): Field {
  return [parts.map((part) => [part])]
}
