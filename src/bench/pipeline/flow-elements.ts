/** From the graph to what the canvas library draws. Pure. */
import type { GraphNode } from '../../core/quest/schema.ts'
import type { NodeReport, Progress } from '../../core/verdict.ts'
import type { TraceData } from '../../kit/exhibit/trace-pieces.ts'
import type { Bench } from './bench-context.ts'
import type { BlockData, BlockFlowNode } from './block-node.tsx'
import { outputOf } from './block-specs.ts'
import { addressOf, edgeKey, nodeById, topologicalOrder } from './graph-order.ts'
import { highlighted, pointsAtEdge } from './highlight.ts'
import { sizeOnBlock } from './inspector-entries.ts'
import { NODE_HEIGHT, NODE_WIDTH, toPixels } from './layout.ts'
import { nodeRunStates } from './run-state.ts'
import { settingsLine } from './settings-line.ts'
import type { TypedFlowEdge } from './typed-edge.tsx'

export interface Place {
  x: number
  y: number
}

type Reading = Pick<Bench, 'graph' | 'specs' | 'locked' | 'report' | 'highlight' | 'selection' | 'title' | 'quest'>

/** Nodes in reading order: the order of the DOM is the order of Tab. */
export function flowNodes(bench: Reading, progress: Progress | null, measured: ReadonlyMap<string, { width: number; height: number }>, dragged: ReadonlyMap<string, Place>): BlockFlowNode[] {
  const states = nodeRunStates(bench.graph, progress)
  return topologicalOrder(bench.graph).map((node) => {
    const size = measured.get(node.id)
    const data = { ...blockData(bench, node), run: states.get(node.id) ?? 'idle' }
    return {
      id: node.id,
      type: 'block',
      position: dragged.get(node.id) ?? toPixels(node.at ?? [0, 0]),
      selected: bench.selection.has(node.id),
      ariaLabel: spoken(data),
      // Seen before it is measured: a new block must not flicker.
      initialWidth: NODE_WIDTH,
      initialHeight: NODE_HEIGHT,
      data,
      ...(size ? { measured: size } : {}),
    } satisfies BlockFlowNode
  })
}

function blockData({ graph, specs, locked, report, highlight, title, quest }: Reading, node: GraphNode): Omit<BlockData, 'run'> {
  const spec = specs.get(node.block)
  const result = report?.nodes.find((candidate) => candidate.node === node.id)
  const size = result ? sizeOnBlock(result) : null
  return {
    spec,
    title: title(node.id),
    settings: spec ? settingsLine(spec, node.params, quest) : 'This version does not know this block.',
    facts: result ? [...(size ? [size] : []), ...result.facts].slice(0, 3) : [],
    trace: result ? traceShown(result) : null,
    problem: report?.problems.find((problem) => problem.node === node.id)?.say ?? null,
    locked: locked.includes(node.id),
    pointedAt: highlighted(highlight, 'node') === node.id,
    joined: {
      inputs: graph.edges.filter(([, to]) => addressOf(to).node === node.id).map(([, to]) => addressOf(to).port),
      outputs: graph.edges.filter(([from]) => addressOf(from).node === node.id).map(([from]) => addressOf(from).port),
    },
  }
}

/** The first trace among what a block shows. */
function traceShown({ views }: NodeReport): TraceData | null {
  const shown = views.flatMap((view) => (view.view === 'exhibits' ? view.exhibits : []))
  return shown.find((exhibit) => exhibit.kind === 'trace') ?? null
}

/** The whole block in a breath, for a screen reader. */
function spoken(data: BlockData): string {
  const open = data.spec?.inputs.filter((port) => !port.optional && !data.joined.inputs.includes(port.name)) ?? []
  return [
    data.title,
    data.settings,
    data.locked ? 'belongs to the quest' : '',
    data.problem ? `problem: ${data.problem}` : '',
    open.length > 0 ? `still needs ${open.map((port) => port.label.toLowerCase()).join(' and ')}` : '',
    data.run === 'running' ? 'running now' : '',
    ...data.facts,
  ].filter(Boolean).join(', ')
}

export function flowEdges({ graph, specs, highlight, selection, title }: Reading, progress: Progress | null, selectedEdge: string | null): TypedFlowEdge[] {
  return graph.edges.flatMap((edge): TypedFlowEdge[] => {
    const [from, to] = [addressOf(edge[0]), addressOf(edge[1])]
    const output = outputOf(specs, nodeById(graph, from.node), from.port)
    if (!output) return []
    return [{
      id: edgeKey(edge),
      type: 'typed',
      source: from.node,
      sourceHandle: from.port,
      target: to.node,
      targetHandle: to.port,
      selected: selectedEdge === edgeKey(edge),
      ariaLabel: `${title(from.node)} goes into ${title(to.node)}`,
      className: selection.has(from.node) || selection.has(to.node) ? 'bench-edge-near' : '',
      data: { type: output.type, flowing: progress?.node === to.node, pointedAt: pointsAtEdge(highlight, edge[0], edge[1]) },
    }]
  })
}
