import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Quest, type Json } from '../../core/quest/schema.ts'
import { judge, runVisible } from '../judge.ts'
import { still } from '../lab.fixture.ts'
import { outcomeOfOrder } from './rules-orders-cases.ts'
import { ordersFigures, ordersMetrics } from './rules-orders-figures.ts'
import type { JudgedOrder } from './rules-orders-join.ts'

const quest = Quest.parse(JSON.parse(readFileSync(new URL('../../../quests/pa-coverage-check/quest.json', import.meta.url), 'utf8')))
const table = quest.build.referenceArtefacts['ruleTable'] as unknown as { rows: { id: string }[] }
const solution = (changed: object) => ({ graph: quest.build.reference, artefacts: { ruleTable: { ...table, ...changed } as unknown as Json } })

const order = (given: JudgedOrder['given'], wanted: JudgedOrder['given'], more: Partial<JudgedOrder> = {}): JudgedOrder =>
  ({ row: 0, given, wanted, policy: 'P01', emergency: false, changed: false, hits: [0], ...more })
const no = { pa: 'no', docs: [] } as const
const yes = (...docs: string[]) => ({ pa: 'yes', docs }) as const
const nobody = { pa: null, docs: [] } as const
const figures = (orders: JudgedOrder[], rows = 5) => ordersFigures(orders, rows, Object.keys(ordersMetrics).map((fn) => ({ id: fn, fn, label: fn, aggregate: 'mean', format: 'number' })))

describe('ten orders worked by hand', () => {
  const ten = [
    order(no, no), order(no, no), order(no, no),
    order(yes(), no, { emergency: true }), order(no, no, { emergency: true }),
    order(yes('note'), yes('note')), order(yes('film', 'note'), yes('note', 'film')), order(yes('note'), yes('note', 'letter'), { changed: true }),
    order(no, yes('note')),
    order(nobody, no, { hits: [] }),
  ]
  it('right on seven; of four that need permission one is not asked for and two have exactly their papers', () => {
    expect(figures(ten)).toEqual({
      decidedRight: 0.7, missedPermission: 0.25, needlessPermission: 2 / 6, documentsExact: 0.5, rowsUsed: 5, emergencyHeld: 0.5, oldBook: 1, unmatched: 0.1, needlessMinutes: 400,
    })
  })
  it('names what became of each', () => {
    expect(ten.map(outcomeOfOrder)).toEqual(['right', 'right', 'right', 'held', 'right', 'right', 'right', 'wrong-papers', 'unasked', 'no-rule'])
  })
  it('measures nothing on nobody', () => {
    expect(figures([])).toMatchObject({ decidedRight: null, missedPermission: null, emergencyHeld: null, needlessMinutes: null, rowsUsed: 5 })
  })
})

describe('verdicts', () => {
  it('the emergency row at the bottom: the trap, told with an emergency head CT that waits', () => {
    const [first, ...rest] = table.rows
    const verdict = judge({ quest, solution: solution({ rows: [...rest, first] }) }, still)
    expect(verdict.trap).toEqual({ id: 'order-and-years' })
    expect(verdict.story?.length).toBeGreaterThanOrEqual(3)
    expect(verdict.story?.[0]?.say).toContain('head CT')
    expect(verdict.story?.[0]?.exhibit).toMatchObject({ kind: 'card', indicator: 'critical' })
    expect(verdict.story?.[2]?.exhibit).toMatchObject({ kind: 'card', summary: 'Head CT: go ahead' })
    const held = verdict.cases.filter(({ outcome }) => outcome === 'held')
    expect(held.length).toBeGreaterThan(0)
    expect(held[0]?.exhibits?.map(({ kind }) => kind)).toEqual(['card', 'card', 'diff', 'text'])
    expect(held[0]?.exhibits?.[2]).toMatchObject({ kind: 'diff', rows: [{ path: 'Permission needed', wanted: 'no', got: 'yes', ok: false }, { path: 'Documents' }, { path: 'Decided by' }] })
  })

  it('the book of 2025: the trap, told by last year’s page', () => {
    const verdict = judge({ quest, solution: solution({ rows: table.rows.filter(({ id }) => !['cpap-26', 'mri-early-26'].includes(id)) }) }, still)
    expect(verdict.trap).toEqual({ id: 'order-and-years' })
    expect(verdict.story?.map(({ title }) => title)).toEqual(['Last year’s book'])
  })

  it('visits taken for "fewer than twelve" when nobody counted: permission goes unasked', () => {
    const rows = table.rows.map((row) => (row.id === 'physio' ? { id: 'physio', when: { service: 'Physiotherapy', visitsUsed: '>= 12' }, says: { pa: ['yes'], docs: ['progress report'] } } : row))
    const silent = [...rows, { id: 'rest', when: {}, says: { pa: ['no'], docs: [] } }]
    const { metrics, cases } = judge({ quest, solution: solution({ rows: silent }) }, still)
    expect(metrics['unasked']).toBeGreaterThan(0.005)
    expect(cases.filter(({ outcome }) => outcome === 'unasked').every(({ title }) => title.includes('Physiotherapy'))).toBe(true)
  })

  it.each([
    ['a cell that cannot be read', { rows: [{ id: 'a', when: { setting: 'moon' }, says: { pa: ['no'], docs: [] } }] }, 'Row 1, Setting: Setting is never "moon".'],
    ['a table of another shape', { rows: 'none' }, 'The rule table cannot be read at rows'],
    ['an input that no order has', { inputs: [{ name: 'moon', label: 'Moon', kind: 'number' }], rows: [] }, 'The rules ask for "Moon"'],
  ])('%s is refused in words', (_, changed, say) => {
    const { problems, medal } = judge({ quest, solution: solution(changed) }, still)
    expect(medal).toBe('none')
    expect(problems[0]).toMatchObject({ node: 'rul' })
    expect(problems[0]?.say).toContain(say)
  })

  it('an empty table sends everything to the fax', () => {
    const { metrics } = judge({ quest, solution: solution({ rows: [] }) }, still)
    expect(metrics).toMatchObject({ right: 0, unmatched: 1, needless: 1, unasked: 0 })
  })

  it('a run on past orders brings them to the bench, with what the book says', () => {
    const { nodes, ok, metrics } = runVisible({ quest, solution: solution({}), set: 'train' }, still)
    expect(ok).toBe(true)
    expect(metrics['right']).toBe(1)
    const view = nodes.find(({ node }) => node === 'src')?.views.find((one) => one.view === 'rows')
    expect(view?.rows).toHaveLength(400)
    expect(view?.columns).toEqual(expect.arrayContaining(['id', 'service', 'pa', 'docs', 'policy']))
  })
})
