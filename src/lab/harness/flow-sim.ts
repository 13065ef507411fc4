/** `flow-sim`: a plan for a service that the quest describes, lived through the futures of hidden sets. */
import { z } from 'zod'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { View } from '../../core/verdict.ts'
import { flowEventsIn } from '../blocks/operate/flow.run.ts'
import { coverageBars } from '../blocks/view/coverage-pictures.ts'
import { isTable, type PortValue } from '../graph/ports.ts'
import { type Asked, coveredBy, FLOW_FIGURES, type FlowFigure, type Future } from '../ops/flow/flow-figures.ts'
import { type FlowEvents, isFlowTable, liveFutures } from '../ops/flow/flow-run.ts'
import { flowViews } from '../ops/flow/flow-views.ts'
import { foretoldIn } from '../ops/flow/forecasts.ts'
import { flowCases, type FlowSet } from './flow-sim-cases.ts'
import { flowStory } from './flow-sim-story.ts'
import type { Figures, Harness, MetricSpec } from './harness.ts'

const Station = z.string().min(1).max(40)
const at = z.union([Station, z.array(Station).min(1).max(8)]).describe('station, or several')
const only = z.string().min(1).max(400).optional().describe('formula over cases: who is counted')
const quantile = z.number().gt(0).lte(1).default(0.9).describe('share of the waits that are no longer')
const within = z.number().min(0).max(1e5).describe('minutes')
const by = z.string().min(1).max(40).describe('column of groups; groups of fewer than ten are left out')

const forecast = z.string().min(1).max(40).describe('forecast that the plan may read, a name of "forecasts"')
const promised = z.number().gt(0).lt(1).default(0.85).describe('share that the forecast promises to hold')
const actual = z.string().min(1).max(40).describe('column that says what came of it')

const METRICS = {
  wait: { say: 'minutes from asking for a station until it was there, on average; planned cases count from their planned time', params: z.strictObject({ at, only }) },
  waitQuantile: { say: 'minutes that so large a share of the waits does not exceed', params: z.strictObject({ at, only, quantile }) },
  waitWithin: { say: 'share of the waits that were no longer than so many minutes', params: z.strictObject({ at, only, within }) },
  groupWorst: { say: 'mean wait of the group that waits longest', params: z.strictObject({ at, only, groups: by }) },
  groupRatio: { say: 'mean wait of the group that waits longest over that of the one that waits least: 1 is even', params: z.strictObject({ at, only, groups: by }) },
  cancelled: { say: 'planned cases sent home on the day, in one future', params: z.strictObject({ only }) },
  noBed: { say: 'planned cases sent home because a unit was missing that they would have needed afterwards, in one future' },
  unplanned: { say: 'cases of the list that the plan has no room for' },
  seen: { say: 'cases that got to a station, in one future', params: z.strictObject({ at, only }) },
  overtime: { say: 'minutes that planned cases ran past closing, summed over units and days of one future', params: z.strictObject({ at }) },
  use: { say: 'share of the staffed minutes in which a case was being seen to', params: z.strictObject({ at }) },
  occupancy: { say: 'share of all unit-minutes that were taken, by cases, by cleaning, or kept for somebody', params: z.strictObject({ at }) },
  fullHours: { say: 'hours without a free unit, in one future', params: z.strictObject({ at }) },
  blockedHours: { say: 'unit-hours held by cases that were done and could not go on, or that waited to be handed over, in one future', params: z.strictObject({ at }) },
  coverage: { say: 'share of the cases of the list, over all futures, that came out at or below a forecast', params: z.strictObject({ forecast, actual, only, quantile: promised }) },
  coverageWorst: { say: 'the same share in the group that the forecast holds least', params: z.strictObject({ forecast, actual, only, groups: by }) },
  pinball: { say: 'pinball loss of a forecast for so large a share, on average over the list and all futures, in units of the column', params: z.strictObject({ forecast, actual, only, quantile: promised }) },
} as const satisfies Readonly<Record<FlowFigure, MetricSpec>>

export const flowSim: Harness<FlowSet> = {
  id: 'flow-sim',
  about: 'a plan for a service that the quest describes, lived through many futures of hidden sets',
  judges: 'Events',
  generators: ['flow.synthetic'],
  metrics: METRICS,
  testFigures(result, metrics) {
    return figuresOf(metrics, eventsIn(result).futures)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (!isTable(whole) || !isFlowTable(whole)) throw new TypeError(`flow-sim lives through a described service, not through ${whole.type}`)
    const { plan, table } = eventsIn(result)
    const futures = liveFutures(whole.truth, plan, foretoldIn(whole.truth.flow.spec, table))
    return { label, seed, weight, n: futures.length, figures: figuresOf(quest.verify.metrics, futures), futures, spec: whole.truth.flow.spec, meta: whole.meta }
  },
  whyNull: ({ fn }) => (fn === 'groupRatio' || fn === 'groupWorst' || fn === 'coverageWorst' ? 'There are not enough groups of ten to compare.' : 'Nobody came there, so there is nothing to measure.'),
  cases: (quest, sets) => flowCases(quest, sets),
  views: ({ verify }: Quest, sets) => (sets[0] ? [...flowViews(sets[0].spec, sets[0].futures), ...heldViews(verify.metrics, sets)] : []),
  story: (quest, sets) => flowStory(quest, sets),
}

function eventsIn(result: PortValue): FlowEvents {
  return flowEventsIn(result.type === 'Result' ? (result as { from: PortValue }).from : result)
}

function figuresOf(metrics: readonly Metric[], futures: readonly Future[] | null): Figures {
  return Object.fromEntries(metrics.map(({ id, fn, params = {} }) => [id, futures ? FLOW_FIGURES[knownFn(fn)](futures, askedOf(params)) : null]))
}

function askedOf(params: Readonly<Record<string, unknown>>): Asked {
  const { at: where } = params
  return {
    at: Array.isArray(where) ? where.map(String) : where === undefined ? [] : [String(where)],
    where: params['only'] as string | undefined, by: params['groups'] as string | undefined,
    forecast: params['forecast'] as string | undefined, actual: params['actual'] as string | undefined,
    quantile: params['quantile'] as number | undefined, within: params['within'] as number | undefined,
  }
}

/** How well each forecast that is judged held in each kind of case, over all hidden sets. */
function heldViews(metrics: readonly Metric[], sets: readonly FlowSet[]): View[] {
  const judged = new Map(metrics.flatMap(({ fn, params = {} }) => (fn === 'coverage' ? [[JSON.stringify(params), askedOf(params)] as const] : [])))
  const [spec] = sets.map((set) => set.spec)
  const kind = spec?.schedule?.of
  return [...judged.values()].map((asked) => coverageBars(`Held by "${spec?.forecasts[asked.forecast ?? '']?.label ?? ''}"`, asked.quantile ?? 0.85, coveredBy(sets.flatMap(({ futures }) => futures), { ...asked, by: kind })))
}

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
function knownFn(fn: string): FlowFigure {
  if (!Object.hasOwn(FLOW_FIGURES, fn)) throw new Error(`flow-sim has no function "${fn}"`)
  return fn as FlowFigure
}
