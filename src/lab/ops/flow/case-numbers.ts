/** Formulas of the steps, worked out for every case before anything happens. */
import type { ServicePlan } from '../../../core/artefacts/service-plan.ts'
import type { Table } from '../../graph/ports.ts'
import { type Amount, type FlowSpec } from './spec.ts'
import { amounts, constantColumns, leverColumns, orderColumns } from './amounts.ts'
import { forecastColumns, type Foretold } from './forecasts.ts'

/** By row of the case. */
export interface StepNumbers {
  minutes: Float64Array
  when: Float64Array
  priority: Float64Array
  ageing: Float64Array
  keepFree: Float64Array
  /** Weights of travel, queue and wait where there are stations to choose from. */
  by: readonly [Float64Array, Float64Array, Float64Array]
  /** Minutes of the step, on average over those who take it. */
  mean: number
}

export function stepNumbersOf({ steps }: FlowSpec, table: Table): StepNumbers[] {
  const of = (value: Amount) => amounts(value, table)
  return steps.map((step) => {
    const { travel = 1, queue = 0, wait = 0 } = step.by ?? {}
    // A time that cannot be worked out is none: nobody may stay for ever.
    const minutes = of(step.minutes).map((value) => (Number.isFinite(value) ? Math.max(0, value) : 0))
    const when = of(step.when ?? 1)
    const taking = minutes.filter((_, row) => isYes(when[row]))
    return {
      minutes, when, priority: of(step.priority), ageing: of(step.ageing), keepFree: of(step.keepFree), by: [of(travel), of(queue), of(wait)],
      mean: taking.length === 0 ? 0 : taking.reduce((sum, one) => sum + one, 0) / taking.length,
    }
  })
}

/** Columns of the cases with constants, levers and forecasts beside them. */
export function caseTable(spec: FlowSpec, plan: ServicePlan, cases: Table, foretold: Foretold = {}): Table {
  const rows = cases.ids.length
  const known: Table = { ...cases, columns: { ...cases.columns, ...constantColumns(spec, rows), ...leverColumns(spec, plan, rows), ...orderColumns(spec, plan, cases) } }
  return { ...known, columns: { ...known.columns, ...forecastColumns(spec, known, foretold) } }
}

export function isYes(value: number | undefined): boolean {
  return value !== undefined && value !== 0 && !Number.isNaN(value)
}
