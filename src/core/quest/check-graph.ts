/** Whether a graph hangs together: what any solution must be before the judge looks at it. */
import { jsonPath, listed, repeated, type Report } from './problem.ts'
import { regexTrouble } from './regex-safety.ts'
import type { Edge, Graph, Json, Solution } from './schema.ts'

const REGEX_NAMES: ReadonlySet<string> = new Set(['regex', 'regexp', 'pattern'])

/** Ids once, edges that join nodes that exist, one wire per input, no circle. `path` is where the graph stands in its file. */
export function checkGraph({ nodes, edges }: Graph, path: readonly PropertyKey[], report: Report): void {
  const ids = nodes.map(({ id }) => id)
  for (const { id, at } of repeated(ids)) report(jsonPath([...path, 'nodes', at, 'id']), `two nodes are called "${id}"`, 'Give each node an id of its own.')
  for (const [i, id] of ids.entries()) {
    if (id.includes('.')) report(jsonPath([...path, 'nodes', i, 'id']), `the id "${id}" holds a dot`, 'Leave the dot out; edges use it between node and port.')
  }
  const known = new Set(ids)
  const wired = new Set<string>()
  for (const [i, edge] of edges.entries()) {
    for (const [side, end] of edge.entries()) {
      if (!known.has(nodeOf(end))) report(jsonPath([...path, 'edges', i, side]), `there is no node "${nodeOf(end)}" for the edge "${end}"`, `Use one of: ${listed(ids)}.`)
    }
    if (wired.has(edge[1])) report(jsonPath([...path, 'edges', i, 1]), `two edges end in "${edge[1]}"`, 'An input takes one wire; remove one of them.')
    wired.add(edge[1])
  }
  const circle = findCircle(ids, edges)
  if (circle) report(jsonPath([...path, 'edges']), `the nodes ${circle.join(' -> ')} form a circle`, 'Remove one of these edges: data flows one way only.')
  for (const [i, node] of nodes.entries()) checkRegexes(node.params, [...path, 'nodes', i, 'params'], report)
}

/** A whole solution: its graph, the expressions in its artefacts, and, when `blocks` names them, that its blocks exist. */
export function checkSolution({ graph, artefacts }: Solution, blocks: ReadonlySet<string> | undefined, report: Report): void {
  checkGraph(graph, ['graph'], report)
  checkRegexes(artefacts, ['artefacts'], report)
  for (const [i, { block }] of graph.nodes.entries()) {
    if (blocks && !blocks.has(block)) report(jsonPath(['graph', 'nodes', i, 'block']), `there is no block "${block}"`, 'Check the spelling, or use another block.')
  }
}

export function nodeOf(end: string): string {
  return end.slice(0, end.indexOf('.'))
}

/** Takes away what nothing leads into, again and again; what is left goes in circles. */
function findCircle(ids: readonly string[], edges: readonly Edge[]): string[] | null {
  let left = new Set(ids)
  let inner = edges.map(([from, to]) => [nodeOf(from), nodeOf(to)] as const).filter(([from, to]) => left.has(from) && left.has(to))
  for (;;) {
    const entered = new Set(inner.map(([, to]) => to))
    const next = new Set([...left].filter((id) => entered.has(id)))
    if (next.size === left.size) return left.size === 0 ? null : walkCircle([...left], inner)
    left = next
    inner = inner.filter(([from, to]) => next.has(from) && next.has(to))
  }
}

/** Every node that is left is entered from another one that is left, so walking backwards must come round. */
function walkCircle(left: readonly string[], inner: readonly (readonly [string, string])[]): string[] {
  const walked: string[] = []
  for (let at = left[0]!; ;) {
    const seen = walked.indexOf(at)
    if (seen >= 0) return [...walked.slice(seen), at].reverse()
    walked.push(at)
    at = inner.find(([, to]) => to === at)?.[0] ?? at
  }
}

/** Expressions anywhere in parameters, by the name they stand under. */
export function checkRegexes(value: Json | Record<string, Json>, path: readonly PropertyKey[], report: Report): void {
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key]
    if (typeof inner === 'string' && REGEX_NAMES.has(key.toLowerCase())) {
      const trouble = regexTrouble(inner)
      if (trouble) report(jsonPath(here), `the expression cannot be used: ${trouble}`, 'Write it more simply.')
    } else checkRegexes(inner, here, report)
  }
}
