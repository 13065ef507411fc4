/** What the rule of a practice step may read: the graph on the bench, what was made beside it, its parameters by node, and the last run of exactly this graph. */
import type { GraphNode, Json, Solution } from '../../core/quest/schema.ts'
import type { NodeReport, RunReport } from '../../core/verdict.ts'

export interface PracticeFacts {
  graph: Solution['graph']
  artefacts: Solution['artefacts']
  params: Record<string, GraphNode['params']>
  last: { ran: boolean; ok: boolean; metrics: Record<string, number | null>; nodes: Record<string, Pick<NodeReport, 'rows' | 'columns' | 'facts'>> }
}

/** `report` is the answer to a run of this very solution, or null when it was changed since or never ran. */
export function practiceFacts(solution: Solution, report: RunReport | null): PracticeFacts {
  const params: Record<string, Record<string, Json>> = Object.create(null)
  for (const node of solution.graph.nodes) params[node.id] = node.params
  const nodes: PracticeFacts['last']['nodes'] = Object.create(null)
  for (const { node, rows, columns, facts } of report?.nodes ?? []) nodes[node] = { rows, columns, facts }
  return {
    graph: solution.graph,
    artefacts: solution.artefacts,
    params,
    last: { ran: report !== null, ok: report?.ok ?? false, metrics: report?.metrics ?? {}, nodes },
  }
}
