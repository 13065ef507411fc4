import type { Block, RunContext } from '../../graph/block.ts'
import type { ScoredSet, Table } from '../../graph/ports.ts'
import { columnOf, labelOf } from '../../graph/table.ts'
import { take } from '../../graph/take.ts'
import { reportScores } from '../model/scored.ts'
import { hospitalPoints, lacePoints } from './formulas.ts'
import { hospitalSpec, laceSpec } from './points.ts'

/** Points learn nothing, so every row is a fair test and training rows are the same rows. */
function pointsBlock<Needs extends string>(
  spec: typeof laceSpec | typeof hospitalSpec, needs: readonly Needs[], points: (patient: Record<Needs, number>) => number,
): Block {
  return {
    ...spec,
    fit(inputs, context) {
      const table = take(inputs, 'table', 'Table')
      const set: ScoredSet = { ids: table.ids, scores: pointsOf(table, needs, points, context), y: labelOf(table), table }
      return { outputs: { scores: { type: 'Scores', probability: false, train: set, test: set, uses: needs } }, state: null }
    },
    report(_, outputs) {
      return reportScores(take(outputs, 'scores', 'Scores'))
    },
  }
}

function pointsOf<Needs extends string>(
  table: Table, needs: readonly Needs[], points: (patient: Record<Needs, number>) => number, context: RunContext,
): Float64Array {
  const columns = needs.map((name) => {
    const column = columnOf(table, name)
    return column?.kind === 'number' ? column.values : context.problem(`This score needs the number "${name}", and the table has none.`, 'no-column')
  })
  const patient = {} as Record<Needs, number>
  return Float64Array.from({ length: table.ids.length }, (_, row) => {
    needs.forEach((name, j) => {
      patient[name] = columns[j]?.[row] as number
    })
    return points(patient)
  })
}

export const lace = pointsBlock(laceSpec, ['los', 'emergent', 'charlson', 'edVisits6m'], lacePoints)
export const hospital = pointsBlock(hospitalSpec, ['hb', 'oncology', 'na', 'procedure', 'emergent', 'adm12m', 'los'], hospitalPoints)
