/** The figures that a quest's goals ask for, short enough to travel with the list of quests. */
import type { Metric, Quest } from './schema.ts'

export type GoalFigure = Pick<Metric, 'id' | 'label' | 'format'>

export function goalFigures({ verify }: Pick<Quest, 'verify'>): GoalFigure[] {
  const asked = new Set(verify.goals.map(({ metric }) => metric))
  return verify.metrics.filter(({ id }) => asked.has(id)).map(({ id, label, format }) => ({ id, label, format: format ?? 'number' }))
}
