/** From a decision back to the row that made it, and why each row before it stayed silent. */
import type { CompiledRow, CompiledTable } from './compile-table.ts'
import { ask, type UnaryTest, type Value, type Verdict } from './unary-test.ts'

export interface CellWhy {
  input: string
  label: string
  test: UnaryTest
  value: Value
  verdict: Verdict
}

export interface RowWhy {
  row: string
  /** 0-based. */
  at: number
  /** fired: it spoke; silent: a test said no or did not know; late: it fits, but a row above had already spoken; broken: a cell cannot be read. */
  how: 'fired' | 'silent' | 'late' | 'broken'
  cells: CellWhy[]
}

/** Every row, top to bottom, with what each of its tests said. */
export function why(compiled: CompiledTable, facts: readonly Value[]): RowWhy[] {
  let spoken = false
  return compiled.rows.map((row, at) => {
    const cells = cellsOf(compiled, row, facts)
    const fits = !row.broken && cells.every(({ verdict }) => verdict === true)
    const how = row.broken ? 'broken' : !fits ? 'silent' : spoken && compiled.hit === 'FIRST' ? 'late' : 'fired'
    if (how === 'fired') spoken = true
    return { row: row.id, at, how, cells }
  })
}

function cellsOf({ table }: CompiledTable, { cells }: CompiledRow, facts: readonly Value[]): CellWhy[] {
  return cells.map(({ at, test }) => {
    const value = facts[at] ?? null
    const { name = '', label = '' } = table.inputs[at] ?? {}
    return { input: name, label, test, value, verdict: ask(test, value) }
  })
}
