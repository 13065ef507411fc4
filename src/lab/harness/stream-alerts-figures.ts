/** Metrics of an alarm policy: one function for each name a quest may use. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { timesHundredDays, PER_NURSE, SHIFT_HOURS, WITHIN_HOURS } from '../blocks/stream/alerts-shown.ts'
import { columnOf } from '../graph/table.ts'
import { share } from '../ml/metrics.ts'
import { alarmsPerBedHour, alerted, falseAlarmRate, firstAfter, medianLead, ppvPerStay, sensitivityWithin } from '../stream/alert-figures.ts'
import type { StayStory } from '../stream/stay-stories.ts'
import type { Stream } from '../stream/stream-values.ts'
import type { Figures, MetricSpec } from './harness.ts'

/** Stays with everything that is known of them, and what the policy did in each. */
export interface PlayedStays {
  stream: Stream
  stories: readonly StayStory[]
}

const TEST_MINUS_DEPLOYED = 'testMinusDeployed'
const within = z.strictObject({ within: z.number().int().min(1).max(240).optional().describe(`an alarm is in time at most so many hours before (${WITHIN_HOURS})`) })

export const streamAlertMetrics = {
  sensitivity: { say: 'of stays in which it happened: an alarm rang before, and in time', params: within },
  ppv: { say: 'of stays in which an alarm rang: it rang in time for what happened', params: within },
  medianLead: { say: 'hours from the first alarm in time to what happened, in the middle', params: within },
  alarmsPer100BedDays: { say: 'alarms for every hundred days that a bed is in use', params: z.strictObject({ urgent: z.boolean().optional().describe('count urgent ones alone') }) },
  alarmsPerShift: {
    say: 'alarms that one nurse hears in one shift',
    params: z.strictObject({ patients: z.number().int().min(1).max(60).optional().describe(`of one nurse (${PER_NURSE})`), hours: z.number().int().min(1).max(24).optional().describe(`of a shift (${SHIFT_HOURS})`) }),
  },
  alertedShare: { say: 'share of stays in which an alarm rang' },
  falseAlarmRatio: {
    say: 'false alarms in each bed day: of one group against everybody else, or of the group with most against the one with fewest',
    params: z.strictObject({ by: z.string().max(80).describe('column of the stay that names the group'), group: z.union([z.string().max(80), z.number()]).optional().describe('the group to hold against everybody else, e.g. 1') }),
  },
  firstAfter: { say: 'of stays that rang and in which this event happened: the first alarm came no earlier than the event', params: z.strictObject({ event: z.string().max(40).describe('name of the event, e.g. the first dose of a treatment') }) },
  [TEST_MINUS_DEPLOYED]: { say: 'what the learner\'s own test said of another metric, less what it is in use', params: z.strictObject({ of: z.string().max(80).describe('id of that metric') }) },
} as const satisfies Readonly<Record<string, MetricSpec>>

type Params = Readonly<Record<string, unknown>>
type Measure = (played: PlayedStays, params: Params) => number | null

const MEASURES: Readonly<Record<string, Measure>> = {
  sensitivity: ({ stories }, params) => sensitivityWithin(stories, wholeParam(params['within'], WITHIN_HOURS)),
  ppv: ({ stories }, params) => ppvPerStay(stories, wholeParam(params['within'], WITHIN_HOURS)),
  medianLead: ({ stories }, params) => medianLead(stories, wholeParam(params['within'], WITHIN_HOURS)),
  alarmsPer100BedDays: ({ stories }, params) => timesHundredDays(alarmsPerBedHour(stories, params['urgent'] === true ? 2 : 1)),
  alarmsPerShift: ({ stories }, params) => {
    const perHour = alarmsPerBedHour(stories)
    return perHour === null ? null : perHour * wholeParam(params['patients'], PER_NURSE) * wholeParam(params['hours'], SHIFT_HOURS)
  },
  alertedShare: ({ stories }) => share(alerted(stories).length, stories.length),
  falseAlarmRatio: (played, { by, group }) => falseAlarmRatio(played, String(by), group),
  firstAfter: ({ stories, stream }, { event }) => {
    const times = stream.events[String(event)]
    return times ? firstAfter(stories, times.at) : null
  },
} satisfies Record<Exclude<keyof typeof streamAlertMetrics, typeof TEST_MINUS_DEPLOYED>, Measure>

/**
 * Every metric of the quest, by metric id. `test` holds the learner's own figures; null while measuring those.
 * @throws Error for a metric that names no known function: `quest check` finds it before a learner does
 */
export function alertFigures(played: PlayedStays, metrics: readonly Metric[], test: Figures | null): Figures {
  return Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(played, metric, metrics, test)]))
}

function figureOf(played: PlayedStays, { id, fn, params = {} }: Metric, metrics: readonly Metric[], test: Figures | null): number | null {
  if (fn === TEST_MINUS_DEPLOYED) {
    const of = metrics.find((one) => one.id === params['of'] && one.fn !== TEST_MINUS_DEPLOYED)
    if (!of) throw new Error(`metric "${id}" compares "${String(params['of'])}", and the quest has no such metric`)
    const [believed, deployed] = [test?.[of.id] ?? null, figureOf(played, of, metrics, test)]
    return believed === null || deployed === null ? null : believed - deployed
  }
  const measure = Object.hasOwn(MEASURES, fn) ? MEASURES[fn] : undefined
  if (!measure) throw new Error(`metric "${id}" names "${fn}", and stream-alerts has no such function`)
  return measure(played, params)
}

/** False alarms of each group for its bed days, groups by what their column says. */
export function falseAlarmsByGroup({ stream, stories }: PlayedStays, by: string): { group: string; rate: number }[] {
  const column = columnOf(stream.table, by)
  if (!column) return []
  const named = (story: StayStory) => String(column.values[story.stay])
  return [...new Set(stories.map(named))].flatMap((group) => {
    const rate = falseAlarmRate(stories.filter((story) => named(story) === group))
    return rate === null ? [] : [{ group, rate }]
  }).sort((a, b) => (a.group < b.group ? -1 : 1))
}

function falseAlarmRatio({ stream, stories }: PlayedStays, by: string, group: unknown): number | null {
  const column = columnOf(stream.table, by)
  if (!column) return null
  if (group === undefined) {
    const rates = falseAlarmsByGroup({ stream, stories }, by).map(({ rate }) => rate)
    return rates.length < 2 ? null : share(Math.max(...rates), Math.min(...rates))
  }
  const isIn = ({ stay }: StayStory) => String(column.values[stay]) === String(group)
  const [inside, outside] = [falseAlarmRate(stories.filter(isIn)), falseAlarmRate(stories.filter((story) => !isIn(story)))]
  return inside === null || outside === null ? null : share(inside, outside)
}

function wholeParam(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : otherwise
}
