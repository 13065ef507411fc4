import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRuleTable, type RuleRow, type RuleTable } from '../../core/artefacts/rule-table.ts'
import { type Json, Quest } from '../../core/quest/schema.ts'
import { compileTable } from '../../lab/decision-table/compile-table.ts'
import { runVisible } from '../../lab/judge.ts'
import { still } from '../../lab/lab.fixture.ts'
import { casesOf, nodesReading, ruleAll, tablesBeside } from './rule-cases.ts'

const quest = Quest.parse(JSON.parse(readFileSync(new URL('../../../quests/pa-coverage-check/quest.json', import.meta.url), 'utf8')))
const read = readRuleTable(quest.build.referenceArtefacts['ruleTable'])
if (!read.ok) throw new Error(read.say)
const reference = read.table

const goAhead: RuleRow = { id: 'go-ahead', when: {}, says: { pa: ['no'], docs: [] } }

/** What Run says of a table, and what the bench says of the same orders. */
function both(table: RuleTable) {
  const report = runVisible({ quest, solution: { graph: quest.build.reference, artefacts: { ruleTable: table as unknown as Json } }, set: 'train' }, still)
  expect(report.problems).toEqual([])
  const ruled = ruleAll(compileTable(table), casesOf(report, nodesReading('ruleTable', quest.build.reference)) ?? [])
  const share = (part: number, all = ruled.length) => Math.round((part / all) * 1000) / 1000
  const asked = ruled.filter(({ wanted }) => wanted['pa']?.[0] === 'yes')
  const { right = null, papers = null, unmatched = null } = report.metrics
  return {
    run: { right, papers, unmatched },
    bench: {
      right: share(ruled.filter(({ says, wanted }) => says['pa']?.join() === wanted['pa']?.join()).length),
      papers: share(asked.filter(({ state }) => state === 'right').length, asked.length),
      unmatched: share(ruled.filter(({ state }) => state === 'none').length),
    },
    ruled,
  }
}

const rounded = (figures: Record<string, number | null>) => Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, value === null ? null : Math.round(value * 1000) / 1000]))

describe('the bench and Run agree on every order', () => {
  it('the reference, where the first row that fits speaks', () => {
    const { run, bench, ruled } = both(reference)
    expect(rounded(run)).toEqual(bench)
    expect(ruled.every(({ state }) => state === 'right')).toBe(true)
  })

  it('every row that fits speaks: "no" and "yes" for one order come to a yes, and none is wrong for having heard both', () => {
    const { run, bench, ruled } = both({ ...reference, hit: 'COLLECT', rows: [goAhead, ...reference.rows] })
    expect(rounded(run)).toEqual(bench)
    const heardBoth = ruled.filter(({ disputed }) => disputed.includes('pa'))
    expect(heardBoth.length).toBeGreaterThan(50)
    expect(heardBoth.every(({ says }) => says['pa']?.join() === 'yes')).toBe(true)
    expect(ruled.map(({ state }) => state).filter((state) => state.includes(','))).toEqual([])
    expect(heardBoth.filter(({ state }) => state === 'right').length).toBeGreaterThan(20)
  })

  it('papers beside a "no" go nowhere and make nothing wrong', () => {
    const withPapers = reference.rows.map((row) => (row.says['pa']?.[0] === 'no' ? { ...row, says: { ...row.says, docs: ['TB screen'] } } : row))
    const { run, bench, ruled } = both({ ...reference, rows: withPapers })
    expect(rounded(run)).toEqual(bench)
    expect(ruled.every(({ state }) => state === 'right')).toBe(true)
  })

  it('any rows of the book in any order, under either policy', () => {
    const someRows = fc.shuffledSubarray(reference.rows as RuleRow[], { minLength: 1 })
    fc.assert(fc.property(someRows, fc.constantFrom('FIRST' as const, 'COLLECT' as const), (rows, hit) => {
      const { run, bench } = both({ ...reference, rows, hit })
      expect(rounded(run)).toEqual(bench)
    }), { numRuns: 25 })
  })
})

describe('a table about something else', () => {
  it('is compared output by output', () => {
    const table: RuleTable = {
      inputs: [{ name: 'bed', label: 'Bed', kind: 'choice', values: ['free', 'taken'] }],
      outputs: [{ name: 'where', label: 'Where', kind: 'choice', values: ['ward', 'home'] }, { name: 'call', label: 'Call', kind: 'list', values: ['porter', 'nurse'] }],
      hit: 'FIRST',
      rows: [{ id: 'a', when: { bed: 'free' }, says: { where: ['ward'], call: ['porter', 'nurse'] } }],
    }
    const one = (cells: Record<string, string | null>) => ruleAll(compileTable(table), [{ id: 'x', cells }])[0]?.state
    expect(one({ bed: 'free', where: 'ward', call: 'nurse; porter' })).toBe('right')
    expect(one({ bed: 'free', where: 'home', call: null })).toBe('where:ward>home')
    expect(one({ bed: 'free', where: 'ward', call: 'nurse' })).toBe('call:')
    expect(one({ bed: 'taken', where: 'home', call: null })).toBe('none')
  })
})

describe('several tables beside one graph', () => {
  const written = (title?: string): Json => ({ ...(title ? { title } : {}), inputs: [{ name: 'bed', label: 'Bed', kind: 'choice' }], outputs: [{ name: 'where', label: 'Where', kind: 'choice', values: ['ward'] }], rows: [] })
  const graph = { nodes: [{ id: 'a', block: 'rules.table', params: {} }, { id: 'b', block: 'rules.table', params: { table: 'reasons' } }, { id: 'c', block: 'rules.table', params: { table: 'lost' } }], edges: [] }

  it('are told by their titles, those that cannot be read where a block asks for them, and nothing else that lies there', () => {
    expect(tablesBeside({ graph, artefacts: { plan: {}, reasons: written('Reasons'), lost: 1, ruleTable: written() } })).toEqual([
      { name: 'ruleTable', title: 'ruleTable' }, { name: 'reasons', title: 'Reasons' }, { name: 'lost', title: 'lost' },
    ])
  })

  it('each show the cases that came to their own block', () => {
    expect([nodesReading('ruleTable', graph), nodesReading('reasons', graph), nodesReading('plan', graph)]).toEqual([['a'], ['b'], []])
  })
})
