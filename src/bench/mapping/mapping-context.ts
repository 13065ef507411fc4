import { createContext, use } from 'react'
import type { Expr, Exprs } from '../../core/artefacts/exprs.ts'
import type { MapRow, MapTable } from '../../core/artefacts/map-table.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import type { GatePreview } from './gate-preview.ts'
import type { Live, LiveMessage } from './live.ts'
import type { Fetched } from './use-fetched.ts'

export type WorkTab = 'map' | 'ask' | 'gate' | 'later' | 'results'

export interface Mapping {
  quest: Quest
  table: MapTable
  exprs: Exprs
  live: Live
  gate: GatePreview
  fhirpath: Fetched
  sqlite: Fetched
  /** What is asked of the messages, kept while the bench is open. It belongs to no solution. */
  asked: string
  ask(sql: string): void
  report: RunReport | null
  readOnly: boolean
  highlight: string | null
  /** The message on show. */
  shown: LiveMessage | null
  show(index: number): void
  index: number
  row: string | null
  /** Open a row (and the map with it), or close it. */
  openRow(id: string | null): void
  changeRows(rows: readonly MapRow[], label: string, gesture?: string): void
  changeRules(rules: readonly Expr[], label: string, gesture?: string): void
  changeUpdates(updates: MapTable['updates']): void
  addRow(start?: Partial<MapRow>): void
  param(block: string, name: string): unknown
  setParam(block: string, name: string, value: string | boolean): void
  /** Open the row that fills an element, or make one. */
  goToPath(path: string, row?: string): void
}

export const MappingContext = createContext<Mapping | null>(null)

/** @throws outside of a mapping bench */
export function useMapping(): Mapping {
  const mapping = use(MappingContext)
  if (!mapping) throw new Error('this part belongs inside the mapping bench')
  return mapping
}
