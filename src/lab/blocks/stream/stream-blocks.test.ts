import { describe, expect, it } from 'vitest'
import type { Json } from '../../../core/quest/schema.ts'
import type { Block, Inputs, RunContext } from '../../graph/block.ts'
import type { Scores, Table } from '../../graph/ports.ts'
import { NodeProblem } from '../../graph/problem.ts'
import { columnOf } from '../../graph/table.ts'
import { streamOf, type WrittenStay } from '../../stream/stream.fixture.ts'
import type { Alerts } from '../../stream/stream-values.ts'
import { news2 } from '../score/news2.run.ts'
import { burden } from '../view/burden.run.ts'
import { alertRule, lockout, tier } from './alert-rule.run.ts'
import { streamWindow } from './window.run.ts'

function run(block: Block, inputs: Inputs, params: Record<string, Json> = {}): Inputs {
  const context = {
    set: 'train', applying: false, params: block.params.parse(params) as Record<string, unknown>, viewAt: 'stay', artefacts: {}, tick() {},
    cases: () => { throw new Error('not asked') }, problem: (say: string, code?: string): never => { throw new NodeProblem(say, code) },
  } satisfies RunContext
  const { outputs, state } = block.fit(inputs, context)
  return { ...outputs, report: block.report?.(inputs, outputs, state) as never }
}
const numbers = (table: Table, name: string) => Array.from(columnOf(table, name)?.values ?? [], Number)

const STAYS: WrittenStay[] = [
  { hours: 30, hr: [[0, 80], [4, 84], [8, 100], [12, 120]], lactate: [[4, 2]], onset: 14, abx: 9 },
  { hours: 20, hr: [[0, 70], [4, 71]] },
]
const look = (...values: string[]) => run(streamWindow, { stream: streamOf(...STAYS) }, { values, hours: 8, baseline: 4 })['table'] as Table

describe('looking back', () => {
  it('makes a row of every charting, with the stay and the hour', () => {
    const table = look('hr')
    expect(table.ids).toEqual(['S1@0', 'S1@4', 'S1@8', 'S1@12', 'S2@0', 'S2@4'])
    expect(numbers(table, 'hour')).toEqual([0, 4, 8, 12, 0, 4])
    expect(columnOf(table, 'stay')?.values).toEqual(['S1', 'S1', 'S1', 'S1', 'S2', 'S2'])
    expect(numbers(table, 'copd')).toEqual([0, 0, 0, 0, 1, 1])
  })

  it('sees what the chart said then: latest, change, mean, slope', () => {
    const table = look('hr', 'delta(hr)', 'mean(hr)', 'slope(hr)')
    expect(numbers(table, 'hr')).toEqual([80, 84, 100, 120, 70, 71])
    expect(numbers(table, 'hrDelta')).toEqual([0, 2, 18, 38, 0, 0.5])
    expect(numbers(table, 'hrMean')[3]).toBeCloseTo((84 + 100 + 120) / 3)
    expect(numbers(table, 'hrSlope')[3]).toBeCloseTo(4.5)
  })

  it('waits for the laboratory, and counts the hours since', () => {
    const table = look('lactate', 'since(lactate)', 'since(abx)')
    expect(numbers(table, 'lactate')).toEqual([Number.NaN, Number.NaN, 2, 2, Number.NaN, Number.NaN])
    expect(numbers(table, 'lactateSince')[2]).toBe(4)
    expect(numbers(table, 'abx')).toEqual([0, 0, 0, 1, 0, 0])
    expect(numbers(table, 'abxSince')[3]).toBe(3)
  })

  it('keeps the answer apart, as the truth', () => {
    const table = look('hr')
    expect(numbers(table, 'onsetIn')).toEqual([14, 10, 6, 2, Number.NaN, Number.NaN])
    expect(table.meta.find(({ name }) => name === 'onsetIn')?.role).toBe('truth')
  })

  it.each([
    ['pulse', '"pulse" is not measured over time. Choose among: hr, lactate, abx.'],
    ['onset', '"onset" is not measured over time. Choose among: hr, lactate, abx.'],
    ['mean(abx)', '"abx" happens, and is not measured: it is in every moment as 0 or 1 already. Or ask for since(abx).'],
    ['max(hr)', '"max(hr)" is no way of looking at a value. Write hr, delta(hr), mean(hr), slope(hr) or since(hr).'],
  ])('says of %s what to do instead', (term, said) => expect(() => look(term)).toThrow(said))
})

const scoresOf = (table: Table): Scores => {
  const set = { ids: table.ids, scores: Float64Array.from(numbers(table, 'hr')), y: new Float64Array(table.ids.length), table }
  return { type: 'Scores', probability: false, train: set, test: set, uses: ['hr'] }
}

describe('an alarm rule', () => {
  const stream = streamOf(...STAYS)
  const played = run(alertRule, { scores: scoresOf(look('hr')), stream }, { from: 84 })
  const alerts = played['alerts'] as Alerts

  it('rings at every moment that is high enough', () => {
    expect([...alerts.test.rings]).toEqual([0, 1, 1, 1, 0, 0])
    expect(played['report']).toMatchObject({ facts: ['rings in 1 of 2 stays', '144.0 alarms in 100 bed days', 'in time for 100%, right in 100%'] })
  })

  it('is shaped, and says what it was before', () => {
    const quiet = run(lockout, { alerts }, { hours: 8 })
    expect([...(quiet['alerts'] as Alerts).test.rings]).toEqual([0, 1, 0, 1, 0, 0])
    expect(quiet['report']).toMatchObject({ facts: expect.arrayContaining(['96.0 alarms in 100 bed days, before 144.0']) })
    const urgent = run(tier, { alerts: quiet['alerts'] as Alerts }, { from: 100 })
    expect([...(urgent['alerts'] as Alerts).test.rings]).toEqual([0, 1, 2, 0, 0, 0])
  })

  it('shows the stay with what rang, and what happened', () => {
    const { views } = played['report'] as unknown as { views: { view: string; exhibits?: { kind: string; say: string }[] }[] }
    expect(views.find(({ view }) => view === 'exhibits')?.exhibits?.[0]).toMatchObject({
      kind: 'course', say: '30 hours. Alarm at hours 4, 8 and 12. Antibiotics given at hour 9. Sepsis at hour 14.',
    })
  })

  it('shows what more alarms would find', () => {
    const shown = run(burden, { alerts })['report'] as unknown as { views: { view: string; say?: string; rows?: unknown[] }[] }
    expect(shown.views.map(({ view }) => view)).toEqual(['bars', 'lines', 'rows'])
    expect(shown.views[0]?.say).toBe('A nurse with 8 patients hears 5.8 alarms in a shift of 12 hours. Of 3 alarms, 3 rang in time for somebody.')
  })

  it('needs moments', () => {
    const rows: Table = { type: 'Table', ids: ['a'], meta: [], columns: { hr: { kind: 'number', values: Float64Array.of(1) } } }
    expect(() => run(alertRule, { scores: scoresOf(rows), stream })).toThrow('These scores are not of moments of a stay. Put Look back before the model.')
  })
})

describe('NEWS2', () => {
  const well = { rr: 16, spo2: 97, o2: 0, sbp: 120, hr: 70, cvpu: 0, temp: 37, hypercapnic: 0 }
  const points = (seen: Partial<typeof well>, scale: '1' | '2' = '1') => {
    const columns = Object.fromEntries(Object.entries({ ...well, ...seen }).map(([name, value]) => [name, { kind: 'number' as const, values: Float64Array.of(value) }]))
    return (run(news2, { table: { type: 'Table', ids: ['a'], meta: [], columns } }, { scale })['scores'] as Scores).test.scores[0]
  }

  // Every edge of the chart of the Royal College of Physicians.
  it.each<[keyof typeof well, [value: number, points: number][]]>([
    ['rr', [[8, 3], [9, 1], [11, 1], [12, 0], [20, 0], [21, 2], [24, 2], [25, 3]]],
    ['spo2', [[91, 3], [92, 2], [93, 2], [94, 1], [95, 1], [96, 0]]],
    ['o2', [[1, 2]]],
    ['sbp', [[90, 3], [91, 2], [100, 2], [101, 1], [110, 1], [111, 0], [219, 0], [220, 3]]],
    ['hr', [[40, 3], [41, 1], [50, 1], [51, 0], [90, 0], [91, 1], [110, 1], [111, 2], [130, 2], [131, 3]]],
    ['cvpu', [[1, 3]]],
    ['temp', [[35, 3], [35.1, 1], [36, 1], [36.1, 0], [38, 0], [38.1, 1], [39, 1], [39.1, 2]]],
  ])('%s earns what the chart says', (name, rows) => {
    expect(rows.map(([value]) => [value, points({ [name]: value })])).toEqual(rows)
  })

  it('judges saturation on Scale 2 for those who need it, and for nobody else', () => {
    const scale2 = (spo2: number, o2: number) => (points({ spo2, o2, hypercapnic: 1 }, '2') as number) - 2 * o2
    expect([83, 84, 85, 86, 87, 88, 92, 93, 97].map((spo2) => scale2(spo2, 0))).toEqual([3, 2, 2, 1, 1, 0, 0, 0, 0])
    expect([92, 93, 94, 95, 96, 97].map((spo2) => scale2(spo2, 1))).toEqual([0, 1, 1, 2, 2, 3])
    expect(points({ spo2: 90 }, '2')).toBe(3)
    expect(points({ spo2: 90, hypercapnic: 1 })).toBe(3)
  })

  it('gives no points for what nobody measured', () => expect(points({ temp: Number.NaN, rr: Number.NaN, hr: Number.NaN, spo2: Number.NaN, sbp: Number.NaN })).toBe(0))
})
