/** A column of numbers put beside those of a table. */
import type { RunContext } from '../../graph/block.ts'
import type { Table } from '../../graph/ports.ts'
import { columnOf } from '../../graph/table.ts'

/** Known at the moment of decision: it is made of what came before. */
export function withColumn(table: Table, name: string, values: Float64Array, context: RunContext): Table {
  if (columnOf(table, name)) context.problem(`There is a column "${name}" already. Give the new one another name.`, 'twice')
  return { ...table, meta: [...table.meta, { name, label: name, kind: 'number', availableAt: context.viewAt }], columns: { ...table.columns, [name]: { kind: 'number', values } } }
}
