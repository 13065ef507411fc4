/** Some hidden patches to open: episodes that nobody heard of, alarms for nothing, all found. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { scoredShown } from '../blocks/stream/episodes-shown.ts'
import { LEAST_MINUTES, longEpisodes } from '../stream/episode-figures.ts'
import type { EpisodeStory } from '../stream/episode-stories.ts'
import { stripCourse } from '../stream/strip-course.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import type { HeardPatches } from './episode-alerts.ts'
import { spreadEvenly } from './spread-evenly.ts'

type Outcome = 'missed' | 'caught' | 'needless'

const PER_OUTCOME = 3

interface Found {
  set: HeardPatches
  story: EpisodeStory
}

export function episodeCases(quest: Quest, sets: readonly HeardPatches[]): CaseReport[] {
  return (['missed', 'needless', 'caught'] as const).flatMap((outcome) => {
    const found = sets.flatMap((set) => set.stories.filter((story) => outcomeOf(story) === outcome).map((story): Found => ({ set, story })))
    return spreadEvenly(found, PER_OUTCOME).map((one) => caseOf(quest, outcome, one))
  })
}

function outcomeOf(story: EpisodeStory): Outcome | null {
  const long = longEpisodes([story], LEAST_MINUTES)
  if (long.some(({ found }) => Number.isNaN(found))) return 'missed'
  if (story.alarms.some(({ right }) => !right)) return 'needless'
  return long.length > 0 ? 'caught' : null
}

function caseOf(quest: Quest, outcome: Outcome, { set, story }: Found): CaseReport {
  const { stream, alerts } = set
  const { table } = stream
  const scored = scoredShown(alerts, alerts.test, story.stay)
  return {
    id: `${set.seed}/${table.ids[story.stay]}`,
    set: set.label,
    title: chartTitle(quest, table, story.stay),
    outcome,
    say: sayOf(stream, story),
    exhibits: [stripCourse(stream, story.stay, { story, ...(scored ? { scored } : {}) })],
    sections: chartSections(quest, table, story.stay, set.viewAt),
  }
}

/** "2 long episodes: the first was found after 20 minutes, the second was not. 3 alarms for nothing: 2 in extra beats, 1 for no reason." */
function sayOf({ meta }: HeardPatches['stream'], story: EpisodeStory): string {
  const long = longEpisodes([story], LEAST_MINUTES)
  const label = (name: string) => (meta.find((one) => one.name === name)?.label ?? name).toLowerCase()
  const episodes = long.map(({ found, from, to }, i) => {
    const which = long.length === 1 ? 'it' : `number ${i + 1}`
    return Number.isNaN(found) ? `${which}, of ${Math.round((to - from) * 60)} minutes, was not heard` : `${which} was found after ${Math.round((found - from) * 60)} minutes`
  })
  const wrong = story.alarms.filter(({ right }) => !right)
  const kinds = [...new Set(wrong.map(({ during }) => during))]
  const reasons = kinds.map((kind) => `${wrong.filter(({ during }) => during === kind).length} ${kind === null ? 'for no reason' : `in ${label(kind)}`}`)
  return [
    long.length === 0 ? `No episode of ${LEAST_MINUTES} minutes.` : `${countOf(long.length, 'long episode')}: ${episodes.join('; ')}.`,
    wrong.length === 0 ? 'No alarm for nothing.' : `${countOf(wrong.length, 'alarm')} for nothing: ${reasons.join(', ')}.`,
  ].join(' ')
}
