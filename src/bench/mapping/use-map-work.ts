/** The hands on a map, whatever it joins: history, rows that open and close, the way from an element to its row. */
import { useMemo, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { type MapTable, readMapTable } from '../../core/artefacts/map-table.ts'
import type { Json, Solution } from '../../core/quest/schema.ts'
import type { BenchProps } from '../bench-props.ts'
import { type Live, samePath, type Shown } from './live.ts'
import { inserted, newRow } from './map-edit.ts'
import type { Mapping, SideNames } from './mapping-context.ts'
import { useSolutionHistory } from './solution-history.ts'
import { words } from './words.ts'

const NO_MAP: MapTable = { rows: [], updates: { empty: 'keep', quotes: 'remove' } }

export interface SolutionWork {
  solution: Solution
  table: MapTable
  /** What is wrong with the map as a whole. */
  say: string | null
  change(next: Solution, label: string, gesture?: string): void
  artefact(name: string, value: unknown, label: string, gesture?: string): void
  undo: { label: string | null; go(): void; may: boolean }
  redo: { label: string | null; go(): void; may: boolean }
}

export function useSolutionWork({ solution: given, onChange, readOnly = false }: BenchProps): SolutionWork {
  const [history, dispatch] = useSolutionHistory(given, onChange)
  const solution = history.present
  const map = useMemo(() => readMapTable(solution.artefacts['mapTable']), [solution.artefacts])
  const change: SolutionWork['change'] = (next, label, gesture) => {
    if (!readOnly) dispatch({ type: 'changed', solution: next, label, ...(gesture ? { gesture } : {}) })
  }
  return {
    solution, change,
    table: map.ok ? map.table : NO_MAP,
    say: map.ok ? null : map.say,
    artefact: (name, value, label, gesture) => change({ ...solution, artefacts: { ...solution.artefacts, [name]: value as Json } }, label, gesture),
    undo: { label: history.past.at(-1)?.label ?? null, go: () => dispatch({ type: 'undo' }), may: history.past.length > 0 && !readOnly },
    redo: { label: history.future[0]?.label ?? null, go: () => dispatch({ type: 'redo' }), may: history.future.length > 0 && !readOnly },
  }
}

/** The same solution with a setting of every such block changed. */
export function withParam(solution: Solution, block: string, name: string, value: string | boolean): Solution {
  const nodes = solution.graph.nodes.map((node) => (node.block === block ? { ...node, params: { ...node.params, [name]: value } } : node))
  return { ...solution, graph: { ...solution.graph, nodes } }
}

interface RowWork {
  props: BenchProps
  work: SolutionWork
  live: Live<Shown>
  sides: SideNames
  root: RefObject<HTMLElement | null>
  /** The map comes to the front. */
  toMap(): void
}

export function useRowWork({ props: { quest, highlight, report, readOnly = false }, work: { table, artefact }, live, sides, root, toMap }: RowWork): Mapping {
  const [index, setIndex] = useState(0)
  const [row, setRow] = useState<string | null>(null)
  const openRow = (id: string | null) => {
    setRow(id)
    if (id !== null) toMap()
  }
  const focusRow = (id: string) => requestAnimationFrame(() => requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus()))
  const addRow: Mapping['addRow'] = (start) => {
    const made = newRow(table.rows, start)
    artefact('mapTable', { ...table, rows: inserted(table.rows, made, row) }, words.editing.row)
    openRow(made.id)
    focusRow(made.id)
  }
  return {
    quest, sides, table, live, report, readOnly, highlight, index, row, openRow, addRow,
    shown: live.messages[Math.min(index, live.messages.length - 1)] ?? null,
    show: (i) => setIndex(Math.max(0, Math.min(i, live.messages.length - 1))),
    changeRows: (rows, label, gesture) => artefact('mapTable', { ...table, rows }, label, gesture),
    goToPath: (path, by) => {
      const found = by ?? table.rows.find((one) => samePath(one.to, path))?.id
      if (found === undefined) return readOnly ? undefined : addRow({ to: path })
      openRow(found)
      focusRow(found)
    },
  }
}

/** Run, undo and redo by keys, from anywhere on the bench. */
export function benchKeys({ job, readOnly = false }: BenchProps, { undo, redo }: SolutionWork, run: () => void) {
  return (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'enter' && !job && !readOnly) run()
    else if (event.target instanceof HTMLElement && event.target.closest('.cm-editor')) return
    else if (key === 'z' && !readOnly) (event.shiftKey ? redo : undo).go()
    else if (key === 'y' && !readOnly) redo.go()
    else return
    event.preventDefault()
  }
}
