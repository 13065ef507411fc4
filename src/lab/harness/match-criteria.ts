/** `match-criteria`: people matched with offers, judged criterion by criterion, list by list, group by group. */
import type { Metric } from '../../core/quest/schema.ts'
import type { Harness } from './harness.ts'
import { matchCases, matchStory } from './match-criteria-cases.ts'
import { matchCriteriaMetrics, matchFigures } from './match-criteria-figures.ts'
import { joinOffers, type MatchSet, offersIn } from './match-criteria-join.ts'
import { matchViews } from './match-criteria-views.ts'

export const matchCriteria: Harness<MatchSet> = {
  id: 'match-criteria',
  about: 'what a plan says of each criterion of each offer, against what the file tells; and who is on the lists, against who is eligible',
  judges: 'Offers',
  generators: ['offers.written'],
  metrics: matchCriteriaMetrics,
  testFigures(result, metrics) {
    const offers = offersIn(result)
    return matchFigures(joinOffers(offers, offers.pool), metrics, null)
  },
  judgeSet({ verify }, { label, seed, weight, viewAt, whole }, result, test) {
    if (whole.type !== 'Pool') throw new TypeError(`match-criteria judges people and offers, and the quest has ${whole.type}`)
    const offers = offersIn(result)
    const joined = joinOffers(offers, whole)
    return { ...joined, offers, label, seed, weight, viewAt, n: whole.table.ids.length, figures: matchFigures(joined, verify.metrics, test) }
  },
  whyNull,
  cases: matchCases,
  views: (_, sets) => matchViews(sets),
  story: matchStory,
}

function whyNull({ fn }: Metric): string {
  switch (fn) {
    case 'wrongOffers': return 'No offer is sent without a question, so none can be wrong.'
    case 'honestUnknown':
    case 'unknownUse': return 'In these sets the files tell everything.'
    case 'needlessUnknown': return 'Your plan knows everything, so it leaves nothing open.'
    case 'offerRatio': return 'There are not two groups with enough people to compare.'
    case 'testMinusDeployed': return 'Your own run has no figure to compare with.'
    default: return 'These sets hold nobody to measure it on.'
  }
}
