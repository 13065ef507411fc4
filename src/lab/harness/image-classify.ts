/** `image-classify`: people screened by pictures, judged by who was ill, who was referred, and who was never read at all. */
import type { Metric } from '../../core/quest/schema.ts'
import type { View } from '../../core/verdict.ts'
import { peopleViewOf } from '../blocks/decide/screened.ts'
import { percent } from '../blocks/say.ts'
import { confusion, ppv, share } from '../ml/metrics.ts'
import type { Harness } from './harness.ts'
import { screeningCases } from './screening-cases.ts'
import { screeningFigures, screeningMetrics } from './screening-figures.ts'
import { decisionsIn, joinScreened, type ScreeningSet, unreadAt } from './screening-join.ts'
import { screeningStory } from './screening-story.ts'

export const imageClassify: Harness<ScreeningSet> = {
  id: 'image-classify',
  about: 'people screened by pictures, against who was ill and who was never read at all',
  judges: 'Decisions',
  generators: ['retina.eyes'],
  metrics: screeningMetrics,
  /** Only people with a decision: whoever got lost before is in nobody's figures. */
  testFigures(result, metrics) {
    const { test, work } = decisionsIn(result)
    const { ids, y, flagged, scores } = test
    const people = { ids, y, flagged, scores, again: test.again ?? new Uint8Array(ids.length), unread: Uint8Array.from(ids, (_, row) => unreadAt(test, row)) }
    return screeningFigures({ people, photographs: work?.['photographs'] ?? 0, complete: test.again !== undefined }, metrics)
  },
  judgeSet(quest, hidden, result) {
    const joined = joinScreened(hidden, decisionsIn(result))
    const { people, photographs } = joined
    return { ...joined, figures: screeningFigures({ people, photographs, complete: true }, quest.verify.metrics) }
  },
  whyNull,
  cases: (_, sets) => screeningCases(sets),
  views: (_, sets) => [ppvBySite(sets), ...sets.map((set) => peopleViewOf(set.people, `${set.label}: a hundred people`))],
  story: (_, sets) => screeningStory(sets),
}

function whyNull({ fn }: Metric): string {
  if (fn === 'sensitivity') return 'Nobody at one of these sites is ill, so nobody could be found.'
  if (fn === 'ppv') return 'Nobody was referred at one of these sites, so there is no share of them to speak of.'
  return 'These sites give nothing to measure it on.'
}

/** The same dial, other crowds: the rarer the disease, the fewer of those referred have it. */
function ppvBySite(sets: readonly ScreeningSet[]): View {
  const rows = sets.map(({ label, people }) => {
    const counts = confusion(people.y, people.flagged)
    return { label, ppv: ppv(counts), prevalence: share(counts.tp + counts.fn, people.ids.length) }
  })
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    view: 'bars',
    title: 'Of a hundred people you refer, how many are ill?',
    say: first && last && rows.length > 1
      ? `The dial is the same everywhere. At ${first.label}, ${percent(first.prevalence)} of people are ill, and ${percent(first.ppv)} of your referrals. At ${last.label}, ${percent(last.prevalence)} are ill, and ${percent(last.ppv)} of your referrals.`
      : 'The share of your referrals who are ill (positive predictive value).',
    unit: '%',
    rows: rows.map(({ label, ppv: value }) => ({ label, value: (value ?? 0) * 100, tone: 'note' })),
  }
}
