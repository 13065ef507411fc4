import type { Block } from '../../graph/block.ts'
import { evaluate } from '../../graph/bind-expr.ts'
import { columnsOf, parseExpr } from '../../graph/expr.ts'
import type { ScoredSet } from '../../graph/ports.ts'
import { labelOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { reportScores } from '../model/scored.ts'
import { countOf } from '../say.ts'
import { reading } from '../table/reading.ts'
import { formulaPointsSpec } from './formula.ts'

/** Points learn nothing, so every row is a fair test and training rows are the same rows. */
export const formulaPoints: Block = {
  ...formulaPointsSpec,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    const { expr, readable } = paramsOf(formulaPointsSpec, context)
    const scores = reading(context, expr, () => evaluate(expr, table))
    const held = readable.trim() === '' ? null : reading(context, readable, () => evaluate(readable, table))
    held?.forEach((holds, row) => {
      if (holds === 0 || Number.isNaN(holds)) scores[row] = Number.NaN
    })
    const uses = [...new Set([expr, ...(held ? [readable] : [])].flatMap((text) => columnsOf(parseExpr(text))))]
    const set: ScoredSet = { ids: table.ids, scores, y: labelOf(table), table }
    return { outputs: { scores: { type: 'Scores', probability: false, train: set, test: set, uses } }, state: null }
  },
  report(_, outputs) {
    const scores = take(outputs, 'scores', 'Scores')
    const { test } = scores
    const { one, many } = test.table.noun ?? { one: 'row', many: 'rows' }
    const unknown = test.scores.reduce((sum, score) => sum + (Number.isNaN(score) ? 1 : 0), 0)
    const some = test.scores.reduce((sum, score) => sum + (score > 0 ? 1 : 0), 0)
    const report = reportScores(scores)
    return { ...report, facts: [`${countOf(some, one, many)} with points`, ...(unknown > 0 ? [`${countOf(unknown, one, many)} without a score`] : []), ...report.facts.slice(1)] }
  },
}
