/** Pictures of the verdict: what the wards heard, how early, in which groups; and the trap as a short story. */
import type { Quest } from '../../core/quest/schema.ts'
import type { Verdict, View } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { burdenBars, timesHundredDays, WITHIN_HOURS } from '../blocks/stream/alerts-shown.ts'
import { scoredOf } from '../blocks/stream/scores-shown.ts'
import { timelineViewOf } from '../blocks/view/pictures.ts'
import { inTime } from '../stream/alert-figures.ts'
import { courseOf } from '../stream/stay-course.ts'
import type { StayStory } from '../stream/stay-stories.ts'
import { falseAlarmsByGroup } from './stream-alerts-figures.ts'
import type { AlertedStays } from './stream-alerts.ts'

export function alertViews(quest: Quest, sets: readonly AlertedStays[]): View[] {
  const [first] = sets
  if (!first) return []
  const stories = sets.flatMap((set) => set.stories)
  const by = quest.verify.metrics.find(({ fn }) => fn === 'falseAlarmRatio')?.params?.['by']
  const shift = quest.verify.metrics.find(({ fn }) => fn === 'alarmsPerShift')?.params ?? {}
  return [
    burdenBars(stories, shift as { patients?: number; hours?: number }),
    leadBars(stories),
    ...(typeof by === 'string' ? groupBars(quest, sets, by) : []),
    timelineViewOf(first.alerts.test.table.meta, first.alerts.uses, first.viewAt),
  ]
}

/** Of those in whom it happened: how many hours before the alarm rang. */
function leadBars(stories: readonly StayStory[]): View {
  const happened = stories.filter(({ onset }) => !Number.isNaN(onset))
  const leads = happened.map((story) => story.onset - inTime(story, WITHIN_HOURS))
  const between = (from: number, to: number) => leads.filter((hours) => hours >= from && hours < to).length
  const late = happened.filter((story) => Number.isNaN(inTime(story, WITHIN_HOURS)) && story.alarms.some(({ hour }) => hour > story.onset)).length
  return {
    view: 'bars', title: 'How early it rang', say: `${countOf(happened.length, 'stay')} in which it happened. An alarm helps in the ${WITHIN_HOURS} hours before.`, unit: 'stays',
    rows: [
      { label: '12 hours before, or more', value: between(12, 1000), tone: 'right' },
      { label: '6 to 11 hours before', value: between(6, 12), tone: 'right' },
      { label: '3 to 5 hours before', value: between(3, 6), tone: 'right' },
      { label: 'Under 3 hours before', value: between(0, 3), tone: 'note' },
      { label: 'Only afterwards', value: late, tone: 'wrong' },
      { label: 'Not at all', value: leads.filter(Number.isNaN).length - late, tone: 'missed' },
    ],
  }
}

function groupBars({ data }: Quest, sets: readonly AlertedStays[], by: string): View[] {
  const totals = new Map<string, number[]>()
  for (const set of sets) for (const { group, rate } of falseAlarmsByGroup(set, by)) totals.set(group, [...(totals.get(group) ?? []), rate])
  const label = data.columns[by]?.label ?? by
  const worded = (group: string) => (group === '0' ? `${label}: no` : group === '1' ? `${label}: yes` : group)
  const rows = [...totals].map(([group, rates]) => ({ label: worded(group), value: timesHundredDays(rates.reduce((sum, rate) => sum + rate, 0) / rates.length) ?? 0, tone: 'note' as const }))
  return rows.length < 2 ? [] : [{ view: 'bars', title: 'False alarms, group by group', say: 'In 100 days that a bed is in use by somebody in whom nothing happened.', rows }]
}

/** Charts of stays that rang when somebody was at work already, and of one that was missed. */
export function alertStory(quest: Quest, sets: readonly AlertedStays[]): NonNullable<Verdict['story']> {
  const event = quest.verify.metrics.find(({ fn }) => fn === 'firstAfter')?.params?.['event']
  if (typeof event !== 'string') return []
  const label = quest.data.columns[event]?.label ?? event
  const late = sets.flatMap((set) => set.stories.filter(({ stay, alarms: [first], onset }) => !Number.isNaN(onset) && first && first.hour >= (set.stream.events[event]?.at[stay] ?? Number.POSITIVE_INFINITY)).map((story) => ({ set, story })))
  const deaf = sets.flatMap((set) => set.stories.filter((story) => !Number.isNaN(story.onset) && Number.isNaN(inTime(story, WITHIN_HOURS))).map((story) => ({ set, story })))
  const parts = [
    { title: 'When it rang', found: late, say: `${label} stands on this chart, and then the alarm. In ${countOf(late.length, 'stay')} in which it happened, the first alarm told what somebody at the bed had known before.` },
    { title: 'Where it should have rung', found: deaf, say: `And in ${countOf(deaf.length, 'stay')} it did not ring in time at all: the alarm waited for a sign that only comes once a doctor has thought of it.` },
  ]
  return parts.flatMap(({ title, found, say }) => {
    const one = found[Math.floor(found.length / 2)]
    if (!one) return []
    const { set: { stream, alerts }, story } = one
    return [{ title, say, exhibit: courseOf(stream, story.stay, { story, scored: scoredOf(alerts, alerts.test, story.stay) }) }]
  })
}
