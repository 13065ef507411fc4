import { useEffect, useMemo, useRef, useState } from 'react'
import type { RefObject } from 'react'
import type { RuleTable } from '../../core/artefacts/rule-table.ts'
import { compileTable } from '../../lab/decision-table/compile-table.ts'
import { coverageOf } from '../../lab/decision-table/coverage.ts'
import type { BenchProps } from '../bench-props.ts'
import { cellText, columnsOf } from './cell-text.ts'
import { casesOf, factsIn, nodesReading, ruleAll, type RuleCase } from './rule-cases.ts'
import type { Place, RulesBenchState } from './rules-context.ts'
import { addRow, type Added, duplicateRow, moveRow, placeOf, removeRow, setSays, setTest } from './table-edit.ts'
import { useArtefact } from './use-artefact.ts'
import { words } from './words.ts'

export type Side = 'cases' | 'gaps' | 'book' | 'figures'

/** Everything the parts of the bench share: the table with its history, the cases as it decides them, and what can be done. */
export function useRules(name: string, given: RuleTable, props: BenchProps, frame: RefObject<HTMLElement | null>) {
  const { solution, onChange, report, readOnly = false, highlight } = props
  const [history, dispatch] = useArtefact(name, given, solution, onChange)
  const table = history.present
  const [active, setActive] = useState<Place | null>(() => firstPlace(table))
  const [editing, setEditing] = useState<RulesBenchState['editing']>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [side, setSide] = useState<Side>('cases')
  const [say, setSay] = useState('')
  const wanted = useRef<Place | null>(null)

  const seen = useSeenCases(report, nodesReading(name, solution.graph))
  const columns = useMemo(() => columnsOf(table), [table])
  const compiled = useMemo(() => compileTable(table), [table])
  const cases = useMemo(() => seen && ruleAll(compiled, seen), [compiled, seen])
  const coverage = useMemo(() => seen && coverageOf(compiled, seen.map((one) => factsIn(table, one))), [compiled, seen, table])

  // The keyboard follows a cell to where it is drawn next.
  useEffect(() => {
    if (!wanted.current) return
    focusCell(frame.current, wanted.current)
    wanted.current = null
  })
  const focusOn = (place: Place) => {
    setActive(place)
    wanted.current = place
  }
  const change = (next: RuleTable, label: string, said: string) => {
    if (readOnly) return setSay(words.readOnly)
    dispatch({ type: 'changed', value: next, label })
    setSay(said)
  }
  const insert = (added: Added | null, label: (place: number) => string, said: (place: number) => string) => {
    if (!added) return setSay(words.full)
    const place = placeOf(added.table, added.id) + 1
    change(added.table, label(place), said(place))
    focusOn({ row: added.id, col: active && active.col >= 0 ? active.col : 0 })
  }
  const moveTo = (row: string, to: number) => {
    const [from, next] = [placeOf(table, row) + 1, moveRow(table, row, to)]
    if (next === table) return
    change(next, `move row ${from} to ${placeOf(next, row) + 1}`, words.moved(placeOf(next, row) + 1))
    focusOn({ row, col: active?.row === row ? active.col : -1 })
  }
  const step = (type: 'undo' | 'redo') => {
    const label = (type === 'undo' ? history.past.at(-1) : history.future[0])?.label
    if (label === undefined || readOnly) return
    dispatch({ type })
    setSay(type === 'undo' ? words.undone(label) : words.redone(label))
  }

  const bench: RulesBenchState = {
    table, columns, compiled, history, cases, coverage, report, readOnly, highlight, editing, chosen,
    active: active && placeOf(table, active.row) >= 0 ? active : firstPlace(table),
    noun: table.cases ?? { one: 'case', many: 'cases' },
    activate: (place, focus) => (focus ? focusOn(place) : setActive(place)),
    open: (place, typed) => {
      if (readOnly) return setSay(words.readOnly)
      setActive(place)
      setEditing({ place, typed: typed ?? null })
    },
    close: () => {
      if (editing) focusOn(editing.place)
      setEditing(null)
    },
    setCell: ({ row, col }, text, values) => {
      const column = columns[col]
      if (!column) return
      const next = column.side === 'when' ? setTest(table, row, column.spec.name, text || '-') : setSays(table, row, column.spec.name, values)
      const place = placeOf(table, row) + 1
      if (next !== table) change(next, `row ${place}, ${column.spec.label}: ${text || '-'}`, words.set(place, column.spec.label, text === '-' ? '' : text))
    },
    setHit: (hit) => change(hit === table.hit ? table : { ...table, hit }, words.hits[hit].toLowerCase(), words.hits[hit]),
    move: (row, by) => moveTo(row, placeOf(table, row) + by),
    moveTo,
    add: (after, when) => insert(addRow(table, after, when), (place) => `add row ${place}`, words.added),
    duplicate: (row) => insert(duplicateRow(table, row), (place) => `duplicate row ${place}`, words.duplicated),
    remove: (row) => {
      const at = placeOf(table, row)
      const next = removeRow(table, row)
      change(next, `delete row ${at + 1}`, words.removed(at + 1))
      const neighbour = next.rows[Math.min(at, next.rows.length - 1)]
      if (neighbour && !readOnly) focusOn({ row: neighbour.id, col: active?.col ?? -1 })
    },
    undo: () => step('undo'),
    redo: () => step('redo'),
    choose: setChosen,
    openPage: (page) => {
      setSide('book')
      requestAnimationFrame(() => {
        const heading = frame.current?.querySelector<HTMLElement>(`#rules-page-${CSS.escape(page)}`)
        heading?.scrollIntoView({ block: 'nearest' })
        heading?.focus()
      })
    },
  }
  return { bench, say, side, setSide }
}

/** A report is of one run; its cases stay on the bench while the rules change. */
function useSeenCases(report: BenchProps['report'], nodes: readonly string[]): readonly RuleCase[] | null {
  const [seen, setSeen] = useState(() => casesOf(report, nodes))
  const [last, setLast] = useState(report)
  if (report !== last) {
    setLast(report)
    const fresh = casesOf(report, nodes)
    if (fresh) setSeen(fresh)
  }
  return seen
}

function firstPlace({ rows }: RuleTable): Place | null {
  return rows[0] ? { row: rows[0].id, col: -1 } : null
}

function focusCell(frame: HTMLElement | null, { row, col }: Place): void {
  const cell = frame?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(row)}:${col}"]`) ?? frame?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(row)}:-1"]`)
  cell?.focus()
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** What a cell shows, for the table and for the editor's first words. */
export function textAt({ table, columns }: Pick<RulesBenchState, 'table' | 'columns'>, { row, col }: Place): string {
  const rule = table.rows[placeOf(table, row)]
  const column = columns[col]
  return rule && column ? cellText(rule, column) : ''
}
