/** What all models share: risks for both sides of a matrix, checks before learning, and the report of scores. */
import type { NodeReport, View } from '../../../core/verdict.ts'
import type { RunContext } from '../../graph/block.ts'
import type { Explanation, LabelledMat, Matrix, ScoredSet, Scores, Table } from '../../graph/ports.ts'
import { roundedCell } from '../../graph/table.ts'
import { numbersView } from '../distribution.ts'
import { countOf, figure } from '../say.ts'
import { auc } from '../../ml/metrics.ts'
import { calibrationViewOf, coefficientsViewOf, rocViewOf } from '../view/pictures.ts'

/** @returns the training outcomes, both of them present */
export function outcomesOf({ train }: Matrix, context: RunContext): Float64Array {
  if (train.y.some(Number.isNaN)) {
    context.problem('Nobody has said what to predict: put a Label before the split.', 'no-label')
  }
  const yes = train.y.reduce((sum, value) => sum + value, 0)
  if (yes === 0 || yes === train.rows) context.problem('All training rows have the same answer, so there is nothing to learn.', 'one-class')
  return train.y
}

export function scoresOf(matrix: Matrix, risksOf: (mat: LabelledMat) => Float64Array, explains: Explanation): Scores {
  const side = (mat: LabelledMat, table: Table): ScoredSet => ({ ids: mat.ids, scores: risksOf(mat), y: mat.y, table })
  return {
    type: 'Scores',
    probability: true,
    train: side(matrix.train, matrix.tables.train),
    test: side(matrix.test, matrix.tables.test),
    uses: matrix.uses,
    explains,
    ...(matrix.pictures ? { pictures: askedOf(matrix.pictures, risksOf) } : {}),
  }
}

function askedOf({ images, measure }: NonNullable<Matrix['pictures']>, risksOf: (mat: LabelledMat) => Float64Array): NonNullable<Scores['pictures']> {
  return { images, scoresOf: (changed) => risksOf(measure(changed)) }
}

export function reportScores(scores: Scores): Pick<NodeReport, 'rows' | 'columns' | 'facts' | 'head' | 'views'> {
  const { test, probability, explains } = scores
  const known = !test.y.some(Number.isNaN)
  const name = probability ? 'risk' : 'points'
  const { one, many } = test.table.noun ?? { one: 'person', many: 'people' }
  const views: (View | null)[] = [
    known ? rocViewOf(test) : null,
    known && probability ? calibrationViewOf(test) : null,
    explains ? coefficientsViewOf(explains) : null,
    numbersView(name, probability ? 'Risk' : 'Points', test.scores, known ? test.y : undefined),
  ]
  return {
    rows: test.ids.length,
    columns: 1,
    facts: [`${countOf(test.ids.length, one, many)} scored in the test`, ...(known ? [`AUROC ${figure(auc(test.y, test.scores))}`] : [])],
    head: {
      columns: ['id', name, ...(known ? ['came true'] : [])],
      rows: test.ids.slice(0, 5).map((id, i) => [id, roundedCell(test.scores[i] as number), ...(known ? [test.y[i] as number] : [])]),
    },
    views: views.filter((view) => view !== null),
  }
}
