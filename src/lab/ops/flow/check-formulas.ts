/** Formulas of a service: that they can be read, that every name is there, and that nobody plans with what is not known yet. */
import { nearest } from '../../../core/nearest.ts'
import type { ParamProblem } from '../../data/generator.ts'
import { drawColumns } from '../../data/synthetic/draw.ts'
import { needsOf, readFormula } from '../../data/synthetic/formulas.ts'
import { emptyColumns } from '../../data/synthetic/plan.ts'
import type { Draw } from '../../data/synthetic/spec.ts'
import { ExprError } from '../../graph/expr.ts'
import type { Column } from '../../graph/ports.ts'
import { amounts, constantColumns, leverColumns, orderColumns, somePlan, tableOf } from './amounts.ts'
import { type Flow, GIVEN } from './cases.ts'
import type { Amount, FlowSpec } from './spec.ts'

type Columns = Readonly<Record<string, Column>>
interface Formula { path: readonly PropertyKey[]; of: Amount | undefined }
const inside = (path: readonly PropertyKey[], from: object, ...names: string[]): Formula[] => names.map((name) => ({ path: [...path, name], of: (from as Record<string, Amount | undefined>)[name] }))

export function formulaProblems({ spec, drawing }: Flow): ParamProblem[] {
  const foretold = new Set(Object.keys(spec.forecasts))
  const constants = constantColumns(spec)
  const set = { ...constants, ...leverColumns(spec, somePlan(spec)) }
  const cases = caseColumns({ spec, drawing })
  const hidden = livedColumns(spec)
  return [
    ...look(ofConstants(spec), constants, 'Only constants can be read here: who comes does not depend on the plan.'),
    ...look(ofStations(spec), set, 'Only constants and levers of one number or word can be read here.'),
    ...look(ofCases(spec), cases, ''),
    ...look(ofSchedule(spec), without(cases, hidden), `Whoever plans knows columns that are not lived, constants and levers${foretold.size > 0 ? ', and forecasts' : ''}.`),
    ...look(ofForecasts(spec), without(without(cases, hidden), foretold), 'Where nothing is foretold, people go by columns that are not lived, constants and levers.'),
  ]
}

/** A formula over cases, as a metric may ask it. */
export function caseProblems(flow: Flow, formula: string): ParamProblem[] {
  return look([{ path: [], of: formula }], caseColumns(flow), '')
}

/** Every column that a formula over cases may read, with no rows. */
function caseColumns({ spec, drawing }: Flow): Columns {
  const plan = somePlan(spec)
  const drawn = { ...drawColumns({ ...drawing, n: 0 }, '', { given: emptyColumns(GIVEN) }), ...emptyColumns(GIVEN), ...constantColumns(spec, 0) }
  const foretold = emptyColumns(Object.fromEntries(Object.keys(spec.forecasts).map((name) => [name, 'number' as const])))
  return { ...drawn, ...leverColumns(spec, plan, 0), ...orderColumns(spec, plan, tableOf(drawn, 0)), ...foretold }
}

function without(columns: Columns, names: ReadonlySet<string>): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !names.has(name)))
}

function ofConstants({ arrivals, closures }: FlowSpec): Formula[] {
  return [
    ...Object.entries(arrivals).flatMap(([name, arrival]): Formula[] => [
      ...inside(['arrivals', name], arrival, 'count'),
      ...(Array.isArray(arrival.perHour) ? arrival.perHour.map((of, i) => ({ path: ['arrivals', name, 'perHour', i], of })) : inside(['arrivals', name], arrival, 'perHour')),
      ...arrival.surges.flatMap((surge, i) => inside(['arrivals', name, 'surges', i], surge, 'times')),
    ]),
    ...closures.flatMap((closure, i) => inside(['closures', i], closure, 'units')),
  ]
}

function ofStations({ stations, travel }: FlowSpec): Formula[] {
  return [
    ...Object.entries(stations).flatMap(([name, station]) => [...(Array.isArray(station.units) ? [] : inside(['stations', name], station, 'units')), ...inside(['stations', name], station, 'night', 'late')]),
    ...(travel ? inside(['travel'], travel, 'minutesPerUnit', 'least') : []),
  ]
}

function ofCases({ stations, steps }: FlowSpec): Formula[] {
  return [
    ...Object.entries(stations).flatMap(([name, station]) => inside(['stations', name], station, 'cleaning')),
    ...steps.flatMap((step, i) => [
      ...inside(['steps', i], step, 'minutes', 'when', 'priority', 'ageing', 'keepFree'),
      ...(step.by ? inside(['steps', i, 'by'], step.by, 'travel', 'queue', 'wait') : []),
    ]),
  ]
}

function ofSchedule({ schedule }: FlowSpec): Formula[] {
  return schedule ? inside(['schedule'], schedule, 'minutes', 'closing', 'between', 'first', 'order') : []
}

function ofForecasts({ forecasts }: FlowSpec): Formula[] {
  return Object.entries(forecasts).flatMap(([name, forecast]) => inside(['forecasts', name], forecast, 'else'))
}

function look(formulas: readonly Formula[], columns: Columns, why: string): ParamProblem[] {
  const names = Object.keys(columns)
  const table = tableOf(columns, 0)
  return formulas.flatMap(({ path, of }): ParamProblem[] => {
    if (typeof of !== 'string') return []
    const read = readFormula(of)
    if (!read.ok) return [{ path, what: `the formula cannot be read from character ${read.at + 1} on`, mend: read.say }]
    const stray = read.names.find((name) => !Object.hasOwn(columns, name))
    if (stray !== undefined) {
      const near = nearest(stray, names)
      return [{ path, what: `"${stray}" is not known here`, mend: [near ? `Did you mean "${near}"?` : '', why].filter(Boolean).join(' ') || 'Add a column, a constant or a lever of this name. Words go in quotes.' }]
    }
    try {
      amounts(of, table)
      return []
    } catch (error) {
      if (!(error instanceof ExprError)) throw error
      return [{ path, what: `the formula does not fit its columns from character ${error.position + 1} on`, mend: error.message }]
    }
  })
}

/** Columns that are lived, and all that are made from them. */
function livedColumns({ cases, lived }: FlowSpec): ReadonlySet<string> {
  const hidden = new Set<string>(lived)
  for (let before = -1; before < hidden.size;) {
    before = hidden.size
    for (const [name, draw] of Object.entries(cases.columns)) if (needsOf(name, draw as Draw).some((one) => hidden.has(one))) hidden.add(name)
  }
  return hidden
}
