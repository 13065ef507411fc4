import type { Block } from '../../graph/block.ts'
import type { Matrix, Scores } from '../../graph/ports.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { fitForest, type Forest, oddness } from '../../ml/isolation-forest.ts'
import { anomalySpec } from './anomaly.ts'
import { reportScores } from './scored.ts'

export const anomaly: Block = {
  ...anomalySpec,
  fit(inputs, context) {
    const matrix = take(inputs, 'train', 'Matrix')
    const forest = fitForest(matrix.train, { ...paramsOf(anomalySpec, context), tick: context.tick })
    return { outputs: { scores: scoresBy(forest, matrix) }, state: forest }
  },
  apply(inputs, state) {
    return { scores: scoresBy(state as Forest, take(inputs, 'train', 'Matrix')) }
  },
  report: (_, outputs) => reportScores(take(outputs, 'scores', 'Scores')),
}

/** Oddness ranks; it is no chance of anything. */
function scoresBy(forest: Forest, { train, test, tables, uses }: Matrix): Scores {
  return {
    type: 'Scores', probability: false, uses,
    train: { ids: train.ids, scores: oddness(forest, train), y: train.y, table: tables.train },
    test: { ids: test.ids, scores: oddness(forest, test), y: test.y, table: tables.test },
  }
}
