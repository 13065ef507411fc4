/** Metrics of an alarm for episodes: one function for each name a quest may use. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { alarmsPerDay, episodesFound, falseDuring, falseShare, HUB_PEOPLE, LEAST_MINUTES, medianDelay, MINUTES_EACH } from '../stream/episode-figures.ts'
import type { EpisodeStory } from '../stream/episode-stories.ts'
import type { Figures, MetricSpec } from './harness.ts'

const TEST_MINUS_DEPLOYED = 'testMinusDeployed'
const least = z.strictObject({ least: z.number().min(0).max(1440).optional().describe(`only episodes of so many minutes or longer (${LEAST_MINUTES})`) })

export const episodeAlertMetrics = {
  episodesFound: { say: 'of episodes that last long enough: an alarm rang during them', params: least },
  laterFound: { say: 'the same, of episodes that are not the first of their person', params: least },
  medianDelay: { say: 'minutes from the start of an episode to the alarm, in the middle of those found', params: least },
  falseShare: { say: 'of all alarms: no such episode was there, however short' },
  falseDuring: { say: 'of all alarms: rung for nothing, during an episode of another kind', params: z.strictObject({ kind: z.string().max(40).describe('name of that kind in data.params.episodes, e.g. extra beats') }) },
  alarmsPerDay: { say: 'alarms of one person in a day' },
  nurseMinutes: {
    say: 'minutes of a day that nurses spend on alarms',
    params: z.strictObject({
      people: z.number().int().min(1).max(5000).optional().describe(`people with patches that the hub listens to (${HUB_PEOPLE})`),
      each: z.number().min(0.5).max(120).optional().describe(`minutes for one alarm (${MINUTES_EACH})`),
    }),
  },
  [TEST_MINUS_DEPLOYED]: { say: 'what the learner\'s own test said of another metric, less what it is in use', params: z.strictObject({ of: z.string().max(80).describe('id of that metric') }) },
} as const satisfies Readonly<Record<string, MetricSpec>>

type Params = Readonly<Record<string, unknown>>
type Measure = (stories: readonly EpisodeStory[], params: Params) => number | null

const MEASURES: Readonly<Record<string, Measure>> = {
  episodesFound: (stories, params) => episodesFound(stories, numberParam(params['least'], LEAST_MINUTES)),
  laterFound: (stories, params) => episodesFound(stories, numberParam(params['least'], LEAST_MINUTES), true),
  medianDelay: (stories, params) => medianDelay(stories, numberParam(params['least'], LEAST_MINUTES)),
  falseShare,
  falseDuring: (stories, params) => falseDuring(stories, String(params['kind'])),
  alarmsPerDay,
  nurseMinutes(stories, params) {
    const perDay = alarmsPerDay(stories)
    return perDay === null ? null : perDay * numberParam(params['people'], HUB_PEOPLE) * numberParam(params['each'], MINUTES_EACH)
  },
} satisfies Record<Exclude<keyof typeof episodeAlertMetrics, typeof TEST_MINUS_DEPLOYED>, Measure>

/**
 * Every metric of the quest, by metric id. `test` holds the learner's own figures; null while measuring those.
 * @throws Error for a metric that names no known function: `quest check` finds it before a learner does
 */
export function episodeFigures(stories: readonly EpisodeStory[], metrics: readonly Metric[], test: Figures | null): Figures {
  return Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(stories, metric, metrics, test)]))
}

function figureOf(stories: readonly EpisodeStory[], { id, fn, params = {} }: Metric, metrics: readonly Metric[], test: Figures | null): number | null {
  if (fn === TEST_MINUS_DEPLOYED) {
    const of = metrics.find((one) => one.id === params['of'] && one.fn !== TEST_MINUS_DEPLOYED)
    if (!of) throw new Error(`metric "${id}" compares "${String(params['of'])}", and the quest has no such metric`)
    const [believed, deployed] = [test?.[of.id] ?? null, figureOf(stories, of, metrics, test)]
    return believed === null || deployed === null ? null : believed - deployed
  }
  const measure = Object.hasOwn(MEASURES, fn) ? MEASURES[fn] : undefined
  if (!measure) throw new Error(`metric "${id}" names "${fn}", and episode-alerts has no such function`)
  return measure(stories, params)
}

function numberParam(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : otherwise
}
