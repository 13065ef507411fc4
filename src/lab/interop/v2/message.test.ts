import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, unescapeText } from './escape.ts'
import { composite, type Delimiters, type Message, parseMessage, plain, STANDARD, V2_NULL, V2Problem, writeField, writeMessage } from './message.ts'
import { fieldOf, isEmpty, isNull, readV2Path, textAt } from './path.ts'

const ODD = { field: '$', component: '!', repetition: '*', escape: '/', sub: '%' }
const RAW = 'MSH|^~\\&|LAB|ST-TURING|PORTAL||202503030713||ORU^R01^ORU_R01|M0003|P|2.5.1\rPID|1||P3880^^^STT^MR~333801261^^^NAT^NI||ODUKOYA^KEMI||19470824|F|||""||\rPV1|1|I|A\\T\\E^A^1\r'

/** Texts full of what could be taken for something else: signs that part fields, whole escapes and halves of them, line ends. */
function nasty(marks: Delimiters): fc.Arbitrary<string> {
  const signs = fc.constantFrom(...Object.values(marks), '\r', '\n')
  const escapes = fc.constantFrom('F', 'S', 'T', 'R', 'E', 'X0D', 'X4869', 'H', 'N', '.br', 'Q', '').map((code) => marks.escape + code + marks.escape)
  const halves = fc.constantFrom(...['F', 'X0', 'T', ''].map((code) => marks.escape + code))
  const whole = fc.constantFrom(V2_NULL, '')
  const letters = fc.string({ unit: 'grapheme', maxLength: 3 })
  return fc.oneof({ weight: 8, arbitrary: fc.array(fc.oneof({ weight: 3, arbitrary: signs }, { weight: 2, arbitrary: escapes }, halves, letters), { maxLength: 8 }).map((parts) => parts.join('')) }, { weight: 1, arbitrary: whole }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) })
}

function valueAt(message: Message, written: string, repetition = 0): string {
  const path = readV2Path(written)
  if (!path) throw new Error(written)
  return textAt(message, fieldOf(message.segments.find(({ name }) => name === path.segment), path.field), path, repetition)
}

describe('a message taken apart', () => {
  const message = parseMessage(RAW)

  it('gives fields, repetitions and components by their HL7 names', () => {
    expect(valueAt(message, 'PID-3.1')).toBe('P3880')
    expect(valueAt(message, 'PID-3.5', 1)).toBe('NI')
    expect(valueAt(message, 'MSH-9.2')).toBe('R01')
    expect(valueAt(message, 'MSH-1')).toBe('|')
    expect(valueAt(message, 'PV1-3.1')).toBe('A&E')
  })

  it('leaves escapes as they are when nobody reads them', () => {
    expect(valueAt(parseMessage(RAW, { unescape: false }), 'PV1-3.1')).toBe('A\\T\\E')
  })

  it('tells "delete it" from silence', () => {
    const pid = message.segments[1]
    expect(isNull(fieldOf(pid, 11))).toBe(true)
    expect(isEmpty(fieldOf(pid, 11))).toBe(false)
    expect(isEmpty(fieldOf(pid, 13))).toBe(true)
    expect(isEmpty(fieldOf(pid, 99))).toBe(true)
  })

  it('is refused when it is no message', () => {
    for (const text of ['', 'hello', 'MSH', 'PID|1', 'MSH|^^^^|x', 'MSH|^~\\&|LAB\rpid|1']) expect(() => parseMessage(text), text).toThrow(V2Problem)
  })
})

describe('escape signs (HL7 v2.5.1, 2.7)', () => {
  it('stand for the signs that part fields', () => {
    expect(unescapeText('a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f', STANDARD)).toBe('a|b^c&d~e\\f')
    expect(unescapeText('\\X4869\\ \\.br\\', STANDARD)).toBe('Hi \n')
  })

  it('that nobody knows lose no text', () => {
    expect(unescapeText('50\\Q\\60', STANDARD)).toBe('50\\Q\\60')
    expect(unescapeText('C:\\temp', STANDARD)).toBe('C:\\temp')
    expect(unescapeText('\\Q\\T\\', STANDARD)).toBe('\\Q&')
  })

  it.each([['standard', STANDARD], ['a clinic of its own', ODD]])('come back as they went, with %s signs', (_, marks) => {
    fc.assert(fc.property(nasty(marks), (text) => {
      const written = escapeText(text, marks)
      expect([marks.field, marks.component, marks.repetition, marks.sub, '\r', '\n'].filter((sign) => written.includes(sign))).toEqual([])
      expect(unescapeText(written, marks)).toBe(text)
    }))
  })
})

const listOf = <T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> => fc.array(one, { minLength: 1, maxLength })
const segmentOf = (marks: Delimiters) => fc.record({ name: fc.constantFrom('PID', 'PV1', 'OBX'), fields: listOf(listOf(listOf(listOf(nasty(marks), 3), 3), 3), 5) })

describe('the texts that these are tried on', () => {
  it.each([['standard', STANDARD], ['a clinic of its own', ODD]])('hold every sign that parts fields, escapes of every kind, and their halves, with %s signs', (_, marks) => {
    const texts = fc.sample(nasty(marks), 1000)
    const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length
    for (const sign of [...Object.values(marks), '\r', '\n']) expect(share((text) => text.includes(sign)), JSON.stringify(sign)).toBeGreaterThan(0.1)
    for (const code of ['F', 'S', 'T', 'R', 'E', 'X0D', 'H', '.br']) expect(share((text) => text.includes(marks.escape + code + marks.escape)), code).toBeGreaterThan(0.01)
    expect(share((text) => text === V2_NULL)).toBeGreaterThan(0.005)
    expect(share((text) => text === '')).toBeGreaterThan(0.01)
    const lists = fc.sample(segmentOf(marks), 200).flatMap(({ fields }) => fields)
    expect(lists.filter((field) => field.length > 1).length / lists.length).toBeGreaterThan(0.3)
    expect(lists.filter((field) => field.some((repetition) => repetition.some((part) => part.length > 1))).length / lists.length).toBeGreaterThan(0.3)
  })
})

describe('any message', () => {
  it.each([['standard', STANDARD], ['a clinic of its own', ODD]])('written and read again is the same, with %s signs', (_, delimiters) => {
    const header = { name: 'MSH', fields: [plain(delimiters.field), plain(delimiters.component + delimiters.repetition + delimiters.escape + delimiters.sub), composite('LAB', 'x')] }
    fc.assert(fc.property(fc.array(segmentOf(delimiters), { maxLength: 4 }), (segments) => {
      const message: Message = { delimiters, segments: [header, ...segments] }
      expect(parseMessage(writeMessage(message))).toEqual(message)
    }))
  })

  it.each([['standard', STANDARD], ['a clinic of its own', ODD]])('has as many fields, repetitions and components on the wire as were written, with %s signs', (_, marks) => {
    fc.assert(fc.property(listOf(listOf(listOf(nasty(marks), 3), 3), 4), (field) => {
      const wire = writeField(field, marks)
      expect(wire.split(marks.repetition)).toHaveLength(field.length)
      expect(wire.split(marks.repetition).map((one) => one.split(marks.component).map((part) => part.split(marks.sub).length))).toEqual(field.map((one) => one.map((part) => part.length)))
      expect([marks.field, '\r', '\n'].filter((sign) => wire.includes(sign))).toEqual([])
    }))
  })

  it.each([['standard', STANDARD], ['a clinic of its own', ODD]])('gives each part back at its path, with %s signs', (_, delimiters) => {
    const header = { name: 'MSH', fields: [plain(delimiters.field), plain(delimiters.component + delimiters.repetition + delimiters.escape + delimiters.sub)] }
    fc.assert(fc.property(segmentOf(delimiters), fc.nat(), fc.nat(), fc.nat(), fc.nat(), (segment, f, r, c, s) => {
      const field = segment.fields[f % segment.fields.length] as (typeof segment)['fields'][number]
      const repetition = field[r % field.length] as (typeof field)[number]
      const part = repetition[c % repetition.length] as string[]
      const read = parseMessage(writeMessage({ delimiters, segments: [header, segment] }))
      const path = { segment: segment.name, field: f % segment.fields.length + 1, component: c % repetition.length + 1, sub: s % part.length + 1 }
      const there = fieldOf(read.segments[1], path.field)
      expect(textAt(read, there, path, r % field.length)).toBe(isNull(there) ? V2_NULL : part[s % part.length])
    }))
  })

  it('without escapes read is written as it came', () => {
    fc.assert(fc.property(fc.array(segmentOf(STANDARD), { maxLength: 3 }), (segments) => {
      const header = { name: 'MSH', fields: [plain('|'), plain('^~\\&'), plain('LAB')] }
      const wire = writeMessage({ delimiters: STANDARD, segments: [header, ...segments] })
      const unread = parseMessage(wire, { unescape: false })
      const raw = unread.segments.slice(1).map(({ name, fields }) => [name, ...fields.map((field) => field.map((one) => one.map((part) => part.join('&')).join('^')).join('~'))].join('|'))
      expect(raw).toEqual(wire.split('\r').slice(1, -1))
    }))
  })
})
