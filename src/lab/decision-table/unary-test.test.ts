import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { anyCells, anyFacts, inputs } from './decision-table.fixture.ts'
import { ask, readTest, testInWords, type Value, writeTest } from './unary-test.ts'

const [setting, payer, weeks] = inputs as [typeof inputs[0] & object, typeof inputs[0] & object, typeof inputs[0] & object]

function asks(input: typeof setting, written: string, value: Value) {
  const read = readTest(written, input)
  if (!read.ok) throw new Error(read.say)
  return ask(read.test, value)
}

describe('a cell of words', () => {
  test.each([
    ['ED', 'ED', true], ['ED', 'inpatient', false], ['ED, inpatient', 'inpatient', true], ['"ED"', 'ED', true], ['ed', 'ED', true],
    ['not(ED)', 'outpatient', true], ['not(ED)', 'ED', false], ['not(ED, inpatient)', 'inpatient', false], ['-', 'ED', true], ['', 'ED', true],
  ] as const)('%s of %s is %s', (written, value, expected) => {
    expect(asks(setting, written, value)).toBe(expected)
  })

  test.each([
    ['EDD', 'Setting is never "EDD". Did you mean ED?'], ['>= 6', 'Setting is a word, not a number: write e.g. ED, or not(ED).'],
    ['ED,', 'There is a comma with nothing beside it. Take it out, or write what is missing.'], ['not()', 'There is a comma with nothing beside it. Take it out, or write what is missing.'],
    ['ED, -', 'A dash means "anything" and stands alone. Leave the rest out, or leave the dash out.'],
  ])('%s is not a test: %s', (written, say) => {
    expect(readTest(written, setting)).toEqual({ ok: false, say })
  })

  it('offers every allowed word when nothing is near', () => {
    expect(readTest('zzz', payer)).toEqual({ ok: false, say: 'Payer is never "zzz". It is one of: Meridian Advantage, StateCare, Atlas PPO.' })
  })

  it('keeps a comma inside quotes', () => {
    expect(readTest('"a, b"', { label: 'Place', kind: 'choice' })).toEqual({ ok: true, test: { kind: 'some', of: [{ kind: 'is', value: 'a, b' }] } })
  })
})

describe('a cell of numbers, ends included or not as in DMN', () => {
  test.each([
    ['6', 6, true], ['6', 7, false], ['< 6', 5, true], ['< 6', 6, false], ['<=6', 6, true], ['>6', 6, false], ['>= 6', 6, true],
    ['[1..5]', 1, true], ['[1..5]', 5, true], ['(1..5]', 1, false], ['[1..5)', 5, false], [']1..5[', 1, false], [']1..5[', 5, false], [']1..5[', 3, true],
    ['1, [4..6]', 5, true], ['not(< 4, 6)', 6, false], ['not(< 4, 6)', 5, true], ['-2.5', -2.5, true],
  ] as const)('%s of %s is %s', (written, value, expected) => {
    expect(asks(weeks, written, value)).toBe(expected)
  })

  test.each(['six', '>= six', '[5..1]', '[1..5', '1e3', '9'.repeat(400), '=6'])('%s is not a test', (written) => {
    expect(readTest(written, weeks).ok).toBe(false)
  })
})

describe('what is not known', () => {
  test.each(['6', '< 6', '>= 6', '[0..99]', 'not(6)', 'not(< 6)'])('%s is neither true nor false', (written) => {
    expect(asks(weeks, written, null)).toBeNull()
  })
  it('a dash lets it pass, null asks for it, not(null) asks for the rest', () => {
    expect(asks(weeks, '-', null)).toBe(true)
    expect(asks(weeks, 'null', null)).toBe(true)
    expect(asks(weeks, 'unknown', null)).toBe(true)
    expect(asks(weeks, '< 4, null', null)).toBe(true)
    expect(asks(weeks, 'null', 3)).toBe(false)
    expect(asks(weeks, 'not(null)', null)).toBe(false)
    expect(asks(weeks, 'not(null)', 3)).toBe(true)
  })
})

it('says what a test means', () => {
  const inWords = (written: string, input = payer) => {
    const read = readTest(written, input)
    return read.ok ? testInWords(read.test, input.label) : read.say
  }
  expect(inWords('StateCare, Atlas PPO')).toBe('Payer is StateCare or Atlas PPO')
  expect(inWords('not(StateCare)')).toBe('Payer is known and not StateCare')
  expect(inWords('< 4, null', weeks)).toBe('Weeks is below 4 or not known')
  expect(inWords('(4..6]', weeks)).toBe('Weeks is above 4 to 6')
})

describe('for any cell and any order', () => {
  const at = (cells: Record<string, string>, i: number) => {
    const input = inputs[i]
    if (!input) throw new RangeError()
    const read = readTest(cells[input.name] ?? '-', input)
    if (!read.ok) throw new Error(read.say)
    return { input, test: read.test }
  }
  const anyCell = fc.tuple(anyCells, fc.nat({ max: 2 }), anyFacts)

  it('writing and reading again changes nothing', () => {
    fc.assert(fc.property(anyCell, ([cells, i]) => {
      const { input, test: read } = at(cells, i)
      expect(readTest(writeTest(read), input)).toEqual({ ok: true, test: read })
    }))
  })

  it('not(x) says no where x says yes, and both are silent on what is not known', () => {
    fc.assert(fc.property(anyCell, ([cells, i, facts]) => {
      const { test: read } = at(cells, i)
      if (read.kind === 'any') return
      const other = ask({ kind: read.kind === 'some' ? 'none' : 'some', of: read.of }, facts[i] ?? null)
      const own = ask(read, facts[i] ?? null)
      expect(other).toBe(own === null ? null : !own)
    }))
  })

  it('only "-" and null speak of missing values', () => {
    fc.assert(fc.property(anyCell, ([cells, i]) => {
      const { test: read } = at(cells, i)
      if (ask(read, null) === true) expect(read.kind === 'any' || read.of.some(({ kind }) => kind === 'null')).toBe(true)
    }))
  })

  it('no text at all breaks the reader', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60, unit: 'binary' }), (text) => {
      for (const input of inputs) {
        const read = readTest(text, input)
        if (!read.ok) expect(read.say.length).toBeGreaterThan(5)
      }
    }))
  })
})
