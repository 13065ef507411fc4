/** `flow-sim`: a plan for a service that the quest describes, lived through the futures of hidden sets. */
import { z } from 'zod'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import { flowEventsIn } from '../blocks/operate/flow.run.ts'
import { isTable, type PortValue } from '../graph/ports.ts'
import { type Asked, FLOW_FIGURES, type FlowFigure, type Future } from '../ops/flow/flow-figures.ts'
import { type FlowEvents, isFlowTable, liveFutures } from '../ops/flow/flow-run.ts'
import { flowViews } from '../ops/flow/flow-views.ts'
import { flowCases, type FlowSet } from './flow-sim-cases.ts'
import { flowStory } from './flow-sim-story.ts'
import type { Figures, Harness, MetricSpec } from './harness.ts'

const Station = z.string().min(1).max(40)
const at = z.union([Station, z.array(Station).min(1).max(8)]).describe('station, or several')
const who = z.string().min(1).max(400).optional().describe('formula over cases: who is counted')
const quantile = z.number().gt(0).lte(1).default(0.9).describe('share of the waits that are no longer')
const within = z.number().min(0).max(1e5).describe('minutes')
const by = z.string().min(1).max(40).describe('column of groups; groups of fewer than ten are left out')

const METRICS = {
  wait: { say: 'minutes from asking for a station until it was there, on average; planned cases count from their planned time', params: z.strictObject({ at, who }) },
  waitQuantile: { say: 'minutes that so large a share of the waits does not exceed', params: z.strictObject({ at, who, quantile }) },
  waitWithin: { say: 'share of the waits that were no longer than so many minutes', params: z.strictObject({ at, who, within }) },
  groupWorst: { say: 'mean wait of the group that waits longest', params: z.strictObject({ at, who, groups: by }) },
  groupRatio: { say: 'mean wait of the group that waits longest over that of the one that waits least: 1 is even', params: z.strictObject({ at, who, groups: by }) },
  cancelled: { say: 'planned cases sent home on the day, in one future', params: z.strictObject({ who }) },
  noBed: { say: 'planned cases sent home because a unit was missing that they would have needed afterwards, in one future' },
  unplanned: { say: 'cases of the list that the plan has no room for' },
  seen: { say: 'cases that got to a station, in one future', params: z.strictObject({ at, who }) },
  overtime: { say: 'minutes that planned cases ran past closing, summed over units and days of one future', params: z.strictObject({ at }) },
  use: { say: 'share of the staffed minutes in which a case was being seen to', params: z.strictObject({ at }) },
  occupancy: { say: 'share of all unit-minutes that were taken, by cases, by cleaning, or kept for somebody', params: z.strictObject({ at }) },
  fullHours: { say: 'hours without a free unit, in one future', params: z.strictObject({ at }) },
  blockedHours: { say: 'unit-hours held by cases that were done and could not go on, or that waited to be handed over, in one future', params: z.strictObject({ at }) },
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
    const futures = liveFutures(whole.truth, eventsIn(result).plan)
    return { label, seed, weight, n: futures.length, figures: figuresOf(quest.verify.metrics, futures), futures, spec: whole.truth.flow.spec, meta: whole.meta }
  },
  whyNull: ({ fn }) => (fn === 'groupRatio' || fn === 'groupWorst' ? 'There are not two groups of ten to compare.' : 'Nobody came there, so there is nothing to measure.'),
  cases: (quest, sets) => flowCases(quest, sets),
  views: (_: Quest, sets) => (sets[0] ? flowViews(sets[0].spec, sets[0].futures) : []),
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
    where: params['who'] as string | undefined, by: params['groups'] as string | undefined,
    quantile: params['quantile'] as number | undefined, within: params['within'] as number | undefined,
  }
}

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
function knownFn(fn: string): FlowFigure {
  if (!Object.hasOwn(FLOW_FIGURES, fn)) throw new Error(`flow-sim has no function "${fn}"`)
  return fn as FlowFigure
}
