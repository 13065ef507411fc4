/** Metrics of cases that are looked into: one function for each name a quest may use. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { rowsWhere } from '../graph/bind-expr.ts'
import { columnOf } from '../graph/table.ts'
import { confusion, ppv, sensitivity, share } from '../ml/metrics.ts'
import type { Figures, MetricSpec } from './harness.ts'
import type { JudgedList } from './tabular-figures.ts'

const column = (what: string) => z.string().min(1).max(80).describe(what)

export const flagMetrics = {
  found: { say: 'of the rows that should be found: looked into (sensitivity)' },
  ppv: { say: 'of the rows looked into: rightly' },
  honestFlagged: { say: 'of the rows that are as they should be: looked into all the same' },
  reviewed: { say: 'rows looked into' },
  perDay: { say: 'rows looked into on the busiest day', params: z.strictObject({ day: column('column that says the day') }) },
  caught: { say: 'of the money in rows that should be found: in rows looked into', params: z.strictObject({ amount: column('column of amounts') }) },
  groupRatio: {
    say: 'how many times as often honest rows of one group are looked into as those of another, at most',
    params: z.strictObject({ by: column('column that names the group'), least: z.int().min(1).max(10_000).optional().describe('honest rows a group must have to be compared (20)') }),
  },
  accused: {
    say: 'how many different people, of those for whom a condition holds, have so many rows looked into',
    params: z.strictObject({ who: column('column that names them'), where: z.string().min(1).max(400).describe('a formula, e.g. "honestOutlier == 1"'), least: z.int().min(1).max(1000).optional().describe('rows looked into from which somebody counts as accused (3)') }),
  },
} as const satisfies Readonly<Record<string, MetricSpec>>

type Measure = (list: JudgedList, metric: Metric) => number | null
const text = (metric: Metric, name: string): string => String(metric.params?.[name] ?? '')
const whole = (metric: Metric, name: string, otherwise: number): number => (typeof metric.params?.[name] === 'number' ? (metric.params[name] as number) : otherwise)

const MEASURES: Readonly<Record<string, Measure>> = {
  found: ({ y, flagged }) => sensitivity(confusion(y, flagged)),
  ppv: ({ y, flagged }) => ppv(confusion(y, flagged)),
  honestFlagged: ({ y, flagged }) => {
    const { fp, tn } = confusion(y, flagged)
    return share(fp, fp + tn)
  },
  reviewed: ({ flagged }) => flagged.reduce((sum, on) => sum + on, 0),
  perDay: (list, metric) => {
    const days = columnOf(list.table, text(metric, 'day'))
    if (!days) return null
    const counts = countBy(flaggedRows(list).map((row) => String(days.values[row])))
    return Math.max(0, ...counts.values())
  },
  caught: ({ y, flagged, table }, metric) => {
    const amounts = columnOf(table, text(metric, 'amount'))
    if (amounts?.kind !== 'number') return null
    const sum = (counts: (row: number) => boolean) => amounts.values.reduce((total, amount, row) => total + (counts(row) && Number.isFinite(amount) ? amount : 0), 0)
    return share(sum((row) => y[row] === 1 && flagged[row] === 1), sum((row) => y[row] === 1))
  },
  groupRatio: ({ y, flagged, table }, metric) => {
    const by = columnOf(table, text(metric, 'by'))
    if (!by) return null
    const honest = [...y.keys()].filter((row) => y[row] === 0)
    const all = countBy(honest.map((row) => String(by.values[row])))
    const seen = countBy(honest.filter((row) => flagged[row] === 1).map((row) => String(by.values[row])))
    const shares = [...all].filter(([, n]) => n >= whole(metric, 'least', 20)).map(([group, n]) => (seen.get(group) ?? 0) / n)
    const lowest = Math.min(...shares)
    return shares.length < 2 || lowest === 0 ? (Math.max(...shares) === 0 ? 1 : null) : Math.max(...shares) / lowest
  },
  accused: (list, metric) => {
    const of = columnOf(list.table, text(metric, 'who'))
    if (!of) return null
    const meant = new Set(rowsWhere(text(metric, 'where'), list.table))
    const counts = countBy(flaggedRows(list).filter((row) => meant.has(row)).map((row) => String(of.values[row])))
    return [...counts.values()].filter((n) => n >= whole(metric, 'least', 3)).length
  },
} satisfies Record<keyof typeof flagMetrics, Measure>

/** Every metric of the quest by its id; without truth, only what can be counted all the same. */
export function flagFigures(list: JudgedList, metrics: readonly Metric[]): Figures {
  const blind = list.y.some(Number.isNaN)
  return Object.fromEntries(metrics.map((metric) => {
    const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
    if (!measure) throw new Error(`metric "${metric.id}" names "${metric.fn}", and flags has no such function`)
    return [metric.id, blind && !['reviewed', 'perDay'].includes(metric.fn) ? null : measure(list, metric)]
  }))
}

export function flaggedRows({ flagged }: Pick<JudgedList, 'flagged'>): number[] {
  return [...flagged.keys()].filter((row) => flagged[row] === 1)
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
