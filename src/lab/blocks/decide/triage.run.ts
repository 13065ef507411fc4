import { evaluate, rowsWhere } from '../../graph/bind-expr.ts'
import type { Block, RunContext } from '../../graph/block.ts'
import { columnsOf, parseExpr } from '../../graph/expr.ts'
import type { DecidedSet, Decisions, Table } from '../../graph/ports.ts'
import { columnOf, labelOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import { reading } from '../table/reading.ts'
import { reportDecisions } from './decided.ts'
import { triageSpec } from './triage.ts'

/** Nothing is learnt: the same rule on every day, past or hidden. */
export const triage: Block = {
  ...triageSpec,
  fit(inputs, context) {
    const table = take(inputs, 'table', 'Table')
    const { when, order, day, perDay } = paramsOf(triageSpec, context)
    const pressing = reading(context, order, () => evaluate(order, table))
    const cases = reading(context, when, () => rowsWhere(when, table))
    const flagged = new Uint8Array(table.ids.length)
    for (const rows of byDay(table, cases, day, context)) {
      rows.sort((a, b) => rank(pressing[b]) - rank(pressing[a]) || a - b)
      for (const row of rows.slice(0, perDay)) flagged[row] = 1
    }
    const set: DecidedSet = { ids: table.ids, scores: Float64Array.from(pressing, rank), y: labelOf(table), table, flagged }
    const uses = [...new Set([when, order].flatMap((text) => columnsOf(parseExpr(text))))]
    const threshold = flagged.reduce((least, on, row) => (on ? Math.min(least, rank(pressing[row])) : least), Number.POSITIVE_INFINITY)
    const decisions: Decisions = { type: 'Decisions', probability: false, threshold, train: set, test: set, uses }
    return { outputs: { decisions }, state: null }
  },
  report: (_, outputs) => reportDecisions(take(outputs, 'decisions', 'Decisions')),
}

/** What cannot be worked out is least pressing. */
function rank(value: number | undefined): number {
  return value === undefined || Number.isNaN(value) ? -1e9 : value
}

function byDay(table: Table, cases: readonly number[], day: string, context: RunContext): number[][] {
  if (day === '') return [[...cases]]
  const column = columnOf(table, day) ?? context.problem(`There is no column "${day}" in this table. Choose the one that says the day.`, 'no-column')
  const days = new Map<string | number, number[]>()
  for (const row of cases) {
    const key = column.values[row] as string | number
    const rows = days.get(key)
    if (rows) rows.push(row)
    else days.set(key, [row])
  }
  return [...days.values()]
}
