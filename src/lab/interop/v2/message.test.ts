import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeText, unescapeText } from './escape.ts'
import { composite, type Message, parseMessage, plain, STANDARD, V2Problem, writeMessage } from './message.ts'
import { fieldOf, isEmpty, isNull, readV2Path, textAt } from './path.ts'

const ODD = { field: '$', component: '!', repetition: '*', escape: '/', sub: '%' }
const RAW = 'MSH|^~\\&|LAB|ST-TURING|PORTAL||202503030713||ORU^R01^ORU_R01|M0003|P|2.5.1\rPID|1||P3880^^^STT^MR~333801261^^^NAT^NI||ODUKOYA^KEMI||19470824|F|||""||\rPV1|1|I|A\\T\\E^A^1\r'

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
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = escapeText(text, marks)
      expect([marks.field, marks.component, marks.repetition, marks.sub, '\r', '\n'].filter((sign) => written.includes(sign))).toEqual([])
      expect(unescapeText(written, marks)).toBe(text)
    }))
  })
})

const text = fc.string({ unit: fc.constantFrom(...'ab1 |^~\\&!*$%/é\r\n'), maxLength: 8 })
const segment = fc.record({ name: fc.constantFrom('PID', 'PV1', 'OBX'), fields: fc.array(fc.array(fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }) })

describe('any message', () => {
  it.each([['standard', STANDARD], ['a clinic of its own', ODD]])('written and read again is the same, with %s signs', (_, delimiters) => {
    const header = { name: 'MSH', fields: [plain(delimiters.field), plain(delimiters.component + delimiters.repetition + delimiters.escape + delimiters.sub), composite('LAB', 'x')] }
    fc.assert(fc.property(fc.array(segment, { maxLength: 4 }), (segments) => {
      const message: Message = { delimiters, segments: [header, ...segments] }
      expect(parseMessage(writeMessage(message))).toEqual(message)
    }))
  })
})
