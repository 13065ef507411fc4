import type { Graph } from '../../core/quest/schema.ts'

export type SearchMethod = 'bm25' | 'hybrid'

const PREFIX = 'ir.search:'

/** How the search ranks is the kind of the search block in the graph. */
export function searchMethod({ nodes }: Graph): SearchMethod {
  return nodes.some(({ block }) => block === `${PREFIX}hybrid`) ? 'hybrid' : 'bm25'
}

export function withSearchMethod(graph: Graph, method: SearchMethod): Graph {
  return { ...graph, nodes: graph.nodes.map((node) => (node.block.startsWith(PREFIX) ? { ...node, block: PREFIX + method } : node)) }
}
