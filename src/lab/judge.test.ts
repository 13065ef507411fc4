import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Quest } from '../core/quest/schema.ts'
import type { Progress, RunReport, Verdict } from '../core/verdict.ts'
import { judge, judgeDraws, runVisible } from './judge.ts'
import { graphOf, nodeIn, readmissionQuest as quest, referenceWith, solutionWith, still } from './lab.fixture.ts'

const { start, reference } = quest.build
const verdictOn = (graph: typeof start, seeds?: string[]) => judge({ quest, solution: solutionWith(graph), seeds }, still)
const points = (kind: string, share = 0.2) => graphOf(
  { src: ['data.source:cohort'], keep: ['table.filter'], label: ['table.label'], score: [`score.points:${kind}`], cap: ['policy.capacity', { share }], out: ['sink.result:decisions'] },
  ['src.table > keep.table', 'keep.table > label.table', 'label.table > score.table', 'score.scores > cap.scores', 'cap.decisions > out.decisions'],
)

describe('the reference', () => {
  let verdict: Verdict
  beforeAll(() => {
    verdict = verdictOn(reference)
  })

  it('is gold, with the figures the quest was calibrated on', () => {
    expect(verdict.medal).toBe('gold')
    expect(verdict.metrics).toMatchObject({ auc: 0.713, sens: 0.429, flagged: 0.201, ece: 0.022, gap: -0.047 })
    expect(verdict).toMatchObject({ trap: null, problems: [], seeds: quest.data.hidden.map(({ seed }) => seed) })
    expect(verdict.reveal).toBeUndefined()
    expect(verdict.guards.every(({ holds }) => holds)).toBe(true)
  })

  it('is reported ward by ward, the mean of which is the verdict', () => {
    expect(verdict.sets.map(({ label }) => label)).toEqual(quest.data.hidden.map(({ label }) => label))
    const mean = verdict.sets.reduce((sum, { metrics }) => sum + (metrics['auc'] as number), 0) / 3
    expect(mean).toBeCloseTo(verdict.metrics['auc'] as number, 2)
  })

  it('opens a dozen people, four of each kind, from all wards', () => {
    const kinds = verdict.cases.map(({ outcome }) => outcome)
    for (const kind of ['missed', 'caught', 'needless']) expect(kinds.filter((outcome) => outcome === kind)).toHaveLength(4)
    expect(new Set(verdict.cases.map(({ id }) => id)).size).toBe(12)
    const rows = verdict.cases.flatMap(({ sections }) => sections.flatMap((section) => section.rows))
    expect(new Set(rows.filter(({ known }) => !known).map(({ column }) => column))).toEqual(new Set(['readmit30', 'planned30', 'tcmFormFiled', 'followupCalls30d', 'episodeCharges']))
  })

  it('is judged the same again', () => {
    expect(verdictOn(reference)).toEqual(verdict)
  })

  it('can be judged on other wards, one for each seed', () => {
    const other = verdictOn(reference, ['salt-1', 'salt-2'])
    expect(other.seeds).toEqual(['salt-1', 'salt-2'])
    expect(other.sets).toHaveLength(2)
    expect(other.metrics).not.toEqual(verdict.metrics)
  })

  it('fits into a message: a verdict is plain data without holes', () => {
    expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict)
    expect(JSON.stringify(verdict).length).toBeLessThan(120_000)
  })
})

describe('draw after draw', () => {
  const draws = [undefined, ['salt-1', 'salt-2'], undefined]

  it('is judged as on each draw alone, and fitted once', () => {
    const steps: Progress[] = []
    const fits = () => steps.splice(0).filter(({ phase }) => phase === 'fit').length
    const onProgress = (step: Progress) => void steps.push(step)
    const alone = draws.map((seeds) => verdictOn(reference, seeds))
    judge({ quest, solution: solutionWith(reference) }, { ...still, onProgress })
    const once = fits()
    expect([...judgeDraws({ quest, solution: solutionWith(reference), draws }, { ...still, onProgress })]).toEqual(alone)
    expect(fits()).toBe(once)
  })

  it('is refused on each draw when it cannot be judged, in the name of its seeds', () => {
    const broken = solutionWith(referenceWith({ lab: { expr: 'age > 300' } }))
    const verdicts = [...judgeDraws({ quest, solution: broken, draws }, still)]
    expect(verdicts.map(({ problems }) => problems[0]?.code)).toEqual(['one-class', 'one-class', 'one-class'])
    expect(verdicts.map(({ seeds }) => seeds.length)).toEqual([3, 2, 3])
  })

  it('makes the patients of a draw only when its verdict is asked for', () => {
    const seen: string[] = []
    const verdicts = judgeDraws({ quest, solution: solutionWith(reference), draws }, { ...still, onProgress: ({ phase }) => void seen.push(phase) })[Symbol.iterator]()
    expect(seen).toEqual([])
    verdicts.next()
    expect(seen.filter((phase) => phase === 'score')).toHaveLength(1)
  })
})

describe('the trap', () => {
  it('catches the list that the data office sent: bright in the test, dark on the wards', () => {
    const verdict = verdictOn(start)
    expect(verdict.medal).toBe('none')
    expect(verdict.trap).toEqual({ id: 'future-leak' })
    expect(verdict.metrics).toMatchObject({ auc: 0.632, sens: 0.008, gap: 0.251 })
    expect(verdict.test['auc']).toBe(0.889)
    expect(verdict.reveal).toMatch(/0\.89.*0\.6[23]/)
    expect(verdict.replay).toEqual({ test: expect.closeTo(0.166, 2), deployed: expect.closeTo(0.002, 2) })
    expect(verdict.ward).toMatch(/0\.2%/)
  })

  it('catches whoever uses the answer as a question', () => {
    const verdict = verdictOn(referenceWith({ fea: { columns: ['age', 'readmit30'] } }))
    expect(verdict.trap).toEqual({ id: 'future-leak' })
    expect(verdict.test['auc']).toBe(1)
  })
})

describe('other lists', () => {
  it.each(['lace', 'hospital'])('%s ranks and promises nothing: no calibration error, no medal', (kind) => {
    const verdict = verdictOn(points(kind))
    expect(verdict).toMatchObject({ medal: 'none', trap: null, metrics: { ece: null } })
    expect(verdict.goals.find(({ metric }) => metric === 'ece')).toMatchObject({ reached: 'none', value: null, why: expect.stringMatching(/Points/) })
    expect(verdict.views.map(({ view }) => view)).not.toContain('calibration')
  })

  it('class weights leave the ranking and break the promises', () => {
    const { metrics, medal } = verdictOn(referenceWith({ mod: { classWeight: 'balanced' } }))
    expect(medal).toBe('none')
    expect(metrics['auc']).toBeGreaterThan(0.69)
    expect(metrics['ece']).toBeGreaterThan(0.25)
  })

  it('Calibrate mends them again, and gives LACE risks', () => {
    const mended = graphOf(
      { ...Object.fromEntries(referenceWith({ mod: { classWeight: 'balanced' } }).nodes.map(({ id, block, params }) => [id, [block, params] as [string, typeof params]])), cal: ['ml.calibrate', {}] },
      [...reference.edges.map(([a, b]) => `${a === 'mod.scores' ? 'cal.scores' : a} > ${b}`), 'mod.scores > cal.scores'],
    )
    expect(verdictOn(mended).metrics['ece']).toBeLessThan(0.06)
    const lace = points('lace')
    const risks = { nodes: [...lace.nodes, { id: 'cal', block: 'ml.calibrate', params: { method: 'isotonic' } }], edges: [...lace.edges.map(([a, b]): [string, string] => [a === 'score.scores' ? 'cal.scores' : a, b]), ['score.scores', 'cal.scores'] as [string, string]] }
    expect(verdictOn(risks).metrics['ece']).not.toBeNull()
  })

  it('trees do about as well as the sum, not better', () => {
    const trees = { ...reference, nodes: reference.nodes.map((node) => (node.id === 'mod' ? { ...node, block: 'ml.gbt', params: {} } : node)) }
    expect(verdictOn(trees).metrics['auc']).toBeCloseTo(0.69, 1)
  })

  it('everybody is too many, nobody too few', () => {
    const failing = (share: number) => verdictOn(referenceWith({ cap: { share } })).guards.filter(({ holds }) => !holds).map(({ id }) => id)
    expect(failing(1)).toEqual(['capacity'])
    expect(failing(0.01)).toEqual(['notEmpty'])
  })

  it('whom a filter leaves out is on no list', () => {
    const young = verdictOn(referenceWith({ eli: { expr: 'diedInHosp == 0 and age < 60' } }))
    expect(young.metrics['sens']).toBeLessThan(0.25)
    expect(young.cases.some(({ say }) => say.includes('your own filter'))).toBe(true)
  })

  it('a filter on what is not known yet leaves nobody on the wards', () => {
    const { metrics, trap } = verdictOn(referenceWith({ eli: { expr: 'readmit30 == 1 or tcmFormFiled == 1 or age > 90' } }))
    expect(metrics['flagged']).toBeLessThan(0.05)
    expect(trap === null || trap.id === 'future-leak').toBe(true)
  })
})

describe('what cannot be judged', () => {
  it('gets no figure, no medal, no trap, and a reason at its block', () => {
    const verdict = verdictOn(referenceWith({ lab: { expr: 'age > 300' } }))
    expect(verdict).toMatchObject({ medal: 'none', trap: null, problems: [{ node: 'lab', code: 'one-class' }], cases: [], metrics: { auc: null } })
    expect(verdict.goals.every(({ why }) => why)).toBe(true)
  })

  it('may not swap the blocks that belong to the quest', () => {
    expect(verdictOn(referenceWith({ src: { dataset: 'practice' } })).problems).toMatchObject([{ node: 'src', code: 'locked' }])
  })

  it('stops when its time is up, at the block where that was', () => {
    let ms = 0
    const verdict = judge({ quest, solution: solutionWith(reference) }, { now: () => (ms += 1000) })
    expect(verdict.problems).toMatchObject([{ code: 'time', say: expect.stringContaining('20 seconds') }])
  })

  it('stops at once when told to', () => {
    const signal = { aborted: false, addEventListener: () => {} }
    let heard = 0
    const stopAtThird = () => {
      heard++
      signal.aborted = heard >= 3
    }
    expect(() => judge({ quest, solution: solutionWith(reference) }, { ...still, signal, onProgress: stopAtThird })).toThrow(expect.objectContaining({ name: 'Stopped' }))
    expect(heard).toBe(3)
  })

  it('stops when its memory is spent', () => {
    const small: Quest = { ...quest, verify: { ...quest.verify, budget: { ms: 20_000, mb: 1 } } }
    expect(judge({ quest: small, solution: solutionWith(reference) }, still).problems).toMatchObject([{ code: 'memory' }])
  })

  it('says plainly that a quest names what is not there', () => {
    const broken = (change: object) => () => judge({ quest: { ...quest, ...change } as Quest, solution: solutionWith(reference) }, still)
    expect(broken({ data: { ...quest.data, generator: 'cohort.unicorns' } })).toThrow(/no such generator/)
    expect(broken({ verify: { ...quest.verify, harness: 'crystal-ball' } })).toThrow(/no such harness/)
  })
})

describe('a run on visible cases', () => {
  const run = (graph: typeof start, set = 'train') => runVisible({ quest, solution: solutionWith(graph), set }, still)

  it('shows what went through every block', () => {
    const report = run(reference)
    expect(report).toMatchObject({ ok: true, problems: [], metrics: { auc: 0.666, gap: null } })
    expect(report.nodes.map(({ node }) => node)).toEqual(['src', 'eli', 'lab', 'spl', 'fea', 'mod', 'cap', 'out'])
    expect(nodeIn(report.nodes, 'eli').facts).toEqual(['3,946 rows kept', '54 rows left out'])
    expect(nodeIn(report.nodes, 'spl').facts).toEqual(['2,643 rows to train', '953 rows to test', '0 patients in both'])
    expect(nodeIn(report.nodes, 'fea')).toMatchObject({ rows: 3596, columns: 18 })
    expect(nodeIn(report.nodes, 'mod').views.map(({ view }) => view)).toEqual(['roc', 'calibration', 'coefficients', 'distribution'])
    expect(nodeIn(report.nodes, 'src').head?.rows).toHaveLength(5)
    for (const { head } of report.nodes) for (const row of head?.rows ?? []) expect(row).toHaveLength(head?.columns.length as number)
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  it('warns of patients on both sides', () => {
    expect(nodeIn(run(start).nodes, 'spl').facts[2]).toMatch(/^[1-9]\d* patients in both$/)
  })

  it('takes the set it is asked for: LACE on the practice ward, as in the practice', () => {
    const { ok, metrics, nodes } = run(points('lace'), 'practice')
    expect(ok).toBe(true)
    expect(nodeIn(nodes, 'src').rows).toBe(600)
    expect(metrics['auc']).toBeGreaterThan(0.55)
  })

  it('touches no hidden seed', () => {
    const blind: Quest = { ...quest, data: { ...quest.data, hidden: [{ ...quest.data.hidden[0] as Quest['data']['hidden'][0], params: { n: -1 } }] } }
    expect(runVisible({ quest: blind, solution: solutionWith(reference), set: 'train' }, still).ok).toBe(true)
  })

  it('runs what it can of a half-made graph', () => {
    const half = { nodes: reference.nodes, edges: reference.edges.filter(([from]) => from !== 'mod.scores') }
    const report = run(half)
    expect(report.ok).toBe(false)
    expect(report.problems).toMatchObject([{ node: 'cap', code: 'missing-input' }])
    expect(report.nodes.map(({ node }) => node)).toEqual(['src', 'eli', 'lab', 'spl', 'fea', 'mod'])
    expect(report.metrics['auc']).toBeNull()
  })

  it('shows every inspector', () => {
    const looks = { roc: 'mod.scores', calibration: 'mod.scores', timeline: 'fea.matrix', groups: 'cap.decisions', coefficients: 'cap.decisions', confusion: 'cap.decisions' }
    const graph = {
      nodes: [...reference.nodes, ...Object.keys(looks).map((view) => ({ id: view, block: `inspect.view:${view}`, params: {} }))],
      edges: [...reference.edges, ...Object.entries(looks).map(([view, from]): [string, string] => [from, `${view}.from`])],
    }
    const report: RunReport = run(graph)
    expect(report.problems).toEqual([])
    for (const view of Object.keys(looks)) expect(nodeIn(report.nodes, view).views).toMatchObject([{ view }])
    const timeline = nodeIn(report.nodes, 'timeline').views[0]
    expect(timeline).toMatchObject({ decision: 'discharge', columns: expect.arrayContaining([expect.objectContaining({ name: 'tcmFormFiled', known: false, used: false }), expect.objectContaining({ name: 'los', known: true, used: true })]) })
  })

  it('says why a picture cannot be drawn', () => {
    const lace = points('lace')
    const look = (view: string) => run({ nodes: [...lace.nodes, { id: 'look', block: `inspect.view:${view}`, params: {} }], edges: [...lace.edges, ['cap.decisions', 'look.from'] as [string, string]] }).problems
    expect(look('calibration')).toMatchObject([{ node: 'look', say: expect.stringMatching(/Points are not risks/) }])
    expect(look('coefficients')).toMatchObject([{ node: 'look', say: expect.stringMatching(/no learnt weights/) }])
  })

  it('compares groups of people, not single people', () => {
    const by = (column: string) => run({ nodes: [...reference.nodes, { id: 'look', block: 'inspect.view:groups', params: { by: column } }], edges: [...reference.edges, ['cap.decisions', 'look.from'] as [string, string]] })
    expect(nodeIn(by('dispo').nodes, 'look').views).toMatchObject([{ view: 'groups', rows: expect.arrayContaining([expect.objectContaining({ group: 'snf' })]) }])
    for (const column of ['name', 'age', '__proto__']) expect(by(column).problems).toMatchObject([{ node: 'look', code: 'no-column' }])
  })

  it('asks for a label before it learns', () => {
    const unlabelled = { nodes: reference.nodes.filter(({ id }) => id !== 'lab'), edges: [...reference.edges.filter(([a, b]) => !`${a}${b}`.includes('lab.')), ['eli.table', 'spl.table'] as [string, string]] }
    expect(run(unlabelled).problems).toMatchObject([{ node: 'mod', code: 'no-label' }])
  })

  it('says which data sets there are', () => {
    expect(run(reference, 'constructor').problems).toMatchObject([{ node: 'src', say: expect.stringContaining('practice, train') }])
  })

  it('moves forward from nothing to everything', () => {
    const steps: Progress[] = []
    judge({ quest, solution: solutionWith(reference) }, { ...still, onProgress: (step) => steps.push(step) })
    expect(new Set(steps.map(({ phase }) => phase))).toEqual(new Set(['fit', 'apply', 'score']))
    expect(steps.at(-1)?.done).toBe(1)
    const fits = steps.filter(({ phase }) => phase === 'fit').map(({ done }) => done)
    expect(fits).toEqual(fits.toSorted((a, b) => a - b))
  })
})

it('the judge knows no clock, no dice and no document of its own', () => {
  const source = readFileSync(new URL('./judge.ts', import.meta.url), 'utf8')
  expect(source).not.toMatch(/Date\.now|performance|Math\.random|document/)
})
