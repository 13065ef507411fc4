import { describe, expect, it } from 'vitest'
import { Rng } from '../../../core/rng.ts'
import type { PortValue, Quantiles, Split, Table } from '../../graph/ports.ts'
import { withoutRows } from '../../graph/table.ts'
import { contextWith, tableOf } from '../../lab.fixture.ts'
import { coverage } from '../../ml/quantiles.ts'
import { forecast } from '../table/forecast.run.ts'
import { features } from '../table/features.run.ts'
import { coverageView } from '../view/coverage.run.ts'
import { coverageViews, forecastAt } from '../view/coverage-pictures.ts'
import { quantile } from './quantile.run.ts'

/** Hips hardly stray around 90 minutes; bowels stray far around 150. */
function theatre(n: number, seed: number): Table {
  const rng = new Rng(seed)
  const operation = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 'hip' : 'bowel'))
  return tableOf({ operation, booked: operation.map((one) => (one === 'hip' ? 90 : 130)), minutes: operation.map((one) => Math.exp(Math.log(one === 'hip' ? 90 : 150) + (one === 'hip' ? 0.1 : 0.5) * rng.normal())) })
}

const past: Split = { type: 'Split', train: theatre(2400, 1), test: theatre(2400, 2), method: 'random-rows' }
const context = (params: Record<string, unknown> = {}) => contextWith(params)
const learnt = features.fit({ split: past }, context({ columns: ['operation'], missing: 'median' }))
const fitted = quantile.fit({ train: learnt.outputs['matrix'] as PortValue }, context({ of: 'minutes', scale: 'log' }))
const quantiles = fitted.outputs['quantiles'] as Quantiles
const list = tableOf({ operation: ['hip', 'bowel'], booked: [90, 130], minutes: [Number.NaN, Number.NaN] })
const numbers = (table: Table, name: string) => [...(table.columns[name]?.values ?? [])] as number[]
const asked = (params: Record<string, unknown>, table = list) => (forecast.fit({ table, forecast: quantiles }, context(params)).outputs['table'] as Table)

describe('quantiles of past cases', () => {
  it('hold as many of the test as they say, in each kind of operation', () => {
    for (const q of [0.5, 0.85]) {
      const said = forecastAt(quantiles.test, quantiles.levels, q)
      for (const kind of [0, 1]) {
        const own = [...said.keys()].filter((row) => row % 2 === kind)
        const held = coverage(own.map((row) => quantiles.test.y[row] as number), own.map((row) => said[row] as number)) as number
        expect(Math.abs(held - q), `${q} of kind ${kind}`).toBeLessThan(0.05)
      }
    }
  })

  it('give the quantiles of the lognormal that the cases come from', () => {
    const [hip, bowel] = numbers(asked({ quantile: 0.85, as: 'long' }), 'long')
    // The 85th of a normal lies 1.036 deviations above its middle.
    expect(Math.abs((hip as number) - 90 * Math.exp(0.1036))).toBeLessThan(2)
    expect(Math.abs((bowel as number) - 150 * Math.exp(0.518))).toBeLessThan(14)
  })

  it('rise within a row', () => {
    const { at } = quantiles.test
    for (let i = 1; i < at.length; i++) if (i % quantiles.levels.length !== 0) expect(at[i]).toBeGreaterThanOrEqual(at[i - 1] as number)
  })

  it('are frozen: hidden rows are foretold the same, whatever comes with them', () => {
    const hidden: Split = { type: 'Split', train: withoutRows(list), test: list, method: 'random-rows' }
    const matrix = features.apply?.({ split: hidden }, learnt.state, context({ columns: ['operation'], missing: 'median' }))['matrix'] as PortValue
    const applied = quantile.apply?.({ train: matrix }, fitted.state, context({ of: 'minutes', scale: 'log' }))['quantiles'] as Quantiles
    expect([...forecastAt(applied.test, applied.levels, 0.7)]).toEqual(numbers(asked({ quantile: 0.7, as: 'said' }), 'said'))
  })

  it('say what is wrong', () => {
    const of = (minutes: number[], scale: string) => quantile.fit({ train: features.fit({ split: { ...past, train: tableOf({ operation: minutes.map(() => 'hip'), booked: minutes, minutes }) } }, context({ columns: ['booked'], missing: 'median' })).outputs['matrix'] as PortValue }, context({ of: 'minutes', scale }))
    expect(() => of([1, 2, 3], 'log')).toThrow('known for 3 training rows, and 40 at least')
    expect(() => of(Array.from({ length: 50 }, (_, i) => i), 'log')).toThrow('nothing can multiply it')
    expect(() => of(Array.from({ length: 50 }, (_, i) => i), 'plain')).not.toThrow()
    expect(() => asked({ quantile: 0.5, as: 'booked' })).toThrow('There is a column "booked" already')
  })
})

describe('coverage', () => {
  const looked = (params: Record<string, unknown>, value: Quantiles = quantiles) => {
    const { outputs, state } = coverageView.fit({ from: value }, context(params))
    return coverageView.report?.({}, outputs, state)
  }

  it('shows for each group how many the forecast held, and marks one that was promised too much', () => {
    // One spread for all: what bowels would need is not given to them, and hips get too much.
    const blind = features.fit({ split: past }, context({ columns: ['booked * 0'], missing: 'median' })).outputs['matrix'] as PortValue
    const plain = quantile.fit({ train: blind }, context({ of: 'minutes', scale: 'log' })).outputs['quantiles'] as Quantiles
    const views = looked({ quantile: 0.85, by: 'operation' }, plain)?.views
    expect(views?.[1]).toMatchObject({ view: 'bars', rows: [{ label: 'bowel', tone: 'missed' }, { label: 'hip', value: 100, tone: 'note' }] })
    expect(looked({ quantile: 0.85, by: 'operation' })?.views[1]).toMatchObject({ rows: [{ tone: 'note' }, { tone: 'note' }] })
  })

  it('takes no small group to task for what may be chance', () => {
    // 15 of 20 where 17 were promised, and 150 of 200.
    const set = (n: number) => ({ ids: Array.from({ length: n }, (_, i) => `r${i}`), at: new Float64Array(n).fill(10), y: Float64Array.from({ length: n }, (_, i) => (i % 4 === 0 ? 20 : 5)), table: tableOf({ kind: Array.from({ length: n }, () => 'hip') }) })
    const tone = (n: number) => coverageViews(set(n), [0.85], { q: 0.85, by: 'kind' })[1]
    expect(tone(20)).toMatchObject({ rows: [{ value: 75, tone: 'note' }] })
    expect(tone(200)).toMatchObject({ rows: [{ value: 75, tone: 'missed' }] })
  })

  it('says the share in words, and what stands in the way', () => {
    expect(looked({ quantile: 0.85, by: '' })?.facts[0]).toMatch(/^the 85th of 100 held 8\d(\.\d)?% of the test$/)
    expect(() => looked({ quantile: 0.85, by: 'theatre' })).toThrow('There is no column "theatre"')
    expect(() => looked({ quantile: 0.85, by: '' }, { ...quantiles, test: { ...quantiles.test, y: quantiles.test.y.map(() => Number.NaN) } })).toThrow('Nobody knows yet')
  })
})
