import type { Block } from '../../graph/block.ts'
import { isTable } from '../../graph/ports.ts'
import { headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { tableSpec } from './table.ts'

export const tableSource: Block = {
  ...tableSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(tableSpec, context).dataset)
    if (!isTable(cases)) throw new TypeError(`this block reads rows of a Table, and the quest has ${cases.type}`)
    return { outputs: { table: cases }, state: null }
  },
  report(_, outputs) {
    const table = take(outputs, 'table', 'Table')
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [countOf(table.ids.length, 'row'), countOf(table.meta.length, 'column')],
      head: headOf(table),
      views: distributionsOf(table),
    }
  },
}
