import { describe, expect, it } from 'vitest'
import type { Block } from '../../graph/block.ts'
import type { Decisions, Matrix, PortValue, Scores, Table } from '../../graph/ports.ts'
import { flagFigures, flagMetrics } from '../../harness/flags-figures.ts'
import { contextWith, tableOf } from '../../lab.fixture.ts'
import { triage } from '../decide/triage.run.ts'
import { scored } from '../table/scored.run.ts'
import { anomaly } from '../model/anomaly.run.ts'
import { outlier, peers } from './outlier.run.ts'

const run = (block: Block, inputs: Record<string, PortValue>, params: object) => block.fit(inputs, contextWith(block.params.parse(params) as Record<string, unknown>)).outputs

/** Five surgeons, one of whom bills four times as much, and three palliative doctors, who all bill much. Two rows each. */
const claims = tableOf({
  doctor: ['s1', 's1', 's2', 's2', 's3', 's3', 's4', 's4', 's5', 's5', 'p1', 'p1', 'p2', 'p2', 'p3', 'p3'],
  specialty: [...Array.from({ length: 10 }, () => 'surgery'), ...Array.from({ length: 6 }, () => 'palliative')],
  amount: [90, 110, 100, 100, 80, 120, 100, 100, 400, 400, 500, 500, 510, 490, 500, 500],
  day: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2],
  bad: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0],
})
const numbers = (value: PortValue | undefined, name: string) => (value as Table).columns[name]?.values as Float64Array

describe('distance', () => {
  it('from peers clears those who all do alike, and shows the one who does not', () => {
    const { table } = run(peers, { table: claims }, { value: 'amount', per: 'doctor', peers: ['specialty'], least: 3, as: 'ratio' })
    expect(numbers(table, 'ratio')[8]).toBeCloseTo(Math.log(4), 10)
    expect(numbers(table, 'ratio')[10]).toBeCloseTo(0, 10)
  })
  it('from all condemns the palliative doctors before the surgeon', () => {
    const { table } = run(outlier, { table: claims }, { value: 'amount', per: 'doctor', as: 'z' })
    expect(numbers(table, 'z')[10]).toBeGreaterThan(numbers(table, 'z')[8] as number)
  })
  it('is missing where there are too few peers, and says how many rows that is', () => {
    const { table } = run(peers, { table: claims }, { value: 'amount', per: 'doctor', peers: ['specialty'], least: 4, as: 'ratio' })
    expect(numbers(table, 'ratio')[10]).toBeNaN()
    expect(peers.report?.({}, { table: table as PortValue }, null).facts).toContain('6 rows with nobody to compare with')
  })
  it('says what is wrong', () => {
    expect(() => run(peers, { table: claims }, { peers: ['unit'] })).toThrow('There is no column "unit"')
    expect(() => run(outlier, { table: claims }, { as: 'amount' })).toThrow('There is a column "amount" already')
    expect(() => run(outlier, { table: claims }, { value: 'paid' })).toThrow('no column "paid"')
  })
})

describe('triage', () => {
  const flaggedBy = (params: object) => [...(run(triage, { table: claims }, params)['decisions'] as Decisions).test.flagged].flatMap((on, row) => (on ? [row] : []))
  it('takes the largest first, as many a day as there is time for', () => {
    expect(flaggedBy({ when: 'amount > 300', order: 'amount', day: 'day', perDay: 2 })).toEqual([10, 11, 12, 15])
    expect(flaggedBy({ when: 'amount > 300', order: 'amount', perDay: 1 })).toEqual([12])
    expect(flaggedBy({ when: "specialty == 'surgery' and amount > 300", order: 'amount', perDay: 9 })).toEqual([8, 9])
  })
  it('says what is wrong', () => {
    expect(() => flaggedBy({ when: 'amount > 300', order: 'amount', day: 'week' })).toThrow('There is no column "week"')
  })
})

it('the isolation forest learns on visible rows and scores hidden ones by the same trees', () => {
  const side = (values: number[]) => ({ rows: values.length, names: ['a'], x: Float64Array.from(values), ids: values.map((_, i) => `r${i}`), y: new Float64Array(values.length).fill(Number.NaN) })
  const table = tableOf({ a: [1] })
  const matrix: Matrix = { type: 'Matrix', train: side(Array.from({ length: 200 }, (_, i) => (i === 0 ? 60 : i % 10))), test: side([5, 60]), tables: { train: table, test: table }, uses: ['a'] }
  const context = contextWith(anomaly.params.parse({ trees: 50 }) as Record<string, unknown>)
  const { outputs, state } = anomaly.fit({ train: matrix }, context)
  const scores = outputs['scores'] as Scores
  expect(scores.probability).toBe(false)
  expect(scores.test.scores[1]).toBeGreaterThan((scores.test.scores[0] as number) + 0.1)
  expect((anomaly.apply?.({ train: matrix }, state, context) ?? {})['scores']).toEqual(scores)
  const rows = { ...scores, test: { ...scores.test, table: tableOf({ a: [5, 60] }) } }
  const { table: beside } = run(scored, { scores: rows }, { as: 'odd' })
  expect(numbers(beside, 'odd')).toEqual(scores.test.scores)
  expect(() => run(scored, { scores: rows }, { as: 'a' })).toThrow('There is a column "a" already')
})

describe('cases as they are judged', () => {
  const judged = (flagged: number[]) => ({ ids: claims.ids, y: numbers(claims, 'bad'), scores: new Float64Array(16), flagged: Uint8Array.from({ length: 16 }, (_, row) => Number(flagged.includes(row))), table: claims, probability: false })
  const params = { caught: { amount: 'amount' }, groupRatio: { by: 'specialty', least: 1 }, accused: { who: 'doctor', where: "specialty == 'palliative'", least: 2 }, perDay: { day: 'day' } } as Record<string, Record<string, string | number>>
  const metrics = Object.keys(flagMetrics).map((fn) => ({ id: fn, label: fn, fn, aggregate: 'mean' as const, format: 'number' as const, ...(params[fn] ? { params: params[fn] } : {}) }))
  it('by hand: one of two bad rows, one honest surgeon, a palliative doctor twice', () => {
    // Honest: 8 of surgery, of which 1; 6 palliative, of which 2: 2/6 over 1/8 is 2.67.
    expect(flagFigures(judged([8, 0, 10, 11]), metrics)).toEqual({ found: 0.5, ppv: 0.25, honestFlagged: 3 / 14, reviewed: 4, perDay: 3, caught: 0.5, groupRatio: 8 / 3, accused: 1 })
  })
  it('nobody looked into: nothing found, nobody troubled', () => {
    expect(flagFigures(judged([]), metrics)).toEqual({ found: 0, ppv: null, honestFlagged: 0, reviewed: 0, perDay: 0, caught: 0, groupRatio: 1, accused: 0 })
  })
})
