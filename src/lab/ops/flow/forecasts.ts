/** What a graph foretells of the cases of a list, as the plan reads it: by name, and where nothing is foretold, what people say today. */
import type { Column, Table } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'
import { amounts } from './amounts.ts'
import type { FlowSpec } from './spec.ts'

/** By name of the forecast and id of the case. */
export type Foretold = Readonly<Record<string, ReadonlyMap<string, number>>>

/** Columns of a table that reached the plan, as far as the service asks for them; what is no number is not foretold. */
export function foretoldIn({ forecasts }: Pick<FlowSpec, 'forecasts'>, table: Table): Foretold {
  return Object.fromEntries(Object.keys(forecasts).flatMap((name): [string, ReadonlyMap<string, number>][] => {
    const column = columnOf(table, name)
    if (column?.kind !== 'number') return []
    return [[name, new Map(table.ids.flatMap((id, row): [string, number][] => (Number.isFinite(column.values[row]) ? [[id, column.values[row] as number]] : [])))]]
  }))
}

/** A column for each forecast of the service, over all cases of a future. */
export function forecastColumns({ forecasts }: Pick<FlowSpec, 'forecasts'>, cases: Table, foretold: Foretold): Record<string, Column> {
  return Object.fromEntries(Object.entries(forecasts).map(([name, { else: otherwise }]): [string, Column] => {
    const said = Object.hasOwn(foretold, name) ? foretold[name] : undefined
    const today = amounts(otherwise, cases)
    return [name, { kind: 'number', values: Float64Array.from(cases.ids, (id, row) => said?.get(id) ?? (today[row] as number)) }]
  }))
}
