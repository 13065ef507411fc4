/** Figures of a rule table on any table of cases: one function for each name a quest may use. Null where there is nothing to measure it on. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { LIST_SEPARATOR } from '../decision-table/answers.ts'
import { evaluate } from '../graph/bind-expr.ts'
import { columnOf } from '../graph/table.ts'
import type { Figures, MetricSpec } from './harness.ts'
import { isRight, type JudgedCase, type JudgedRulings } from './rules-rows-join.ts'

const Words = z.string().min(1).max(120)
const Name = z.string().min(1).max(80)
const where = z.string().min(1).max(400).optional().describe('only cases for which this formula holds')
const output = Name.optional().describe('column that is compared; verify.truth when left out')
const value = Words.describe('the answer it is about')
const per = z.number().positive().max(1_000_000).default(1).describe('counted per so many cases')

const Share = z.strictObject({ output, where })
const OfValue = z.strictObject({ output, value, where })
const Cost = z.strictObject({
  output, where, per,
  costs: z.array(z.strictObject({
    wanted: Words.optional().describe('the answer it should have'), given: Words.nullable().optional().describe('the answer it has; null: no row speaks'), cost: z.number().min(0).max(1e9).describe('of each'),
  })).min(1).max(40)
    .describe('of wrong answers by kind; the first that fits counts, what is left out fits all'),
  otherwise: z.number().min(0).max(1e9).default(1).describe('of every other wrong answer'),
})
const Groups = z.strictObject({ of: Name.describe('metric that is compared'), by: Name.describe('column of groups'), least: z.int().min(1).max(10_000).default(20).describe('smaller groups are left out') })

interface Measure extends MetricSpec {
  params: z.ZodObject
  /** Whether a case speaks against the solution in this metric. */
  against(one: JudgedCase, params: Params, list: JudgedRulings): boolean
  measure(list: JudgedRulings, params: Params): number | null
}

type Params = z.infer<typeof OfValue> & z.infer<typeof Cost> & { day: string }

const outputsIn = ({ output: one }: Pick<Params, 'output'>, { outputs }: JudgedRulings): readonly string[] => (one === undefined ? outputs : [one])
const first = (params: Params, list: JudgedRulings): string => outputsIn(params, list)[0] ?? ''
const says = (one: JudgedCase, params: Params, list: JudgedRulings) => (one.given[first(params, list)] ?? []).includes(params.value)
const should = (one: JudgedCase, params: Params, list: JudgedRulings) => (one.wanted[first(params, list)] ?? []).includes(params.value)
const misses = (one: JudgedCase, params: Params, list: JudgedRulings) => should(one, params, list) && !says(one, params, list)
const cries = (one: JudgedCase, params: Params, list: JudgedRulings) => !should(one, params, list) && says(one, params, list)
const wrong = (one: JudgedCase, params: Params, list: JudgedRulings) => !isRight(one, outputsIn(params, list))

const MEASURES: Readonly<Record<string, Measure>> = {
  accuracy: { say: 'share of cases answered right, in all outputs or in one', params: Share, against: wrong, measure: (list, params) => share(list.cases, (one) => !wrong(one, params, list)) },
  sensitivity: { say: 'of the cases that should have this answer: those that have it', params: OfValue, against: misses, measure: (list, params) => share(among(list, params, should), (one) => says(one, params, list)) },
  missRate: { say: 'of the cases that should have this answer: those without it', params: OfValue, against: misses, measure: (list, params) => share(among(list, params, should), (one) => misses(one, params, list)) },
  falsePositiveRate: { say: 'of the cases that should not have this answer: those that have it', params: OfValue, against: cries, measure: (list, params) => share(list.cases.filter((one) => !should(one, params, list)), (one) => says(one, params, list)) },
  ppv: { say: 'of the cases that have this answer: those that should', params: OfValue, against: cries, measure: (list, params) => share(among(list, params, says), (one) => should(one, params, list)) },
  answerShare: { say: 'cases with this answer, per so many', params: OfValue.extend({ per }), against: cries, measure: (list, params) => times(params.per, share(list.cases, (one) => says(one, params, list))) },
  busiest: {
    say: 'cases with this answer on the busiest day', params: OfValue.extend({ day: Name.describe('column that says the day') }), against: cries,
    measure: (list, params) => {
      const perDay = new Map<string, number>()
      const days = columnOf(list.table, params.day)
      for (const one of among(list, params, says)) perDay.set(String(days?.values[one.row]), (perDay.get(String(days?.values[one.row])) ?? 0) + 1)
      return days ? Math.max(0, ...perDay.values()) : null
    },
  },
  unmatched: { say: 'share of cases that no row speaks for', params: z.strictObject({ where }), against: ({ hits }) => hits.length === 0, measure: (list) => share(list.cases, ({ hits }) => hits.length === 0) },
  meanCost: { say: 'cost of wrong answers, per so many cases', params: Cost, against: wrong, measure: (list, params) => times(params.per, mean(list.cases, (one) => costOf(one, params, list))) },
  rowsUsed: { say: 'rows of the table', params: z.strictObject({}), against: () => false, measure: ({ rowCount }) => rowCount },
}

/** These compare another metric of the quest: between groups, or the learner's own test with a hidden set. */
const COMPARED: Readonly<Record<string, MetricSpec & { params: z.ZodObject }>> = {
  groupGap: { say: 'another metric between groups: the largest difference', params: Groups },
  groupRatio: { say: 'another metric between groups: the largest over the smallest', params: Groups },
  testMinusDeployed: { say: 'what the learner\'s own run said of another metric, less what it is in use', params: z.strictObject({ of: Name.describe('id of that metric') }) },
}

export const rulesRowsMetrics: Readonly<Record<string, MetricSpec>> = { ...MEASURES, ...COMPARED }

/**
 * Every metric of the quest, by metric id. `test` holds the learner's own figures; null while measuring those.
 * @throws Error for a metric that is not known or whose parameters cannot be read: `quest check` finds it before a learner does
 */
export function rulingsFigures(list: JudgedRulings, metrics: readonly Metric[], test: Figures | null): Figures {
  return Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(list, metric, metrics, test)]))
}

function figureOf(list: JudgedRulings, metric: Metric, metrics: readonly Metric[], test: Figures | null): number | null {
  const measure = measureOf(metric)
  if (measure) {
    const params = read(metric, measure.params) as Params
    return measure.measure(narrowed(list, params.where), params)
  }
  const { of, by, least } = read(metric, COMPARED[metric.fn]?.params as z.ZodObject) as z.infer<typeof Groups>
  const other = metrics.find(({ id, fn }) => id === of && !Object.hasOwn(COMPARED, fn))
  if (!other) throw new Error(`metric "${metric.id}" compares "${of}", and the quest has no such metric`)
  if (metric.fn === 'testMinusDeployed') {
    const [believed, deployed] = [test?.[of] ?? null, figureOf(list, other, metrics, test)]
    return believed === null || deployed === null ? null : believed - deployed
  }
  const figures = groupsIn(list, by, least).flatMap(({ within }) => figureOf(within, other, metrics, test) ?? [])
  if (figures.length < 2) return null
  const [low, high] = [Math.min(...figures), Math.max(...figures)]
  if (metric.fn === 'groupGap') return high - low
  return high === low ? 1 : low > 0 ? high / low : null
}

/** Cases that speak against the solution in this metric, for showing. */
export function casesAgainst(list: JudgedRulings, metric: Metric, metrics: readonly Metric[]): readonly JudgedCase[] {
  const measure = measureOf(metric)
  if (!measure) {
    const other = metrics.find(({ id, fn }) => id === metric.params?.['of'] && !Object.hasOwn(COMPARED, fn))
    return other ? casesAgainst(list, other, metrics) : []
  }
  const params = read(metric, measure.params) as Params
  const narrow = narrowed(list, params.where)
  return narrow.cases.filter((one) => measure.against(one, params, narrow))
}

/** Groups of a column, in the order of their names. */
export function groupsIn(list: JudgedRulings, by: string, least = 1): { group: string; within: JudgedRulings }[] {
  const column = columnOf(list.table, by)
  const found = new Map<string, JudgedCase[]>()
  for (const one of list.cases) {
    const group = String(column?.values[one.row] ?? '')
    const cases = found.get(group)
    if (cases) cases.push(one)
    else found.set(group, [one])
  }
  return [...found].filter(([, cases]) => cases.length >= least).sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, cases]) => ({ group, within: { ...list, cases } }))
}

function measureOf({ id, fn }: Metric): Measure | null {
  if (Object.hasOwn(MEASURES, fn)) return MEASURES[fn] ?? null
  if (Object.hasOwn(COMPARED, fn)) return null
  throw new Error(`metric "${id}" names "${fn}", and rules-rows has no such function`)
}

function read({ id, params = {} }: Metric, schema: z.ZodObject): unknown {
  const found = schema.safeParse(params)
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw new Error(`the parameters of metric "${id}" cannot be read${issue?.path.length ? ` at ${issue.path.join('.')}` : ''}: ${issue?.message ?? ''}`)
}

function narrowed(list: JudgedRulings, formula: string | undefined): JudgedRulings {
  if (formula === undefined) return list
  const holds = evaluate(formula, list.table)
  return { ...list, cases: list.cases.filter(({ row }) => (holds[row] || 0) !== 0) }
}

function among(list: JudgedRulings, params: Params, holds: (one: JudgedCase, params: Params, list: JudgedRulings) => boolean): JudgedCase[] {
  return list.cases.filter((one) => holds(one, params, list))
}

function costOf(one: JudgedCase, params: Params, list: JudgedRulings): number {
  const name = first(params, list)
  if (isRight(one, [name])) return 0
  const said = (answers: readonly string[] | undefined) => (answers && answers.length > 0 ? [...answers].sort().join(LIST_SEPARATOR) : null)
  const [given, wanted] = [said(one.given[name]), said(one.wanted[name])]
  return params.costs.find((kind) => (kind.wanted === undefined || kind.wanted === wanted) && (kind.given === undefined || kind.given === given))?.cost ?? params.otherwise
}

function share(cases: readonly JudgedCase[], holds: (one: JudgedCase) => boolean): number | null {
  return cases.length === 0 ? null : cases.filter(holds).length / cases.length
}

function mean(cases: readonly JudgedCase[], of: (one: JudgedCase) => number): number | null {
  return cases.length === 0 ? null : cases.reduce((sum, one) => sum + of(one), 0) / cases.length
}

function times(factor: number, figure: number | null): number | null {
  return figure === null ? null : figure * factor
}
