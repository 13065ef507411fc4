import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ClinicPlan } from '../../core/artefacts/clinic-plan.ts'
import { type Json, Quest, type Solution } from '../../core/quest/schema.ts'
import { judge, runVisible } from '../judge.ts'
import { nodeIn, still } from '../lab.fixture.ts'

const quest = Quest.parse(JSON.parse(readFileSync(new URL('../../../quests/noshow-fair-clinic/quest.json', import.meta.url), 'utf8')))
const { start, reference, startArtefacts, referenceArtefacts } = quest.build
const reallyPlan = referenceArtefacts['plan'] as unknown as ClinicPlan
const planned = (plan: ClinicPlan): Solution => ({ graph: reference, artefacts: { plan: plan as unknown as Json } })
/** One small hidden set is enough to see what a verdict is made of. */
const small = { ...quest, data: { ...quest.data, hidden: quest.data.hidden.slice(0, 1).map((set) => ({ ...set, params: { n: 600 } })) } }

describe('the clinic as it runs', () => {
  const verdict = judge({ quest: small, solution: { graph: start, artefacts: startArtefacts } }, still)

  it('shares the chairs of one side of town, and that side waits: the trap', () => {
    expect(verdict.trap).toEqual({ id: 'biased-label' })
    expect(verdict.medal).toBe('none')
    expect(verdict.metrics['seats']).toBeGreaterThan(2)
    expect(verdict.guards.find(({ id }) => id === 'seats')?.holds).toBe(false)
  })

  it('tells it with a map, a page of the appointment book and lines of the register', () => {
    const [map, book, register] = verdict.story ?? []
    expect(map?.exhibit).toMatchObject({ kind: 'picture' })
    const shares = map?.exhibit?.kind === 'picture' ? (map.exhibit.marks ?? []).map(({ label }) => Number(/: (\d+) of/.exec(label)?.[1])) : []
    expect(Math.abs(shares.reduce((sum, n) => sum + n, 0) - 100)).toBeLessThan(4)
    expect(book?.exhibit).toMatchObject({ kind: 'text' })
    for (const { exhibit } of [book, register].filter((panel) => panel !== undefined)) {
      if (exhibit?.kind !== 'text') throw new TypeError('no text')
      for (const { from, to } of exhibit.spans) expect(exhibit.text.slice(from, to)).toMatch(/^(missed|[A-Z][\w'’-]+ .+)$/)
    }
  })

  it('opens charts of people who waited and of people who stayed away, with what nobody knew marked as such', () => {
    expect(new Set(verdict.cases.map(({ outcome }) => outcome))).toEqual(new Set(['shared, came, waited', 'stayed away']))
    const why = verdict.cases[0]?.sections.flatMap(({ rows }) => rows).find(({ column }) => column === 'missedWhy')
    expect(why).toMatchObject({ known: false })
    expect(verdict.views.map(({ view }) => view)).toEqual(['bars', 'bars', 'replay'])
  })
})

describe('plans, on the same hidden people', () => {
  const figures = (change: (plan: ClinicPlan) => ClinicPlan) => judge({ quest: small, solution: planned(change(structuredClone(reallyPlan))) }, still).metrics
  const best = figures((plan) => plan)
  const alone = figures((plan) => ({ ...plan, help: { ...plan.help, share: 0 } }))
  const nobody = figures((plan) => ({ help: { ...plan.help, share: 0 }, extra: { ...plan.extra, way: 'nobody' } }))

  it('the ranking does not change with the plan', () => {
    expect(new Set([best['auc'], alone['auc'], nobody['auc']]).size).toBe(1)
  })

  it('help and one shared place use more places than one shared place, and that more than none', () => {
    expect(best['use']).toBeGreaterThan(alone['use'] ?? 1)
    expect(alone['use']).toBeGreaterThan(nobody['use'] ?? 1)
    expect(nobody).toMatchObject({ helped: 0, doubled: 0, seats: null })
  })
})

describe('a run on the register', () => {
  it('lives the latest sixty days and leaves one of them to be played', () => {
    const report = runVisible({ quest, solution: { graph: quest.practiceStart ?? start, artefacts: startArtefacts }, set: 'practice' }, still)
    expect(report.problems).toEqual([])
    const { views, facts } = nodeIn(report.nodes, 'sim')
    expect(facts[0]).toBe('30 clinic days lived')
    expect(views.map(({ view }) => view)).toEqual(['replay', 'bars', 'bars', 'groups'])
    expect(report.metrics['use']).toBeGreaterThan(0.8)
  })

  it('says what is missing when there is no plan, or one that cannot be read', () => {
    const said = (plan: unknown) => judge({ quest: small, solution: { graph: reference, artefacts: { plan: plan as Json } } }, still).problems.map(({ node, say }) => [node, say])
    expect(said(null)).toEqual([['sim', expect.stringContaining('no plan yet')]])
    expect(said({ help: 3 })).toEqual([['sim', expect.stringContaining('cannot be read at')]])
  })
})
