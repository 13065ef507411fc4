import type { Block } from '../../graph/block.ts'
import { rowsWhere } from '../../graph/bind-expr.ts'
import { headOf, takeRows } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { filterSpec } from './filter.ts'
import { reading } from './reading.ts'

export const filter: Block = {
  ...filterSpec,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    const { expr } = paramsOf(filterSpec, context)
    const rows = reading(context, expr, () => rowsWhere(expr, table))
    if (rows.length === 0 && !context.applying) context.problem('No row is left: the condition holds for nobody. Loosen it.', 'empty')
    return { outputs: { table: takeRows(table, rows) }, state: null }
  },
  report(inputs, outputs) {
    const before = take(inputs, 'table', 'Table')
    const table = take(outputs, 'table', 'Table')
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [`${countOf(table.ids.length, 'row')} kept`, `${countOf(before.ids.length - table.ids.length, 'row')} left out`],
      head: headOf(table),
      views: distributionsOf(table),
    }
  },
}
