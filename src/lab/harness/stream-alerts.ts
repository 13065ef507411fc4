/** `stream-alerts`: an alarm policy, played hour by hour over stays that nobody has seen, and judged by what then happened in them. */
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { PortValue } from '../graph/ports.ts'
import { storiesOf, truthEventOf } from '../stream/stay-stories.ts'
import type { Alerts, Stream } from '../stream/stream-values.ts'
import type { Harness, JudgedSet } from './harness.ts'
import { alertCases } from './stream-alerts-cases.ts'
import { alertFigures, type PlayedStays, streamAlertMetrics } from './stream-alerts-figures.ts'
import { alertStory, alertViews } from './stream-alerts-views.ts'

export interface AlertedStays extends JudgedSet, PlayedStays {
  viewAt: string
  alerts: Alerts
}

export const streamAlerts: Harness<AlertedStays> = {
  id: 'stream-alerts',
  about: 'alarms that ring during stays, against what then happened in them',
  judges: 'Alerts',
  generators: ['stream.synthetic'],
  metrics: streamAlertMetrics,
  needsTruth: true,
  testFigures(result, metrics) {
    const { stream, test } = alertsIn(result)
    return alertFigures({ stream, stories: storiesOf(stream, test, truthEventOf(stream), 'in-set') }, metrics, null)
  },
  judgeSet(quest, { label, seed, weight, viewAt, whole }, result, test) {
    const alerts = alertsIn(result)
    const stream = wholeStream(whole)
    const stories = storiesOf(stream, alerts.test, truthOf(quest, stream), 'every')
    return { label, seed, weight, viewAt, n: stories.length, alerts, stream, stories, figures: alertFigures({ stream, stories }, quest.verify.metrics, test) }
  },
  whyNull,
  cases: alertCases,
  views: alertViews,
  story: alertStory,
}

function whyNull({ fn }: Metric): string {
  if (fn === 'ppv' || fn === 'firstAfter') return 'Nothing rang, so there is no alarm to speak of.'
  if (fn === 'medianLead') return 'Nothing rang in time, so there are no hours to count.'
  if (fn === 'falseAlarmRatio') return 'There are not two groups with false alarms to compare.'
  if (fn === 'testMinusDeployed') return 'Your own test has no figure to compare with.'
  return 'These stays give nothing to measure it on.'
}

/** @throws Error for a quest that was not checked */
function truthOf({ id, verify }: Quest, { events }: Stream): string {
  if (verify.truth === undefined || !Object.hasOwn(events, verify.truth)) throw new Error(`quest "${id}" does not name in verify.truth the event that alarms are for`)
  return verify.truth
}

function wholeStream(whole: PortValue): Stream {
  if (whole.type !== 'Stream') throw new TypeError(`stream-alerts judges stays with charts, not ${whole.type}`)
  return whole
}

function alertsIn(result: PortValue): Alerts {
  const from = result.type === 'Result' ? result.from : result
  if (from.type !== 'Alerts') throw new TypeError(`stream-alerts judges Alerts, not ${from.type}`)
  return from
}
