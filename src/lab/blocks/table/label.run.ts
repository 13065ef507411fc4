import type { Block, RunContext } from '../../graph/block.ts'
import { evaluate, rowsWhere } from '../../graph/bind-expr.ts'
import type { Table } from '../../graph/ports.ts'
import { headOf, takeRows } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf, percent } from '../say.ts'
import { labelSpec } from './label.ts'
import { reading } from './reading.ts'

export const label: Block = {
  ...labelSpec,
  fit(inputs, context) {
    const { expr, exclude } = paramsOf(labelSpec, context)
    const table = withoutExcluded(take(inputs, 'table', 'Table'), exclude, context)
    const values = reading(context, expr, () => evaluate(expr, table))
    if (values.some((value) => value !== 0 && value !== 1 && !Number.isNaN(value))) {
      context.problem(`"${expr}" is not yes or no: it has values other than 0 and 1. Compare it with something, as in los > 7.`, 'not-binary')
    }
    const known = rowsWithout(values.length, (row) => Number.isNaN(values[row]))
    const labelled = takeRows({ ...table, label: { expr, values } }, known)
    const yes = positivesOf(labelled)
    if (yes === 0 || yes === known.length) {
      context.problem(`Every row says ${yes === 0 ? 'no' : 'yes'}, so there is nothing to learn. Choose another label.`, 'one-class')
    }
    return { outputs: { table: labelled }, state: null }
  },
  /** At the moment of decision nobody knows the answer. */
  apply(inputs, _, context) {
    const { expr, exclude } = paramsOf(labelSpec, context)
    const table = withoutExcluded(take(inputs, 'table', 'Table'), exclude, context)
    return { table: { ...table, label: { expr, values: new Float64Array(table.ids.length).fill(Number.NaN) } } }
  },
  report(inputs, outputs) {
    const table = take(outputs, 'table', 'Table')
    const leftOut = take(inputs, 'table', 'Table').ids.length - table.ids.length
    return {
      rows: table.ids.length,
      columns: table.meta.length + 1,
      facts: [
        `${countOf(positivesOf(table), 'yes', 'yes')} of ${countOf(table.ids.length, 'row')} (${percent(positivesOf(table) / table.ids.length)})`,
        ...(leftOut > 0 ? [`${countOf(leftOut, 'row')} left out`] : []),
      ],
      head: headOf(table),
      views: distributionsOf(table),
    }
  },
}

function withoutExcluded(table: Table, exclude: string, context: RunContext): Table {
  if (exclude.trim() === '') return table
  const excluded = new Set(reading(context, exclude, () => rowsWhere(exclude, table)))
  return takeRows(table, rowsWithout(table.ids.length, (row) => excluded.has(row)))
}

function rowsWithout(rows: number, leaveOut: (row: number) => boolean): number[] {
  const kept: number[] = []
  for (let row = 0; row < rows; row++) if (!leaveOut(row)) kept.push(row)
  return kept
}

function positivesOf(table: Table): number {
  return table.label?.values.reduce((sum, value) => sum + (value === 1 ? 1 : 0), 0) ?? 0
}
