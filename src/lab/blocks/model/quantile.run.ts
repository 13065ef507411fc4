import { evaluate } from '../../graph/bind-expr.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { ForetoldSet, LabelledMat, Mat, Matrix, Quantiles, Table } from '../../graph/ports.ts'
import { roundedCell } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { fitQuantile } from '../../ml/quantile-regression.ts'
import { coverage, LEVELS, pinball } from '../../ml/quantiles.ts'
import { fitScaler, scale as scaled, type Scaler } from '../../ml/standardize.ts'
import { countOf, percent } from '../say.ts'
import { reading } from '../table/reading.ts'
import { coverageViews, forecastAt } from '../view/coverage-pictures.ts'
import { quantileSpec } from './quantile.ts'

/** Fewer rows than this have no 95th of a hundred. */
const LEAST_ROWS = 40
/** The share that a report speaks of. */
const SHOWN = 0.85

interface State {
  scaler: Scaler
  log: boolean
  /** By level. */
  weights: readonly Float64Array[]
}

export const quantile: Block = {
  ...quantileSpec,
  fit(inputs, context) {
    const matrix = take(inputs, 'train', 'Matrix')
    const { of, scale } = paramsOf(quantileSpec, context)
    const y = outcomesOf(matrix.tables.train, of, context)
    const known = [...y.keys()].filter((row) => Number.isFinite(y[row]))
    if (known.length < LEAST_ROWS) context.problem(`"${of}" is known for ${countOf(known.length, 'training row')}, and ${LEAST_ROWS} at least are needed.`, 'too-few-rows')
    if (scale === 'log' && known.some((row) => (y[row] as number) <= 0)) context.problem(`"${of}" is nought or less in some rows, so nothing can multiply it. Choose "Add to it".`, 'not-positive')
    const scaler = fitScaler(matrix.train)
    const x = withOnes(scaled(matrix.train, scaler), matrix.train.names.length, known)
    const outcome = Float64Array.from(known, (row) => (scale === 'log' ? Math.log(y[row] as number) : y[row] as number))
    const weights = LEVELS.map((q, i) => {
      context.tick(i / LEVELS.length)
      return fitQuantile(x, matrix.train.names.length + 1, outcome, { q, tick: context.tick })
    })
    const state: State = { scaler, log: scale === 'log', weights }
    return { outputs: { quantiles: foretold(matrix, of, y, state, context) }, state }
  },
  apply(inputs, state, context) {
    const matrix = take(inputs, 'train', 'Matrix')
    const { of } = paramsOf(quantileSpec, context)
    return { quantiles: foretold(matrix, of, outcomesOf(matrix.tables.train, of, context), state as State, context) }
  },
  report(_, outputs) {
    const { test, levels, of } = take(outputs, 'quantiles', 'Quantiles')
    const [middle, high] = [forecastAt(test, levels, 0.5), forecastAt(test, levels, SHOWN)]
    const [held, loss] = [coverage(test.y, high), pinball(test.y, high, SHOWN)]
    return {
      rows: test.ids.length, columns: levels.length,
      facts: [
        `${countOf(test.ids.length, 'row')} foretold in the test`,
        ...(held === null || loss === null ? [] : [`the ${SHOWN * 100}th of 100 held ${percent(held)}`, `pinball loss ${loss.toFixed(2)}`]),
      ],
      head: {
        columns: ['id', 'half do not exceed', `${SHOWN * 100} of 100 do not exceed`, of],
        rows: test.ids.slice(0, 5).map((id, row) => [id, roundedCell(middle[row] as number), roundedCell(high[row] as number), roundedCell(test.y[row] as number)]),
      },
      views: coverageViews(test, levels, { q: SHOWN }),
    }
  },
}

function outcomesOf(table: Table, of: string, context: RunContext): Float64Array {
  return reading(context, of, () => evaluate(of, table))
}

function foretold(matrix: Matrix, of: string, trainY: Float64Array, state: State, context: RunContext): Quantiles {
  const { encode } = matrix
  const side = (mat: LabelledMat, table: Table, y: Float64Array): ForetoldSet => ({ ids: mat.ids, at: predict(mat, state), y, table })
  return {
    type: 'Quantiles', of, levels: LEVELS, uses: matrix.uses,
    train: side(matrix.train, matrix.tables.train, trainY),
    test: side(matrix.test, matrix.tables.test, outcomesOf(matrix.tables.test, of, context)),
    foretell: (table) => {
      if (!encode) return context.problem('These features belong to the rows they came with. Use the block Features, which can make them of other rows.', 'no-features')
      const { mat } = encode(table)
      return { ids: mat.ids, at: predict(mat, state) }
    },
  }
}

/** Rows x levels. Each level was fitted by itself, so two may cross: sorting mends that and never worsens them (Chernozhukov and others 2010). */
function predict(mat: Mat, { scaler, log, weights }: State): Float64Array {
  const width = mat.names.length
  const x = scaled(mat, scaler)
  const at = new Float64Array(mat.rows * weights.length)
  for (let row = 0; row < mat.rows; row++) {
    const values = weights.map((by) => {
      let value = by[0] as number
      for (let j = 0; j < width; j++) value += (x[row * width + j] as number) * (by[j + 1] as number)
      return log ? Math.exp(value) : value
    })
    at.set(values.sort((a, b) => a - b), row * weights.length)
  }
  return at
}

function withOnes(x: Float64Array, width: number, rows: readonly number[]): Float64Array {
  const all = new Float64Array(rows.length * (width + 1))
  for (const [i, row] of rows.entries()) {
    all[i * (width + 1)] = 1
    all.set(x.subarray(row * width, (row + 1) * width), i * (width + 1) + 1)
  }
  return all
}
