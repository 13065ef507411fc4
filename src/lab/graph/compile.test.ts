import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allBlocks } from '../blocks/catalogue.ts'
import { graphOf, readmissionQuest } from '../lab.fixture.ts'
import { compile, type Compiled } from './compile.ts'
import { typedChain } from './typed-chain.fixture.ts'

const { build } = readmissionQuest
const lace = graphOf(
  { src: ['data.source:cohort'], label: ['table.label'], lace: ['score.points:lace'], cap: ['policy.capacity', { share: 0.2 }], out: ['sink.result:decisions'] },
  ['src.table > label.table', 'label.table > lace.table', 'lace.scores > cap.scores', 'cap.decisions > out.decisions'],
)
const codes = (graph: Parameters<typeof compile>[0], rules?: Parameters<typeof compile>[1]) =>
  compile(graph, rules).problems.map(({ node, code }) => (node ? `${node}: ${code}` : code))

describe('a sound graph', () => {
  it.each([['start', build.start], ['reference', build.reference], ['LACE', lace]] as const)('%s compiles, each block after those it needs', (_, graph) => {
    const { order, problems, sink } = compile(graph, { palette: build.palette, limit: build.limits.nodes, sinkOnly: true })
    expect(problems).toEqual([])
    expect(sink).toBe('out')
    const place = new Map(order.map(({ id }, i) => [id, i]))
    expect(place.size).toBe(graph.nodes.length)
    for (const { id, feeds } of order) for (const feed of feeds.values()) expect(place.get(feed.node)).toBeLessThan(place.get(id) as number)
  })

  it('is put in the same order however its blocks are listed', () => {
    fc.assert(fc.property(fc.shuffledSubarray(build.reference.nodes, { minLength: build.reference.nodes.length }), (nodes) => {
      expect(compile({ ...build.reference, nodes }, { sinkOnly: true }).order.map(({ id }) => id)).toEqual(build.reference.nodes.map(({ id }) => id))
    }))
  })

  it('fills in what was left out', () => {
    const cap = compile(graphOf({ cap: ['policy.capacity'] }, [])).order
    expect(cap).toEqual([])
    expect(compile(lace).order.find(({ id }) => id === 'cap')?.params).toEqual({ share: 0.2, fixOn: 'test' })
  })
})

describe('a graph with something wrong says where and how to mend it', () => {
  const without = (edge: string) => ({ ...lace, edges: lace.edges.filter(([a, b]) => `${a} > ${b}` !== edge) })
  const plus = (...edges: [string, string][]) => ({ ...lace, edges: [...lace.edges, ...edges] })
  const withBlock = (id: string, block: string, params = {}) => ({ ...lace, nodes: [...lace.nodes.filter((node) => node.id !== id), { id, block, params }] })

  it.each([
    ['a wire is missing', without('label.table > lace.table'), ['lace: missing-input']],
    ['a block nobody knows', withBlock('lace', 'score.points:tarot'), ['lace: unknown-block']],
    ['types that do not fit', plus(['src.table', 'cap.scores']), ['cap: wrong-type']],
    ['two wires into one input', plus(['src.table', 'lace.table']), ['lace: two-edges']],
    ['an input that is not there', plus(['src.table', 'lace.nose']), ['lace: unknown-port']],
    ['an output that is not there', plus(['out.result', 'lace.table']), ['out: unknown-port']],
    ['a wire to nowhere', plus(['lace.scores', 'ghost.scores']), ['lace: loose-edge']],
    ['a wire between two ghosts', plus(['ghost.scores', 'spook.scores']), ['loose-edge']],
    ['no list', { nodes: lace.nodes.slice(0, 4), edges: lace.edges.slice(0, 3) }, ['no-sink']],
    ['two lists', withBlock('out2', 'sink.result:decisions'), ['out2: two-sinks', 'out2: missing-input']],
    ['two blocks of one name', { ...lace, nodes: [...lace.nodes, { id: 'lace', block: 'policy.threshold', params: {} }] }, ['lace: same-id']],
  ])('%s', (_, graph, expected) => {
    expect(codes(graph).toSorted()).toEqual(expected.toSorted())
    for (const { say } of compile(graph).problems) expect(say.length).toBeGreaterThan(20)
  })

  it('a circle', () => {
    const graph = graphOf({ a: ['table.filter'], b: ['table.filter'], out: ['sink.result:decisions'] }, ['a.table > b.table', 'b.table > a.table'])
    expect(codes(graph)).toEqual(expect.arrayContaining([expect.stringMatching(/^[ab]: cycle$/)]))
    expect(compile(graph).order).toEqual([])
  })

  it('a view of the wrong thing', () => {
    const graph = plusView('inspect.view:roc', 'label.table')
    expect(compile(graph).problems[0]?.say).toMatch(/gives a table of rows; only points or risks or a list of decisions can be looked at/)
    expect(codes(plusView('inspect.view:roc', 'lace.scores'))).toEqual([])
  })

  const plusView = (block: string, from: string) => ({ nodes: [...lace.nodes, { id: 'look', block, params: {} }], edges: [...lace.edges, [from, 'look.from'] as [string, string]] })

  it('a block the quest does not offer', () => {
    expect(codes(lace, { palette: build.palette.filter((id) => id !== 'score.points:lace') })).toEqual(['lace: not-in-palette'])
  })

  it('more blocks than the quest allows, before any of them is looked at', () => {
    expect(codes(lace, { limit: 4 })).toEqual(['too-many-nodes'])
  })

  it.each([
    ['share', Number.NaN, /Share to follow.*plain number/],
    ['share', Number.POSITIVE_INFINITY, /Share to follow/],
    ['share', 7, /must be 1 or less/],
    ['share', '0.2', /plain number/],
    ['fixOn', 'moon', /one of: Test rows; Training rows/],
    ['colour', 'red', /no setting "colour"/],
  ])('a setting that cannot be: %s = %s', (name, value, words) => {
    const graph = { ...lace, nodes: lace.nodes.map((node) => (node.id === 'cap' ? { ...node, params: { [name]: value } } : node)) }
    const [problem] = compile(graph).problems
    expect(problem).toMatchObject({ node: 'cap', code: 'bad-params', say: expect.stringMatching(words) })
  })
})

describe('blocks that belong to the quest', () => {
  const locked = build.start.nodes.filter(({ id }) => build.locked.includes(id))

  it('have to stay', () => {
    expect(codes({ nodes: lace.nodes.slice(1), edges: lace.edges.slice(1) }, { locked })).toContain('locked')
  })

  it('have to stay as they are, though a default may be written out or left out', () => {
    const changed = (params: Record<string, string>) => ({ ...lace, nodes: lace.nodes.map((node) => (node.id === 'src' ? { ...node, params } : node)) })
    expect(codes(changed({ dataset: 'practice' }), { locked })).toEqual(['src: locked'])
    expect(codes(changed({ dataset: 'train' }), { locked })).toEqual([])
    expect(codes(changed({}), { locked })).toEqual([])
  })
})

describe('left-over blocks', () => {
  const littered = { nodes: [...lace.nodes, { id: 'spare', block: 'ml.gbt', params: {} }, { id: 'half', block: 'table.filter', params: { expr: 'x' } }, { id: 'hang', block: 'ml.logistic', params: { l2: -4 } }], edges: [...lace.edges, ['src.table', 'half.table'] as [string, string]] }

  it('are no reason to refuse a list', () => {
    const { problems, order } = compile(littered, { sinkOnly: true })
    expect(problems).toEqual([])
    expect(order.map(({ id }) => id)).toEqual(['src', 'label', 'lace', 'cap', 'out'])
  })

  it('run beside it on the bench when they can, and say so when they cannot', () => {
    const { problems, order } = compile(littered)
    expect(order.map(({ id }) => id)).toContain('half')
    expect(problems).toMatchObject([{ node: 'hang', code: 'bad-params' }])
  })
})

describe('a hostile graph', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('may call a block "%s" without harm', (name) => {
    const graph = { nodes: [{ id: name, block: 'data.source:cohort', params: {} }, { id: 'out', block: name, params: {} }], edges: [[`${name}.${name}`, 'out.decisions'] as [string, string], ['out.x', `${name}.${name}`] as [string, string]] }
    expect(codes(graph)).toEqual(expect.arrayContaining(['out: unknown-block', 'no-sink']))
    expect(compile({ nodes: [{ id: name, block: 'table.filter', params: JSON.parse(`{"${name}": 1}`) }], edges: [] }).problems.length).toBeGreaterThan(0)
  })

  it('of two hundred blocks in a row, in a circle or all joined to all, is read at once', () => {
    const nodes = Array.from({ length: 200 }, (_, i) => ({ id: `n${i}`, block: 'table.filter', params: {} }))
    const ring = nodes.map(({ id }, i): [string, string] => [`${id}.table`, `n${(i + 1) % 200}.table`])
    const web = nodes.flatMap(({ id }, i) => [1, 2, 3].map((k): [string, string] => [`${id}.table`, `n${(i * k + k) % 200}.table`]))
    for (const edges of [ring, ring.slice(1), web]) expect(compile({ nodes, edges }).problems.length).toBeGreaterThan(0)
  })

  it('never throws, whatever is joined to whatever', () => {
    const ids = ['a', 'b', 'c', 'd']
    const blocks = [...allBlocks.map(({ id }) => id), 'nothing']
    const ports = ['table', 'split', 'matrix', 'train', 'scores', 'decisions', 'from', '']
    const node = fc.record({ id: fc.constantFrom(...ids), block: fc.constantFrom(...blocks), params: fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue() as fc.Arbitrary<never>, { maxKeys: 2 }) })
    const ref = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ports)).map(([id, port]) => `${id}.${port}`)
    fc.assert(fc.property(fc.array(node, { maxLength: 6 }), fc.array(fc.tuple(ref, ref), { maxLength: 10 }), fc.boolean(), (nodes, edges, sinkOnly) => {
      const { order, problems } = compile({ nodes, edges }, { sinkOnly })
      for (const { say } of problems) expect(say).not.toMatch(/undefined|NaN|\[object/)
      for (const { id } of order) expect(ids).toContain(id)
    }), { numRuns: 500 })
  })
})

describe('any graph whose wires fit', () => {
  /** Each node after those it draws from. */
  const inOrder = ({ order }: Compiled) => {
    const place = new Map(order.map(({ id }, i) => [id, i]))
    return order.every(({ id, feeds }) => [...feeds.values()].every(({ node }) => (place.get(node) ?? Number.POSITIVE_INFINITY) < (place.get(id) ?? -1)))
  }
  const someOf = fc.tuple(typedChain, fc.nat())

  it('compiles whole, each block after those it needs, however its blocks are listed', () => {
    fc.assert(fc.property(typedChain.chain((graph) => fc.tuple(fc.constant(graph), fc.shuffledSubarray(graph.nodes, { minLength: graph.nodes.length }))), ([graph, nodes]) => {
      for (const sinkOnly of [true, false]) {
        const compiled = compile({ ...graph, nodes }, { sinkOnly })
        expect(compiled.problems).toEqual([])
        expect(compiled.order).toHaveLength(graph.nodes.length)
        expect(compiled.sink).toBe('n0')
        expect(inOrder(compiled)).toBe(true)
      }
    }), { numRuns: 300 })
  })

  it('without one of its wires waits at that block, and what does not hang on it still runs', () => {
    fc.assert(fc.property(someOf, ([graph, n]) => {
      const cut = graph.edges[n % graph.edges.length]!
      const [at, port] = cut[1].split('.') as [string, string]
      const compiled = compile({ ...graph, edges: graph.edges.filter((edge) => edge !== cut) })
      const optional = allBlocks.find(({ id }) => id === graph.nodes.find((node) => node.id === at)?.block)?.inputs.find(({ name }) => name === port)?.optional
      expect(compiled.problems.filter(({ code }) => code === 'missing-input').map(({ node, port: where }) => `${node}.${where}`)).toEqual(optional ? [] : [cut[1]])
      expect(inOrder(compiled)).toBe(true)
      const stopped = optional ? [] : downstream(graph.edges, at)
      expect(compiled.order.map(({ id }) => id).filter((id) => stopped.includes(id))).toEqual([])
    }), { numRuns: 300 })
  })

  it('with one wire too many says so in words, and what it runs is still in order', () => {
    fc.assert(fc.property(typedChain, fc.nat(), fc.nat(), (graph, a, b) => {
      const [from, to] = [graph.edges[a % graph.edges.length]!, graph.edges[b % graph.edges.length]!]
      const compiled = compile({ ...graph, edges: [...graph.edges, [from[0], to[1]]] })
      expect(compiled.problems.map(({ code }) => code)).toEqual(expect.arrayContaining([expect.stringMatching(/two-edges|wrong-type/)]))
      for (const { say } of compiled.problems) expect(say).not.toMatch(/undefined|NaN|\[object/)
      expect(inOrder(compiled)).toBe(true)
    }), { numRuns: 300 })
  })

  it('such graphs use nearly every block that leads somewhere', () => {
    const used = new Set(fc.sample(typedChain, { numRuns: 600, seed: 7 }).flatMap(({ nodes }) => nodes.map(({ block }) => block)))
    const leading = allBlocks.filter(({ family, outputs }) => family !== 'view' && outputs.length > 0).map(({ id }) => id)
    expect(leading.filter((id) => !used.has(id))).toEqual([])
  })
})

/** The node and all that hangs on it. */
function downstream(edges: readonly (readonly [string, string])[], start: string): string[] {
  const found = [start]
  for (const id of found) found.push(...edges.filter(([from]) => from.split('.')[0] === id).map(([, to]) => to.split('.')[0]!).filter((next) => !found.includes(next)))
  return found
}
