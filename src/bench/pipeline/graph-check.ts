/** Which edges are allowed, and the words for those that are not. Pure. */
import type { Graph } from '../../core/quest/schema.ts'
import type { PortSpec } from '../../lab/graph/block.ts'
import { typesJoin } from '../../lab/graph/join.ts'
import { inputOf, outputOf, titleOf, typeInWords, type Specs } from './block-specs.ts'
import { addressOf, downstreamOf, edgeKey, nodeById, refOf, topologicalOrder, type PortAddress } from './graph-order.ts'

export type Verdict =
  | { kind: 'fits' }
  /** Fits, but the input is taken: allowed only as a replacement the learner agrees to. */
  | { kind: 'occupied'; by: string; say: string }
  | { kind: 'refused'; why: 'type' | 'cycle' | 'self' | 'unknown' | 'already'; say: string }

/** The judge's own rule. */
export function portsFit(output: PortSpec, input: PortSpec): boolean {
  return typesJoin(output.type, input) === null
}

function wanted(input: PortSpec): string {
  if (input.type !== 'Any' || !input.accepts) return typeInWords(input.type)
  const names = input.accepts.map(typeInWords)
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}

/** Judge one edge that somebody wants to draw. Never throws; ports that do not exist are refused in words. */
export function judgeConnection(graph: Graph, specs: Specs, from: PortAddress, to: PortAddress): Verdict {
  const output = outputOf(specs, nodeById(graph, from.node), from.port)
  const input = inputOf(specs, nodeById(graph, to.node), to.port)
  const source = titleOf(graph, specs, from.node)
  const target = titleOf(graph, specs, to.node)
  if (!output || !input) return { kind: 'refused', why: 'unknown', say: 'A wire starts on the right side of a block and ends on the left side of another.' }
  if (from.node === to.node) return { kind: 'refused', why: 'self', say: `${source} cannot feed itself.` }
  if (graph.edges.some(([a, b]) => a === refOf(from) && b === refOf(to))) {
    return { kind: 'refused', why: 'already', say: `${source} already goes into ${target}.` }
  }
  if (!portsFit(output, input)) {
    return { kind: 'refused', why: 'type', say: `${source} gives ${typeInWords(output.type)}; ${target} needs ${wanted(input)}.` }
  }
  if (downstreamOf(graph, to.node).has(from.node)) {
    return { kind: 'refused', why: 'cycle', say: `That would go round in a circle: ${target} already feeds ${source}.` }
  }
  const held = graph.edges.find(([, b]) => b === refOf(to))
  if (!held) return { kind: 'fits' }
  const by = titleOf(graph, specs, addressOf(held[0]).node)
  return { kind: 'occupied', by: edgeKey(held), say: `${target} already gets its ${input.label.toLowerCase()} from ${by}. Put ${source} there instead?` }
}

export interface Choice extends PortAddress {
  /** "Split · table" */
  label: string
  taken: boolean
}

/** Inputs that this output may go to, in reading order of the graph. */
export function fittingInputs(graph: Graph, specs: Specs, from: PortAddress): Choice[] {
  return graph.nodes.flatMap((node) => (specs.get(node.block)?.inputs ?? []).flatMap((input) => {
    const to = { node: node.id, port: input.name }
    const verdict = judgeConnection(graph, specs, from, to)
    if (verdict.kind === 'refused') return []
    return [{ ...to, label: `${titleOf(graph, specs, node.id)} · ${input.label}`, taken: verdict.kind === 'occupied' }]
  }))
}

/** Outputs that may feed this input, the one that feeds it now among them. */
export function fittingOutputs(graph: Graph, specs: Specs, to: PortAddress): Choice[] {
  const now = graph.edges.find(([, b]) => b === refOf(to))?.[0]
  return graph.nodes.flatMap((node) => (specs.get(node.block)?.outputs ?? []).flatMap((output) => {
    const from = { node: node.id, port: output.name }
    const allowed = refOf(from) === now || judgeConnection(graph, specs, from, to).kind !== 'refused'
    return allowed ? [{ ...from, label: `${titleOf(graph, specs, node.id)} · ${output.label}`, taken: refOf(from) === now }] : []
  }))
}

/** Inputs that must be joined before a run can go through, in reading order. */
export function openInputs(graph: Graph, specs: Specs): { node: string; port: PortSpec }[] {
  return topologicalOrder(graph).flatMap((node) => (specs.get(node.block)?.inputs ?? [])
    .filter((port) => !port.optional && !graph.edges.some(([, to]) => to === refOf({ node: node.id, port: port.name })))
    .map((port) => ({ node: node.id, port })))
}
