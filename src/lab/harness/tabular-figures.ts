/** Metrics of a list of people with scores: one function for each name a quest may use. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import type { DecidedSet } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import { auc, brier, confusion, curves, ece, flaggedShare, ppv, sensitivity, specificity } from '../ml/metrics.ts'
import type { Figures, MetricSpec } from './harness.ts'

/** People, their scores, who was flagged and what happened. */
export interface JudgedList extends DecidedSet {
  /** False for points: they rank, they are not risks. */
  probability: boolean
}

type Measure = (list: JudgedList, metric: Metric) => number | null

/** Compares the learner's own test with a hidden set, so it has no value in the test itself. */
const TEST_MINUS_DEPLOYED = 'testMinusDeployed'

export const tabularMetrics = {
  auc: { say: 'how well the scores rank (AUROC): 0.5 is a coin, 1 is perfect' },
  auprc: { say: 'area under precision and recall' },
  brier: { say: 'mean squared distance of the risk from what happened; without a value for points, which are no risks' },
  ece: { say: 'how far risks are from what happens, on average (expected calibration error); without a value for points', params: z.strictObject({ bins: z.number().int().min(2).max(50).optional().describe('groups of like risk (10)') }) },
  flaggedShare: { say: 'share of people on the list' },
  sensitivity: { say: 'of those to whom it happened: on the list' },
  specificity: { say: 'of those to whom it did not: not on the list' },
  ppv: { say: 'of those on the list: it happened' },
  sensitivityGap: { say: 'largest difference in sensitivity between groups', params: z.strictObject({ by: z.string().max(80).optional().describe('column that names the group ("group")') }) },
  [TEST_MINUS_DEPLOYED]: { say: 'what the learner\'s own test said of another metric, less what it is in use', params: z.strictObject({ of: z.string().max(80).describe('id of that metric') }) },
} as const satisfies Readonly<Record<string, MetricSpec>>

const MEASURES: Readonly<Record<string, Measure>> = {
  auc: ({ y, scores }) => auc(y, scores),
  auprc: ({ y, scores }) => curves(y, scores)?.auprc ?? null,
  brier: ({ y, scores, probability }) => (probability ? brier(y, scores) : null),
  ece: ({ y, scores, probability }, { params }) => (probability ? ece(y, scores, wholeParam(params?.['bins'], 10)) : null),
  flaggedShare: ({ y, flagged }) => flaggedShare(confusion(y, flagged)),
  sensitivity: ({ y, flagged }) => sensitivity(confusion(y, flagged)),
  specificity: ({ y, flagged }) => specificity(confusion(y, flagged)),
  ppv: ({ y, flagged }) => ppv(confusion(y, flagged)),
  sensitivityGap: (list, { params }) => sensitivityGap(list, textParam(params?.['by'], 'group')),
} satisfies Record<Exclude<keyof typeof tabularMetrics, typeof TEST_MINUS_DEPLOYED>, Measure>

/**
 * Every metric of the quest on one list, by metric id. `test` holds the learner's own figures; null while measuring those.
 * @throws Error for a metric that names no known function: `quest check` finds it before a learner does
 */
export function figuresOf(list: JudgedList, metrics: readonly Metric[], test: Figures | null): Figures {
  return Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(list, metric, metrics, test)]))
}

function figureOf(list: JudgedList, metric: Metric, metrics: readonly Metric[], test: Figures | null): number | null {
  if (metric.fn === TEST_MINUS_DEPLOYED) return testMinusDeployed(list, metric, metrics, test)
  const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
  if (!measure) throw new Error(`metric "${metric.id}" names "${metric.fn}", and tabular-risk has no such function`)
  if (list.y.some(Number.isNaN) && metric.fn !== 'flaggedShare') return null
  return measure(list, metric)
}

function testMinusDeployed(list: JudgedList, metric: Metric, metrics: readonly Metric[], test: Figures | null): number | null {
  const of = metrics.find(({ id, fn }) => id === metric.params?.['of'] && fn !== TEST_MINUS_DEPLOYED)
  if (!of) throw new Error(`metric "${metric.id}" compares "${String(metric.params?.['of'])}", and the quest has no such metric`)
  const believed = test?.[of.id] ?? null
  const deployed = figureOf(list, of, metrics, test)
  return believed === null || deployed === null ? null : believed - deployed
}

/** Largest difference in sensitivity between groups; groups in which nobody came back are left out. */
function sensitivityGap({ y, flagged, table }: JudgedList, by: string): number | null {
  const column = columnOf(table, by)
  if (!column) return null
  const found = new Map<string, { came: number; listed: number }>()
  for (let row = 0; row < y.length; row++) {
    if (y[row] !== 1) continue
    const group = String(column.values[row])
    const count = found.get(group) ?? { came: 0, listed: 0 }
    count.came++
    count.listed += flagged[row] as number
    found.set(group, count)
  }
  const shares = [...found.values()].map(({ came, listed }) => listed / came)
  return shares.length < 2 ? null : Math.max(...shares) - Math.min(...shares)
}

function wholeParam(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 2 && value <= 50 ? value : otherwise
}

function textParam(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
