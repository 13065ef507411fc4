import { useEffect, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent } from 'react'
import type { RuleRow } from '../../core/artefacts/rule-table.ts'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { cellText, type Column, ifWords, saysWords } from './cell-text.ts'
import { type RulesBenchState, useRules } from './rules-context.ts'
import { isTold } from './rule-cases.ts'
import { words } from './words.ts'

/** The table as a grid: one stop for Tab, arrows inside, Alt and arrows move the row. */
export function RuleGrid() {
  const bench = useRules()
  const { table, columns, active, cases, noun } = bench
  const [over, setOver] = useState<number | null>(null)
  const right = cases?.filter(({ state }) => state === 'right').length ?? 0
  return (
    <div className="rules-scroll">
      {/* A grid of cells is worked by keys, so its parts take focus one at a time. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table className="rules-grid" role="grid" aria-label={words.grid} onKeyDown={event => onGridKey(event, bench)}>
        <caption className={cases ? 'rules-caption' : 'visually-hidden'}>{cases ? isTold(cases) ? words.right(right, cases.length, noun.many) : words.untold(cases.length, noun.many) : words.grid}</caption>
        <thead>
          <tr>
            <th scope="col" className="rules-corner">{words.row}</th>
            {columns.map((column, col) => (
              <th
                key={column.spec.name} scope="col" title={column.spec.about}
                className={classNames(column.side === 'says' && 'rules-says', columns[col - 1]?.side !== column.side && col > 0 && 'rules-first-says')}
              >
                {column.spec.label}
                {'unit' in column.spec && column.spec.unit && <small>{column.spec.unit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => <GridRow key={row.id} row={row} at={at} stop={active} over={over} onOver={setOver} />)}
        </tbody>
      </table>
    </div>
  )
}

interface GridRowProps {
  row: RuleRow
  at: number
  stop: RulesBenchState['active']
  over: number | null
  onOver(at: number | null): void
}

const DRAG = 'text/x-rule-row'

function GridRow({ row, at, stop, over, onOver }: GridRowProps) {
  const bench = useRules()
  const { table, columns, coverage, cases, chosen, compiled, highlight, noun, readOnly } = bench
  const element = useRef<HTMLTableRowElement>(null)
  const pointed = highlight === `node:${row.id}`
  useEffect(() => {
    if (pointed) element.current?.scrollIntoView({ block: 'nearest' })
  }, [pointed])
  const fired = cases?.find(({ one }) => one.id === chosen)?.hits.includes(at) ?? false
  useEffect(() => {
    if (fired) element.current?.scrollIntoView({ block: 'nearest' })
  }, [fired, chosen])
  const count = coverage?.rows[at]
  const drop = (event: DragEvent) => {
    const dragged = event.dataTransfer.getData(DRAG)
    onOver(null)
    if (!dragged) return
    event.preventDefault()
    bench.moveTo(dragged, at)
  }
  return (
    <tr
      ref={element} className={classNames(fired && 'rules-fired', over === at && 'rules-over', pointed && 'rules-pointed-row', count?.speaks === 0 && 'rules-idle')}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes(DRAG)) return
        event.preventDefault()
        onOver(at)
      }}
      onDrop={drop}
    >
      <th
        scope="row" draggable={!readOnly} data-cell={`${row.id}:-1`} tabIndex={stop?.row === row.id && stop.col === -1 ? 0 : -1} title={`${ifWords(table, row)}: ${saysWords(table, row.says)}`}
        aria-label={`${words.row} ${at + 1}${count ? `, ${words.spoke(count.speaks, noun.many)}` : ''}`}
        onFocus={() => bench.activate({ row: row.id, col: -1 })}
        onDragStart={event => {
          event.dataTransfer.setData(DRAG, row.id)
          event.dataTransfer.effectAllowed = 'move'
        }}
        onDragEnd={() => onOver(null)}
      >
        <span className="rules-grip" aria-hidden="true" />
        <strong>{at + 1}</strong>
        {count && <small className={count.speaks === 0 ? 'rules-count rules-count-none' : 'rules-count'}>{count.speaks}</small>}
      </th>
      {columns.map((column, col) => (
        <GridCell
          key={column.spec.name} row={row} at={at} col={col} column={column} first={columns[col - 1]?.side !== column.side && col > 0}
          stop={stop?.row === row.id && stop.col === col} problem={compiled.problems.find(one => one.row === row.id && one.column === column.spec.name)?.say ?? null}
        />
      ))}
    </tr>
  )
}

interface GridCellProps {
  row: RuleRow
  at: number
  col: number
  column: Column
  first: boolean
  stop: boolean
  problem: string | null
}

function GridCell({ row, at, col, column, first, stop, problem }: GridCellProps) {
  const { activate, open, editing } = useRules()
  const text = cellText(row, column)
  const place = { row: row.id, col }
  const being = editing?.place.row === row.id && editing.place.col === col
  const empty = column.side === 'when' ? words.anything : words.nothing
  return (
    // Enter and typing are heard by the grid.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <td
      data-cell={`${row.id}:${col}`} tabIndex={stop ? 0 : -1} title={problem ?? undefined}
      aria-label={`${column.spec.label}, row ${at + 1}: ${text || empty}${problem ? `. ${problem}` : ''}`}
      className={classNames(column.side === 'says' && 'rules-says', column.side === 'when' && (column.spec.values?.some(value => value.length > 10) ?? false) && 'rules-wide', first && 'rules-first-says', problem && 'rules-bad', being && 'rules-being')}
      onFocus={() => activate(place)} onClick={() => open(place)}
    >
      <CellText text={text} column={column} />
      {problem && <Icon name="warning" size={1} />}
    </td>
  )
}

/** A single answer reads like a label; a test as it is written; an empty cell as a dash. */
export function CellText({ text, column }: { text: string; column: Column }) {
  if (text === '') return <span className="rules-any">–</span>
  if (column.side === 'says' && column.spec.kind === 'choice') {
    const tone = column.spec.values.indexOf(text)
    return <span className={`rules-pill rules-pill-${tone === 0 ? 'first' : 'other'}`}>{text}</span>
  }
  return <span className="rules-test">{text}</span>
}

function onGridKey(event: KeyboardEvent, bench: RulesBenchState): void {
  const { active, table, columns, editing } = bench
  if (!active || editing) return
  const at = table.rows.findIndex(({ id }) => id === active.row)
  const handled = event.altKey ? altKey(event.key, bench, active.row) : event.ctrlKey || event.metaKey ? controlKey(event.key, bench, active.row) : plainKey(event, bench, at, columns.length)
  if (handled) event.preventDefault()
}

function altKey(key: string, { move }: RulesBenchState, row: string): boolean {
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
  move(row, key === 'ArrowUp' ? -1 : 1)
  return true
}

function controlKey(key: string, { duplicate, activate, table, active }: RulesBenchState, row: string): boolean {
  const end = key === 'Home' ? table.rows[0] : key === 'End' ? table.rows.at(-1) : undefined
  if (end) activate({ row: end.id, col: active?.col ?? -1 }, true)
  else if (key.toLowerCase() === 'd') duplicate(row)
  else return false
  return true
}

function plainKey(event: KeyboardEvent, bench: RulesBenchState, at: number, width: number): boolean {
  const { active, table, columns, activate, open, setCell, add, remove } = bench
  if (!active) return false
  const go = (row: number, col: number) => {
    const target = table.rows[row]
    if (target && col >= -1 && col < width) activate({ row: target.id, col }, true)
    return true
  }
  switch (event.key) {
    case 'ArrowUp': return go(at - 1, active.col)
    case 'ArrowDown': return go(at + 1, active.col)
    case 'ArrowLeft': return go(at, active.col - 1)
    case 'ArrowRight': return go(at, active.col + 1)
    case 'Home': return go(at, -1)
    case 'End': return go(at, width - 1)
    case 'Insert': add(active.row); return true
  }
  if (event.key === 'Delete' && (event.shiftKey || active.col < 0)) remove(active.row)
  else if (active.col < 0) return false
  else if (event.key === 'Enter' || event.key === 'F2' || event.key === ' ') open(active)
  else if (event.key === 'Delete' || event.key === 'Backspace') {
    const column = columns[active.col]
    if (column?.side === 'when' || column?.spec.kind === 'list') setCell(active, '', [])
  } else if (event.key.length === 1) open(active, event.key)
  else return false
  return true
}
