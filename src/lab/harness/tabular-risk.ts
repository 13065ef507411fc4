/** `tabular-risk`: lists of people made from a table, judged by who came to harm and who was on the list. */
import type { Metric } from '../../core/quest/schema.ts'
import type { Decisions, PortValue } from '../graph/ports.ts'
import { confusion, flaggedShare } from '../ml/metrics.ts'
import type { Harness } from './harness.ts'
import { tabularCases } from './tabular-cases.ts'
import { figuresOf, tabularMetrics } from './tabular-figures.ts'
import { joinHidden, type TabularSet } from './tabular-join.ts'
import { tabularViews } from './tabular-views.ts'

export const tabularRisk: Harness<TabularSet> = {
  id: 'tabular-risk',
  about: 'a list of people made from scores, against what then happened to them',
  judges: 'Decisions',
  generators: ['cohort.readmission', 'clinic.appointments', 'pa.orders', 'ecg.patch', 'table.synthetic'],
  metrics: tabularMetrics,
  needsTruth: true,
  testFigures(result, metrics) {
    const { test, probability } = decisionsIn(result)
    return figuresOf({ ...test, probability }, metrics, null)
  },
  judgeSet(quest, hidden, result, test) {
    const joined = joinHidden(quest, hidden, decisionsIn(result))
    return { ...joined, figures: figuresOf(joined.list, quest.verify.metrics, test) }
  },
  whyNull,
  cases: tabularCases,
  views: tabularViews,
  replay(result, sets) {
    const { test } = decisionsIn(result)
    const flagged = sets.reduce((sum, { list }) => sum + list.flagged.reduce((on, flag) => on + flag, 0), 0)
    const people = sets.reduce((sum, { n }) => sum + n, 0)
    return { test: flaggedShare(confusion(test.y, test.flagged)) ?? 0, deployed: people === 0 ? 0 : flagged / people }
  },
}

function whyNull({ fn }: Metric, sets: readonly TabularSet[]): string {
  if ((fn === 'ece' || fn === 'brier') && sets.some(({ list }) => !list.probability)) {
    return 'Points say who comes first, not how likely it is, so there is no promised risk to hold against the truth. Put Calibrate after the score, or use a model.'
  }
  if (fn === 'testMinusDeployed') return 'Your own test has no figure to compare with: it needs people of both kinds and a Label.'
  if (fn === 'sensitivityGap') return 'There are not two groups in which somebody came to harm.'
  return 'These wards give nothing to measure it on.'
}

function decisionsIn(result: PortValue): Decisions {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Decisions') throw new TypeError(`tabular-risk judges Decisions, not ${from.type}`)
  return from as Decisions
}
