/** A column put beside those of a table. */
import type { Block, RunContext } from '../../graph/block.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { columnOf, headOf } from '../../graph/table.ts'
import { numbersView } from '../distribution.ts'
import { rowsOf } from '../say.ts'

/** Numbers, NaN where missing. Known at the moment of decision: it is made of what came before. */
export function withColumn(table: Table, name: string, values: Float64Array, context: RunContext): Table {
  return withMade(table, name, { kind: 'number', values }, context)
}

/** Words, '' where missing. */
export function withWords(table: Table, name: string, values: readonly string[], context: RunContext): Table {
  return withMade(table, name, { kind: 'category', values }, context)
}

function withMade(table: Table, name: string, column: Column, context: RunContext): Table {
  if (columnOf(table, name)) context.problem(`There is a column "${name}" already. Give the new one another name.`, 'twice')
  return { ...table, meta: [...table.meta, { name, label: name, kind: column.kind, availableAt: context.viewAt }], columns: { ...table.columns, [name]: column } }
}

/** What a block shows that put the last column there. */
export function reportColumn(table: Table): ReturnType<NonNullable<Block['report']>> {
  const made = table.meta.at(-1)
  const column = made && table.columns[made.name]
  const view = made && column?.kind === 'number' ? numbersView(made.name, made.label, column.values) : null
  return { rows: table.ids.length, columns: table.meta.length, facts: [rowsOf(table)], head: headOf(table), views: view ? [view] : [] }
}
