/** Every change a learner can make to a graph, as functions from graph to graph. They never make a cycle or a type error. */
import type { Graph, GraphNode, Json } from '../../core/quest/schema.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import type { Specs } from './block-specs.ts'
import { judgeConnection, portsFit } from './graph-check.ts'
import { addressOf, nodeById, refOf, type PortAddress } from './graph-order.ts'
import { ROW_HEIGHT } from './layout.ts'

/** Columns and rows of the bench; the schema of a quest file allows no more. */
const EDGE_OF_BENCH = 1000

/** Draw an edge; an occupied input changes hands. An edge that does not fit leaves the graph as it is. */
export function connect(graph: Graph, specs: Specs, from: PortAddress, to: PortAddress): Graph {
  if (judgeConnection(graph, specs, from, to).kind === 'refused') return graph
  const kept = graph.edges.filter(([, held]) => held !== refOf(to))
  return { ...graph, edges: [...kept, [refOf(from), refOf(to)]] }
}

export function disconnect(graph: Graph, to: PortAddress): Graph {
  const edges = graph.edges.filter(([, held]) => held !== refOf(to))
  return edges.length === graph.edges.length ? graph : { ...graph, edges }
}

/** A short id that the graph does not use yet: "logistic", "logistic2"… */
export function freshId(graph: Graph, block: string): string {
  const words = block.split(/[.:]/)
  const stem = (words.at(-1) ?? 'node').replace(/[^a-z0-9]/gi, '') || 'node'
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? stem : `${stem}${n}`
    if (!nodeById(graph, id)) return id
  }
}

/** What the block starts with: the defaults of its own schema. */
export function defaultParams(spec: BlockSpec): Record<string, Json> {
  const parsed = spec.params.safeParse({})
  return parsed.success ? (parsed.data as Record<string, Json>) : {}
}

/** Put a block on the bench, at a free place nearest to `at` (or right of `beside`). `heights`: pixels, as measured; a run makes blocks taller. */
export function addNode(graph: Graph, spec: BlockSpec, place: { at?: [number, number]; beside?: string | null; heights?: ReadonlyMap<string, number> }): { graph: Graph; id: string } {
  const id = freshId(graph, spec.id)
  const neighbour = place.beside ? nodeById(graph, place.beside) : undefined
  const wanted = place.at ?? (neighbour?.at ? ([neighbour.at[0] + 1, neighbour.at[1]] as [number, number]) : endOfBench(graph))
  const node: GraphNode = { id, block: spec.id, params: defaultParams(spec), at: place.at ? clampAt(wanted) : freePlace(graph, wanted, place.heights) }
  return { graph: { ...graph, nodes: [...graph.nodes, node] }, id }
}

function endOfBench(graph: Graph): [number, number] {
  const rows = graph.nodes.map((node) => node.at?.[1] ?? 0)
  return [0, rows.length > 0 ? Math.max(...rows) + 1 : 0]
}

/** Nearest free row in the wanted column: down first, then up. */
function freePlace(graph: Graph, [column, row]: [number, number], heights?: ReadonlyMap<string, number>): [number, number] {
  const rowsOf = (id: string) => Math.max(0.9, (heights?.get(id) ?? 0) / ROW_HEIGHT)
  const taken = (r: number) => graph.nodes.some(({ id, at }) => at && Math.abs(at[0] - column) < 0.9 && r < at[1] + rowsOf(id) && r > at[1] - 0.9)
  for (let step = 0; step <= graph.nodes.length; step += 1) {
    for (const r of [row + step, row - step]) if (!taken(r)) return clampAt([column, r])
  }
  return clampAt([column, row])
}

function clampAt([column, row]: [number, number]): [number, number] {
  const clamp = (value: number) => Math.round(Math.min(EDGE_OF_BENCH, Math.max(-EDGE_OF_BENCH, value)) * 100) / 100
  return [clamp(column), clamp(row)]
}

/** The one way in which `from`'s outputs fit the block's inputs; null when there is none or more than one. */
export function onlyFit(graph: Graph, specs: Specs, from: string, spec: BlockSpec): { output: string; input: string } | null {
  const outputs = specs.get(nodeById(graph, from)?.block ?? '')?.outputs ?? []
  const fits = outputs.flatMap((output) => spec.inputs.filter((input) => portsFit(output, input))
    .map((input) => ({ output: output.name, input: input.name })))
  return fits.length === 1 ? (fits[0] ?? null) : null
}

/** Remove nodes and the edges that touch them; locked nodes stay. */
export function removeNodes(graph: Graph, ids: readonly string[], locked: readonly string[]): Graph {
  const gone = new Set(ids.filter((id) => !locked.includes(id) && nodeById(graph, id)))
  if (gone.size === 0) return graph
  return {
    nodes: graph.nodes.filter((node) => !gone.has(node.id)),
    edges: graph.edges.filter((edge) => !edge.some((ref) => gone.has(addressOf(ref).node))),
  }
}

export function moveNodes(graph: Graph, places: ReadonlyMap<string, [number, number]>): Graph {
  const moved = (node: GraphNode) => {
    const place = places.get(node.id)
    return place ? clampAt(place) : undefined
  }
  if (!graph.nodes.some((node) => { const at = moved(node); return at && (at[0] !== node.at?.[0] || at[1] !== node.at?.[1]) })) return graph
  return { ...graph, nodes: graph.nodes.map((node) => { const at = moved(node); return at ? { ...node, at } : node }) }
}

export function setParam(graph: Graph, id: string, name: string, value: Json): Graph {
  return { ...graph, nodes: graph.nodes.map((node) => (node.id === id ? { ...node, params: { ...node.params, [name]: value } } : node)) }
}

/** The chosen nodes with the edges among them: what copy puts on the clipboard. Locked nodes exist once and are left out. */
export function cut(graph: Graph, ids: readonly string[], locked: readonly string[]): Graph {
  const chosen = new Set(ids.filter((id) => !locked.includes(id)))
  return {
    nodes: graph.nodes.filter((node) => chosen.has(node.id)),
    edges: graph.edges.filter((edge) => edge.every((ref) => chosen.has(addressOf(ref).node))),
  }
}

/** Add a piece under new ids, one row down; blocks the bench does not know stay behind, and `limit` nodes are never exceeded. */
export function paste(graph: Graph, specs: Specs, piece: Graph, limit: number): { graph: Graph; ids: string[] } {
  const renamed = new Map<string, string>()
  let next = graph
  for (const node of piece.nodes) {
    if (!specs.has(node.block) || next.nodes.length >= limit) continue
    const id = freshId(next, node.block)
    renamed.set(node.id, id)
    const [column, row] = node.at ?? endOfBench(graph)
    const copy: GraphNode = { ...node, id, params: { ...node.params }, at: freePlace(next, [column, row + 1]) }
    next = { ...next, nodes: [...next.nodes, copy] }
  }
  for (const [from, to] of piece.edges) {
    const [a, b] = [addressOf(from), addressOf(to)]
    const [source, target] = [renamed.get(a.node), renamed.get(b.node)]
    if (source && target) next = connect(next, specs, { node: source, port: a.port }, { node: target, port: b.port })
  }
  return { graph: next, ids: [...renamed.values()] }
}
