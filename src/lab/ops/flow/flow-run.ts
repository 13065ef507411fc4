/** A plan for a service, lived through many futures. */
import type { ServicePlan } from '../../../core/artefacts/service-plan.ts'
import type { Table } from '../../graph/ports.ts'
import { caseTable } from './case-numbers.ts'
import { drawFuture, type Flow } from './cases.ts'
import { live } from './engine.ts'
import type { Foretold } from './forecasts.ts'
import type { Future } from './flow-figures.ts'

/** What a generator hands to a simulation beside the rows that anybody may see. */
export interface FlowTruth { flow: Flow; seed: string }

/** A table that knows how to be lived. `asOf` takes that away. */
export interface FlowTable extends Table { truth: FlowTruth }

export function isFlowTable(table: Table): table is FlowTable {
  return 'truth' in table && (table as FlowTable).truth.flow !== undefined
}

/** What the simulation hands on: the plan, and the lived futures where what would happen is known. */
export interface FlowEvents {
  type: 'Events'
  about: 'flow'
  plan: ServicePlan
  table: Table
  futures: readonly Future[] | null
  truth: FlowTruth | null
}

/** @param tick told the share done before each future */
export function liveFutures({ flow, seed }: FlowTruth, plan: ServicePlan, foretold: Foretold = {}, tick: (done: number) => void = () => {}): Future[] {
  return Array.from({ length: flow.spec.futures }, (_, future) => {
    tick(future / flow.spec.futures)
    const cases = drawFuture(flow, seed, future)
    return { lived: live(flow.spec, plan, cases, foretold), table: caseTable(flow.spec, plan, cases.table, foretold) }
  })
}
