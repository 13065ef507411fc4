import type { Block } from '../../graph/block.ts'
import type { Explanation, LabelledMat, Scores } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { balancedWeights, fitLogistic, type LogisticModel, predictLogistic } from '../../ml/logistic.ts'
import { fitScaler, scale, type Scaler } from '../../ml/standardize.ts'
import { logisticSpec } from './logistic.ts'
import { outcomesOf, reportScores, scoresOf } from './scored.ts'

interface State {
  scaler: Scaler
  model: LogisticModel
  explains: Explanation
}

export const logistic: Block = {
  ...logisticSpec,
  fit(inputs, context) {
    const matrix = take(inputs, 'train', 'Matrix')
    const { l2, classWeight } = paramsOf(logisticSpec, context)
    const y = outcomesOf(matrix, context)
    const scaler = fitScaler(matrix.train)
    const weights = rowWeights(classWeight === 'balanced' ? balancedWeights(y) : null, matrix.tables.train.weights)
    const model = fitLogistic(scale(matrix.train, scaler), matrix.train.names.length, y, { l2, tick: context.tick, ...weights })
    const rows = matrix.train.names.map((feature, j) => ({ feature, value: model.coefficients[j] as number }))
    const state: State = { scaler, model, explains: { kind: 'log-odds per sd', rows } }
    return { outputs: { scores: scoresOf(matrix, risksBy(state), state.explains) }, state }
  },
  apply(inputs, state): { scores: Scores } {
    return { scores: scoresOf(take(inputs, 'train', 'Matrix'), risksBy(state as State), (state as State).explains) }
  },
  report(_, outputs) {
    return reportScores(take(outputs, 'scores', 'Scores'))
  },
}

function risksBy({ scaler, model }: State): (mat: LabelledMat) => Float64Array {
  return (mat) => predictLogistic(model, scale(mat, scaler), mat.rows)
}

/** Both sorts of weight, where both are asked for. */
function rowWeights(byOutcome: ArrayLike<number> | null, byRow: Float64Array | undefined): { weights?: ArrayLike<number> } {
  if (!byOutcome) return byRow ? { weights: byRow } : {}
  return { weights: byRow ? byRow.map((weight, row) => weight * (byOutcome[row] as number)) : byOutcome }
}
