import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { Quest, type GraphNode, type Json } from '../../src/core/quest/schema.ts'
import { quest, scratch } from './quest-cli.ts'

// Each test starts Node anew, which takes seconds when the machine is busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const FILE = 'quests/readmission-risk/quest.json'
const model = Quest.parse(JSON.parse(readFileSync(FILE, 'utf8')))
const folder = scratch()
afterAll(() => folder.remove())

/** The reference with one node changed; `undefined` leaves it as it is. */
function referenceWith(id?: string, change: Partial<GraphNode> = {}): string {
  const nodes = model.build.reference.nodes.map((node) => (node.id === id ? { ...node, ...change } : node))
  return JSON.stringify({ graph: { ...model.build.reference, nodes }, artefacts: {} })
}
const params = (id: string, change: Record<string, Json>): string =>
  referenceWith(id, { params: { ...model.build.reference.nodes.find((node) => node.id === id)!.params, ...change } })

describe('judging a solution from a file', () => {
  test('the reference is gold, on a line of JSON with exit code 0', async () => {
    const { code, out } = await quest('run', FILE, '--solution', folder.put('reference.json', referenceWith()), '--json')
    expect(JSON.parse(out)).toMatchObject({ medal: 'gold', trap: null, metrics: { auc: expect.any(Number), gap: expect.any(Number) } })
    expect(Object.keys(JSON.parse(out))).toEqual(['medal', 'metrics', 'guards', 'goals', 'trap', 'ms'])
    expect(code).toBe(0)
  })

  test('without --json it is said in words', async () => {
    const { code, out } = await quest('run', FILE, '--solution', folder.put('reference.json', referenceWith()))
    expect(out).toMatch(/^medal {4}gold/)
    expect(out).toContain('AUROC')
    expect(code).toBe(0)
  })

  test('in JSON, what could not be measured has nothing missing that could be read as nothing to go', async () => {
    const { code, out } = await quest('run', FILE, '--json', '--solution', folder.put('empty.json', '{"graph":{"nodes":[],"edges":[]}}'))
    const { goals } = JSON.parse(out) as { goals: { value: null; missing: null }[] }
    expect(goals.map(({ value, missing }) => [value, missing])).toEqual(goals.map(() => [null, null]))
    expect([goals.length > 0, code]).toEqual([true, 1])
  })

  test('an artefact that no block reads is named, and judged without; a setting that cannot be is bad input', async () => {
    const { graph } = JSON.parse(referenceWith()) as { graph: { nodes: { block: string; params: Record<string, unknown> }[] } }
    const extra = await quest('run', FILE, '--json', '--solution', folder.put('extra.json', JSON.stringify({ graph, artefacts: { ruletable: { rows: [] } } })))
    expect(extra.err).toMatch(/artefacts\.ruletable: no block of this graph reads it/)
    expect(extra.code).toBe(0)
    const model = graph.nodes.find(({ block }) => block === 'ml.logistic')
    if (model) model.params['l2'] = '1; process.exit()'
    const bad = await quest('run', FILE, '--solution', folder.put('bad.json', JSON.stringify({ graph, artefacts: {} })))
    expect(bad.out).toMatch(/problem/)
    expect(bad.code).toBe(2)
  })

  test('what could not be measured is said with its reason, not as nothing to go', async () => {
    const { code, out } = await quest('run', FILE, '--solution', folder.put('nothing.json', '{"graph":{"nodes":[],"edges":[]}}'))
    expect(out).toMatch(/auc +- +not measured/)
    expect(out.match(/why {6}The run did not come to an end/g)).toHaveLength(1)
    expect(out).not.toContain('to go')
    expect(code).toBe(1)
  })

  test('the starter falls into the trap and exits 1, on other patients too', async () => {
    const file = folder.put('start.json', JSON.stringify({ graph: model.build.start }))
    const { code, out } = await quest('run', FILE, '--solution', file, '--seeds', 'one,two', '--json')
    expect(JSON.parse(out)).toMatchObject({ medal: 'none', trap: { id: 'future-leak' } })
    expect(code).toBe(1)
  })

  test('other seeds are other patients, and the same seeds the same', async () => {
    const file = folder.put('reference.json', referenceWith())
    const figures = async (seeds: string) => (JSON.parse((await quest('run', FILE, '--solution', file, '--seeds', seeds, '--json')).out) as { metrics: object }).metrics
    const [a, again, b] = await Promise.all([figures('a'), figures('a'), figures('b')])
    expect(again).toEqual(a)
    expect(b).not.toEqual(a)
  })

  test('a half-made graph gets no medal and hears what is missing', async () => {
    const file = folder.put('half.json', JSON.stringify({ graph: { nodes: model.build.reference.nodes.slice(0, 4), edges: model.build.reference.edges.slice(0, 3) } }))
    const { code, out } = await quest('run', FILE, '--solution', file, '--json')
    const said = JSON.parse(out) as { medal: string; problems: { say: string }[] }
    expect(said.medal).toBe('none')
    expect(said.problems[0]?.say).toMatch(/[.?]$/)
    expect(code).toBe(1)
  })

  test('a graph that would run for minutes is stopped within the quest’s own time', async () => {
    const hasty = folder.put('hasty.json', JSON.stringify({ ...model, verify: { ...model.verify, budget: { ms: 150, mb: 256 } } }))
    const trees = referenceWith('mod', { block: 'ml.gbt', params: { trees: 300, depth: 6 } })
    const { code, out, ms } = await quest('run', hasty, '--solution', folder.put('trees.json', trees), '--json')
    expect(JSON.parse(out)).toMatchObject({ medal: 'none', problems: [{ say: expect.any(String) }] })
    expect(code).toBe(1)
    expect(ms).toBeLessThan(60_000)
  })
})

describe('input that cannot be used exits 2 and says why', () => {
  const whole = referenceWith()
  test.each<[name: string, text: string, words: RegExp]>([
    ['cut off', whole.slice(0, 300), /line 1, column \d+: .* — /],
    ['not a solution', '{"nodes": []}', /graph: this entry is missing/],
    ['a quest', readFileSync(FILE, 'utf8'), /nothing here is called/],
    ['in circles', whole.replace('["cap.decisions","out.decisions"]', '["cap.decisions","out.decisions"],["out.result","src.table"]'), /form a circle/],
    ['a block nobody knows', referenceWith('mod', { block: 'ml.magic' }), /there is no block "ml\.magic"/],
    ['NaN', whole.replace('"l2":1', '"l2":NaN'), /NaN is not allowed/],
    ['infinite', whole.replace('"l2":1', '"l2":1e999'), /too large/],
    ['a prototype key', whole.replace('"l2":1', '"__proto__":{"l2":1}'), /"__proto__" is reserved/],
    ['ten megabytes', params('mod', { note: 'x'.repeat(10_000_000) }), /10,0\d\d kB/],
    ['an expression that never ends', params('mod', { pattern: '(a+)+$' }), /a repetition stands inside another/],
  ])('%s', async (name, text, words) => {
    const { code, err, out } = await quest('run', FILE, '--solution', folder.put(`${name.replaceAll(' ', '-')}.json`, text))
    expect(err).toMatch(words)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})
