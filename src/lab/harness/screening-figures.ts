/** What a day of screening comes to: one function for each name that a quest's metrics may use. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { confusion, ppv, sensitivity, share, specificity } from '../ml/metrics.ts'
import type { Figures, MetricSpec } from './harness.ts'
import type { ScreenedPeople } from './screening-join.ts'

export interface Screening {
  people: ScreenedPeople
  photographs: number
  /** False where people who could not be read may be missing from the list altogether: then nobody counts them. */
  complete: boolean
}

type Measure = (screening: Screening, metric: Metric) => number | null

const perDayParams = z.strictObject({ perDay: z.number().positive().max(10_000).optional().describe('people photographed on a day (160)') })

export const screeningMetrics = {
  sensitivity: { say: 'of the ill: referred' },
  specificity: { say: 'of the well: not referred' },
  ppv: { say: 'of those referred: ill' },
  ungradableHome: { say: 'people with an eye that nobody read and neither a referral nor another appointment' },
  ungradableHomeIll: { say: 'people who are ill, with an eye that nobody read and neither a referral nor another appointment' },
  referralsPerDay: { say: 'referrals on a day', params: perDayParams },
  cameraMinutes: { say: 'minutes at the camera on a day', params: perDayParams.extend({ minutes: z.number().positive().max(10_000).optional().describe('minutes a photograph takes (1.25)') }) },
} as const satisfies Readonly<Record<string, MetricSpec>>

const MEASURES: Readonly<Record<string, Measure>> = {
  sensitivity: ({ people }) => sensitivity(confusion(people.y, people.flagged)),
  specificity: ({ people }) => specificity(confusion(people.y, people.flagged)),
  ppv: ({ people }) => ppv(confusion(people.y, people.flagged)),
  ungradableHome: ({ people, complete }) => (complete ? sentHomeUnread(people).length : null),
  ungradableHomeIll: ({ people, complete }) => (complete ? sentHomeUnread(people).filter((row) => people.y[row] === 1).length : null),
  referralsPerDay: ({ people }, metric) => perDay(people.flagged.reduce((sum, flag) => sum + flag, 0), people, metric),
  cameraMinutes: ({ people, photographs, complete }, metric) => (complete ? perDay(photographs, people, metric, numberParam(metric, 'minutes', 1.25)) : null),
} satisfies Record<keyof typeof screeningMetrics, Measure>

/** Rows of people who have an eye that nobody read and neither a referral nor another appointment. */
export function sentHomeUnread({ ids, unread, flagged, again }: ScreenedPeople): number[] {
  return [...ids.keys()].filter((row) => unread[row] === 1 && flagged[row] === 0 && again[row] === 0)
}

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
export function screeningFigures(screening: Screening, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map((metric) => {
    const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
    if (!measure) throw new Error(`metric "${metric.id}" names "${metric.fn}", and image-classify has no such function`)
    return [metric.id, screening.people.y.some(Number.isNaN) ? null : measure(screening, metric)]
  }))
}

/** As many as on a day with `perDay` people. */
function perDay(n: number, { ids }: ScreenedPeople, metric: Metric, times = 1): number | null {
  const each = share(n, ids.length)
  return each === null ? null : each * numberParam(metric, 'perDay', 160) * times
}

function numberParam({ params }: Metric, name: string, otherwise: number): number {
  const value = params?.[name]
  return typeof value === 'number' && value > 0 && value <= 10_000 ? value : otherwise
}
