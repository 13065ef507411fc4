import { overspent, readServicePlan, type ServicePlan } from '../../../core/artefacts/service-plan.ts'
import { type Block } from '../../graph/block.ts'
import { isTable, type PortValue, type Table } from '../../graph/ports.ts'
import { take } from '../../graph/take.ts'
import { drawFuture } from '../../ops/flow/cases.ts'
import { caseTable } from '../../ops/flow/case-numbers.ts'
import { type FlowEvents, type FlowTruth, isFlowTable, liveFutures } from '../../ops/flow/flow-run.ts'
import { FLOW_FIGURES } from '../../ops/flow/flow-figures.ts'
import { flowViews, listsView } from '../../ops/flow/flow-views.ts'
import { foretoldIn } from '../../ops/flow/forecasts.ts'
import { layOut, type Laid } from '../../ops/flow/schedule.ts'
import { countOf } from '../say.ts'
import { flowSimSpec, planSinkSpec, planSpec } from './flow.ts'

/** A plan, with the cases it is for; `truth` is known for visible cases alone. */
export interface Planned { type: 'Plan'; about: 'flow'; plan: ServicePlan; table: Table; truth: FlowTruth | null; laid: Laid | null }

export const servicePlan: Block = {
  ...planSpec,
  fit(inputs, context) {
    const table = take(inputs, 'cases', 'Table')
    const cases = context.cases(context.set)
    if (!isTable(cases) || !isFlowTable(cases)) return context.problem('This block plans a service that the quest describes (flow.synthetic), and these cases come from elsewhere.', 'no-flow')
    const { truth } = cases
    const { spec } = truth.flow
    const read = readServicePlan(context.artefacts['servicePlan'], spec.levers)
    if (!read.ok) return context.problem(`${read.say} Set it on the tab Running the day.`, 'no-plan')
    const over = overspent(spec.budgets, read.plan)
    if (over !== null) return context.problem(`${over} Take something back on the tab Running the day.`, 'over-budget')
    return { outputs: plannedOf({ plan: read.plan, table, truth, laid: laidOf(truth, read.plan, table) }), state: read.plan }
  },
  apply(inputs, state) {
    return plannedOf({ plan: state as ServicePlan, table: take(inputs, 'cases', 'Table'), truth: null, laid: null })
  },
  report(_, outputs) {
    const { table, laid, truth } = plannedIn(outputs['plan'])
    if (!laid || !truth?.flow.spec.schedule) return { rows: table.ids.length, columns: null, facts: ['the plan is made'], views: [] }
    return { rows: table.ids.length, columns: null, facts: [`${countOf(laid.places.length, 'case')} on lists`, `${laid.left.length} without a place`, ...forecastFacts(truth, table)], views: [listsView(truth.flow.spec, laid)] }
  },
}

export const flowSim: Block = {
  ...flowSimSpec,
  fit(inputs, context) {
    const { plan, table, truth } = plannedIn(inputs['plan'])
    return { outputs: eventsOf({ plan, table, truth, futures: truth ? liveFutures(truth, plan, foretoldIn(truth.flow.spec, table), (done) => context.tick(done)) : null }), state: null }
  },
  /** How hidden days go is for the judge to see. */
  apply(inputs) {
    const { plan, table } = plannedIn(inputs['plan'])
    return eventsOf({ plan, table, truth: null, futures: null })
  },
  report(_, outputs) {
    const { table, futures, truth } = flowEventsIn(outputs['days'])
    if (!futures || !truth) return { rows: table.ids.length, columns: null, facts: [], views: [] }
    const home = FLOW_FIGURES.cancelled(futures, { at: [] }) ?? 0
    const { spec } = truth.flow
    return {
      rows: table.ids.length, columns: null,
      facts: [`${countOf(futures.length, 'future')} lived`, ...(spec.schedule ? [`${home.toFixed(1)} sent home in each`] : [])],
      views: flowViews(spec, futures),
    }
  },
}

export const planSink: Block = {
  ...planSinkSpec,
  fit(inputs, context) {
    const { days } = inputs
    if ((days as unknown as FlowEvents | undefined)?.about !== 'flow') return context.problem('These are the days of a clinic, which goes into its own result. Wire Lived futures to this one.', 'other-service')
    return { outputs: { result: { type: 'Result', from: days as PortValue } }, state: null }
  },
  report(inputs) {
    return { rows: flowEventsIn(inputs['days']).table.ids.length, columns: null, facts: [], views: [] }
  },
}

/** @throws TypeError for events of another place */
export function flowEventsIn(value: PortValue | undefined): FlowEvents {
  const events = value as unknown as FlowEvents | undefined
  if (events?.type !== 'Events' || events.about !== 'flow') throw new TypeError('these are not the days of a described service')
  return events
}

export function plannedIn(value: PortValue | undefined): Planned {
  const planned = value as unknown as Planned | undefined
  if (planned?.type !== 'Plan') throw new TypeError('this is no plan of a service')
  return planned
}

function plannedOf(of: Omit<Planned, 'type' | 'about'>): Record<string, PortValue> {
  return { plan: { type: 'Plan', about: 'flow', ...of } as unknown as PortValue }
}

function eventsOf(of: Omit<FlowEvents, 'type' | 'about'>): Record<string, PortValue> {
  return { days: { type: 'Events', about: 'flow', ...of } as unknown as PortValue }
}

/** Whether each forecast that the plan may read has reached it: a column under another name is none. */
function forecastFacts({ flow: { spec } }: FlowTruth, table: Table): string[] {
  const foretold = foretoldIn(spec, table)
  return Object.entries(spec.forecasts).map(([name, { label }]) => `${label}: ${foretold[name]?.size ? `foretold for ${foretold[name].size} of ${table.ids.length}` : `not foretold (no column ${name} comes in)`}`)
}

/** The list as this plan lays it out; null where there is no list. */
function laidOf({ flow, seed }: FlowTruth, plan: ServicePlan, table: Table): Laid | null {
  if (!flow.spec.schedule) return null
  const cases = drawFuture(flow, seed, 0)
  return layOut(flow.spec, plan, caseTable(flow.spec, plan, cases.table, foretoldIn(flow.spec, table)), cases.listed)
}
