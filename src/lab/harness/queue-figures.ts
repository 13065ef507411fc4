/** What a night at the reading desk comes to: one function for each name that a quest's metrics may use. Waits in minutes. */
import { mean, most } from '../blocks/operate/night-report.ts'
import type { Metric } from '../../core/quest/schema.ts'
import { auc } from '../ml/metrics.ts'
import { waitsOf } from '../ops/night-log.ts'
import { waitOf } from '../ops/night-queue.ts'
import type { Figures } from './harness.ts'
import type { QueueNight } from './queue-join.ts'

const MEASURES: Readonly<Record<string, (night: QueueNight) => number | null>> = {
  aucCritical: ({ yours: { films } }) => auc(films.map((film) => Number(film.critical)), films.map(({ risk }) => risk)),
  meanCriticalWait: ({ yours }) => mean(waitsOf(yours, true)),
  worstCriticalWait: ({ yours }) => most(waitsOf(yours, true)),
  meanRoutineWait: ({ yours }) => mean(waitsOf(yours, false)),
  meanCriticalBefore: ({ before }) => mean(waitsOf(before, true)),
  worstCriticalBefore: ({ before }) => most(waitsOf(before, true)),
  longestWait: ({ yours }) => most(yours.reads.map(waitOf)),
  longestBefore: ({ before }) => most(before.reads.map(waitOf)),
  calls: ({ yours }) => yours.reads.filter(({ urgent }) => urgent).length,
}

export const queueMetricFns: readonly string[] = Object.keys(MEASURES)

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
export function queueFigures(night: QueueNight | null, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => {
    const measure = Object.hasOwn(MEASURES, fn) ? MEASURES[fn] : undefined
    if (!measure) throw new Error(`metric "${id}" names "${fn}", and image-queue has no such function`)
    return [id, night && measure(night)]
  }))
}
