/** Reading order of a graph: what feeds what, and the order in which a person meets the blocks. Pure. */
import type { Edge, Graph, GraphNode } from '../../core/quest/schema.ts'
import type { Specs } from './block-specs.ts'

export interface PortAddress {
  node: string
  port: string
}

/** "mod.scores" -> { node: 'mod', port: 'scores' }. */
export function addressOf(ref: string): PortAddress {
  const dot = ref.indexOf('.')
  return { node: ref.slice(0, dot), port: ref.slice(dot + 1) }
}

export function refOf(address: PortAddress): string {
  return `${address.node}.${address.port}`
}

/** One key per edge; an input takes one edge, so this is unique. */
export function edgeKey(edge: Edge): string {
  return `${edge[0]}>${edge[1]}`
}

export function nodeById(graph: Graph, id: string): GraphNode | undefined {
  return graph.nodes.find((node) => node.id === id)
}

/** Ids of the nodes that `id` feeds, directly or through others; never contains `id` in a graph without a cycle. */
export function downstreamOf(graph: Graph, id: string): Set<string> {
  const found = new Set<string>()
  const queue = [id]
  while (queue.length > 0) {
    const current = queue.pop()
    for (const [from, to] of graph.edges) {
      const target = addressOf(to).node
      if (addressOf(from).node === current && !found.has(target)) {
        found.add(target)
        queue.push(target)
      }
    }
  }
  return found
}

/**
 * Nodes from source to sink. Among those that are ready, the one further left (then higher) comes first, so that Tab
 * follows the eye. Nodes on a cycle (only a foreign graph can have one) come last, in file order.
 */
export function topologicalOrder(graph: Graph): GraphNode[] {
  const waiting = new Map(graph.nodes.map((node) => [node.id, 0]))
  for (const [from, to] of graph.edges) {
    const target = addressOf(to).node
    if (waiting.has(target) && waiting.has(addressOf(from).node)) waiting.set(target, (waiting.get(target) ?? 0) + 1)
  }
  const order: GraphNode[] = []
  const rest = new Set(graph.nodes)
  while (rest.size > 0) {
    const ready = [...rest].filter((node) => waiting.get(node.id) === 0).sort(byPlace)
    const next = ready[0]
    if (!next) return [...order, ...rest]
    order.push(next)
    rest.delete(next)
    for (const [from, to] of graph.edges) {
      if (addressOf(from).node !== next.id) continue
      const target = addressOf(to).node
      waiting.set(target, (waiting.get(target) ?? 1) - 1)
    }
  }
  return order
}

/** First node whose output goes nowhere yet: the next block probably belongs beside it. */
export function openEnd(graph: Graph, specs: Specs): string | null {
  const feeding = new Set(graph.edges.map(([from]) => addressOf(from).node))
  const open = topologicalOrder(graph).find((node) => !feeding.has(node.id) && (specs.get(node.block)?.outputs.length ?? 0) > 0)
  return open?.id ?? null
}

function byPlace(a: GraphNode, b: GraphNode): number {
  const [ax, ay] = a.at ?? [0, 0]
  const [bx, by] = b.at ?? [0, 0]
  return ax - bx || ay - by
}
