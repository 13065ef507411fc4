import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { MapRow } from '../../core/artefacts/map-table.ts'
import { TRANSFORM_WORDS } from '../../lab/interop/map/transforms.ts'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { Icon } from '../../kit/icon.tsx'
import { samePath } from './live.ts'
import { inserted, moved, newRow, removed } from './map-edit.ts'
import { useMapping } from './mapping-context.ts'
import { RowEditor } from './row-editor.tsx'
import { words } from './words.ts'

/** The map, row by row; the chosen one is open below its line. */
export function MapPanel() {
  const { table, live, row: open, openRow, addRow, readOnly } = useMapping()
  const [only, setOnly] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const rows = table.rows.map((row, i) => ({ row, n: i + 1, state: stateOf(row, live) }))
  const shown = rows.filter(({ row, state }) => !only || needsLook(state) || row.id === open)
  return (
    <div className="mapping-map">
      <div className="mapping-map-bar">
        <label>
          <span>{words.showRows}</span>{' '}
          <select className="select" value={only ? 'wrong' : 'all'} onChange={event => setOnly(event.target.value === 'wrong')}>
            <option value="all">{words.allRows} ({rows.length})</option>
            <option value="wrong">{words.wrongRows}</option>
          </select>
        </label>
        {!readOnly && <Button small icon="plus" onClick={() => addRow()}>{words.addRow}</Button>}
        <p className="mapping-quiet mapping-keys">{words.rowKeys}</p>
      </div>
      {shown.length === 0 && <p className="mapping-quiet">{words.noRows}</p>}
      <ol className="mapping-rows" ref={list}>
        {shown.map(({ row, n, state }) => (
          <li key={row.id} className={row.id === open ? 'mapping-row mapping-row-open' : 'mapping-row'}>
            <RowLine row={row} n={n} state={state} list={list} />
            {row.id === open && <RowEditor key={row.id} row={row} onClose={() => openRow(null)} />}
          </li>
        ))}
      </ol>
    </div>
  )
}

interface RowState {
  problem: boolean
  wrong: number
  missing: number
  unfit: number
}

function needsLook({ problem, wrong, missing, unfit }: RowState): boolean {
  return problem || wrong > 0 || missing > 0 || unfit > 0
}

function stateOf(row: MapRow, live: ReturnType<typeof useMapping>['live']): RowState {
  return {
    problem: live.problems.some(problem => problem.row === row.id),
    wrong: live.wrongPaths.filter(({ path }) => samePath(row.to, path)).reduce((sum, { n }) => sum + n, 0),
    missing: timesOf(live.unmapped.get(row.id)),
    unfit: timesOf(live.unfit.get(row.id)),
  }
}

function timesOf(values: ReadonlyMap<string, number> | undefined): number {
  return [...(values?.values() ?? [])].reduce((sum, n) => sum + n, 0)
}

function RowLine({ row, n, state, list }: { row: MapRow; n: number; state: RowState; list: { current: HTMLOListElement | null } }) {
  const { table, row: open, openRow, changeRows, readOnly } = useMapping()
  const focus = (id: string | undefined) => requestAnimationFrame(() => id && list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus())
  const neighbour = (by: 1 | -1): string | undefined => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])].map(line => line.dataset['row'])
    return lines[lines.indexOf(row.id) + by]
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && event.altKey && !readOnly) {
      changeRows(moved(table.rows, row.id, by), words.editing.row)
      focus(row.id)
    } else if (by !== 0) focus(neighbour(by))
    else if (event.key === 'Delete' && !readOnly) {
      // Before the row goes, so that the keys never fall out of the bench.
      const next = neighbour(1) ?? neighbour(-1)
      if (next) list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(next)}"]`)?.focus()
      changeRows(removed(table.rows, row.id), words.editing.row)
    } else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && !readOnly) {
      const copy = newRow(table.rows, { ...row, id: newRow(table.rows).id })
      changeRows(inserted(table.rows, copy, row.id), words.editing.row)
      openRow(copy.id)
      focus(copy.id)
    } else return
    event.preventDefault()
  }
  return (
    <button
      type="button" className={classNames('mapping-row-line', state.problem && 'mapping-row-broken')} data-row={row.id} aria-expanded={row.id === open}
      onClick={() => openRow(row.id === open ? null : row.id)} onKeyDown={onKeyDown}
    >
      <span className="mapping-row-n">{n}</span>
      <code className="mapping-row-from">{row.from || '…'}{row.when && <small>{row.when}</small>}</code>
      <span className="mapping-row-how">{row.transform === 'text' ? '' : TRANSFORM_WORDS[row.transform].title}{row.extract && <Icon name="search" size={1} label={words.extract} />}{row.valueMap && <Icon name="list" size={1} label={words.valueMap} />}</span>
      <Icon name="next" size={1} />
      <code className="mapping-row-to">{row.to || '…'}</code>
      <span className={classNames('mapping-row-state', needsLook(state) && 'mapping-row-look')}>
        <Icon name={state.problem ? 'warning' : needsLook(state) ? 'cross' : 'check'} size={0.9375} /> {stateWords(state)}
      </span>
    </button>
  )
}

function stateWords({ problem, wrong, missing, unfit }: RowState): string {
  if (problem) return words.rowProblem
  if (wrong > 0) return words.rowWrong(wrong)
  if (unfit > 0) return words.noFit(unfit)
  return missing > 0 ? words.noEntry(missing) : words.rowRight
}
