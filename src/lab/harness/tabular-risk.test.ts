import { describe, expect, it } from 'vitest'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import type { Decisions, Table } from '../graph/ports.ts'
import { takeRows } from '../graph/table.ts'
import { judge } from '../judge.ts'
import { graphOf, readmissionQuest, solutionWith, still, tableOf } from '../lab.fixture.ts'
import { figuresOf } from './tabular-figures.ts'
import { joinHidden } from './tabular-join.ts'
import { tabularRisk } from './tabular-risk.ts'

const metric = (fn: string, params?: Metric['params'], id = fn): Metric => ({ id, label: id, fn, aggregate: 'mean', format: 'number', ...(params ? { params } : {}) })

/** Ten people: four came back, three are on the list, one died in hospital. */
const ward: Table = tableOf({
  readmit30: [1, 1, 1, 1, 0, 0, 0, 0, 0, 0],
  diedInHosp: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  age: [80, 70, 60, 50, 40, 30, 20, 90, 85, 75],
  los: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  sex: ['F', 'M', 'F', 'M', 'F', 'M', 'F', 'M', 'F', 'M'],
  group: ['A', 'A', 'A', 'B', 'B', 'A', 'A', 'A', 'B', 'A'],
  name: Array.from({ length: 10 }, (_, i) => `Person ${i}`),
})
const scores = [0.9, 0.6, 0.3, 0.2, 0.7, 0.1, 0.1, 0.1, 0.1, 0.8]
const hidden: HiddenCases = { label: 'Ward 4', seed: 'w4', weight: 1, viewAt: 'discharge', whole: ward, seen: ward }

function decisions(over: { probability?: boolean; keep?: number[] } = {}): Decisions {
  const keep = over.keep ?? [...scores.keys()]
  const test = {
    ids: keep.map((row) => `r${row}`),
    scores: Float64Array.from(keep, (row) => scores[row] as number),
    y: new Float64Array(keep.length).fill(Number.NaN),
    flagged: Uint8Array.from(keep, (row) => ((scores[row] as number) > 0.5 ? 1 : 0)),
    table: takeRows(ward, keep),
  }
  return { type: 'Decisions', probability: over.probability ?? true, threshold: 0.5, train: { ...test, ids: [], y: new Float64Array(0), scores: new Float64Array(0), flagged: new Uint8Array(0) }, test, uses: ['age'] }
}

const METRICS = [
  metric('auc'), metric('flaggedShare'), metric('sensitivity'), metric('ppv'), metric('specificity'), metric('ece', { bins: 3 }), metric('brier'),
  metric('sensitivityGap', { by: 'group' }), metric('testMinusDeployed', { of: 'auc' }),
]
const measured = (over = {}) => figuresOf(joinHidden(readmissionQuest, hidden, decisions(over)).list, METRICS, { auc: 0.95 })

describe('a list held against what happened', () => {
  it('counts those alive at discharge, by hand', () => {
    const figures = measured()
    // Nine people; r0, r1 and r4 are on the list; r0 to r3 came back. Of 20 pairs 17 are in the right order: r4 beats r1, r2 and r3.
    expect(figures['flaggedShare']).toBeCloseTo(3 / 9, 12)
    expect(figures['sensitivity']).toBe(0.5)
    expect(figures['ppv']).toBeCloseTo(2 / 3, 12)
    expect(figures['specificity']).toBe(0.8)
    expect(figures['auc']).toBeCloseTo(17 / 20, 12)
    expect(figures['testMinusDeployed']).toBeCloseTo(0.1, 12)
    // A: two of three found. B: none of one.
    expect(figures['sensitivityGap']).toBeCloseTo(2 / 3, 12)
  })

  it('holds promises against what came true only where something was promised', () => {
    expect(measured()['ece']).toBeGreaterThan(0)
    expect(measured({ probability: false })).toMatchObject({ ece: null, brier: null, auc: 17 / 20 })
    expect(tabularRisk.whyNull(metric('ece'), [{ ...joinHidden(readmissionQuest, hidden, decisions({ probability: false })), figures: {} }])).toMatch(/Points say who comes first/)
  })

  it('counts those whom a filter dropped as not flagged, at the bottom, promised nothing', () => {
    const { list, dropped } = joinHidden(readmissionQuest, hidden, decisions({ keep: [1, 2, 3, 4] }))
    expect([...dropped]).toEqual([1, 0, 0, 0, 0, 1, 1, 1, 1])
    expect([list.flagged[0], list.scores[0]]).toEqual([0, 0])
    // r0 came back and was dropped: it ties with the four others who were dropped and loses to r4.
    expect(figuresOf(list, METRICS, null)).toMatchObject({ sensitivity: 0.25, auc: (0 + 4 * 0.5 + 4 + 4 + 4) / 20 })
    const points = joinHidden(readmissionQuest, hidden, decisions({ keep: [1, 2, 3, 4], probability: false })).list
    expect(points.scores[0]).toBeLessThan(Math.min(...scores))
  })

  it('has no AUROC where everybody stayed at home', () => {
    const calm = { ...hidden, whole: { ...ward, columns: { ...ward.columns, readmit30: { kind: 'number' as const, values: new Float64Array(10) } } } }
    expect(figuresOf(joinHidden(readmissionQuest, calm, decisions()).list, METRICS, { auc: 1 })).toMatchObject({ auc: null, sensitivity: null, testMinusDeployed: null, flaggedShare: 3 / 9 })
  })

  it('refuses a metric that it does not know, in words', () => {
    expect(() => figuresOf(joinHidden(readmissionQuest, hidden, decisions()).list, [metric('constructor')], null)).toThrow(/no such function/)
    expect(() => figuresOf(joinHidden(readmissionQuest, hidden, decisions()).list, [metric('testMinusDeployed', { of: 'ghost' })], {})).toThrow(/no such metric/)
  })
})

describe('people to open', () => {
  const set = tabularRisk.judgeSet(readmissionQuest, hidden, decisions(), { auc: 0.95 })
  const cases = tabularRisk.cases(readmissionQuest, [set])

  it('are those missed, found and called without need, never the one who died', () => {
    expect(cases.map(({ outcome, id }) => `${outcome} ${id}`)).toEqual(['missed w4/r2', 'missed w4/r3', 'caught w4/r0', 'caught w4/r1', 'needless w4/r4'])
  })

  it('have a name, a sentence, and say "1 night"', () => {
    expect(cases[2]).toMatchObject({ title: 'Person 0, 80 years, F, 1 night', say: expect.stringMatching(/^On the list, with a risk of 90%\. Then: /) })
  })

  it('are told of in the words the quest has for being on the list', () => {
    expect(cases[2]?.say).toMatch(/Being called could have helped\.$/)
    expect(cases[4]?.say).toMatch(/called without need, and no harm done\.$/)
  })

  it('say so when the learner never looked at them', () => {
    const blind = tabularRisk.judgeSet(readmissionQuest, hidden, decisions({ keep: [4] }), {})
    expect(tabularRisk.cases(readmissionQuest, [blind])[0]?.say).toMatch(/your own filter left this person out/)
  })

  it('keep apart what was known at discharge', () => {
    const later = { ...hidden, whole: { ...ward, meta: ward.meta.map((meta) => (meta.name === 'readmit30' ? { ...meta, availableAt: 'discharge+30d' } : meta)) } }
    const [first] = tabularRisk.cases(readmissionQuest, [tabularRisk.judgeSet(readmissionQuest, later, decisions(), {})])
    const rows = first?.sections.flatMap((section) => section.rows) ?? []
    expect(rows.find(({ column }) => column === 'age')).toMatchObject({ known: true, value: 60 })
    expect(rows.find(({ column }) => column === 'readmit30')).toMatchObject({ known: false, value: 1 })
  })
})

describe('pictures of the verdict', () => {
  it('show two wards as one', () => {
    const set = tabularRisk.judgeSet(readmissionQuest, hidden, decisions(), {})
    const views = tabularRisk.views(readmissionQuest, [set, { ...set, seed: 'w6' }])
    expect(views.map(({ view }) => view)).toEqual(['roc', 'calibration', 'groups', 'confusion', 'timeline'])
    expect(views.find(({ view }) => view === 'confusion')).toMatchObject({ tp: 4, fp: 2, fn: 4, tn: 8 })
    expect(views.find(({ view }) => view === 'groups')).toMatchObject({ rows: [{ group: 'A', n: 12, positives: 6 }, { group: 'B', n: 6, positives: 2, sensitivity: 0 }] })
    expect(views.find(({ view }) => view === 'timeline')).toMatchObject({ decision: 'discharge', columns: expect.arrayContaining([expect.objectContaining({ name: 'age', used: true })]) })
  })
})

describe('lists of people from every table there is', () => {
  it.each([
    ['cohort.readmission', 'readmit30', ['age', 'adm12m'], 'discharge'], ['clinic.appointments', 'missed', ['leadDays', 'missedBefore'], 'referral'], ['pa.orders', "pa == 'yes'", ['service', 'planYear'], 'referral'],
  ])('%s', (generator, truth, columns, viewAt) => {
    expect(tabularRisk.generators).toContain(generator)
    const sets = { practice: { seed: 'p', params: { n: 300 } }, train: { seed: 't', params: { n: 800 } } }
    const graph = graphOf({
      src: ['data.source:table'], lab: ['table.label', { expr: truth }], spl: ['ml.split'], fea: ['table.features', { columns }], mod: ['ml.logistic'], cap: ['policy.capacity', { share: 0.2 }], out: ['sink.result:decisions'],
    }, ['src.table > lab.table', 'lab.table > spl.table', 'spl.split > fea.split', 'fea.matrix > mod.train', 'mod.scores > cap.scores', 'cap.decisions > out.decisions'])
    const { eligibility: _gone, ...verify } = readmissionQuest.verify
    const quest: Quest = {
      ...readmissionQuest,
      build: { ...readmissionQuest.build, palette: graph.nodes.map(({ block }) => block), locked: [] },
      data: { generator, params: {}, columns: {}, sets, hidden: [{ seed: 'h', params: { n: 600 }, viewAt, weight: 1 }] },
      verify: { ...verify, truth, metrics: [metric('auc'), metric('sensitivity')], goals: [], guards: [], ward: [] },
    }
    const { problems, metrics, cases } = judge({ quest, solution: solutionWith(graph) }, still)
    expect(problems).toEqual([])
    expect(metrics['auc']).toBeGreaterThan(0.53)
    expect(cases.length).toBeGreaterThan(0)
  })
})
