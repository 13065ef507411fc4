import type { View } from '../../../core/verdict.ts'
import type { Block } from '../../graph/block.ts'
import type { ScoredSet, Worklist } from '../../graph/ports.ts'
import { cellAt, columnOf } from '../../graph/table.ts'
import { paramsOf, take } from '../../graph/take.ts'
import type { QueueRule } from '../../ops/night-queue.ts'
import { countOf } from '../say.ts'
import { NO_LIMIT, prioritySpec } from './priority.ts'

export const priority: Block = {
  ...prioritySpec,
  fit(inputs, context) {
    const { test, uses } = take(inputs, 'scores', 'Scores')
    if (!columnOf(test.table, 'arrives')) context.problem('These scores are not scores of films that come in over a night.', 'not-films')
    const { order, urgentFrom, ageing, maxWait } = paramsOf(prioritySpec, context)
    const rule: QueueRule = {
      urgentFrom: urgentFrom >= 1 ? 2 : urgentFrom, ageing, maxWait: maxWait >= NO_LIMIT ? Number.POSITIVE_INFINITY : maxWait, ...(order === 'arrival' ? { byArrival: true } : {}),
    }
    const list: Worklist = { type: 'Worklist', rule, test, uses }
    return { outputs: { list }, state: null }
  },
  report(_, outputs) {
    const { rule, test } = take(outputs, 'list', 'Worklist')
    const urgent = rule.byArrival ? 0 : test.scores.filter((risk) => risk >= rule.urgentFrom).length
    return {
      rows: test.ids.length,
      columns: null,
      facts: [
        rule.byArrival ? 'first come, first served' : `${countOf(urgent, 'film')} of ${test.ids.length} urgent`,
        Number.isFinite(rule.maxWait) && !rule.byArrival ? `nobody waits much beyond ${rule.maxWait} minutes` : 'no limit to waiting',
      ],
      views: [topOf(test)],
    }
  },
}

/** The riskiest films of the night, with what the report later said: a first look at what comes up, and what does not. */
function topOf({ ids, scores, y, table }: ScoredSet): View {
  const order = [...ids.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number))
  const critical = order.filter((row) => y[row] === 1)
  const last = critical.at(-1)
  const rows = [...new Set([...order.slice(0, 8), ...(last === undefined ? [] : [last])])]
  return {
    view: 'rows',
    title: 'The highest risks, and the critical film with the lowest',
    columns: ['Place by risk', 'Name', 'Risk', 'What the report later said'],
    rows: rows.map((row) => [order.indexOf(row) + 1, cellAt(columnOf(table, 'name'), row), Math.round((scores[row] as number) * 100) / 100, cellAt(columnOf(table, 'finding'), row)]),
    marked: last === undefined ? [] : [rows.indexOf(last)],
  }
}
