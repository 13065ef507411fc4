/** A dozen hidden stays to open like a chart: some that nobody heard of, some found, some that rang for nothing. */
import type { Quest } from '../../core/quest/schema.ts'
import type { CaseReport } from '../../core/verdict.ts'
import { WITHIN_HOURS } from '../blocks/stream/alerts-shown.ts'
import { scoredOf } from '../blocks/stream/scores-shown.ts'
import { countOf } from '../blocks/say.ts'
import { inTime } from '../stream/alert-figures.ts'
import { courseOf } from '../stream/stay-course.ts'
import type { StayStory } from '../stream/stay-stories.ts'
import { chartSections, chartTitle } from './case-chart.ts'
import type { AlertedStays } from './stream-alerts.ts'
import { spreadEvenly } from './spread-evenly.ts'

type Outcome = 'missed' | 'caught' | 'needless'

const PER_OUTCOME = 4

interface Found {
  set: AlertedStays
  story: StayStory
}

export function alertCases(quest: Quest, sets: readonly AlertedStays[]): CaseReport[] {
  return (['missed', 'needless', 'caught'] as const).flatMap((outcome) => {
    const found = sets.flatMap((set) => set.stories.filter((story) => outcomeOf(story) === outcome).map((story): Found => ({ set, story })))
    return spreadEvenly(found, PER_OUTCOME).map((one) => caseOf(quest, outcome, one))
  })
}

function outcomeOf(story: StayStory): Outcome | null {
  if (Number.isNaN(story.onset)) return story.alarms.length > 0 ? 'needless' : null
  return Number.isNaN(inTime(story, WITHIN_HOURS)) ? 'missed' : 'caught'
}

function caseOf(quest: Quest, outcome: Outcome, { set, story }: Found): CaseReport {
  const { stream, alerts } = set
  const { table } = stream
  const scored = scoredOf(alerts, alerts.test, story.stay)
  return {
    id: `${set.seed}/${table.ids[story.stay]}`,
    set: set.label,
    title: chartTitle(quest, table, story.stay),
    outcome,
    say: sayOf(quest, outcome, story),
    exhibits: [courseOf(stream, story.stay, { story, scored })],
    sections: chartSections(quest, table, story.stay, set.viewAt),
  }
}

function sayOf({ data, verify }: Quest, outcome: Outcome, story: StayStory): string {
  const event = lowered(data.columns[verify.truth ?? '']?.label ?? verify.truth ?? '')
  const first = story.alarms[0]?.hour
  if (outcome === 'needless') return `${countOf(story.alarms.length, 'alarm')}, and no ${event}: somebody came running, and there was nothing to find.`
  if (outcome === 'caught') return `The alarm rang ${countOf(story.onset - inTime(story, WITHIN_HOURS), 'hour')} before: ${event} at hour ${story.onset} of the stay.`
  if (first === undefined) return `Nothing rang. Then: ${event} at hour ${story.onset} of the stay.`
  return first > story.onset ? `The first alarm rang ${countOf(first - story.onset, 'hour')} too late: ${event} at hour ${story.onset}.` : `It rang long before, and was silent in the last ${WITHIN_HOURS} hours: ${event} at hour ${story.onset}.`
}

function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}
