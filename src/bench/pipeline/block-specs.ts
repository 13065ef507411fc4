/** The blocks a bench may show, looked up by id, and the words it uses for them. */
import type { Graph, GraphNode } from '../../core/quest/schema.ts'
import type { BlockSpec, PortSpec } from '../../lab/graph/block.ts'
import { PORT_WORDS } from '../../lab/graph/port-words.ts'
import type { PortType } from '../../lab/graph/ports.ts'

export type Specs = ReadonlyMap<string, BlockSpec>

export function specsById(palette: readonly BlockSpec[]): Specs {
  return new Map(palette.map((spec) => [spec.id, spec]))
}

/** What to call a node: its block's title, with a number when the graph has several of that block. */
export function titleOf(graph: Graph, specs: Specs, id: string): string {
  const node = graph.nodes.find((candidate) => candidate.id === id)
  if (!node) return id
  const title = specs.get(node.block)?.title ?? node.block
  const same = graph.nodes.filter((candidate) => candidate.block === node.block)
  return same.length > 1 ? `${title} ${same.indexOf(node) + 1}` : title
}

export function inputOf(specs: Specs, node: GraphNode | undefined, port: string): PortSpec | undefined {
  return node && specs.get(node.block)?.inputs.find((input) => input.name === port)
}

export function outputOf(specs: Specs, node: GraphNode | undefined, port: string): PortSpec | undefined {
  return node && specs.get(node.block)?.outputs.find((output) => output.name === port)
}

/** "a table of rows", "points or risks": what travels along a wire, as words of a sentence. */
export function typeInWords(type: PortType): string {
  return PORT_WORDS[type]
}
