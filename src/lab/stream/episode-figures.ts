/** Figures of an alarm for episodes: what it finds, how soon, and what it costs those who must answer. Null where there is nothing to measure. */
import { medianOf } from '../ml/median.ts'
import { share } from '../ml/metrics.ts'
import type { EpisodeStory, HeardAlarm, HeardEpisode } from './episode-stories.ts'

/** Episodes from so many minutes on, where nobody says otherwise. */
export const LEAST_MINUTES = 30
/** Minutes of a nurse for each alarm, and people of one hub, where nobody says otherwise. */
export const MINUTES_EACH = 6
export const HUB_PEOPLE = 120

/** @param later only those that are not the first of their person */
export function longEpisodes(stories: readonly EpisodeStory[], least: number, later = false): HeardEpisode[] {
  return stories.flatMap(({ episodes }) => episodes.filter(({ from, to, number }) => (to - from) * 60 >= least - 1e-9 && (!later || number > 1)))
}

/** Of episodes of `least` minutes or longer: an alarm rang while they lasted. */
export function episodesFound(stories: readonly EpisodeStory[], least: number, later = false): number | null {
  const all = longEpisodes(stories, least, later)
  return share(all.filter(({ found }) => !Number.isNaN(found)).length, all.length)
}

/** Minutes from the start of an episode to the alarm, in the middle of those found. */
export function medianDelay(stories: readonly EpisodeStory[], least: number): number | null {
  return medianOf(longEpisodes(stories, least).filter(({ found }) => !Number.isNaN(found)).map(({ from, found }) => (found - from) * 60))
}

export function allAlarms(stories: readonly EpisodeStory[]): HeardAlarm[] {
  return stories.flatMap(({ alarms }) => alarms)
}

/** Of all alarms: none of the episodes that they are for was there. */
export function falseShare(stories: readonly EpisodeStory[]): number | null {
  const all = allAlarms(stories)
  return share(all.filter(({ right }) => !right).length, all.length)
}

/** Of all alarms: they rang for nothing, during an episode of that other kind. */
export function falseDuring(stories: readonly EpisodeStory[], kind: string): number | null {
  const all = allAlarms(stories)
  return share(all.filter(({ during }) => during === kind).length, all.length)
}

export function personDays(stories: readonly EpisodeStory[]): number {
  return stories.reduce((sum, { hours }) => sum + hours, 0) / 24
}

export function alarmsPerDay(stories: readonly EpisodeStory[]): number | null {
  return share(allAlarms(stories).length, personDays(stories))
}
