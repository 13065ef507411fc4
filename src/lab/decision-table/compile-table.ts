/** A rule table made ready to decide: every cell read once, empty cells gone. Pure; 1,000 orders take a few milliseconds. */
import type { HitPolicy, RuleTable } from '../../core/artefacts/rule-table.ts'
import { ask, readTest, type UnaryTest, type Value } from './unary-test.ts'

export interface CellProblem {
  row: string
  /** 1-based, as people count rows. */
  place: number
  column: string
  say: string
}

export interface CompiledCell {
  /** Place of the input among the facts. */
  at: number
  test: UnaryTest
}

export interface CompiledRow {
  id: string
  cells: readonly CompiledCell[]
  says: Readonly<Record<string, readonly string[]>>
  /** A cell could not be read: the row never fires. */
  broken: boolean
}

export interface CompiledTable {
  table: RuleTable
  hit: HitPolicy
  rows: readonly CompiledRow[]
  problems: readonly CellProblem[]
}

export function compileTable(table: RuleTable): CompiledTable {
  const problems: CellProblem[] = []
  const rows = table.rows.map((row, i) => {
    const before = problems.length
    const report = (column: string, say: string) => problems.push({ row: row.id, place: i + 1, column, say })
    const cells = table.inputs.flatMap((input, at): CompiledCell[] => {
      const written = Object.hasOwn(row.when, input.name) ? row.when[input.name] : undefined
      const read = readTest(written ?? '-', input)
      if (!read.ok) report(input.name, read.say)
      return read.ok && read.test.kind !== 'any' ? [{ at, test: read.test }] : []
    })
    for (const { name, label, kind, values } of table.outputs) {
      const said = outputOf(row.says, name)
      const stray = said.find((value) => !values.includes(value))
      if (stray !== undefined) report(name, `${label} is never "${stray}". It is one of: ${values.join(', ')}.`)
      else if (kind === 'choice' && said.length !== 1) report(name, said.length === 0 ? `Say what ${label} is.` : `${label} takes one answer.`)
    }
    return { id: row.id, cells, says: row.says, broken: problems.length > before }
  })
  return { table, hit: table.hit, rows, problems }
}

function outputOf(says: Readonly<Record<string, readonly string[]>>, name: string): readonly string[] {
  return (Object.hasOwn(says, name) ? says[name] : undefined) ?? []
}

/** Facts in the order of the table's inputs. Whether every test of the row says yes. */
export function fires({ cells, broken }: CompiledRow, facts: readonly Value[]): boolean {
  return !broken && cells.every(({ at, test }) => ask(test, facts[at] ?? null) === true)
}

/** Rows that speak, 0-based: at most one under FIRST, all that fit, in their order, under COLLECT. */
export function decide({ rows, hit }: CompiledTable, facts: readonly Value[]): number[] {
  if (hit === 'FIRST') {
    const first = rows.findIndex((row) => fires(row, facts))
    return first < 0 ? [] : [first]
  }
  return rows.flatMap((row, i) => (fires(row, facts) ? [i] : []))
}

/**
 * What those rows say together. A list gathers each value once, in the order of the rows. A choice takes one answer: where rows
 * disagree (only COLLECT lets them), the value that stands first among the output's `values` goes before, as DMN's output
 * priority has it. Outputs that nobody speaks of are empty.
 */
export function outcomeOf({ table, rows }: CompiledTable, hits: readonly number[]): Record<string, string[]> {
  return Object.fromEntries(table.outputs.map(({ name, kind, values }) => {
    const said = new Set(hits.flatMap((i) => outputOf(rows[i]?.says ?? {}, name)))
    return [name, kind === 'choice' ? values.filter((value) => said.has(value)).slice(0, 1) : [...said]]
  }))
}

/** Choices on which those rows disagree, by name. */
export function disputed({ table, rows }: CompiledTable, hits: readonly number[]): string[] {
  return table.outputs.flatMap(({ name, kind }) => (kind === 'choice' && new Set(hits.flatMap((i) => outputOf(rows[i]?.says ?? {}, name))).size > 1 ? [name] : []))
}
