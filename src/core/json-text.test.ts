import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readJson } from './json-text.ts'

function trouble(text: string) {
  const read = readJson(text)
  if (read.ok) throw new Error('this text was read')
  return read.trouble
}

describe('reading what somebody typed', () => {
  test('whatever JSON can say is read as JSON.parse reads it', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const read = readJson(text)
      if (read.ok) expect(read.value).toEqual(JSON.parse(text))
      else expect(read.trouble.what).toMatch(/reserved|hidden|half a character/)
    }))
  })

  test('a file cut off anywhere is refused with a place and a way to mend it', () => {
    const whole = JSON.stringify({ title: 'The "door"', list: [1, 2.5e3, { on: true }], none: null }, null, 2)
    for (let length = 0; length < whole.length; length += 1) {
      const { line, column, what, mend } = trouble(whole.slice(0, length))
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
      expect(`${what}. ${mend}`).toMatch(/[a-z]/)
    }
  })

  test('where it is cut off is said by line and column', () => {
    expect(trouble('{\n  "title": "Door",\n  "list": [1, 2')).toMatchObject({ line: 3, column: 16, what: 'the file stops too early' })
    expect(trouble('{\n  "title": "Doo')).toMatchObject({ line: 2, column: 12, what: expect.stringContaining('never closed') })
  })

  test.each([
    ['', /empty/],
    ['{"a": 1,}', /comma before }/],
    ['[1 2]', /expected a comma/],
    ["{'a': 1}", /double quotes/],
    ['{"a" 1}', /colon/],
    ['{"a": NaN}', /NaN is not allowed/],
    ['{"a": Infinity}', /Infinity is not allowed/],
    ['{"a": -Infinity}', /not a number/],
    ['{"a": 1e999}', /too large/],
    ['{"a": undefined}', /expected a value/],
    ['{"a": 1} more', /more after the end/],
    ['{"__proto__": {"admin": true}}', /reserved/],
    ['{"\\u005f_proto__": 1}', /reserved/],
    ['{"a": {"constructor": 1}}', /reserved/],
    ['{"a": 1, "a": 2}', /stands twice/],
    ['"bell \\u0007"', /hidden control character/],
    ['"half \\ud800"', /half a character/],
    ['"turned \\u202e round"', /hidden control character/],
    ['"a\nb"', /line break/],
    ['"\\x41"', /means nothing/],
    [`${'['.repeat(100_000)}`, /nested more than/],
  ])('%.40s', (text, words) => {
    expect(trouble(text).what).toMatch(words)
  })

  test('ten million characters are read in a moment', () => {
    const read = readJson(JSON.stringify({ words: 'x'.repeat(10_000_000) }))
    expect(read.ok).toBe(true)
  })
})
