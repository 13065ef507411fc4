/** Pictures of the verdict: what the hub heard, how soon, which episodes; and the trap as a short story. */
import type { Quest } from '../../core/quest/schema.ts'
import type { Verdict, View } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { hubBars } from '../blocks/stream/episodes-shown.ts'
import { timelineViewOf } from '../blocks/view/pictures.ts'
import { LEAST_MINUTES, longEpisodes } from '../stream/episode-figures.ts'
import type { EpisodeStory, HeardEpisode } from '../stream/episode-stories.ts'
import { stripCourse } from '../stream/strip-course.ts'
import type { HeardPatches } from './episode-alerts.ts'

export function episodeViews(quest: Quest, sets: readonly HeardPatches[]): View[] {
  const [first] = sets
  if (!first) return []
  const stories = sets.flatMap((set) => set.stories)
  const people = quest.verify.metrics.find(({ fn }) => fn === 'nurseMinutes')?.params?.['people']
  return [
    hubBars(first.stream, stories, ...(typeof people === 'number' ? [people] : [])),
    whichBars(stories),
    delayBars(stories),
    timelineViewOf(first.alerts.test.table.meta, first.alerts.uses, first.viewAt),
  ]
}

/** First episodes and later ones, short and long: which of them were found. */
function whichBars(stories: readonly EpisodeStory[]): View {
  const all = longEpisodes(stories, LEAST_MINUTES)
  const part = (label: string, of: readonly HeardEpisode[]) => {
    const found = of.filter((one) => !Number.isNaN(one.found)).length
    const tone = found / Math.max(1, of.length) >= 0.8 ? 'right' as const : 'missed' as const
    return of.length === 0 ? [] : [{ label: `${label}: ${found} of ${of.length}`, value: (100 * found) / of.length, tone }]
  }
  const long = ({ from, to }: HeardEpisode) => (to - from) * 60 >= 120
  return {
    view: 'bars', title: 'Which episodes were found', unit: '%', say: `${countOf(all.length, 'episode')} of ${LEAST_MINUTES} minutes or longer.`,
    rows: [
      ...part('First of a person', all.filter(({ number }) => number === 1)), ...part('A second one, or later', all.filter(({ number }) => number > 1)),
      ...part('Under two hours', all.filter((one) => !long(one))), ...part('Two hours and longer', all.filter(long)),
    ],
  }
}

function delayBars(stories: readonly EpisodeStory[]): View {
  const delays = longEpisodes(stories, LEAST_MINUTES).map(({ from, found }) => (found - from) * 60)
  const between = (from: number, to: number) => delays.filter((minutes) => minutes >= from && minutes < to).length
  return {
    view: 'bars', title: 'How soon it rang', say: 'Minutes from the start of an episode to the first alarm in it.', unit: 'episodes',
    rows: [
      { label: 'Within 20 minutes', value: between(0, 20), tone: 'right' },
      { label: '20 to 39 minutes', value: between(20, 40), tone: 'right' },
      { label: '40 minutes and later', value: between(40, Number.POSITIVE_INFINITY), tone: 'note' },
      { label: 'Not at all', value: delays.filter(Number.isNaN).length, tone: 'missed' },
    ],
  }
}

/** Somebody who rings for nothing all day, and somebody whose later episode nobody heard. */
export function episodeStoryOf(_: Quest, sets: readonly HeardPatches[]): NonNullable<Verdict['story']> {
  const all = sets.flatMap((set) => set.stories.map((story) => ({ set, story })))
  const wrong = ({ story }: (typeof all)[number]) => story.alarms.filter(({ right }) => !right).length
  const unheard = ({ story }: (typeof all)[number]) => longEpisodes([story], LEAST_MINUTES, true).filter(({ found }) => Number.isNaN(found)).length
  const loudest = all.reduce<(typeof all)[number] | null>((top, one) => (wrong(one) > (top ? wrong(top) : 0) ? one : top), null)
  const deaf = all.find((one) => unheard(one) > 0 && one.story.episodes[0] !== undefined && !Number.isNaN(one.story.episodes[0].found)) ?? all.find((one) => unheard(one) > 0)
  const needless = all.reduce((sum, one) => sum + wrong(one), 0)
  const lost = all.reduce((sum, one) => sum + unheard(one), 0)
  return [
    ...(loudest ? [{
      title: 'The pager drowns', say: `${countOf(wrong(loudest), 'alarm')} for nothing from one patch. From all of them: ${countOf(needless, 'alarm')} for nothing.`,
      exhibit: stripCourse(loudest.set.stream, loudest.story.stay, { story: loudest.story }),
    }] : []),
    ...(deaf ? [{
      title: 'And then somebody is quiet', say: `The heart fell out of step a second time, and nothing rang. ${countOf(lost, 'later episode')} went by like this.`,
      exhibit: stripCourse(deaf.set.stream, deaf.story.stay, { story: deaf.story }),
    }] : []),
  ]
}
