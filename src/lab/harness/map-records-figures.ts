/** Figures of a map on records: one function for each name a quest may use. Null where there is nothing to measure it on. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { evaluate } from '../graph/bind-expr.ts'
import type { Outcome } from '../records/compare-record.ts'
import type { Figures, MetricSpec } from './harness.ts'
import { groupedBy, type JudgedElement, type JudgedMap } from './map-records-join.ts'

const Name = z.string().min(1).max(80)
const where = z.string().min(1).max(400).optional().describe('only records for which this formula over their columns holds')
const element = Name.optional().describe('element it is about, "Result.code", or a part, "Result"; all when left out')
const per = z.number().positive().max(1_000_000).default(1).describe('counted per so many')
const OfElement = z.strictObject({ element, where })
const Counted = z.strictObject({ element, where, per })

interface Measure extends MetricSpec {
  measure(elements: readonly JudgedElement[], list: JudgedMap, params: { per?: number }): number | null
}

const is = (...outcomes: Outcome[]) => ({ outcome }: JudgedElement) => outcomes.includes(outcome)
/** There was something right to put in. */
const answerable = is('right', 'wrong', 'dangerous', 'missing', 'asked')
const filled = is('right', 'wrong', 'dangerous', 'forced')
const unanswerable = is('honest', 'forced', 'silent')

function share(of: readonly JudgedElement[], part: (one: JudgedElement) => boolean, per = 1): number | null {
  return of.length === 0 ? null : (per * of.filter(part).length) / of.length
}

const MEASURES = {
  right: { say: 'of the elements that something is right for: those that are right', params: OfElement, measure: (all) => share(all.filter(answerable), is('right')) },
  wrong: { say: 'of the elements that are filled in: those that are wrong, forced ones too', params: OfElement, measure: (all) => share(all.filter(filled), is('wrong', 'dangerous', 'forced')) },
  missing: { say: 'of the elements that something is right for: those that stay empty and ask nobody', params: OfElement, measure: (all) => share(all.filter(answerable), is('missing')) },
  asked: { say: 'of the elements that something is right for: those left to a person', params: OfElement, measure: (all) => share(all.filter(answerable), is('asked')) },
  honest: { say: 'of the elements that nothing is right for: those left to a person', params: OfElement, measure: (all) => share(all.filter(unanswerable), is('honest')) },
  forced: { say: 'of the elements that nothing is right for: those filled in all the same', params: OfElement, measure: (all) => share(all.filter(unanswerable), is('forced')) },
  dangerous: { say: 'of the numbers that are filled in: those that are off by many times, per so many', params: Counted, measure: (all, _, { per }) => share(all.filter((one) => filled(one) && one.element.type === 'number'), is('dangerous'), per) },
  whole: { say: 'share of records of which every element is right, or honestly left to a person', params: z.strictObject({ where }), measure: (all) => wholeShare(all) },
  inShape: { say: 'share of records that keep to the shape: what is required is there, kinds and codes fit', params: z.strictObject({ where }), measure: (all) => wholeShare(all, ({ problem }) => problem === null) },
  rowsUsed: { say: 'rows of the map', params: z.strictObject({}), measure: (_, { mapRows }) => mapRows.length },
} as const satisfies Readonly<Record<string, Measure>>

/** These compare another metric of the quest. */
const COMPARED = {
  worstOf: { say: 'another metric, for the group of records in which it is lowest', params: z.strictObject({ of: Name.describe('id of that metric'), by: Name.describe('column of groups') }) },
  testMinusDeployed: { say: 'what the learner\'s own run said of another metric, less what it is in use', params: z.strictObject({ of: Name.describe('id of that metric') }) },
} as const satisfies Readonly<Record<string, MetricSpec>>

export const mapRecordsMetrics: Readonly<Record<string, MetricSpec>> = { ...MEASURES, ...COMPARED }

function wholeShare(all: readonly JudgedElement[], good: (one: JudgedElement) => boolean = is('right', 'honest')): number | null {
  const records = groupedBy(all, ({ row }) => String(row))
  const kept = [...records.values()].filter((elements) => elements.every(good)).length
  return records.size === 0 ? null : kept / records.size
}

/** Every metric of the quest, by metric id. `test` holds the learner's own figures; null while measuring those. */
export function mapFigures(list: JudgedMap, metrics: readonly Metric[], test: Figures | null): Figures {
  return Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(list, metric, metrics, test)]))
}

/** @throws Error for a metric that is not known: `quest check` finds it before a learner does */
function figureOf(list: JudgedMap, { id, fn, params = {} }: Metric, metrics: readonly Metric[], test: Figures | null): number | null {
  const measure: Measure | undefined = Object.hasOwn(MEASURES, fn) ? MEASURES[fn as keyof typeof MEASURES] : undefined
  if (measure) {
    const { element: path, where: holds, per: times } = (measure.params ?? OfElement).parse(params) as z.infer<typeof Counted>
    return measure.measure(within(list, holds).filter((one) => path === undefined || one.path === path || one.path.startsWith(`${path}.`)), list, { per: times })
  }
  if (!Object.hasOwn(COMPARED, fn)) throw new Error(`metric "${id}" names "${fn}", and map-records has no such function`)
  const { of, by } = params as { of: string; by?: string }
  const other = metrics.find((one) => one.id === of && Object.hasOwn(MEASURES, one.fn))
  if (!other) throw new Error(`metric "${id}" compares "${of}", and the quest has no such metric`)
  if (fn === 'testMinusDeployed') {
    const [believed, deployed] = [test?.[of] ?? null, figureOf(list, other, metrics, test)]
    return believed === null || deployed === null ? null : believed - deployed
  }
  const column = list.table.columns[by ?? '']
  const groups = groupedBy(list.elements, ({ row }) => String(column?.values[row] ?? ''))
  const figures = [...groups.values()].flatMap((elements) => figureOf({ ...list, elements }, other, metrics, test) ?? [])
  return figures.length === 0 ? null : Math.min(...figures)
}

function within({ elements, table }: JudgedMap, where: string | undefined): readonly JudgedElement[] {
  if (where === undefined) return elements
  const holds = evaluate(where, table)
  return elements.filter(({ row }) => (holds[row] || 0) !== 0)
}
