/** What a solution decided about hidden people, joined by their ids to what then happened to them. */
import type { Quest } from '../../core/quest/schema.ts'
import type { HiddenCases } from '../data/quest-cases.ts'
import { evaluate, rowsWhere } from '../graph/bind-expr.ts'
import { type Decisions, rowsOf, type Signal, type Table } from '../graph/ports.ts'
import { takeRows } from '../graph/table.ts'
import type { JudgedSet } from './harness.ts'
import type { JudgedList } from './tabular-figures.ts'

export interface TabularSet extends JudgedSet {
  viewAt: string
  list: JudgedList
  /** 1 for people whom the solution's own filter dropped: they are on no list. */
  dropped: Uint8Array
  threshold: number
  uses: readonly string[]
  /** The traces that the rows were read from, to be shown again. */
  signal?: Signal
}

/**
 * Judged are all eligible people of the hidden set, whoever the solution kept. People it dropped count as not flagged, at the
 * bottom of the ranking, with a promised risk of 0.
 */
export function joinHidden(quest: Quest, { label, seed, weight, viewAt, whole }: HiddenCases, decisions: Decisions): Omit<TabularSet, 'figures'> {
  const table = rowsOf(whole)
  if (!table) throw new TypeError(`tabular-risk judges rows of a Table or of a Signal, not ${whole.type}`)
  const eligible = quest.verify.eligibility ? takeRows(table, rowsWhere(quest.verify.eligibility, table)) : table
  const y = truthOf(quest, eligible)
  const { test, probability, threshold, uses } = decisions
  const rowById = new Map(test.ids.map((id, row) => [id, row]))
  const bottom = probability ? 0 : lowest(test.scores) - 1
  const n = eligible.ids.length
  const list: JudgedList = { ids: eligible.ids, y, scores: new Float64Array(n).fill(bottom), flagged: new Uint8Array(n), table: eligible, probability }
  const dropped = new Uint8Array(n)
  eligible.ids.forEach((id, i) => {
    const row = rowById.get(id)
    if (row === undefined) {
      dropped[i] = 1
      return
    }
    list.scores[i] = test.scores[row] as number
    list.flagged[i] = test.flagged[row] as number
  })
  return { label, seed, weight, n, viewAt, list, dropped, threshold, uses, ...(whole.type === 'Signal' ? { signal: whole } : {}) }
}

function truthOf(quest: Quest, table: Table): Float64Array {
  if (!quest.verify.truth) throw new Error(`quest "${quest.id}" does not say in verify.truth which column is the truth`)
  return evaluate(quest.verify.truth, table)
}

function lowest(scores: Float64Array): number {
  return scores.reduce((least, score) => Math.min(least, score), 0)
}
