import type { Block, RunContext } from '../../graph/block.ts'
import type { LabelledMat, Matrix } from '../../graph/ports.ts'
import { take } from '../../graph/take.ts'
import { countOf } from '../say.ts'
import { concatSpec } from './concat.ts'

export const concat: Block = {
  ...concatSpec,
  fit(inputs, context) {
    const [first, second] = [take(inputs, 'first', 'Matrix'), take(inputs, 'second', 'Matrix')]
    const matrix: Matrix = {
      type: 'Matrix',
      train: sideBySide(first.train, second.train, context),
      test: sideBySide(first.test, second.test, context),
      tables: first.tables,
      uses: [...new Set([...first.uses, ...second.uses])],
    }
    return { outputs: { matrix }, state: null }
  },
  report(inputs, outputs) {
    const { train, test } = take(outputs, 'matrix', 'Matrix')
    const widths = (['first', 'second'] as const).map((port) => take(inputs, port, 'Matrix').train.names.length)
    return {
      rows: train.rows + test.rows,
      columns: train.names.length,
      facts: [`${widths[0]} and ${widths[1]} make ${countOf(train.names.length, 'number')} for each person`],
      views: [],
    }
  },
}

/** Rows are matched by id, whatever their order; a name that both sides have is told apart. */
function sideBySide(first: LabelledMat, second: LabelledMat, context: RunContext): LabelledMat {
  const rowOf = new Map(second.ids.map((id, row) => [id, row]))
  if (first.rows !== second.rows || first.ids.some((id) => !rowOf.has(id))) {
    return context.problem('The two sides are not about the same people: choose the same data set for both.', 'not-the-same')
  }
  const [a, b] = [first.names.length, second.names.length]
  const x = new Float64Array(first.rows * (a + b))
  first.ids.forEach((id, row) => {
    const other = rowOf.get(id) as number
    x.set(first.x.subarray(row * a, (row + 1) * a), row * (a + b))
    x.set(second.x.subarray(other * b, (other + 1) * b), row * (a + b) + a)
  })
  const taken = new Set(first.names)
  return { rows: first.rows, names: [...first.names, ...second.names.map((name) => (taken.has(name) ? `${name} (second)` : name))], x, ids: first.ids, y: first.y }
}
