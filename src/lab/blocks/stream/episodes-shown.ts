/** What a learner sees of an alarm for episodes on past patches: what it finds, what it costs, and strips of people that it rang for. */
import type { NodeReport, View } from '../../../core/verdict.ts'
import { roundedCell } from '../../graph/table.ts'
import { ringsOf } from '../../stream/alert-policy.ts'
import { alarmsPerDay, allAlarms, episodesFound, falseShare, HUB_PEOPLE, LEAST_MINUTES, longEpisodes, medianDelay, personDays } from '../../stream/episode-figures.ts'
import { type EpisodeStory, episodeStoriesOf, truthEpisodeOf } from '../../stream/episode-stories.ts'
import { momentsOf } from '../../stream/stay-stories.ts'
import { stripCourse } from '../../stream/strip-course.ts'
import type { AlertedSet, Alerts, Stream } from '../../stream/stream-values.ts'
import { countOf, figure, percent } from '../say.ts'
import { scoredOf, thresholds } from './scores-shown.ts'

export function testEpisodes(alerts: Alerts, set: AlertedSet = alerts.test): EpisodeStory[] {
  return episodeStoriesOf(alerts.stream, set, truthEpisodeOf(alerts.stream), 'in-set')
}

export function episodesShown(alerts: Alerts, before?: Alerts): Pick<NodeReport, 'facts' | 'views'> {
  const stories = testEpisodes(alerts)
  const perDay = (of: readonly EpisodeStory[]) => figure(alarmsPerDay(of), 2)
  const delay = medianDelay(stories, LEAST_MINUTES)
  return {
    facts: [
      `${perDay(stories)} alarms a person and day${before ? `, before ${perDay(testEpisodes(before))}` : ''}`,
      `${percent(episodesFound(stories, LEAST_MINUTES))} of long episodes found, ${percent(falseShare(stories))} of alarms for nothing`,
      ...(delay === null ? [] : [`after ${Math.round(delay)} minutes in the middle`]),
    ],
    views: [...stripsShown(alerts, stories), hubBars(alerts.stream, stories)],
  }
}

/** A line of points is worth drawing where there is more than yes and no. */
export function scoredShown(alerts: Alerts, set: AlertedSet, stay: number): ReturnType<typeof scoredOf> | undefined {
  const scored = scoredOf(alerts, set, stay)
  return scored.points.some(([, value]) => value !== 0 && value !== 1 && !Number.isNaN(value)) ? scored : undefined
}

/** Somebody who was found, somebody with an episode that was not, somebody it rang for in vain. */
function stripsShown(alerts: Alerts, stories: readonly EpisodeStory[]): View[] {
  const missed = (story: EpisodeStory) => longEpisodes([story], LEAST_MINUTES).some(({ found }) => Number.isNaN(found))
  const exhibits = [
    ['all of it found', stories.find((story) => longEpisodes([story], LEAST_MINUTES).length > 0 && !missed(story))],
    ['an episode not found', stories.find(missed)],
    ['alarms for nothing', stories.find(({ alarms }) => alarms.some(({ right }) => !right))],
  ] as const
  const shown = exhibits.flatMap(([more, story]) => {
    if (!story) return []
    const scored = scoredShown(alerts, alerts.test, story.stay)
    return [stripCourse(alerts.stream, story.stay, { story, more, ...(scored ? { scored } : {}) })]
  })
  return shown.length === 0 ? [] : [{ view: 'exhibits', title: 'Patches, and where it rang', exhibits: shown }]
}

/** What a hub hears in a day, and of what the needless part is made. */
export function hubBars(stream: Stream, stories: readonly EpisodeStory[], people = HUB_PEOPLE): View {
  const alarms = allAlarms(stories)
  const perDay = (n: number) => (personDays(stories) === 0 ? 0 : (n / personDays(stories)) * people)
  const label = (name: string) => stream.meta.find((one) => one.name === name)?.label ?? name
  const kinds = [...new Set(alarms.flatMap(({ during }) => during ?? []))].sort()
  const quiet = alarms.filter(({ right, during }) => !right && during === null).length
  const right = alarms.filter((alarm) => alarm.right).length
  return {
    view: 'bars', title: `Alarms of a day in a hub of ${people} people`,
    say: `${people} people with patches ring ${figure(perDay(alarms.length), 0)} times a day. Of ${countOf(alarms.length, 'alarm')}, ${right} rang for an episode.`,
    rows: [
      { label: 'For an episode', value: perDay(right), tone: 'right' },
      ...kinds.map((kind) => ({ label: `For nothing: ${label(kind).toLowerCase()}`, value: perDay(alarms.filter(({ during }) => during === kind).length), tone: 'wrong' as const })),
      { label: 'For nothing at all', value: perDay(quiet), tone: 'wrong' },
    ],
  }
}

/** How the same policy would do from other scores on. */
export function episodeCurve(alerts: Alerts): View[] {
  const { test, policy } = alerts
  const { stay, hour } = momentsOf(test)
  const steps = thresholds(test.scores.filter((score) => !Number.isNaN(score)), policy.from)
  const rows = steps.map((from) => {
    const stories = testEpisodes(alerts, { ...test, rings: ringsOf({ stay, hour, scores: test.scores }, { ...policy, from }) })
    return { from, burden: alarmsPerDay(stories) ?? 0, found: episodesFound(stories, LEAST_MINUTES) ?? 0, wrong: falseShare(stories), delay: medianDelay(stories, LEAST_MINUTES) }
  })
  return [
    {
      view: 'lines', title: 'What more alarms would find', x: 'alarms a person and day', y: 'long episodes found',
      say: 'Each point is another score to ring from, with everything else as it is. To the left it is quiet; upwards more episodes are found.',
      series: [{ name: 'your policy', points: rows.map(({ burden, found }): [number, number] => [burden, found]).sort((a, b) => a[0] - b[0]) }],
    },
    {
      view: 'rows', title: 'The same in figures', columns: ['rings from', 'alarms a person and day', 'long episodes found', 'for nothing', 'minutes until it rings (middle)'],
      rows: rows.map(({ from, burden, found, wrong, delay }) => [roundedCell(from), Math.round(burden * 100) / 100, percent(found), percent(wrong), delay === null ? null : Math.round(delay)]),
      marked: [steps.indexOf(policy.from)],
    },
  ]
}
