/** Cases of any table with what the rules said of each and what they should have said. */
import type { Quest } from '../../core/quest/schema.ts'
import { answersIn, sameAnswers } from '../decision-table/answers.ts'
import { rowsWhere } from '../graph/bind-expr.ts'
import type { PortValue, Rulings, Table } from '../graph/ports.ts'
import { columnOf } from '../graph/table.ts'
import type { JudgedSet } from './harness.ts'

export interface JudgedCase {
  /** In the table. */
  row: number
  /** Rows of the rule table that spoke, 0-based. */
  hits: readonly number[]
  /** By output. */
  given: Readonly<Record<string, readonly string[]>>
  wanted: Readonly<Record<string, readonly string[]>>
}

/** What is measured: some cases of one table. */
export interface JudgedRulings {
  table: Table
  cases: readonly JudgedCase[]
  /** Outputs that the quest judges, the one of `verify.truth` first. */
  outputs: readonly string[]
  /** Those of them that a list gave, and no rule. */
  listed: readonly string[]
  /** Rows of the rule table. */
  rowCount: number
}

export interface RulingsSet extends JudgedSet, JudgedRulings {
  viewAt: string
}

/** @throws TypeError when the graph ends in something else than rulings */
export function rulingsIn(result: PortValue): Rulings {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Rulings') throw new TypeError(`rules-rows judges Rulings, not ${from.type}`)
  return from as Rulings
}

/** The columns that a quest compares: named by the quest, so that a solution cannot leave the hard one out. */
export function outputsOf({ id, verify }: Quest): string[] {
  if (!verify.truth) throw new Error(`quest "${id}" does not say in verify.truth which column the rules are compared with`)
  return [...new Set([verify.truth, ...verify.metrics.flatMap(({ params }) => (typeof params?.['output'] === 'string' ? [params['output']] : []))])]
}

/** Judged are all eligible rows of `whole`; one that the solution dropped has no answer. */
export function joinRulings(quest: Quest, { cases, rulings, rowIds, listed = [] }: Rulings, whole: Table): JudgedRulings {
  const outputs = outputsOf(quest)
  const ruled = new Map(cases.ids.map((id, at) => [id, rulings[at]]))
  const rows = quest.verify.eligibility ? rowsWhere(quest.verify.eligibility, whole) : [...whole.ids.keys()]
  const truth = outputs.map((output) => [output, columnOf(whole, output)] as const)
  return {
    table: whole, outputs, listed, rowCount: rowIds.length,
    cases: rows.map((row) => {
      const ruling = ruled.get(whole.ids[row] as string)
      return {
        row, hits: ruling?.hits ?? [],
        given: Object.fromEntries(outputs.map((output) => [output, answerOf(ruling?.outcome, output)])),
        wanted: Object.fromEntries(truth.map(([output, column]) => [output, answersIn(column?.values[row])])),
      }
    }),
  }
}

function answerOf(outcome: Readonly<Record<string, readonly string[]>> | undefined, output: string): readonly string[] {
  return outcome && Object.hasOwn(outcome, output) ? (outcome[output] ?? []) : []
}

/** What rules answer for: all outputs but those that a list gave. */
export function ruledIn({ outputs, listed }: JudgedRulings): string[] {
  return outputs.filter((output) => !listed.includes(output))
}

export function isRight({ given, wanted }: JudgedCase, outputs: readonly string[]): boolean {
  return outputs.every((output) => sameAnswers(given[output] ?? [], wanted[output] ?? []))
}
