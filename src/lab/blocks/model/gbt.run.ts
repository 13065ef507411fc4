import type { Block } from '../../graph/block.ts'
import type { Explanation } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { fitTrees, predictTrees, type TreesModel } from '../../ml/trees.ts'
import { gbtSpec } from './gbt.ts'
import { outcomesOf, reportScores, scoresOf } from './scored.ts'

interface State {
  model: TreesModel
  explains: Explanation
}

export const gbt: Block = {
  ...gbtSpec,
  fit(inputs, context) {
    const matrix = take(inputs, 'train', 'Matrix')
    if (matrix.tables.train.weights) context.problem('Trees count every row alike, so Balance would do nothing here. Use Logistic regression.', 'no-weights')
    const model = fitTrees(matrix.train, outcomesOf(matrix, context), { ...paramsOf(gbtSpec, context), tick: context.tick })
    const total = model.gain.reduce((sum, gain) => sum + gain, 0) || 1
    const rows = matrix.train.names.map((feature, j) => ({ feature, value: (model.gain[j] as number) / total }))
    const state: State = { model, explains: { kind: 'gain share', rows } }
    return { outputs: { scores: scoresOf(matrix, (mat) => predictTrees(model, mat), state.explains) }, state }
  },
  apply(inputs, state) {
    const { model, explains } = state as State
    return { scores: scoresOf(take(inputs, 'train', 'Matrix'), (mat) => predictTrees(model, mat), explains) }
  },
  report(_, outputs) {
    return reportScores(take(outputs, 'scores', 'Scores'))
  },
}
