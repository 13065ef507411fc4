import type { Block } from '../../graph/block.ts'
import { columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { decide } from './decided.ts'
import { referSpec } from './refer.ts'
import { reportScreening } from './screened.ts'

export const refer: Block = {
  ...referSpec,
  fit(inputs, context) {
    const scores = take(inputs, 'scores', 'Scores')
    if (columnOf(scores.test.table, 'side')) {
      context.problem('These are scores of single eyes, and a letter goes to a person. Bring both eyes together first: put Worst eye before this block.', 'not-people')
    }
    const decisions = { ...decide(scores, paramsOf(referSpec, context).value), about: 'screening', ...(scores.work ? { work: scores.work } : {}) } as const
    return { outputs: { decisions }, state: null }
  },
  report(_, outputs) {
    return reportScreening(take(outputs, 'decisions', 'Decisions'))
  },
}
