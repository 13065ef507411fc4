/** The scores that an alarm rings by, as they are shown: of one stay over time, and others that it could ring from. */
import type { Scored } from '../../stream/stay-course.ts'
import { momentsOf } from '../../stream/stay-stories.ts'
import type { AlertedSet, Alerts } from '../../stream/stream-values.ts'

/** The score of one stay over time, with the line at which it rings. */
export function scoredOf({ probability, policy, stream }: Alerts, set: AlertedSet, stay: number): Scored {
  const { stay: of, hour } = momentsOf(set)
  const id = stream.table.ids[stay]
  const points = [...set.ids.keys()].filter((row) => of[row] === id).map((row): [number, number] => [hour[row] as number, set.scores[row] as number]).sort((a, b) => a[0] - b[0])
  return { points, from: policy.from, label: probability ? 'Risk' : 'Points' }
}

/** A dozen scores from the crowd to the top, and the one that is set. */
export function thresholds(scores: Float64Array, from: number): number[] {
  const sorted = Float64Array.from(scores).sort()
  const at = [0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995].map((share) => sorted[Math.floor(share * (sorted.length - 1))] as number)
  return [...new Set([...at.filter(Number.isFinite).map((score) => Math.round(score * 1000) / 1000), from])].sort((a, b) => a - b)
}
