import { createContext, useContext } from 'react'
import type { Graph, Quest } from '../../core/quest/schema.ts'
import type { RunReport } from '../../core/verdict.ts'
import type { ColumnChoice } from '../../kit/param-form/column-terms.ts'
import type { BlockSpec } from '../../lab/graph/block.ts'
import type { Specs } from './block-specs.ts'
import type { PortAddress } from './graph-order.ts'
import type { History } from './history.ts'

export interface Notice {
  tone: 'done' | 'refused' | 'ask'
  say: string
  /** The answer "yes" to a question. */
  accept?: { label: string; act(): void }
}

/** What every part of the bench may read and do. */
export interface Bench {
  quest: Quest
  palette: readonly BlockSpec[]
  specs: Specs
  columns: readonly ColumnChoice[]
  graph: Graph
  history: History
  locked: readonly string[]
  readOnly: boolean
  report: RunReport | null
  highlight: string | null
  selection: ReadonlySet<string>
  /** The one node whose settings are shown, when exactly one is selected. */
  selected: string | null
  notice: Notice | null

  title(node: string): string
  /** `gesture`: changes that follow under the same name are undone together. */
  edit(graph: Graph, label: string, gesture?: string): void
  endGesture(): void
  select(nodes: readonly string[]): void
  notify(notice: Notice | null): void
  undo(): void
  redo(): void

  add(spec: BlockSpec, place: { at?: [number, number]; connect?: boolean }): void
  /** Join, refuse in words, or ask when the input is taken. */
  connect(from: PortAddress, to: PortAddress, sure?: boolean): void
  disconnect(to: PortAddress): void
  remove(nodes: readonly string[]): void
  copy(): void
  paste(): void
  duplicate(): void
  tidy(): void
  /** Open the panel that lists where this node can be joined. */
  askConnect(node: string): void
  /** Show a node: select it, bring it into view, move focus to it. */
  goTo(node: string): void
}

export const BenchContext = createContext<Bench | null>(null)

export function useBench(): Bench {
  const bench = useContext(BenchContext)
  if (!bench) throw new Error('BenchContext is empty: this part belongs inside <PipelineBench>')
  return bench
}
