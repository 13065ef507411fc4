/** `rules-rows`: rulings on the rows of any table, judged by columns of the same names that say what should have come out. */
import type { Metric } from '../../core/quest/schema.ts'
import { isTable } from '../graph/ports.ts'
import type { Harness } from './harness.ts'
import { rulingCases } from './rules-rows-cases.ts'
import { rulesRowsMetrics, rulingsFigures } from './rules-rows-figures.ts'
import { joinRulings, outputsOf, type RulingsSet, rulingsIn } from './rules-rows-join.ts'
import { rulingStory, rulingViews } from './rules-rows-views.ts'

export const rulesRows: Harness<RulingsSet> = {
  id: 'rules-rows',
  about: 'what rules say of the rows of any table, against columns that say what should have come out',
  judges: 'Rulings',
  generators: ['cohort.readmission', 'clinic.appointments', 'pa.orders', 'table.synthetic'],
  metrics: rulesRowsMetrics,
  needsTruth: true,
  testFigures(result, metrics, quest) {
    const rulings = rulingsIn(result)
    if (!quest) throw new TypeError('rules-rows needs the quest to know what is compared')
    const known = outputsOf(quest).every((output) => Object.hasOwn(rulings.cases.columns, output))
    return known ? rulingsFigures(joinRulings(quest, rulings, rulings.cases), metrics, null) : Object.fromEntries(metrics.map(({ id }) => [id, null]))
  },
  judgeSet(quest, { label, seed, weight, viewAt, whole }, result, test) {
    if (!isTable(whole)) throw new TypeError(`rules-rows reads cases from a Table, not from ${whole.type}`)
    const joined = joinRulings(quest, rulingsIn(result), whole)
    return { ...joined, label, seed, weight, viewAt, n: joined.cases.length, figures: rulingsFigures(joined, quest.verify.metrics, test) }
  },
  whyNull,
  cases: rulingCases,
  views: rulingViews,
  story: rulingStory,
}

function whyNull({ fn }: Metric): string {
  switch (fn) {
    case 'groupGap':
    case 'groupRatio': return 'There are not two groups large enough to compare, or one of them has none at all.'
    case 'testMinusDeployed': return 'Your own run has no figure to compare with.'
    case 'ppv': return 'Your rules never give this answer, so there is nothing to be right about.'
    default: return 'These sets hold no case to measure it on.'
  }
}
