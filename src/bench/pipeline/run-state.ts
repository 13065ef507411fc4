/** How far a run has come, block by block. Pure. */
import type { Progress } from '../../core/verdict.ts'
import { topologicalOrder } from './graph-order.ts'
import type { Graph } from '../../core/quest/schema.ts'

export type NodeRunState = 'idle' | 'waiting' | 'running' | 'done'

/** Blocks run in reading order: those before the present one are done, those after it wait. */
export function nodeRunStates(graph: Graph, progress: Progress | null): Map<string, NodeRunState> {
  const order = topologicalOrder(graph).map((node) => node.id)
  if (!progress) return new Map(order.map((id) => [id, 'idle']))
  const at = progress.phase === 'score' ? order.length : progress.node ? order.indexOf(progress.node) : -1
  return new Map(order.map((id, i) => [id, i < at ? 'done' : i === at ? 'running' : 'waiting']))
}

const PHASES: Record<Progress['phase'], string> = { data: 'Fetching the rows', fit: 'Learning', apply: 'Trying it on people not seen before', score: 'Counting' }

export function progressWords(progress: Progress, title: string | null): string {
  return title ? `${PHASES[progress.phase]}: ${title}` : PHASES[progress.phase]
}
