import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SPECS, START } from '../../../tests/kit/bench-fixtures.ts'
import type { Graph } from '../../core/quest/schema.ts'
import { specsById } from './block-specs.ts'
import { fittingInputs, fittingOutputs, judgeConnection, portsFit } from './graph-check.ts'
import { addNode, connect, cut, disconnect, freshId, moveNodes, onlyFit, paste, removeNodes, setParam } from './graph-edit.ts'
import { addressOf, downstreamOf, openEnd, topologicalOrder } from './graph-order.ts'
import { firstView, placed, tidyPlaces } from './layout.ts'

const specs = specsById(SPECS)
const spec = (id: string) => specs.get(id) ?? (() => { throw new Error(id) })()
const add = (graph: Graph, block: string) => addNode(graph, spec(block), {})

describe('connecting', () => {
  test('says which types do not fit', () => {
    const { graph } = add(START, 'score.points:lace')
    expect(judgeConnection(graph, specs, { node: 'lace', port: 'scores' }, { node: 'split', port: 'table' }))
      .toMatchObject({ kind: 'refused', why: 'type', say: 'LACE score gives points or risks; Split needs a table of rows.' })
  })

  test('refuses a circle in words and leaves the graph alone', () => {
    const { graph } = add(START, 'table.label')
    const chained = connect(graph, specs, { node: 'label', port: 'table' }, { node: 'label2', port: 'table' })
    const verdict = judgeConnection(chained, specs, { node: 'label2', port: 'table' }, { node: 'label', port: 'table' })
    expect(verdict).toMatchObject({ kind: 'refused', why: 'cycle', say: 'That would go round in a circle: Label 1 already feeds Label 2.' })
    expect(connect(chained, specs, { node: 'label2', port: 'table' }, { node: 'label', port: 'table' })).toBe(chained)
  })

  test('asks before an occupied input changes hands, and then keeps one edge per input', () => {
    const to = { node: 'split', port: 'table' }
    expect(judgeConnection(START, specs, { node: 'src', port: 'table' }, to)).toMatchObject({ kind: 'occupied', by: 'label.table>split.table' })
    const replaced = connect(START, specs, { node: 'src', port: 'table' }, to)
    expect(replaced.edges.filter(([, held]) => held === 'split.table')).toEqual([['src.table', 'split.table']])
  })

  test('a view takes what it can show, and names it', () => {
    const { graph } = add(START, 'inspect.view:roc')
    const withLace = add(graph, 'score.points:lace').graph
    const roc = { node: 'roc', port: 'scores' }
    expect(judgeConnection(withLace, specs, { node: 'lace', port: 'scores' }, roc).kind).toBe('fits')
    expect(judgeConnection(withLace, specs, { node: 'split', port: 'split' }, roc)).toMatchObject({ say: 'Split gives rows to train and rows to test; ROC view needs points or risks or a list of decisions.' })
  })

  test('ports that do not exist are refused', () => {
    expect(judgeConnection(START, specs, { node: 'src', port: 'nope' }, { node: 'split', port: 'table' })).toMatchObject({ why: 'unknown' })
    expect(judgeConnection(START, specs, { node: 'ghost', port: 'table' }, { node: 'split', port: 'table' })).toMatchObject({ why: 'unknown' })
  })

  test('an input lists what may feed it, and what feeds it now', () => {
    expect(fittingOutputs(START, specs, { node: 'split', port: 'table' })).toEqual([
      { node: 'src', port: 'table', label: 'Discharges · Table', taken: false },
      { node: 'label', port: 'table', label: 'Label · Table', taken: true },
    ])
    expect(fittingInputs(START, specs, { node: 'split', port: 'split' })).toEqual([])
  })
})

describe('adding, copying, removing', () => {
  test('a new block stands right of its neighbour, on a free place', () => {
    const { graph, id } = addNode(START, spec('table.features'), { beside: 'label' })
    expect(graph.nodes.find((node) => node.id === id)?.at).toEqual([2, 1])
  })

  test('a new block is not laid over a tall one', () => {
    const under = (height: number) => {
      const { graph, id } = addNode(START, spec('table.features'), { beside: 'label', heights: new Map(START.nodes.map((node) => [node.id, height])) })
      return graph.nodes.find((node) => node.id === id)?.at?.[1]
    }
    expect(under(120)).toBe(1)
    expect(under(190)).not.toBe(1)
  })

  test('a block that fits in one way only can be joined on adding', () => {
    expect(onlyFit(START, specs, 'split', spec('table.features'))).toEqual({ output: 'split', input: 'split' })
    expect(onlyFit(START, specs, 'split', spec('ml.logistic'))).toBeNull()
  })

  test('ids are short, and counted up when taken', () => {
    expect(freshId(START, 'score.points:lace')).toBe('lace')
    expect(freshId(START, 'ml.split')).toBe('split2')
  })

  test('locked nodes cannot be removed or copied', () => {
    expect(removeNodes(START, ['src'], ['src', 'out'])).toBe(START)
    expect(cut(START, ['src', 'label'], ['src']).nodes.map((node) => node.id)).toEqual(['label'])
  })

  test('removing a node takes its edges along', () => {
    expect(removeNodes(START, ['label'], []).edges).toEqual([])
  })

  test('a copy keeps the edges among its nodes and never goes over the limit of the quest', () => {
    const piece = cut(START, ['label', 'split'], [])
    const twice = paste(START, specs, piece, 24)
    expect(twice.ids).toEqual(['label2', 'split2'])
    expect(twice.graph.edges).toContainEqual(['label2.table', 'split2.table'])
    expect(paste(START, specs, piece, 5).graph.nodes).toHaveLength(5)
  })

  test('a move keeps the rest and stays on the bench', () => {
    expect(moveNodes(START, new Map([['label', [1, 0]]]))).toBe(START)
    expect(moveNodes(START, new Map([['label', [1e9, -3]]])).nodes[1]?.at).toEqual([1000, -3])
  })

  test('a parameter changes in one node alone', () => {
    const changed = setParam(START, 'split', 'testShare', 0.3)
    expect(changed.nodes[2]?.params['testShare']).toBe(0.3)
    expect(changed.nodes[1]).toBe(START.nodes[1])
  })
})

describe('order and layout', () => {
  test('reads from source to sink', () => {
    const shuffled = { ...START, nodes: [...START.nodes].reverse() }
    expect(topologicalOrder(shuffled).map((node) => node.id)).toEqual(['src', 'label', 'split', 'out'])
  })

  test('the next block belongs beside the first output that goes nowhere', () => {
    expect(openEnd(START, specs)).toBe('split')
    expect(openEnd({ nodes: [], edges: [] }, specs)).toBeNull()
  })

  test('a tidy layout puts nothing over anything and follows the flow', () => {
    const places = [...tidyPlaces(START).values()]
    expect(new Set(places.map(String)).size).toBe(START.nodes.length)
    expect(tidyPlaces(START).get('src')?.[0]).toBeLessThan(tidyPlaces(START).get('split')?.[0] ?? 0)
  })

  test('nodes without a place are given one, the others keep theirs', () => {
    const bare: Graph = { ...START, nodes: START.nodes.map(({ at, ...node }) => (node.id === 'label' ? { ...node, at: at ?? [0, 0] } : node)) }
    expect(placed(bare).nodes.every((node) => node.at)).toBe(true)
    expect(placed(bare).nodes[1]?.at).toEqual([1, 0])
    expect(placed(START)).toBe(START)
  })
})

/** Any sequence of edits a learner could make. */
const edits = fc.array(fc.oneof(
  fc.record({ do: fc.constant('add' as const), block: fc.constantFrom(...SPECS.map((s) => s.id)) }),
  fc.record({ do: fc.constant('connect' as const), from: fc.nat(30), out: fc.nat(1), to: fc.nat(30), in: fc.nat(1) }),
  fc.record({ do: fc.constant('disconnect' as const), to: fc.nat(30) }),
  fc.record({ do: fc.constant('remove' as const), node: fc.nat(30) }),
  fc.record({ do: fc.constant('paste' as const), nodes: fc.array(fc.nat(30), { maxLength: 4 }) }),
), { maxLength: 40 })

function play(graph: Graph, steps: typeof edits extends fc.Arbitrary<infer T> ? T : never): Graph {
  return steps.reduce((g, step) => {
    const node = (n: number) => g.nodes[n % Math.max(1, g.nodes.length)]
    switch (step.do) {
      case 'add': return add(g, step.block).graph
      case 'connect': {
        const [a, b] = [node(step.from), node(step.to)]
        const output = a && spec(a.block).outputs[step.out]
        const input = b && spec(b.block).inputs[step.in]
        return a && b && output && input ? connect(g, specs, { node: a.id, port: output.name }, { node: b.id, port: input.name }) : g
      }
      case 'disconnect': {
        const edge = g.edges[step.to % Math.max(1, g.edges.length)]
        return edge ? disconnect(g, addressOf(edge[1])) : g
      }
      case 'remove': return removeNodes(g, [node(step.node)?.id ?? ''], ['src', 'out'])
      case 'paste': return paste(g, specs, cut(g, step.nodes.map((n) => node(n)?.id ?? ''), ['src', 'out']), 24).graph
    }
  }, graph)
}

test('whatever a learner does, there is no circle, no type error, no lost port and no id used twice', () => {
  fc.assert(fc.property(edits, (steps) => {
    const graph = play(START, steps)
    expect(new Set(graph.nodes.map((node) => node.id)).size).toBe(graph.nodes.length)
    expect(new Set(graph.edges.map(([, to]) => to)).size).toBe(graph.edges.length)
    for (const [from, to] of graph.edges) {
      const [a, b] = [addressOf(from), addressOf(to)]
      const output = spec(graph.nodes.find((node) => node.id === a.node)?.block ?? '').outputs.find((port) => port.name === a.port)
      const input = spec(graph.nodes.find((node) => node.id === b.node)?.block ?? '').inputs.find((port) => port.name === b.port)
      expect(output && input && portsFit(output, input)).toBe(true)
      expect(downstreamOf(graph, b.node).has(a.node)).toBe(false)
    }
    expect(graph.nodes.some((node) => node.id === 'src') && graph.nodes.some((node) => node.id === 'out')).toBe(true)
  }), { numRuns: 150 })
})

describe('the first sight of a pipeline', () => {
  const row = (n: number) => Array.from({ length: n }, (_, i) => ({ x: i * 194, y: 132, width: 160, height: 116 }))
  const room = { width: 850, height: 330 }

  test('is left to the canvas when all of it can be read', () => {
    expect(firstView(row(6), room)).toBeNull()
    expect(firstView([], room)).toBeNull()
  })

  test('begins at the first block, above the small map, when it is too long', () => {
    const view = firstView(row(12), room)
    const [x, bottom] = [view!.x + 0 * view!.zoom, view!.y + (132 + 116) * view!.zoom]
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(40)
    expect(bottom).toBeLessThan(room.height - 100)
  })
})
