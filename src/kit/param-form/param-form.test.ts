import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { byMoment, momentInWords, momentRank, parseTerm, withTerm } from './column-terms.ts'
import { completions } from './expression-completion.ts'
import { checkText, placeOf, readNumber, slidesByLog, stepOf, valueAt } from './field-check.ts'
import { fieldsOf } from './schema-fields.ts'
import type { FieldSpec } from './schema-fields.ts'

const schema = z.toJSONSchema(z.object({
  method: z.enum(['random-rows', 'grouped']).default('random-rows').meta({ title: 'How to split', labels: { grouped: 'By patient' } }),
  group: z.string().default('pid').meta({ control: 'column', showWhen: { method: ['grouped'] } }),
  testShare: z.number().min(0.1).max(0.5).default(0.25).meta({ title: 'Share for the test' }),
  trees: z.int().min(1).max(500).default(120),
  seed: z.int().default(1),
  columns: z.array(z.string()).max(64).default([]),
  expr: z.string().min(1).max(20).default('readmit30'),
  exclude: z.string().max(20).default(''),
  exact: z.boolean().default(false),
}), { io: 'input' }) as Record<string, unknown>
const fields = fieldsOf(schema)
const field = (name: string): FieldSpec => fields.find((f) => f.name === name) ?? (() => { throw new Error(name) })()

describe('a schema becomes fields', () => {
  test('each property finds its control', () => {
    expect(Object.fromEntries(fields.map((f) => [f.name, f.control]))).toEqual({
      method: 'choice', group: 'column', testShare: 'number', trees: 'number', seed: 'number', columns: 'columns', expr: 'expression', exclude: 'expression', exact: 'switch',
    })
  })

  test('choices have words, their own or made from the value', () => {
    expect(field('method').options).toEqual([{ value: 'random-rows', label: 'Random rows' }, { value: 'grouped', label: 'By patient' }])
  })

  test('the bounds of the number format are no bounds for a person', () => {
    expect([field('seed').min, field('seed').max]).toEqual([null, null])
    expect([field('trees').min, field('trees').max, field('trees').whole]).toEqual([1, 500, true])
  })

  test('a field can wait for another', () => {
    expect(field('group').showWhen).toEqual({ field: 'method', values: ['grouped'] })
  })
})

describe('what is typed is read kindly and checked plainly', () => {
  test.each([['0.2', 0.2], [' 0,2 ', 0.2], ['20%', 0.2], ['20 %', 0.2]])('%s is read as %d', (typed, value) => {
    expect(readNumber(field('testShare'), typed)).toEqual({ ok: true, value })
  })

  test.each([
    ['testShare', '', 'Write a number from 0.1 to 0.5.'],
    ['testShare', 'many', 'Write a number from 0.1 to 0.5.'],
    ['testShare', '0.9', '0.9 is outside the limits: write a number from 0.1 to 0.5.'],
    ['trees', '2.5', 'Write a whole number from 1 to 500.'],
    ['trees', 'Infinity', 'Write a whole number from 1 to 500.'],
    ['seed', 'NaN', 'Write a whole number.'],
  ])('%s: "%s" is refused in words', (name, typed, say) => {
    expect(readNumber(field(name), typed)).toEqual({ ok: false, say })
  })

  test('text that is empty or too long is named', () => {
    expect(checkText(field('expr'), ' ')).toBe('Expr cannot be empty.')
    expect(checkText(field('expr'), 'x'.repeat(23))).toBe('That is 3 characters too long: 20 at most.')
    expect(checkText(field('expr'), 'age > 70')).toBeNull()
    expect(checkText(field('exclude'), '')).toBeNull()
  })

  test('a range of many sizes slides by its logarithm, both ways', () => {
    const [l2] = fieldsOf(z.toJSONSchema(z.object({ l2: z.number().min(0.01).max(1000).default(1) })))
    if (!l2) throw new Error('no field')
    expect([slidesByLog(l2), slidesByLog(field('testShare'))]).toEqual([true, false])
    expect([placeOf(l2, 0.01), placeOf(l2, 1), placeOf(l2, 1000)].map(Math.round)).toEqual([0, 40, 100])
    expect([0, 40, 100].map(place => valueAt(l2, place))).toEqual([0.01, 1, 1000])
  })

  test('a slider has about a hundred places', () => {
    expect(stepOf(field('testShare'))).toBeCloseTo(0.001)
    expect(stepOf(field('trees'))).toBe(1)
  })
})

describe('columns', () => {
  const columns = [
    { name: 'tcmFormFiled', label: 'Form filed', kind: 'number' as const, availableAt: 'discharge+21d' },
    { name: 'age', label: 'Age', kind: 'number' as const, availableAt: 'admission' },
    { name: 'los', label: 'Nights', kind: 'number' as const, availableAt: 'discharge' },
    { name: 'charges', label: 'Charges', kind: 'number' as const, availableAt: 'discharge+90d' },
  ]

  test('are grouped by when they become known, earliest first', () => {
    expect(byMoment(columns).map((group) => group.title)).toEqual([
      'Known at admission', 'Known at discharge', 'Known 21 days after discharge', 'Known 90 days after discharge',
    ])
    expect(momentRank('discharge+1w')).toBeLessThan(momentRank('discharge+21d'))
    expect(momentInWords('discharge+1d')).toBe('Known 1 day after discharge')
  })

  test('keep their transform and their place', () => {
    expect(parseTerm('log1p(los)')).toEqual({ name: 'los', transform: 'log1p' })
    expect(withTerm(['age', 'los', 'charges'], 'los', 'log1p')).toEqual(['age', 'log1p(los)', 'charges'])
    expect(withTerm(['age', 'log1p(los)'], 'los', null)).toEqual(['age'])
    expect(withTerm(['age'], 'los', '')).toEqual(['age', 'los'])
  })

  test('complete the last word of an expression', () => {
    expect(completions('age > 70 and lo', columns)).toEqual([{ value: 'age > 70 and los', label: 'Nights' }])
    expect(completions('age > 70 and ', columns)).toEqual([])
    expect(completions('', columns)).toHaveLength(4)
  })
})
