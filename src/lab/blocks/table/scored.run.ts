import type { Block } from '../../graph/block.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { scoredSpec } from './scored.ts'
import { reportColumn, withColumn } from './with-column.ts'

export const scored: Block = {
  ...scoredSpec,
  fit(inputs, context) {
    const { test } = take(inputs, 'scores', 'Scores')
    return { outputs: { table: withColumn(test.table, paramsOf(scoredSpec, context).as, test.scores, context) }, state: null }
  },
  report: (_, outputs) => reportColumn(take(outputs, 'table', 'Table')),
}
