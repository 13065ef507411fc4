/** Metrics of charts made from records: one function for each name a quest may use. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { columnOf } from '../graph/table.ts'
import { share } from '../ml/metrics.ts'
import type { Figures, MetricSpec } from './harness.ts'
import { type JudgedCharts, peopleOf } from './link-pairs-join.ts'

const Among = z.strictObject({ among: z.string().max(40).optional().describe('only people who have a double of this kind, e.g. "twin"') })

export const linkMetrics = {
  pairRecall: { say: 'of all pairs of records of one person: in one chart (sensitivity)', params: z.strictObject({ by: z.string().max(80).optional().describe('the lowest over the groups of this column') }) },
  pairPrecision: { say: 'of all pairs of records in one chart: of one person (PPV)' },
  falseMerges: { say: 'charts that hold more than one person' },
  overlaid: { say: 'people who share a chart with somebody else', params: Among },
  splitPeople: { say: 'of people with more than one record: still in more than one chart' },
  reviewed: { say: 'pairs that a person has to look at' },
  compared: { say: 'pairs that were compared at all' },
} as const satisfies Readonly<Record<string, MetricSpec>>

type Measure = (judged: JudgedCharts, metric: Metric) => number | null

const MEASURES: Readonly<Record<string, Measure>> = {
  pairRecall: (judged, { params }) => {
    const by = params?.['by']
    return typeof by === 'string' ? lowestRecall(judged, by) : recallOf(judged)
  },
  pairPrecision: ({ charts, people }) => share(samePairs(charts, people), charts.reduce((sum, { length }) => sum + pairsOf(length), 0)),
  falseMerges: (judged) => overlays(judged).length,
  overlaid: (judged, { params }) => overlaidPeople(judged, params?.['among']),
  splitPeople: ({ charts, people }) => {
    const seen = chartsByPerson(charts, people)
    const records = countBy(people)
    const several = [...records].filter(([, n]) => n > 1)
    return share(several.filter(([person]) => (seen.get(person) ?? 0) > 1).length, several.length)
  },
  reviewed: ({ reviewed }) => reviewed.length,
  compared: ({ weights }) => weights.length,
} satisfies Record<keyof typeof linkMetrics, Measure>

/** Every metric of the quest by its id. @throws Error for a metric that names no known function */
export function linkFigures(judged: JudgedCharts, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map((metric) => {
    const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
    if (!measure) throw new Error(`metric "${metric.id}" names "${metric.fn}", and link-pairs has no such function`)
    return [metric.id, measure(judged, metric)]
  }))
}

/** Charts with more than one person in them. */
export function overlays({ charts, people }: JudgedCharts): (readonly number[])[] {
  return charts.filter((chart) => chart.length > 1 && peopleOf(chart, people).size > 1)
}

function overlaidPeople(judged: JudgedCharts, among: unknown): number {
  const alike = columnOf(judged.table, 'alike')
  const mixed = overlays(judged).flatMap((chart) => [...peopleOf(typeof among === 'string' ? chart.filter((row) => alike?.values[row] === among) : chart, judged.people)])
  return new Set(mixed).size
}

function recallOf({ charts, people }: JudgedCharts): number | null {
  return share(samePairs(charts, people), [...countBy(people).values()].reduce((sum, n) => sum + pairsOf(n), 0))
}

/** Pairs within a group: both records must be of it. */
function lowestRecall(judged: JudgedCharts, by: string): number | null {
  const column = columnOf(judged.table, by)
  if (!column) return null
  const groups = new Set(Array.from<string | number>(column.values))
  const recalls = [...groups].flatMap((group) => {
    const inside = (row: number) => column.values[row] === group
    const people = judged.people.map((person, row) => (inside(row) ? person : `${row}`))
    return recallOf({ ...judged, people, charts: judged.charts.map((chart) => chart.filter(inside)) }) ?? []
  })
  return recalls.length === 0 ? null : Math.min(...recalls)
}

function samePairs(charts: readonly (readonly number[])[], people: readonly string[]): number {
  return charts.reduce((sum, chart) => sum + (chart.length < 2 ? 0 : [...countBy(chart.map((row) => people[row] as string)).values()].reduce((more, n) => more + pairsOf(n), 0)), 0)
}

function chartsByPerson(charts: readonly (readonly number[])[], people: readonly string[]): ReadonlyMap<string, number> {
  return countBy(charts.flatMap((chart) => [...peopleOf(chart, people)]))
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2
}
