/** `flags`: rows that somebody looks into, judged by what was found, who was troubled for nothing, and how much there was to read. */
import { evaluate } from '../graph/bind-expr.ts'
import type { Decisions, PortValue } from '../graph/ports.ts'
import { flagFigures, flagMetrics } from './flags-figures.ts'
import { flagCases, flagStory, flagViews } from './flags-story.ts'
import type { Harness } from './harness.ts'
import { joinHidden, type TabularSet } from './tabular-join.ts'

export const flags: Harness<TabularSet> = {
  id: 'flags',
  about: 'rows that somebody looks into, against those that should be found: money, honest people troubled, hours of reading',
  judges: 'Decisions',
  generators: ['table.synthetic', 'registry.synthetic', 'cohort.readmission', 'clinic.appointments', 'pa.orders'],
  metrics: flagMetrics,
  needsTruth: true,
  testFigures(result, metrics, quest) {
    const { test, probability } = decisionsIn(result)
    const truth = quest?.verify.truth
    // Whether a row should be found stands in the past itself: nobody need name it in a Label.
    const y = truth === undefined ? test.y : evaluate(truth, test.table)
    return flagFigures({ ...test, y, probability }, metrics)
  },
  judgeSet(quest, hidden, result) {
    const joined = joinHidden(quest, hidden, decisionsIn(result))
    return { ...joined, figures: flagFigures(joined.list, quest.verify.metrics) }
  },
  whyNull: ({ fn }) => (fn === 'groupRatio' ? 'There are not two groups large enough, or in one of them nobody honest was looked into.' : fn === 'ppv' ? 'Nothing is looked into, so there is nothing to be right about.' : 'These rows give nothing to measure it on.'),
  cases: flagCases,
  views: flagViews,
  story: flagStory,
}

function decisionsIn(result: PortValue): Decisions {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Decisions') throw new TypeError(`flags judges Decisions, not ${from.type}`)
  return from as Decisions
}
