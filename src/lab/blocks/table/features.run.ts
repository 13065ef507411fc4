import type { Cell } from '../../../core/verdict.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import type { LabelledMat, Matrix, Table } from '../../graph/ports.ts'
import { labelOf, roundedCell, takeRows } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { distributionsOf } from '../distribution.ts'
import { countOf } from '../say.ts'
import { featuresSpec } from './features.ts'
import { learnTerms, type Term, usesOf, valuesOf, widthOf } from './terms.ts'

interface State {
  terms: Term[]
  dropMissing: boolean
}

export const features: Block = {
  ...featuresSpec,
  fit(inputs, context) {
    const split = take(inputs, 'split', 'Split')
    const { columns, missing } = paramsOf(featuresSpec, context)
    const state: State = { terms: learnTerms(columns, split.train, missing === 'median-and-flag', context), dropMissing: missing === 'drop-row' }
    return { outputs: { matrix: matrixOf(split, state, context) }, state }
  },
  apply(inputs, state, context) {
    return { matrix: matrixOf(take(inputs, 'split', 'Split'), state as State, context) }
  },
  report(_, outputs) {
    const { train, test, tables, uses } = take(outputs, 'matrix', 'Matrix')
    const dropped = train.rows + test.rows
    return {
      rows: dropped,
      columns: train.names.length,
      facts: [`${countOf(uses.length, 'column')} became ${countOf(train.names.length, 'feature')}`],
      head: headOfMat(train),
      views: distributionsOf(tables.train, uses),
    }
  },
}

function matrixOf({ train, test }: { train: Table; test: Table }, state: State, context: RunContext): Matrix {
  const [trainSide, testSide] = [sideOf(train, state, context), sideOf(test, state, context)]
  return {
    type: 'Matrix', train: trainSide.mat, test: testSide.mat, tables: { train: trainSide.table, test: testSide.table }, uses: usesOf(state.terms),
    encode: (table) => sideOf(table, state, context),
  }
}

function sideOf(given: Table, { terms, dropMissing }: State, context: RunContext): { mat: LabelledMat; table: Table } {
  const table = dropMissing ? withoutMissing(given, terms, context) : given
  const width = widthOf(terms)
  const x = new Float64Array(table.ids.length * width)
  let at = 0
  for (const term of terms) {
    for (const values of valuesOf(term, table, context)) {
      for (let row = 0; row < values.length; row++) x[row * width + at] = values[row] as number
      at++
    }
  }
  return { mat: { rows: table.ids.length, names: terms.flatMap(({ names }) => names), x, ids: table.ids, y: labelOf(table) }, table }
}

function withoutMissing(table: Table, terms: readonly Term[], context: RunContext): Table {
  const missing = new Uint8Array(table.ids.length)
  for (const term of terms) {
    term.missingIn(table, context).forEach((gone, row) => {
      if (gone) missing[row] = 1
    })
  }
  return takeRows(table, [...missing.keys()].filter((row) => missing[row] === 0))
}

function headOfMat({ rows, names, x }: LabelledMat): { columns: string[]; rows: Cell[][] } {
  const shown = Array.from({ length: Math.min(5, rows) }, (_, row) => names.map((_, j) => roundedCell(x[row * names.length + j] as number)))
  return { columns: [...names], rows: shown }
}
