/** The cases of the last run as the bench uses them: facts for the rules, and what should have come out. Pure. */
import { readRuleTable, type RuleTable } from '../../core/artefacts/rule-table.ts'
import type { Graph, Solution } from '../../core/quest/schema.ts'
import type { Cell, RunReport } from '../../core/verdict.ts'
import { answersIn, sameAnswers } from '../../lab/decision-table/answers.ts'
import { type CompiledTable, decide, disputed, outcomeOf } from '../../lab/decision-table/compile-table.ts'
import type { Value } from '../../lab/decision-table/unary-test.ts'
import { asAnswered } from '../../lab/orders/coverage-answer.ts'

const RULE_TABLE = 'ruleTable'

export interface RuleCase {
  id: string
  /** Every column of the case, for reading. */
  cells: Readonly<Record<string, Cell>>
}

/** Nodes of the graph that decide by the rule table of that name. */
export function nodesReading(name: string, { nodes }: Graph): string[] {
  return nodes.flatMap(({ id, block, params }) => (block.startsWith('rules.table') && (params['table'] ?? RULE_TABLE) === name ? [id] : []))
}

/** Rule tables that lie beside the graph, the one of that name first. What cannot be read is still one, where blocks ask for it. */
export function tablesBeside({ graph, artefacts }: Solution): { name: string; title: string }[] {
  const names = Object.keys(artefacts).filter((name) => readRuleTable(artefacts[name]).ok || nodesReading(name, graph).length > 0)
  return [...new Set([RULE_TABLE, ...names])].map((name) => {
    const read = readRuleTable(artefacts[name])
    return { name, title: (read.ok && read.table.title) || name }
  })
}

/** Rows that came to the rule table, once there was a run; where its rules could not be read, those that a source brought in. */
export function casesOf(report: RunReport | null, nodes: readonly string[]): RuleCase[] | null {
  const ruled = report?.nodes.find(({ node, detail }) => nodes.includes(node) && detail)?.detail as Shown | undefined
  const source = report?.nodes.find(({ block }) => block.startsWith('data.source'))
  const view: Shown | undefined = ruled ?? source?.views.find((one) => one.view === 'rows')
  if (!view) return null
  return view.rows.map((row, i) => ({ id: String(row[0] ?? i), cells: Object.fromEntries(view.columns.map((name, at) => [name, row[at] ?? null])) }))
}

interface Shown {
  columns: string[]
  rows: Cell[][]
}

export function factsIn({ inputs }: RuleTable, { cells }: RuleCase): Value[] {
  return inputs.map(({ name }) => cells[name] ?? null)
}

export interface RuledCase {
  at: number
  one: RuleCase
  hits: readonly number[]
  /** What the rules say, by output: what reaches the screen, as the judge reads it. */
  says: Readonly<Record<string, readonly string[]>>
  /** Choices on which rows disagreed, by name. */
  disputed: readonly string[]
  /** What should have come out, by output; absent where nobody has told. */
  wanted: Readonly<Record<string, readonly string[]>>
  /** "right"; "none": no row speaks; else the output that is wrong first and how, e.g. "pa:yes>no". */
  state: string
}

/** Every case through the table as it stands now. */
export function ruleAll(compiled: CompiledTable, cases: readonly RuleCase[]): RuledCase[] {
  return cases.map((one, at) => {
    const hits = decide(compiled, factsIn(compiled.table, one))
    const says = asAnswered(outcomeOf(compiled, hits))
    const wanted = wantedOf(compiled.table, one)
    return { at, one, hits, says, wanted, disputed: disputed(compiled, hits), state: hits.length === 0 ? 'none' : stateOf(compiled.table, says, wanted) }
  })
}

/** Whether anybody has told what is right: a table of reasons has past cases, and no key to them. */
export function isTold(cases: readonly RuledCase[]): boolean {
  return cases.some(({ wanted }) => Object.keys(wanted).length > 0)
}

function wantedOf({ outputs }: RuleTable, { cells }: RuleCase): Record<string, string[]> {
  return Object.fromEntries(outputs.flatMap(({ name }) => (Object.hasOwn(cells, name) ? [[name, answersIn(cells[name])]] : [])))
}

function stateOf({ outputs }: RuleTable, says: RuledCase['says'], wanted: RuledCase['wanted']): string {
  for (const { name, kind } of outputs) {
    const should = wanted[name]
    const given = says[name] ?? []
    if (should && !sameAnswers(given, should)) return kind === 'choice' ? `${name}:${given.join()}>${should.join()}` : `${name}:`
  }
  return 'right'
}
