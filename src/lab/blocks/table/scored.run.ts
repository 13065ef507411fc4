import type { Block } from '../../graph/block.ts'
import { headOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { numbersView } from '../distribution.ts'
import { rowsOf } from '../say.ts'
import { scoredSpec } from './scored.ts'
import { withColumn } from './with-column.ts'

export const scored: Block = {
  ...scoredSpec,
  fit(inputs, context) {
    const { test } = take(inputs, 'scores', 'Scores')
    return { outputs: { table: withColumn(test.table, paramsOf(scoredSpec, context).as, test.scores, context) }, state: null }
  },
  report(_, outputs) {
    const table = take(outputs, 'table', 'Table')
    const made = table.meta.at(-1)
    const column = made && table.columns[made.name]
    const view = made && column?.kind === 'number' ? numbersView(made.name, made.label, column.values) : null
    return { rows: table.ids.length, columns: table.meta.length, facts: [rowsOf(table)], head: headOf(table), views: view ? [view] : [] }
  },
}
