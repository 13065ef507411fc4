import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feedOf } from '../feed/feed.ts'
import { escapeText } from './escape.ts'
import { parseMessage } from './message.ts'
import { spanOf, type V2Place } from './place.ts'

const TEXT = 'MSH|^~\\&|LAB|ST|||2025||ORU^R01|M1\nPID|1||900^^^NAT~P1^^^STT&x||LIND\n\nOBX|1|'
const under = (place: V2Place): string | null => {
  const span = spanOf(TEXT, place)
  return span && TEXT.slice(span.from, span.to)
}

describe('the place of a part in its text', () => {
  it.each<[V2Place, string]>([
    [{ line: 0 }, 'MSH'], [{ line: 0, field: 1 }, '|'], [{ line: 0, field: 2 }, '^~\\&'], [{ line: 0, field: 3 }, 'LAB'], [{ line: 0, field: 9, repetition: 0, component: 2 }, 'R01'], [{ line: 0, field: 10 }, 'M1'],
    [{ line: 1 }, 'PID'], [{ line: 1, field: 3 }, '900^^^NAT~P1^^^STT&x'], [{ line: 1, field: 3, repetition: 1 }, 'P1^^^STT&x'], [{ line: 1, field: 3, repetition: 1, component: 4 }, 'STT&x'],
    [{ line: 1, field: 3, repetition: 1, component: 4, sub: 2 }, 'x'], [{ line: 1, field: 2 }, '||'], [{ line: 1, field: 3, repetition: 0, component: 2 }, '^^'], [{ line: 1, field: 40 }, 'D'], [{ line: 2, field: 1 }, '1'], [{ line: 2, field: 2 }, '|'],
  ])('%j', (place, text) => expect(under(place)).toBe(text))

  it('is nowhere where there is no such line', () => expect(under({ line: 3 })).toBeNull())

  it('is where the parts of every message of the feed were taken from', () => {
    const messages = feedOf('places', { n: 60, defectRate: 0.1, dialects: ['registration', 'desk', 'clinic'] })
    fc.assert(fc.property(fc.constantFrom(...messages), ({ raw }) => {
      const { segments, delimiters } = parseMessage(raw)
      for (const [line, { name, fields }] of segments.entries()) {
        for (const [f, field] of fields.entries()) {
          for (const [repetition, parts] of field.entries()) {
            for (const [c, subs] of parts.entries()) {
              const text = subs.map((sub) => escapeText(sub, delimiters)).join(delimiters.sub)
              const span = spanOf(raw, { line, field: f + 1, repetition, component: c + 1 })
              if (text !== '' && !(name === 'MSH' && f < 2)) expect(span && raw.slice(span.from, span.to)).toBe(text)
            }
          }
        }
      }
    }), { numRuns: 40 })
  })
})
