import { describe, expect, it } from 'vitest'
import { sampleQuest } from '../../core/quest/quest.fixture.ts'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import type { Rulings, Table } from '../graph/ports.ts'
import { takeRows } from '../graph/table.ts'
import { tableOf } from '../lab.fixture.ts'
import { rulesRows } from './rules-rows.ts'

const metric = (id: string, fn: string, params?: Metric['params']): Metric => ({ id, label: id, fn, aggregate: 'mean', format: 'number', ...(params ? { params } : {}) })

/** Ten openings of records: what should be done with each, whether somebody should look at it, and whether it was an emergency. */
const audit: Table = tableOf({
  access: ['allow', 'allow', 'allow', 'allow', 'allow', 'deny', 'deny', 'deny', 'deny', 'allow'],
  papers: ['', 'log', 'log; letter', '', '', 'log', '', '', '', ''],
  emergency: [1, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  staff: ['day', 'day', 'day', 'day', 'day', 'night', 'night', 'night', 'night', 'night'],
  test: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  name: Array.from({ length: 10 }, (_, i) => `Person ${i}`),
})
const METRICS = [
  metric('right', 'accuracy'), metric('accessRight', 'accuracy', { output: 'access' }), metric('papersRight', 'accuracy', { output: 'papers' }),
  metric('found', 'sensitivity', { value: 'deny' }), metric('missed', 'missRate', { value: 'deny' }), metric('held', 'falsePositiveRate', { value: 'deny', where: 'emergency == 1' }),
  metric('ppv', 'ppv', { value: 'deny' }), metric('per100', 'answerShare', { value: 'deny', per: 100 }), metric('logged', 'sensitivity', { output: 'papers', value: 'log' }),
  metric('unmatched', 'unmatched'), metric('rows', 'rowsUsed'),
  metric('cost', 'meanCost', { output: 'access', per: 9, costs: [{ wanted: 'allow', given: 'deny', cost: 50 }, { wanted: 'deny', cost: 10 }, { given: null, cost: 3 }], otherwise: 1 }),
  metric('gap', 'groupGap', { of: 'accessRight', by: 'staff', least: 2 }), metric('ratio', 'groupRatio', { of: 'accessRight', by: 'staff', least: 2 }),
  metric('drop', 'testMinusDeployed', { of: 'accessRight' }),
]
const quest: Quest = sampleQuest((source) => {
  Object.assign(source['verify'] as object, { harness: 'rules-rows', truth: 'access', eligibility: 'test == 0', metrics: METRICS })
  Object.assign(source['trap'] as object, { when: { '>': [{ var: 'held' }, 0.2] } })
  Object.assign(source['data'] as object, { columns: { access: { label: 'Access', role: 'truth' }, staff: { label: 'Shift', role: 'group' } } })
})

/** [access, papers, row that speaks]; null: no row speaks. */
type Said = [string, string[], number] | null
const SAID: Said[] = [['deny', [], 0], ['allow', ['log'], 1], ['allow', ['letter', 'log'], 1], ['allow', [], 1], null, ['deny', ['log'], 0], ['deny', [], 2], ['deny', [], 2], ['allow', [], 1], ['deny', [], 2]]

function rulings(said: Said[] = SAID, cases: Table = audit): Rulings {
  return {
    type: 'Rulings', hit: 'FIRST', outputs: ['access', 'papers'], rowIds: ['a', 'b', 'c', 'd'], cases,
    rulings: said.map((one) => ({ hits: one ? [one[2]] : [], outcome: { access: one ? [one[0]] : [], papers: one ? one[1] : [] } })),
  }
}

const hidden: HiddenCases = { label: 'Week 12', seed: 'w12', weight: 1, viewAt: 'arrival', whole: audit, seen: audit }
const judged = (said?: Rulings) => rulesRows.judgeSet(quest, hidden, { type: 'Result', from: said ?? rulings() }, { accessRight: 0.9 })
const without = (name: string): Table => ({ ...audit, columns: Object.fromEntries(Object.entries(audit.columns).filter(([one]) => one !== name)) })

describe('nine openings worked by hand', () => {
  it('give these figures', () => {
    const { figures, n } = judged()
    expect(n).toBe(9)
    expect(figures).toEqual({
      // Wrong: 0 is held, 4 has no answer, 8 is let in; all papers are right.
      right: 6 / 9, accessRight: 6 / 9, papersRight: 1,
      found: 3 / 4, missed: 1 / 4, held: 1 / 2, ppv: 3 / 4, per100: expect.closeTo(400 / 9, 9), logged: 1,
      unmatched: 1 / 9, rows: 4,
      // 50 for the one that is held, 10 for the one let in, 3 for the one without an answer.
      cost: expect.closeTo(63, 9),
      gap: expect.closeTo(3 / 4 - 3 / 5, 9), ratio: expect.closeTo((3 / 4) / (3 / 5), 9), drop: expect.closeTo(0.9 - 6 / 9, 9),
    })
  })

  it('count those that the solution dropped, and answers it has no column for, as not answered', () => {
    const keep = [1, 2, 3]
    const dropped = rulings(keep.map((row) => SAID[row] as Said), takeRows(audit, keep))
    expect(judged(dropped).figures).toMatchObject({ right: 3 / 9, unmatched: 6 / 9, found: 0, ppv: null })
    const blind = { ...rulings(), rulings: rulings().rulings.map(({ hits, outcome }) => ({ hits, outcome: { access: outcome['access'] ?? [] } })) }
    expect(judged(blind).figures).toMatchObject({ papersRight: 6 / 9, accessRight: 6 / 9 })
  })

  it('measure nothing on nobody', () => {
    const nobody = { ...hidden, whole: takeRows(audit, []) }
    expect(rulesRows.judgeSet(quest, nobody, rulings([], takeRows(audit, [])), {}).figures).toMatchObject({ right: null, missed: null, cost: null, gap: null, ratio: null, drop: null, rows: 4 })
  })

  it('are the learner’s own on past cases, and none where past cases do not tell', () => {
    expect(rulesRows.testFigures(rulings(), METRICS, quest)).toMatchObject({ right: 6 / 9, drop: null })
    expect(rulesRows.testFigures(rulings(SAID, without('access')), METRICS, quest)).toMatchObject({ right: null, rows: null })
  })

  it('refuse a metric that cannot be measured, in words', () => {
    const asking = (fn: string, params?: Metric['params']) => () => rulesRows.testFigures(rulings(), [metric('x', fn, params)], quest)
    expect(asking('constructor')).toThrow(/no such function/)
    expect(asking('missRate')).toThrow(/parameters of metric "x" cannot be read at value/)
    expect(asking('groupGap', { of: 'ghost', by: 'staff' })).toThrow(/has no such metric/)
    expect(() => rulesRows.judgeSet({ ...quest, verify: { ...quest.verify, truth: undefined } }, hidden, rulings(), {})).toThrow(/verify\.truth/)
    expect(() => rulesRows.judgeSet(quest, hidden, audit, {})).toThrow(/judges Rulings, not Table/)
  })
})

describe('cases to open', () => {
  const cases = rulesRows.cases(quest, [judged()])

  it('are of each kind of mistake, and some that are right', () => {
    expect(cases.map(({ outcome, id }) => `${outcome} | ${id}`)).toEqual([
      'access: deny, should be allow | w12/r0', 'no-rule | w12/r4', 'access: allow, should be deny | w12/r8', 'right | w12/r1', 'right | w12/r2', 'right | w12/r3',
    ])
  })

  it('say which row spoke and what it should have said', () => {
    expect(cases[0]).toMatchObject({ title: expect.stringMatching(/^Person 0/), say: 'Row 1 speaks. It should have been: access allow.' })
    expect(cases[0]?.exhibits?.[0]).toMatchObject({ kind: 'diff', rows: [{ path: 'access', wanted: 'allow', got: 'deny', ok: false }, { path: 'papers', ok: true }] })
    expect(cases[1]?.say).toBe('No row speaks for this case. It should have been: access allow.')
    expect(cases[3]?.say).toBe('Row 2 speaks, and rightly so.')
  })
})

it('tells the trap with the cases it is about', () => {
  const story = rulesRows.story?.(quest, [judged()]) ?? []
  expect(story.map(({ title }) => title)).toEqual([expect.stringMatching(/^Person 0/), 'One case'])
  expect(story[0]?.exhibit).toMatchObject({ kind: 'diff', rows: [{ wanted: 'allow', got: 'deny' }, {}] })
  expect(story[1]?.say).toContain('Row 1 spoke in 1 of them')
})

it('pictures answers, rows and groups, each under a title of its own', () => {
  const views = rulesRows.views(quest, [judged(), { ...judged(), seed: 'w13' }])
  expect(views.map((view) => ('title' in view ? view.title : ''))).toEqual(['access: said and should be', 'papers: said and should be', 'Row by row on the hidden cases', 'Right, by staff'])
  expect(views[2]).toMatchObject({ rows: [['Row 1', 4, 2, 2], ['Row 2', 8, 6, 2], ['Row 3', 4, 4, 0], ['Row 4', 0, 0, 0]], marked: [0, 1] })
  expect(views[3]).toMatchObject({ columns: ['staff', 'Cases', 'Right'], rows: [['day', 10, '60%'], ['night', 8, '75%']] })
})

describe('a list beside the rules', () => {
  const listedQuest: Quest = { ...quest, verify: { ...quest.verify, metrics: [metric('most', 'busiest', { output: 'papers', value: 'log', day: 'staff' }), metric('missedPapers', 'missRate', { output: 'papers', value: 'log' })] }, trap: { ...quest.trap, when: { '>': [{ var: 'missedPapers' }, 0] } } }
  const listed = (said?: Said[]) => rulesRows.judgeSet(listedQuest, hidden, { type: 'Result', from: { ...rulings(said), listed: ['papers'] } }, {})
  const none: Said[] = SAID.map((one) => one && [one[0], [], one[2]])

  it('is counted on its busiest day', () => {
    expect(listed().figures['most']).toBe(Math.max(...['day', 'night'].map((shift) => SAID.filter((one, i) => i < 9 && one?.[1].includes('log') && audit.columns['staff']?.values[i] === shift).length)))
    expect(listed(none).figures['most']).toBe(0)
  })

  it('is no mistake of the row that spoke', () => {
    const [, , rows] = rulesRows.views(listedQuest, [listed()])
    const [, , same] = rulesRows.views(listedQuest, [listed(none)])
    expect(rows).toEqual(same)
    expect(rulesRows.cases(listedQuest, [listed(none)]).find(({ id }) => id === 'w12/r1')?.say).toMatch(/^Row 2 speaks, and rightly so; but it should have been: papers/)
  })

  it('tells the trap of the list where the rules were right', () => {
    expect(rulesRows.story?.(listedQuest, [listed(none)])?.[0]?.say).toBe('The rules were right. The list was not.')
  })
})
