/** Figures of matching: one function for each name a quest may use. Null where there is nothing to measure it on. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { evaluate } from '../graph/bind-expr.ts'
import { columnOf } from '../graph/table.ts'
import type { Figures, MetricSpec } from './harness.ts'
import type { JudgedCriterion, JudgedMatches, JudgedPair } from './match-criteria-join.ts'

const where = z.string().min(1).max(400).optional().describe('only people for whom this formula over the columns of the file holds')
const offer = z.string().min(1).max(40).optional().describe('only this offer, by its id')
const Of = z.strictObject({ where, offer })
const OfCriteria = z.strictObject({ where, offer, kind: z.enum(['inclusion', 'exclusion']).optional().describe('only criteria of this kind') })
const Counted = z.strictObject({ where, offer, per: z.number().positive().max(1_000_000).default(100).describe('for so many people') })
const Ratio = z.strictObject({
  by: z.string().min(1).max(80).describe('column of groups'),
  least: z.int().min(1).max(10_000).default(5).describe('leave out groups with fewer people and offers that fit each other'),
  where, offer,
})
type Params = { where?: string; offer?: string; kind?: 'inclusion' | 'exclusion'; per?: number; by?: string; least?: number }

interface Measure extends MetricSpec {
  params: z.ZodObject
  measure(list: JudgedMatches, params: Params): number | null
}

const share = <One>(of: readonly One[], part: (one: One) => boolean): number | null => (of.length === 0 ? null : of.filter(part).length / of.length)
const isRight = ({ said, told }: JudgedCriterion) => said === told
/** Sent without a question. */
const isSent = ({ place, questions }: JudgedPair) => place !== null && questions === 0

const MEASURES = {
  criterionAccuracy: { say: 'of the criteria, person by person: those of which the plan says what the file can tell, met, not met or not known', params: OfCriteria, measure: ({ criteria }) => share(criteria, isRight) },
  foundTop: { say: 'of the people who are eligible, as many as an offer has places: those on its list, to be asked first or not', params: Of, measure: foundTop },
  wrongOffers: { say: 'of the offers that are sent without a question: those to people who are not eligible', params: Of, measure: ({ pairs }) => share(pairs.filter(isSent), ({ eligible }) => !eligible) },
  honestUnknown: { say: 'of the criteria that the file cannot tell: those that the plan calls not known', params: OfCriteria, measure: ({ criteria }) => share(criteria.filter(({ told }) => told === -1), isRight) },
  needlessUnknown: { say: 'of the criteria that the plan calls not known: those that the file can tell', params: OfCriteria, measure: ({ criteria }) => share(criteria.filter(({ said }) => said === -1), ({ told }) => told !== -1) },
  unknownUse: { say: 'how well "not known" is used: F1 of calling those criteria so that the file cannot tell', params: OfCriteria, measure: unknownUse },
  offerRatio: { say: 'how many times as many of the eligible people of one group are on a list as of another: the largest share over the smallest; a group with nobody counts as half a person', params: Ratio, measure: offerRatio },
  questions: { say: 'criteria that somebody has to ask about before an offer, for so many people', params: Counted, measure: (list, { per = 100 }) => (list.pool.table.ids.length === 0 ? null : (per * list.pairs.reduce((sum, one) => sum + one.questions, 0)) / list.pool.table.ids.length) },
  listed: { say: 'places on lists that are taken, for so many people', params: Counted, measure: ({ pairs, pool }, { per = 100 }) => (pool.table.ids.length === 0 ? null : (per * pairs.filter(({ place }) => place !== null).length) / pool.table.ids.length) },
} as const satisfies Readonly<Record<string, Measure>>

const COMPARED = {
  testMinusDeployed: { say: 'what the learner\'s own run said of another metric, less what it is in use', params: z.strictObject({ of: z.string().min(1).max(80).describe('id of that metric') }) },
} as const satisfies Readonly<Record<string, MetricSpec>>

export const matchCriteriaMetrics: Readonly<Record<string, MetricSpec>> = { ...MEASURES, ...COMPARED }

/** Every metric of the quest, by metric id. `test` holds the learner's own figures; null while measuring those. */
export function matchFigures(list: JudgedMatches, metrics: readonly Metric[], test: Figures | null): Figures {
  return Object.fromEntries(metrics.map((metric) => [metric.id, figureOf(list, metric, metrics, test)]))
}

/** @throws Error for a metric that is not known: `quest check` finds it before a learner does */
function figureOf(list: JudgedMatches, { id, fn, params = {} }: Metric, metrics: readonly Metric[], test: Figures | null): number | null {
  const measure: Measure | undefined = Object.hasOwn(MEASURES, fn) ? MEASURES[fn as keyof typeof MEASURES] : undefined
  if (measure) {
    const read = measure.params.parse(params) as Params
    return measure.measure(narrowed(list, read), read)
  }
  if (!Object.hasOwn(COMPARED, fn)) throw new Error(`metric "${id}" names "${fn}", and match-criteria has no such function`)
  const other = metrics.find((one) => one.id === params['of'] && Object.hasOwn(MEASURES, one.fn))
  if (!other) throw new Error(`metric "${id}" compares "${String(params['of'])}", and the quest has no such metric`)
  const [believed, deployed] = [test?.[other.id] ?? null, figureOf(list, other, metrics, test)]
  return believed === null || deployed === null ? null : believed - deployed
}

function narrowed(list: JudgedMatches, { where: formula, offer: id, kind }: Params): JudgedMatches {
  if (formula === undefined && id === undefined && kind === undefined) return list
  const holds = formula === undefined ? null : evaluate(formula, list.pool.table)
  const only = id === undefined ? null : list.pool.offers.findIndex((one) => one.id === id)
  const stays = (one: { row: number; offer: number }) => (holds === null || (holds[one.row] || 0) !== 0) && (only === null || one.offer === only)
  return {
    ...list, pairs: list.pairs.filter(stays),
    criteria: list.criteria.filter((one) => stays(one) && (kind === undefined || list.truth.criteria[one.offer]?.[one.criterion]?.kind === kind)),
  }
}

function foundTop({ pairs, pool }: JudgedMatches): number | null {
  let [found, could] = [0, 0]
  for (const [o, { places }] of pool.offers.entries()) {
    const eligible = pairs.filter((one) => one.offer === o && one.eligible)
    could += Math.min(places, eligible.length)
    found += eligible.filter(({ place }) => place !== null).length
  }
  return could === 0 ? null : found / could
}

function unknownUse({ criteria }: JudgedMatches): number | null {
  let [both, said, told] = [0, 0, 0]
  for (const one of criteria) {
    if (one.said === -1) said++
    if (one.told === -1) told++
    if (one.said === -1 && one.told === -1) both++
  }
  return told === 0 ? null : (2 * both) / (said + told)
}

function offerRatio(list: JudgedMatches, { by = '', least = 5 }: Params): number | null {
  const shares = reachedByGroup(list, by).filter(({ eligible }) => eligible >= least).map(({ eligible, reached }) => Math.max(reached, 0.5) / eligible)
  return shares.length < 2 ? null : Math.max(...shares) / Math.min(...shares)
}

/** By group, in the order of their names: people and offers that fit each other, and how many of those pairs are on a list. */
export function reachedByGroup({ pairs, pool: { table } }: Pick<JudgedMatches, 'pairs' | 'pool'>, by: string): { group: string; eligible: number; reached: number }[] {
  const column = columnOf(table, by)
  const groups = new Map<string, { eligible: number; reached: number }>()
  for (const { row, eligible, place } of pairs) {
    if (!eligible) continue
    const name = String(column?.values[row] ?? '')
    const group = groups.get(name) ?? { eligible: 0, reached: 0 }
    group.eligible++
    if (place !== null) group.reached++
    groups.set(name, group)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, counts]) => ({ group, ...counts }))
}
