/** What both policies share: a threshold turned into a list, and the report of a list. */
import type { NodeReport, View } from '../../../core/verdict.ts'
import type { DecidedSet, Decisions, ScoredSet, Scores } from '../../graph/ports.ts'
import { roundedCell } from '../../graph/table.ts'
import { confusion, flaggedShare, ppv, sensitivity, share } from '../../ml/metrics.ts'
import { countOf, percent } from '../say.ts'
import { confusionViewOf, groupsViewOf, rocViewOf } from '../view/pictures.ts'

/** Everybody strictly above the threshold is on the list. */
export function decide({ train, test, probability, uses, explains, pictures }: Scores, threshold: number): Decisions {
  const side = (set: ScoredSet): DecidedSet => ({ ...set, flagged: Uint8Array.from(set.scores, (score) => (score > threshold ? 1 : 0)) })
  return { type: 'Decisions', probability, threshold, train: side(train), test: side(test), uses, ...(explains ? { explains } : {}), ...(pictures ? { pictures } : {}) }
}

export function reportDecisions(decisions: Decisions): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views'> {
  const { test, threshold, probability } = decisions
  const known = !test.y.some(Number.isNaN)
  const counts = confusion(test.y, test.flagged)
  const onList = counts.tp + counts.fp
  const views: (View | null)[] = known
    ? [confusionViewOf(decisions), rocViewOf(test, threshold), groupsViewOf(test, 'group', probability)]
    : []
  return {
    rows: test.ids.length,
    columns: 1,
    facts: [
      `${countOf(onList, 'person', 'people')} on the list (${percent(known ? flaggedShare(counts) : share(onList, test.ids.length))})`,
      `above ${roundedCell(threshold) ?? 'every score'}`,
      ...(known ? [`finds ${percent(sensitivity(counts))} of those it looks for`, `${percent(ppv(counts))} of the list is right`] : []),
    ],
    head: {
      columns: ['id', probability ? 'risk' : 'points', 'on the list'],
      rows: test.ids.slice(0, 5).map((id, i) => [id, roundedCell(test.scores[i] as number), test.flagged[i] ? 'yes' : 'no']),
    },
    views: views.filter((view) => view !== null),
  }
}
