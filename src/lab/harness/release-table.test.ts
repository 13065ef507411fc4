import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { Quest, type Solution } from '../../core/quest/schema.ts'
import { judge, runVisible } from '../judge.ts'
import { still } from '../lab.fixture.ts'

vi.setConfig({ testTimeout: 60_000 })

const read = JSON.parse(readFileSync(new URL('../../../docs/examples/strangers-who-never-were/quest.json', import.meta.url), 'utf8')) as { data: { hidden: unknown[] } }
/** One hidden house is enough here. */
const quest = Quest.parse({ ...read, data: { ...read.data, hidden: read.data.hidden.slice(0, 1) } })
const start: Solution = { graph: quest.build.start, artefacts: {} }
const reference: Solution = { graph: quest.build.reference, artefacts: {} }

describe('a release of invented people', () => {
  it('of near copies passes the distance test on the bench, and is seen through', () => {
    const { nodes, metrics } = runVisible({ quest, solution: start, set: 'train' }, still)
    expect(nodes.find(({ block }) => block === 'eval.run:closest-record')?.facts).toEqual(['no nearer than strangers are', '0 are somebody'])
    expect(metrics['attack']).toBeGreaterThan(0.65)
    const { trap, cases, story, goals } = judge({ quest, solution: start }, still)
    expect(trap?.id).toBe('closest-record-says-fine')
    expect(cases.filter(({ outcome }) => outcome === 'found-again')[0]?.exhibits?.[0]).toMatchObject({ kind: 'diff', rows: expect.arrayContaining([expect.objectContaining({ path: 'District', ok: true, note: 'the attacker knows it' })]) })
    expect(story).toHaveLength(2)
    expect(goals.find(({ metric }) => metric === 'epsilon')).toMatchObject({ value: null, why: expect.stringContaining('no epsilon can be promised') })
  })

  it('of noised counts spends what it says, tells nobody apart, and shows the curve, the meters and the ledger', () => {
    const { metrics, views } = judge({ quest, solution: reference }, still)
    expect(metrics).toMatchObject({ epsilon: 3, refound: expect.any(Number) })
    expect(Math.abs((metrics['attack'] ?? 1) - 0.5)).toBeLessThan(0.05)
    expect(views.map(({ view }) => view)).toEqual(['lines', 'bars', 'rows', 'rows'])
  })

  it('has no figure where everybody was read: nobody is left to test with', () => {
    const everybody = { ...quest.build.reference, edges: quest.build.reference.edges.map(([from, to]): [string, string] => (to === 'gen.people' ? ['src.table', to] : [from, to])) }
    const { goals, metrics } = judge({ quest, solution: { graph: everybody, artefacts: {} } }, still)
    expect(metrics).toMatchObject({ attack: null, utility: null, refound: null })
    expect(goals.find(({ metric }) => metric === 'attack')?.why).toContain('Everybody was read')
    expect(runVisible({ quest, solution: { graph: everybody, artefacts: {} }, set: 'train' }, still).problems.map(({ code }) => code)).toContain('both')
  })

  it('that counts outside what a form allows is refused in words', () => {
    const { age, ...columns } = quest.data.columns
    const blind = Quest.parse({ ...quest, data: { ...quest.data, columns: { ...columns, age: { label: age?.label, unit: 'years' } } } })
    expect(runVisible({ quest: blind, solution: reference, set: 'train' }, still).problems[0]?.say).toContain('Nobody has said what may stand under "Age"')
  })
})
