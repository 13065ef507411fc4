/** What a learner sees of alarms on past stays: how often they ring, what they find, and one stay that they rang in. */
import type { NodeReport, View } from '../../../core/verdict.ts'
import { roundedCell } from '../../graph/table.ts'
import { alarmsPerBedHour, alerted, medianLead, ppvPerStay, sensitivityWithin } from '../../stream/alert-figures.ts'
import { ringsOf } from '../../stream/alert-policy.ts'
import { courseOf } from '../../stream/stay-course.ts'
import { momentsOf, storiesOf, type StayStory, truthEventOf } from '../../stream/stay-stories.ts'
import type { AlertedSet, Alerts } from '../../stream/stream-values.ts'
import { countOf, figure, percent } from '../say.ts'
import { episodesShown } from './episodes-shown.ts'
import { scoredOf, thresholds } from './scores-shown.ts'

/** An alarm helps when it rings at most so many hours before. */
export const WITHIN_HOURS = 24
/** Patients of one nurse, and hours of one shift, where nobody says otherwise. */
export const PER_NURSE = 8
export const SHIFT_HOURS = 12

export function testStories(alerts: Alerts, set: AlertedSet = alerts.test): StayStory[] {
  return storiesOf(alerts.stream, set, truthEventOf(alerts.stream), 'in-set')
}

export function reportAlerts(alerts: Alerts, before?: Alerts): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views'> {
  if (alerts.stream.recording) return { rows: null, columns: null, head: headOfAlarms(alerts), ...episodesShown(alerts, before) }
  const stories = testStories(alerts)
  const perDays = (of: readonly StayStory[]) => figure(timesHundredDays(alarmsPerBedHour(of)), 1)
  return {
    rows: null,
    columns: null,
    facts: [
      `rings in ${alerted(stories).length} of ${countOf(stories.length, 'stay')}`,
      `${perDays(stories)} alarms in 100 bed days${before ? `, before ${perDays(testStories(before))}` : ''}`,
      `in time for ${percent(sensitivityWithin(stories, WITHIN_HOURS))}, right in ${percent(ppvPerStay(stories, WITHIN_HOURS))}`,
    ],
    head: headOfAlarms(alerts),
    views: [...staysShown(alerts, stories), burdenBars(stories)],
  }
}

function headOfAlarms({ test, probability }: Alerts): NonNullable<NodeReport['head']> {
  const shown = [...test.rings.keys()].filter((row) => (test.rings[row] as number) > 0)
  return {
    columns: ['moment', probability ? 'risk' : 'points', 'alarm'],
    rows: shown.slice(0, 5).map((row) => [test.ids[row] as string, roundedCell(test.scores[row] as number), test.rings[row] === 2 ? 'urgent' : 'yes']),
  }
}

export function timesHundredDays(perHour: number | null): number | null {
  return perHour === null ? null : perHour * 2400
}

/** One stay in which it rang in time, one in which it did not ring, one in which it rang for nothing. */
function staysShown(alerts: Alerts, stories: readonly StayStory[]): View[] {
  const [found, missed, needless] = [
    stories.find((story) => !Number.isNaN(story.onset) && story.alarms.some(({ hour }) => hour <= story.onset)),
    stories.find((story) => !Number.isNaN(story.onset) && !story.alarms.some(({ hour }) => hour <= story.onset)),
    stories.find(({ onset, alarms }) => Number.isNaN(onset) && alarms.length > 0),
  ]
  const exhibits = [['it rang in time', found], ['it did not ring in time', missed], ['it rang, and nothing happened', needless]] as const
  const shown = exhibits.flatMap(([more, story]) => (story ? [courseOf(alerts.stream, story.stay, { story, more, scored: scoredOf(alerts, alerts.test, story.stay) })] : []))
  return shown.length === 0 ? [] : [{ view: 'exhibits', title: 'Stays, and where it rang', exhibits: shown }]
}

/** What each shift of a nurse hears. */
export function burdenBars(stories: readonly StayStory[], { patients = PER_NURSE, hours = SHIFT_HOURS } = {}): View {
  const all = stories.reduce((sum, { alarms }) => sum + alarms.length, 0)
  const helpful = stories.reduce((sum, { onset, alarms }) => sum + alarms.filter(({ hour }) => hour <= onset && hour >= onset - WITHIN_HOURS).length, 0)
  const perShift = (alarmsPerBedHour(stories) ?? 0) * patients * hours
  const share = all === 0 ? 0 : helpful / all
  return {
    view: 'bars', title: 'Alarms for one nurse in one shift',
    say: `A nurse with ${patients} patients hears ${figure(perShift, 1)} alarms in a shift of ${hours} hours. Of ${countOf(all, 'alarm')}, ${helpful} rang in time for somebody.`,
    rows: [{ label: 'In time', value: perShift * share, tone: 'right' }, { label: 'For nothing, or too late', value: perShift * (1 - share), tone: 'wrong' }],
  }
}

/** How the same policy would do from other scores on: what is found against how often it rings. */
export function burdenCurve(alerts: Alerts): View[] {
  const { test, policy } = alerts
  const { stay, hour } = momentsOf(test)
  const steps = thresholds(test.scores, policy.from)
  const rows = steps.map((from) => {
    const stories = testStories(alerts, { ...test, rings: ringsOf({ stay, hour, scores: test.scores }, { ...policy, from }) })
    return { from, burden: timesHundredDays(alarmsPerBedHour(stories)) ?? 0, found: sensitivityWithin(stories, WITHIN_HOURS) ?? 0, right: ppvPerStay(stories, WITHIN_HOURS), lead: medianLead(stories, WITHIN_HOURS) }
  })
  return [
    {
      view: 'lines', title: 'What more alarms would find', x: 'alarms in 100 bed days', y: 'found in time',
      say: 'Each point is another score to ring from, with everything else as it is. To the left it is quiet; upwards more people are found in time.',
      series: [{ name: 'your policy', points: rows.map(({ burden, found }): [number, number] => [burden, found]).sort((a, b) => a[0] - b[0]) }],
    },
    {
      view: 'rows', title: 'The same in figures', columns: ['rings from', 'alarms in 100 bed days', 'found in time', 'right, of stays it rang in', 'hours ahead (middle)'],
      rows: rows.map(({ from, burden, found, right, lead }) => [roundedCell(from), Math.round(burden * 10) / 10, percent(found), percent(right), lead]),
      marked: [steps.indexOf(policy.from)],
    },
  ]
}
