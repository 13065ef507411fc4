/** The pictures that explain scores and lists, made from scored people whose outcome is known. */
import type { View } from '../../../core/verdict.ts'
import type { ColumnMeta, DecidedSet, Decisions, Explanation, ScoredSet } from '../../graph/ports.ts'
import { isKnownAt } from '../../graph/moment.ts'
import { columnOf } from '../../graph/table.ts'
import { auc, calibrationBins, confusion, curves, ece, ppv, sensitivity, share, thin } from '../../ml/metrics.ts'

/** More than these are not groups to be fair to, they are single people. */
const MOST_GROUPS = 20

/** Null where everybody has the same outcome: there is nothing to draw. */
export function rocViewOf(set: Pick<ScoredSet, 'y' | 'scores'>, threshold?: number): View | null {
  const drawn = curves(set.y, set.scores)
  const area = auc(set.y, set.scores)
  if (!drawn || area === null) return null
  const prevalence = set.y.reduce((sum, value) => sum + value, 0) / set.y.length
  const roc: View = { view: 'roc', auc: area, prevalence, roc: thin(drawn.roc), pr: thin(drawn.pr) }
  return threshold === undefined ? roc : { ...roc, at: operatingPoint(set, threshold) }
}

function operatingPoint({ y, scores }: Pick<ScoredSet, 'y' | 'scores'>, threshold: number): { fpr: number; tpr: number; ppv: number } {
  const counts = confusion(y, scores.map((score) => (score > threshold ? 1 : 0)))
  return { fpr: share(counts.fp, counts.fp + counts.tn) ?? 0, tpr: sensitivity(counts) ?? 0, ppv: ppv(counts) ?? 0 }
}

export function calibrationViewOf({ y, scores }: Pick<ScoredSet, 'y' | 'scores'>, bins = 10): View | null {
  const error = ece(y, scores, bins)
  return error === null ? null : { view: 'calibration', ece: error, bins: calibrationBins(y, scores, bins) }
}

/** Nobody reads further down; a model of pictures leans on hundreds. */
const MOST_COEFFICIENTS = 40

/** Heaviest first. */
export function coefficientsViewOf({ kind, rows }: Explanation): View {
  return { view: 'coefficients', kind, rows: [...rows].sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST_COEFFICIENTS) }
}

export function confusionViewOf({ test, threshold }: Pick<Decisions, 'test' | 'threshold'>): View {
  return { view: 'confusion', threshold, ...confusion(test.y, test.flagged) }
}

/**
 * The list, group by group. `calibration` is mean promised risk minus the share that came true: above 0 the group is promised
 * too much, and for points there is none. Null when the table has no such column of words, or when the words name people.
 */
export function groupsViewOf(set: DecidedSet, by: string, probability: boolean): View | null {
  const column = columnOf(set.table, by)
  if (column?.kind !== 'category') return null
  const names = [...new Set(column.values)].sort()
  if (names.length > MOST_GROUPS) return null
  return { view: 'groups', by, rows: names.map((group) => groupRow(set, column.values, group, probability)) }
}

function groupRow({ y, scores, flagged }: DecidedSet, groups: readonly string[], group: string, probability: boolean) {
  const members = groups.flatMap((value, row) => (value === group ? [row] : []))
  const outcomes = members.map((row) => y[row] as number)
  const counts = confusion(outcomes, members.map((row) => flagged[row] as number))
  const positives = counts.tp + counts.fn
  const promised = members.reduce((sum, row) => sum + (scores[row] as number), 0)
  return {
    group: group || 'missing',
    n: members.length,
    positives,
    flagged: counts.tp + counts.fp,
    sensitivity: sensitivity(counts),
    ppv: ppv(counts),
    calibration: probability && members.length > 0 ? (promised - positives) / members.length : null,
  }
}

/** Earliest first is left to whoever draws it; patients' names and numbers are left out. */
export function timelineViewOf(meta: readonly ColumnMeta[], uses: readonly string[], decision: string): View {
  const columns = meta.filter(({ role, name }) => role !== 'id' || uses.includes(name)).map(({ name, label, availableAt }) => ({
    name, label, availableAt, known: isKnownAt(availableAt, decision), used: uses.includes(name),
  }))
  return { view: 'timeline', decision, columns }
}
