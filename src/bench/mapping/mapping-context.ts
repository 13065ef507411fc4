import { createContext, use } from 'react'
import type { Expr, Exprs } from '../../core/artefacts/exprs.ts'
import type { MapRow, MapTable, Transform } from '../../core/artefacts/map-table.ts'
import type { Quest } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import type { GatePreview } from './gate-preview.ts'
import type { Live, LiveMessage, Shown } from './live.ts'
import type { Fetched } from './use-fetched.ts'

/** Between which sides the map carries values: what may be written, and how it is spoken of. */
export interface SideNames {
  sources: readonly { path: string; name: string }[]
  targets: readonly { path: string; about: string }[]
  transforms: readonly Transform[]
  words: {
    /** One of what comes. */
    message: string
    before: string
    next: string
    wrongIn(wrong: number, all: number): string
    /** Over what should come out. */
    portal: string
    fromHelp: string
    whenHelp: string
    toHelp: string
    valueMapHelp: string
    noReport: string
    figures: string
    overviewSay: string
    /** What should come out, as the name of a tab. */
    portalTab: string
  }
  /** Kinds of facts that a row may read. */
  facts?: readonly string[]
  /** What a row reads before anything is done to it, the commonest first. */
  valuesRead(row: MapRow): readonly (readonly [value: string, times: number])[]
  /** Codes that an element may hold; none where it may hold anything. */
  codesFor(to: string): readonly { code: string; say: string }[]
}

/** The map and what it does to those on show, whatever they are. */
export interface Mapping {
  quest: Quest
  sides: SideNames
  table: MapTable
  live: Live<Shown>
  report: RunReport | null
  readOnly: boolean
  highlight: string | null
  /** The one on show. */
  shown: Shown | null
  show(index: number): void
  index: number
  row: string | null
  /** Open a row (and the map with it), or close it. */
  openRow(id: string | null): void
  changeRows(rows: readonly MapRow[], label: string, gesture?: string): void
  addRow(start?: Partial<MapRow>): void
  /** Open the row that fills an element, or make one. */
  goToPath(path: string, row?: string): void
}

/** What messages have besides: a gate, questions, later messages. */
export interface Messages {
  exprs: Exprs
  live: Live<LiveMessage>
  shown: LiveMessage | null
  gate: GatePreview
  fhirpath: Fetched
  sqlite: Fetched
  /** What is asked of the messages, kept while the bench is open. It belongs to no solution. */
  asked: string
  ask(sql: string): void
  changeRules(rules: readonly Expr[], label: string, gesture?: string): void
  changeUpdates(updates: MapTable['updates']): void
  param(block: string, name: string): unknown
  setParam(block: string, name: string, value: string | boolean): void
}

export const MappingContext = createContext<Mapping | null>(null)
export const MessagesContext = createContext<Messages | null>(null)

/** @throws outside of a mapping bench */
export function useMapping(): Mapping {
  const mapping = use(MappingContext)
  if (!mapping) throw new Error('this part belongs inside the mapping bench')
  return mapping
}

/** @throws where what comes are no messages */
export function useMessages(): Messages {
  const messages = use(MessagesContext)
  if (!messages) throw new Error('this part belongs beside messages')
  return messages
}
