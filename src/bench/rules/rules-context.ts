import { createContext, useContext } from 'react'
import type { HitPolicy, RuleTable } from '../../core/artefacts/rule-table.ts'
import type { RunReport } from '../../core/verdict.ts'
import type { CompiledTable } from '../../lab/decision-table/compile-table.ts'
import type { Coverage } from '../../lab/decision-table/coverage.ts'
import type { Column } from './cell-text.ts'
import type { History } from './history.ts'
import type { RuledCase } from './rule-cases.ts'

/** A cell: the row by its id, the column by its place; -1 is the head of the row. */
export interface Place {
  row: string
  col: number
}

export interface RulesBenchState {
  table: RuleTable
  columns: readonly Column[]
  compiled: CompiledTable
  history: History<RuleTable>
  /** Null before the first run. */
  cases: readonly RuledCase[] | null
  coverage: Coverage | null
  report: RunReport | null
  readOnly: boolean
  highlight: string | null
  active: Place | null
  editing: { place: Place; typed: string | null } | null
  chosen: string | null
  noun: { one: string; many: string }
  /** Marks a cell; `focus` takes the keyboard there. */
  activate(place: Place, focus?: boolean): void
  open(place: Place, typed?: string): void
  /** Closes the editor and goes back to its cell. */
  close(): void
  setCell(place: Place, text: string, values: readonly string[]): void
  setHit(hit: HitPolicy): void
  move(row: string, by: number): void
  moveTo(row: string, place: number): void
  add(after: string | null, when?: Record<string, string>): void
  duplicate(row: string): void
  remove(row: string): void
  undo(): void
  redo(): void
  choose(id: string | null): void
  openPage(page: string): void
}

export const RulesContext = createContext<RulesBenchState | null>(null)

export function useRules(): RulesBenchState {
  const bench = useContext(RulesContext)
  if (!bench) throw new Error('this part belongs inside a rules bench')
  return bench
}
