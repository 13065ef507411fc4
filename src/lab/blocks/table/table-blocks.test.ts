import { describe, expect, it } from 'vitest'
import { cohort, contextWith, tableOf } from '../../lab.fixture.ts'
import type { Inputs } from '../../graph/block.ts'
import type { Matrix, Split, Table } from '../../graph/ports.ts'
import { features } from './features.run.ts'
import { featuresSpec } from './features.ts'
import { filter } from './filter.run.ts'
import { label } from './label.run.ts'
import { split } from './split.run.ts'
import { splitSpec } from './split.ts'

const ward = tableOf({ age: [30, 70, 85, 60], died: [0, 1, 0, 0], back: [1, 0, 0, 1], sex: ['F', 'M', 'F', ''] })
const given = (table: Table): Inputs => ({ table })

describe('Keep rows', () => {
  it('keeps whom the condition names and says how many it left out', () => {
    const { outputs } = filter.fit(given(ward), contextWith({ expr: 'died == 0' }))
    expect((outputs['table'] as Table).ids).toEqual(['r0', 'r2', 'r3'])
    expect(filter.report?.(given(ward), outputs, null).facts).toEqual(['3 rows kept', '1 row left out'])
  })

  it('may leave nobody on a hidden ward, and not before', () => {
    expect(() => filter.fit(given(ward), contextWith({ expr: 'age > 200' }))).toThrow(/holds for nobody/)
    const { outputs } = filter.fit(given(ward), contextWith({ expr: 'age > 200' }, { applying: true }))
    expect((outputs['table'] as Table).ids).toEqual([])
  })

  it('points at the place it cannot read', () => {
    expect(() => filter.fit(given(ward), contextWith({ expr: 'died = 0' }))).toThrow(/character 6: Write ==/)
    expect(() => filter.fit(given(ward), contextWith({ expr: '__proto__ == 0' }))).toThrow(/no column "__proto__"/)
  })
})

describe('Label', () => {
  const fit = (expr: string, exclude = '') => label.fit(given(ward), contextWith({ expr, exclude })).outputs['table'] as Table

  it('says yes or no for every row', () => {
    expect([...(fit('back').label?.values ?? [])]).toEqual([1, 0, 0, 1])
    expect([...(fit('age > 65').label?.values ?? [])]).toEqual([0, 1, 1, 0])
  })

  it('leaves out those it is told to', () => {
    expect(fit('back', 'died == 1').ids).toEqual(['r0', 'r2', 'r3'])
  })

  it.each([['age', /not yes or no/], ['age > 200', /Every row says no/], ['age > 1', /Every row says yes/], ['sex', /holds words/]])('refuses %s', (expr, words) => {
    expect(() => fit(expr)).toThrow(words)
  })

  it('knows nothing on a hidden ward, even if the column is there', () => {
    const outputs = label.apply?.(given(ward), null, contextWith({ expr: 'back', exclude: '' }, { applying: true }))
    expect(outputs).toMatchObject({ table: { label: { values: new Float64Array(4).fill(Number.NaN) } } })
  })
})

describe('Split', () => {
  const stays = cohort(1200)
  const fit = (params: Record<string, unknown>) => split.fit(given(stays), contextWith(splitSpec.params.parse(params))).outputs['split'] as Split
  const keys = (table: Table, name: string) => Array.from(table.columns[name]?.values ?? [], String)
  const shared = ({ train, test }: Split) => keys(test, 'pid').filter((pid) => keys(train, 'pid').includes(pid)).length

  it.each(['random-rows', 'grouped', 'temporal', 'grouped-temporal'] as const)('%s puts nobody on both sides and nobody in twice', (method) => {
    const { train, test } = fit({ method })
    expect(new Set([...train.ids, ...test.ids]).size).toBe(train.ids.length + test.ids.length)
    if (method !== 'grouped-temporal') expect(train.ids.length + test.ids.length).toBe(1200)
  })

  it('by rows lets patients sit on both sides; by patient does not', () => {
    expect(shared(fit({ method: 'random-rows' }))).toBeGreaterThan(50)
    expect(shared(fit({ method: 'grouped' }))).toBe(0)
    expect(shared(fit({ method: 'grouped-temporal' }))).toBe(0)
  })

  it('by time tests on the last quarter of the calendar: months 19 to 24 of 24', () => {
    for (const method of ['temporal', 'grouped-temporal']) {
      const { train, test } = fit({ method })
      expect(Math.max(...keys(train, 'month').map(Number))).toBe(18)
      expect(Math.min(...keys(test, 'month').map(Number))).toBe(19)
    }
  })

  it('gives the same again, and something else for another number', () => {
    expect(fit({ seed: 3 }).test.ids).toEqual(fit({ seed: 3 }).test.ids)
    expect(fit({ seed: 3 }).test.ids).not.toEqual(fit({ seed: 4 }).test.ids)
  })

  it('refuses what cannot be split', () => {
    expect(() => fit({ method: 'grouped', group: 'nobody' })).toThrow(/no column "nobody"/)
    expect(() => fit({ method: 'temporal', time: 'sex' })).toThrow(/must be a number/)
    expect(() => split.fit(given(ward), contextWith(splitSpec.params.parse({})))).toThrow(/at least 20/)
  })

  it('leaves hidden people whole', () => {
    const outputs = split.apply?.(given(stays), null, contextWith(splitSpec.params.parse({}), { applying: true }))
    expect(outputs).toMatchObject({ split: { train: { ids: [] }, test: { ids: stays.ids } } })
  })
})

describe('Features', () => {
  const train = tableOf({ age: [20, 40, 60, Number.NaN], los: [0, 1, 3, 7], sex: ['F', 'F', 'M', 'X'] })
  const test = tableOf({ age: [Number.NaN, 50], los: [1, 1], sex: ['M', 'new'] })
  const sides: Split = { type: 'Split', train, test, method: 'by hand' }
  const fit = (params: Record<string, unknown>) => features.fit({ split: sides }, contextWith(featuresSpec.params.parse(params)))
  const matrix = (params: Record<string, unknown>) => fit(params).outputs['matrix'] as Matrix
  const rowsOf = ({ rows, names, x }: Matrix['train']) => Array.from({ length: rows }, (_, i) => [...x.subarray(i * names.length, (i + 1) * names.length)])

  it('puts in the middle of the training rows where a value is missing, in the test too', () => {
    const { train: seen, test: asked } = matrix({ columns: ['age'] })
    expect(rowsOf(seen)).toEqual([[20], [40], [60], [40]])
    expect(rowsOf(asked)).toEqual([[40], [50]])
  })

  it('can say that it was missing, or leave the row out', () => {
    expect(rowsOf(matrix({ columns: ['age'], missing: 'median-and-flag' }).train)).toEqual([[20, 0], [40, 0], [60, 0], [40, 1]])
    const dropped = matrix({ columns: ['age'], missing: 'drop-row' })
    expect([dropped.train.ids, dropped.test.ids]).toEqual([['r0', 'r1', 'r2'], ['r1']])
  })

  it('turns words into columns, compared with the commonest, and meets a new word with zeros', () => {
    const { train: seen, test: asked } = matrix({ columns: ['sex'] })
    expect(seen.names).toEqual(['sex = M', 'sex = X'])
    expect(rowsOf(seen)).toEqual([[0, 0], [0, 0], [1, 0], [0, 1]])
    expect(rowsOf(asked)).toEqual([[1, 0], [0, 0]])
  })

  it('computes, and remembers which columns it used', () => {
    const made = matrix({ columns: ['log1p(los)', 'los * 2', 'sex == "F"'] })
    expect(rowsOf(made.train)[2]).toEqual([Math.log1p(3), 6, 0])
    expect(made.uses).toEqual(['los', 'sex'])
  })

  it.each([
    [['age', ' age'], /twice/], [['heart'], /no column "heart"/], [['log(los'], /never closed/], [['__proto__'], /no column/], [['log(0 - los)'], /no value in any training row/],
  ])('refuses %o', (columns, words) => {
    expect(() => matrix({ columns })).toThrow(words)
  })

  it('refuses names of people as a feature', () => {
    const stays = cohort(400)
    const whole: Split = { type: 'Split', train: stays, test: stays, method: 'by hand' }
    expect(() => features.fit({ split: whole }, contextWith(featuresSpec.params.parse({ columns: ['name'] })))).toThrow(/names people rather than describes them/)
  })
})
