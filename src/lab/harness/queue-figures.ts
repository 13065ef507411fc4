/** What a night at the reading desk comes to: one function for each name that a quest's metrics may use. Waits in minutes. */
import { mean, most } from '../blocks/operate/night-report.ts'
import type { Metric } from '../../core/quest/schema.ts'
import { auc } from '../ml/metrics.ts'
import { waitsOf } from '../ops/night-log.ts'
import { waitOf } from '../ops/night-queue.ts'
import type { Figures, MetricSpec } from './harness.ts'
import type { QueueNight } from './queue-join.ts'

type Measure = (night: QueueNight) => number | null

export const queueMetrics = {
  aucCritical: { say: 'how well the risk ranks critical films (AUROC)' },
  meanCriticalWait: { say: 'minutes a critical film waits, on average' },
  worstCriticalWait: { say: 'minutes the critical film waits that waits longest' },
  meanRoutineWait: { say: 'minutes any other film waits, on average' },
  meanCriticalBefore: { say: 'minutes a critical film waits on average, first come first served' },
  worstCriticalBefore: { say: 'minutes the critical film waits that waits longest, first come first served' },
  longestWait: { say: 'minutes the film waits that waits longest, whatever it shows' },
  longestBefore: { say: 'minutes the film waits that waits longest, first come first served' },
  calls: { say: 'films that the radiologist is telephoned about and reads at once' },
} as const satisfies Readonly<Record<string, MetricSpec>>

const MEASURES: Readonly<Record<string, Measure>> = {
  aucCritical: ({ yours: { films } }) => auc(films.map((film) => Number(film.critical)), films.map(({ risk }) => risk)),
  meanCriticalWait: ({ yours }) => mean(waitsOf(yours, true)),
  worstCriticalWait: ({ yours }) => most(waitsOf(yours, true)),
  meanRoutineWait: ({ yours }) => mean(waitsOf(yours, false)),
  meanCriticalBefore: ({ before }) => mean(waitsOf(before, true)),
  worstCriticalBefore: ({ before }) => most(waitsOf(before, true)),
  longestWait: ({ yours }) => most(yours.reads.map(waitOf)),
  longestBefore: ({ before }) => most(before.reads.map(waitOf)),
  calls: ({ yours }) => yours.reads.filter(({ urgent }) => urgent).length,
} satisfies Record<keyof typeof queueMetrics, Measure>

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
export function queueFigures(night: QueueNight | null, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map(({ id, fn }) => {
    const measure = Object.hasOwn(MEASURES, fn) ? MEASURES[fn] : undefined
    if (!measure) throw new Error(`metric "${id}" names "${fn}", and image-queue has no such function`)
    return [id, night && measure(night)]
  }))
}
