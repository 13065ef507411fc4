/** Figures of an alarm policy: what it finds, how early, and what it costs those who must answer. Null where there is nothing to measure. */
import { medianOf } from '../ml/median.ts'
import { share } from '../ml/metrics.ts'
import type { StayStory } from './stay-stories.ts'

/** The first alarm that rang at most `within` hours before it happened, and not after; NaN when none did. */
export function inTime({ onset, alarms }: StayStory, within: number): number {
  return alarms.find(({ hour }) => hour >= onset - within && hour <= onset)?.hour ?? Number.NaN
}

function happens({ onset }: StayStory): boolean {
  return !Number.isNaN(onset)
}

function hits(stories: readonly StayStory[], within: number): StayStory[] {
  return stories.filter((story) => happens(story) && !Number.isNaN(inTime(story, within)))
}

export function sensitivityWithin(stories: readonly StayStory[], within: number): number | null {
  return share(hits(stories, within).length, stories.filter(happens).length)
}

/** Of stays in which an alarm rang: it rang in time. */
export function ppvPerStay(stories: readonly StayStory[], within: number): number | null {
  return share(hits(stories, within).length, alerted(stories).length)
}

export function alerted(stories: readonly StayStory[]): StayStory[] {
  return stories.filter(({ alarms }) => alarms.length > 0)
}

/** Hours from the first alarm in time to what happened. */
export function medianLead(stories: readonly StayStory[], within: number): number | null {
  return medianOf(hits(stories, within).map((story) => story.onset - inTime(story, within)))
}

export function bedHours(stories: readonly StayStory[]): number {
  return stories.reduce((sum, { hours }) => sum + hours, 0)
}

/** @param least 2 counts urgent alarms alone */
export function alarmsPerBedHour(stories: readonly StayStory[], least = 1): number | null {
  return share(stories.reduce((sum, { alarms }) => sum + alarms.filter(({ tier }) => tier >= least).length, 0), bedHours(stories))
}

/** Alarms in stays in which nothing happened, for each of their bed hours. */
export function falseAlarmRate(stories: readonly StayStory[]): number | null {
  return alarmsPerBedHour(stories.filter((story) => !happens(story)))
}

/** Of stays in which an alarm rang and the event happened: the first alarm rang no earlier than the event. */
export function firstAfter(stories: readonly StayStory[], eventAt: Float64Array): number | null {
  const both = alerted(stories).filter(({ stay }) => !Number.isNaN(eventAt[stay]))
  return share(both.filter(({ stay, alarms: [first] }) => (first?.hour ?? 0) >= (eventAt[stay] as number)).length, both.length)
}
