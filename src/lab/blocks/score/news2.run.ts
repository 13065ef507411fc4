import type { Block, RunContext } from '../../graph/block.ts'
import type { ScoredSet, Table } from '../../graph/ports.ts'
import { columnOf, labelOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { reportScores } from '../model/scored.ts'
import { news2Points, type Observations } from './news2-points.ts'
import { news2Spec } from './news2.ts'

const NEEDS = ['rr', 'spo2', 'o2', 'sbp', 'hr', 'cvpu', 'temp'] as const satisfies readonly (keyof Observations)[]

/** Points learn nothing, so every row is a fair test and training rows are the same rows. */
export const news2: Block = {
  ...news2Spec,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    const { scale, flag } = paramsOf(news2Spec, context)
    const set: ScoredSet = { ids: table.ids, scores: pointsOf(table, scale === '2' ? flag : null, context), y: labelOf(table), table }
    return { outputs: { scores: { type: 'Scores', probability: false, train: set, test: set, uses: scale === '2' ? [...NEEDS, flag] : NEEDS } }, state: null }
  },
  report(_, outputs) {
    return reportScores(take(outputs, 'scores', 'Scores'))
  },
}

function pointsOf(table: Table, flag: string | null, context: RunContext): Float64Array {
  const numbers = (name: string) => {
    const column = columnOf(table, name)
    return column?.kind === 'number' ? column.values : context.problem(`NEWS2 needs the number "${name}", and these rows have none. Add it to the latest values before.`, 'no-column')
  }
  const columns = NEEDS.map((name) => [name, numbers(name)] as const)
  const needsScale2 = flag === null ? null : numbers(flag)
  const seen = {} as Observations
  return Float64Array.from(table.ids, (_, row) => {
    for (const [name, values] of columns) seen[name] = values[row] as number
    return news2Points(seen, needsScale2?.[row] === 1)
  })
}
