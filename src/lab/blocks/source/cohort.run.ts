import type { Block } from '../../graph/block.ts'
import { paramsOf } from '../../graph/take.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf, rowsOf } from '../say.ts'
import { isTable } from '../../graph/ports.ts'
import { headOf } from '../../graph/table.ts'
import { take } from '../../graph/take.ts'
import { cohortSpec } from './cohort.ts'

export const cohort: Block = {
  ...cohortSpec,
  fit(_, context) {
    const cases = context.cases(paramsOf(cohortSpec, context).dataset)
    if (!isTable(cases)) throw new TypeError(`this block reads rows of a Table, and the quest has ${cases.type}`)
    return { outputs: { table: cases }, state: null }
  },
  report(_, outputs) {
    const table = take(outputs, 'table', 'Table')
    return {
      rows: table.ids.length,
      columns: table.meta.length,
      facts: [rowsOf(table), countOf(table.meta.length, 'column')],
      head: headOf(table),
      views: distributionsOf(table),
    }
  },
}
