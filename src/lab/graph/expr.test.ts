import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, evaluateColumn, rowsWhere } from './bind-expr.ts'
import { columnsOf, ExprError, MAX_EXPR_LENGTH, parseExpr } from './expr.ts'
import type { Table } from './ports.ts'

const ward: Table = {
  type: 'Table',
  ids: ['a', 'b', 'c', 'd'],
  meta: [
    { name: 'age', label: 'Age', kind: 'number', availableAt: 'admission' },
    { name: 'los', label: 'Nights', kind: 'number', availableAt: 'discharge' },
    { name: 'sex', label: 'Sex', kind: 'category', availableAt: 'admission' },
  ],
  columns: {
    age: { kind: 'number', values: new Float64Array([30, 70, 85, Number.NaN]) },
    los: { kind: 'number', values: new Float64Array([0, 3, 9, 2]) },
    sex: { kind: 'category', values: ['F', 'M', 'F', ''] },
  },
}
const values = (text: string) => [...evaluate(text, ward)]
const failure = (text: string): ExprError => {
  try {
    evaluate(text, ward)
  } catch (error) {
    if (error instanceof ExprError) return error
    throw error
  }
  throw new Error(`"${text}" was read without complaint`)
}

describe('an expression over a table', () => {
  it.each([
    ['age', [30, 70, 85, Number.NaN]],
    ['age >= 70 and sex == "F"', [0, 0, 1, 0]],
    ["sex == 'F' or los > 2", [1, 1, 1, 0]],
    ['not (sex == "F")', [0, 1, 0, 1]],
    ['1 + 2 * 3 - -4', [11, 11, 11, 11]],
    ['(1 + 2) * 3 / 9', [1, 1, 1, 1]],
    ['0 * (0 - 1)', [0, 0, 0, 0]],
    ['max(los, 4) - min(los, 4)', [4, 1, 5, 2]],
    ['abs(0 - los)', [0, 3, 9, 2]],
    ['log1p(los)', [0, Math.log1p(3), Math.log1p(9), Math.log1p(2)]],
    ['1e2 + 0.5', [100.5, 100.5, 100.5, 100.5]],
    ['exp(los - los)', [1, 1, 1, 1]],
    ['round(age / 40)', [1, 2, 2, Number.NaN]],
    ['known(age)', [1, 1, 1, 0]],
    ['not known(sex)', [0, 0, 0, 1]],
  ])('reads %s', (text, expected) => {
    expect(values(text)).toEqual(expected)
  })

  it('is a column of words where a bare column of words stands', () => {
    expect(evaluateColumn('sex', ward)).toEqual({ kind: 'category', values: ['F', 'M', 'F', ''] })
    expect(evaluateColumn("sex == 'F'", ward)).toEqual({ kind: 'number', values: new Float64Array([1, 0, 1, 0]) })
  })

  it('keeps what is missing missing: no comparison holds for it, nothing becomes infinite', () => {
    expect(rowsWhere('age > 0', ward)).toEqual([0, 1, 2])
    expect(rowsWhere('age != 30', ward)).toEqual([1, 2])
    expect(values('log(los)')[0]).toBeNaN()
    expect(values('age / los')[0]).toBeNaN()
    expect(rowsWhere("sex == ''", ward)).toEqual([3])
  })

  it('names the columns it reads, each once', () => {
    expect(columnsOf(parseExpr('log1p(los) + los * age - min(hb, 3)'))).toEqual(['los', 'age', 'hb'])
  })

  it.each([
    ['age > ', 6, /stops too early/],
    ['age = 3', 4, /Write ==/],
    ['age > 3 && los > 1', 8, /Write "and"/],
    ['(age > 3', 0, /never closed/],
    ['age los', 4, /operator missing/],
    ['sqrt(age)', 0, /no function "sqrt".*log1p/],
    ['log(age, los)', 0, /takes 1 value, not 2/],
    ["sex == 'F", 7, /never closed/],
    ['heart', 0, /no column "heart"/],
    ['sex > 3', 4, /word is compared with a number/],
    ["sex < 'F'", 4, /no order/],
    ['sex + 1', 0, /"sex" holds words/],
    ['18 <= age < 65', 10, /two things at a time/],
    ['age ; drop', 4, /no meaning/],
    ['', 0, /stops too early/],
    ['and', 0, /should stand here/],
  ])('says what is wrong with "%s", and where', (text, position, words) => {
    expect(failure(text)).toMatchObject({ position, message: expect.stringMatching(words) })
  })
})

describe('a hostile expression', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('finds no column called %s', (name) => {
    expect(failure(name).message).toMatch(/no column/)
    expect(failure(`${name}(age)`).message).toMatch(/no function/)
  })

  it('is refused by its length before it is read', () => {
    expect(failure('1+'.repeat(5_000_000)).message).toMatch(/too long/)
  })

  it('is refused by its depth before the stack runs out', () => {
    expect(failure('('.repeat(MAX_EXPR_LENGTH - 1)).message).toMatch(/Too many brackets/)
    expect(failure('-'.repeat(MAX_EXPR_LENGTH - 1)).message).toMatch(/Too many brackets/)
    expect(failure('not '.repeat(90)).message).toMatch(/Too many brackets/)
  })

  it('ends with a value or an ExprError, whatever is written', () => {
    const scraps = fc.array(fc.constantFrom('age', 'los', 'sex', '(', ')', 'and', 'not', '==', '<', '-', '*', "'F'", '3', ',', 'log(', 'known(', ' '), { maxLength: 30 })
    fc.assert(fc.property(fc.oneof(scraps.map((parts) => parts.join(' ')), fc.string({ maxLength: 200 })), (text) => {
      try {
        expect(evaluate(text, ward)).toHaveLength(4)
      } catch (error) {
        expect(error).toBeInstanceOf(ExprError)
      }
    }), { numRuns: 2000 })
  })
})

describe('arithmetic', () => {
  type Sum = { text: string; value: number }
  const sum: fc.Arbitrary<Sum> = fc.letrec<{ sum: Sum }>((tie) => ({
    sum: fc.oneof(
      { maxDepth: 4 },
      fc.integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value })),
      fc.tuple(tie('sum'), fc.constantFrom('+', '-', '*'), tie('sum')).map(([a, op, b]) => ({
        text: `(${a.text} ${op} ${b.text})`,
        value: op === '+' ? a.value + b.value : op === '-' ? a.value - b.value : a.value * b.value,
      })),
    ),
  })).sum

  it('comes out as on paper', () => {
    fc.assert(fc.property(sum, ({ text, value }) => {
      fc.pre(text.length <= MAX_EXPR_LENGTH)
      expect(values(text)[0]).toBe(value + 0)
    }))
  })

  /** A tree, and its text with no bracket that the rules of precedence make needless. */
  interface Tree { text: string; value: number; binds: number }
  const put = ({ text, binds }: Tree, least: number): string => (binds < least ? `(${text})` : text)
  const two = (op: string, binds: number, value: (a: number, b: number) => number) => (a: Tree, b: Tree): Tree => ({ text: `${put(a, binds)} ${op} ${put(b, binds + 1)}`, value: value(a.value, b.value), binds })
  const OPERATORS = [
    two('or', 1, (a, b) => Number(a !== 0 || b !== 0)), two('and', 2, (a, b) => Number(a !== 0 && b !== 0)), two('+', 5, (a, b) => a + b), two('-', 5, (a, b) => a - b), two('*', 6, (a, b) => a * b),
    (a: Tree, b: Tree): Tree => ({ text: `${put(a, 5)} < ${put(b, 5)}`, value: Number(a.value < b.value), binds: 4 }),
    (a: Tree): Tree => ({ text: `not ${put(a, 3)}`, value: Number(a.value === 0), binds: 3 }), (a: Tree): Tree => ({ text: `-${put(a, 7)}`, value: 0 - a.value, binds: 7 }),
  ]
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof({ maxDepth: 4, depthSize: 'medium' }, fc.integer({ min: 0, max: 9 }).map((value) => ({ text: String(value), value, binds: 9 })),
      fc.tuple(tie('tree'), tie('tree'), fc.constantFrom(...OPERATORS)).map(([a, b, put2]) => put2(a, b))),
  }))

  it('binds as it is written: times before plus, plus before <, < before not, not before and, and before or', () => {
    const texts = fc.sample(tree, 300).map(({ text }) => text)
    for (const sign of ['or', 'and', 'not', '<', '+', '-', '*', '(']) expect(texts.filter((text) => text.includes(sign)).length, sign).toBeGreaterThan(15)
    fc.assert(fc.property(tree, ({ text, value }) => {
      fc.pre(text.length <= MAX_EXPR_LENGTH)
      expect(values(text)[0], text).toBe(value + 0)
    }), { numRuns: 400 })
  })

  it('compares as numbers compare', () => {
    fc.assert(fc.property(fc.integer({ min: -50, max: 50 }), fc.constantFrom('<', '<=', '>', '>=', '==', '!='), (edge, op) => {
      const holds = { '<': (a: number) => a < edge, '<=': (a: number) => a <= edge, '>': (a: number) => a > edge, '>=': (a: number) => a >= edge, '==': (a: number) => a === edge, '!=': (a: number) => a !== edge }[op]
      expect(rowsWhere(`los ${op} ${edge}`, ward)).toEqual([0, 3, 9, 2].flatMap((los, row) => (holds?.(los) ? [row] : [])))
    }))
  })
})
