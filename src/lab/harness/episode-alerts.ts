/** `episode-alerts`: an alarm played window by window over patches that nobody has seen, and held against the episodes that were there. */
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { PortValue } from '../graph/ports.ts'
import { type EpisodeStory, episodeStoriesOf, truthEpisodeOf } from '../stream/episode-stories.ts'
import type { Alerts, Stream } from '../stream/stream-values.ts'
import { episodeCases } from './episode-alerts-cases.ts'
import { episodeAlertMetrics, episodeFigures } from './episode-alerts-figures.ts'
import { episodeStoryOf, episodeViews } from './episode-alerts-views.ts'
import type { Harness, JudgedSet } from './harness.ts'

export interface HeardPatches extends JudgedSet {
  viewAt: string
  alerts: Alerts
  /** With everything that is known of them. */
  stream: Stream
  stories: readonly EpisodeStory[]
}

export const episodeAlerts: Harness<HeardPatches> = {
  id: 'episode-alerts',
  about: 'alarms that ring while people wear a patch, against the episodes that they are for',
  judges: 'Alerts',
  generators: ['trace.synthetic'],
  metrics: episodeAlertMetrics,
  needsTruth: true,
  testFigures(result, metrics) {
    const { stream, test } = alertsIn(result)
    return episodeFigures(episodeStoriesOf(stream, test, truthEpisodeOf(stream), 'in-set'), metrics, null)
  },
  judgeSet(quest, { label, seed, weight, viewAt, whole }, result, test) {
    const alerts = alertsIn(result)
    const stream = wholeStream(whole, alerts)
    const stories = episodeStoriesOf(stream, alerts.test, truthOf(quest, stream), 'every')
    return { label, seed, weight, viewAt, n: stories.length, alerts, stream, stories, figures: episodeFigures(stories, quest.verify.metrics, test) }
  },
  whyNull,
  cases: episodeCases,
  views: episodeViews,
  story: episodeStoryOf,
}

function whyNull({ fn }: Metric): string {
  if (fn === 'falseShare' || fn === 'falseDuring') return 'Nothing rang, so there is no alarm to speak of.'
  if (fn === 'medianDelay') return 'No episode was found, so there are no minutes to count.'
  if (fn === 'testMinusDeployed') return 'Your own test has no figure to compare with.'
  return 'There was no such episode to measure it on.'
}

/** @throws Error for a quest that was not checked */
function truthOf({ id, verify }: Quest, { episodes = {} }: Stream): string {
  if (verify.truth === undefined || !Object.hasOwn(episodes, verify.truth)) throw new Error(`quest "${id}" does not name in verify.truth the kind of episode that alarms are for`)
  return verify.truth
}

/** Episodes as they were, with what the learner's blocks measured, so that a strip shows both. */
function wholeStream(whole: PortValue, { stream }: Alerts): Stream {
  if (whole.type !== 'Stream') throw new TypeError(`episode-alerts judges patches, not ${whole.type}`)
  return { ...whole, charted: stream.charted }
}

function alertsIn(result: PortValue): Alerts {
  const from = result.type === 'Result' ? result.from : result
  if (from.type !== 'Alerts') throw new TypeError(`episode-alerts judges Alerts, not ${from.type}`)
  return from
}
