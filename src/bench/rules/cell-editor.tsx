import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { KeyboardEvent, RefObject } from 'react'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { type Column, completions, readCell } from './cell-text.ts'
import { type Place, useRules } from './rules-context.ts'
import { placeOf } from './table-edit.ts'
import { textAt } from './use-rules.ts'
import { words } from './words.ts'

/** One cell, opened where it stands (at the foot of the screen on a phone): words with completion, and what they mean. */
export function CellEditor({ frame }: { frame: RefObject<HTMLElement | null> }) {
  const bench = useRules()
  const place = bench.editing?.place
  const column = place && bench.columns[place.col]
  if (!place || !column) return null
  return <Editor frame={frame} place={place} column={column} />
}

function Editor({ frame, place, column }: { frame: RefObject<HTMLElement | null>; place: Place; column: Column }) {
  const bench = useRules()
  const [text, setText] = useState(() => bench.editing?.typed ?? textAt(bench, place))
  const [at, setAt] = useState(-1)
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const ids = useId()
  usePlace(frame, box, place)
  const read = readCell(text, column)
  const { options, take } = completions(text, column)
  const shown = options.slice(0, 12)
  const number = placeOf(bench.table, place.row) + 1

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
  }, [])
  const commit = (): boolean => {
    if (!read.ok) return false
    bench.setCell(place, read.text === '-' ? '' : read.text, read.values)
    bench.close()
    return true
  }
  const complete = (option: string) => {
    setText(take(option))
    setAt(-1)
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = shown[at]
    if (event.key === 'Escape') bench.close()
    else if (event.key === 'ArrowDown' && shown.length > 0) setAt((at + 1) % shown.length)
    else if (event.key === 'ArrowUp' && shown.length > 0) setAt((at <= 0 ? shown.length : at) - 1)
    else if (event.key === 'Enter' && chosen !== undefined && event.target === field.current) complete(chosen)
    else if (event.key === 'Enter' && event.target === field.current) commit()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  useOutside(box, () => commit() || bench.close())
  return (
    // Not modal: the table stays in reach of the pointer. Keys bubble up from the field and the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/prefer-tag-over-role
    <div ref={box} className="rules-editor" role="dialog" aria-label={words.editTitle(number, column.spec.label)} onKeyDown={onKeyDown}>
      <label className="rules-editor-title" htmlFor={`${ids}-field`}>{words.editTitle(number, column.spec.label)}</label>
      {column.spec.about && <p className="rules-about">{column.spec.about}</p>}
      <input
        ref={field} id={`${ids}-field`} className="input" type="text" autoComplete="off" spellCheck={false} maxLength={300} value={text} placeholder="-"
        role="combobox" aria-expanded={shown.length > 0} aria-controls={`${ids}-list`} aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${ids}-${at}` : undefined} aria-invalid={!read.ok} aria-describedby={`${ids}-means`}
        onChange={event => {
          setText(event.target.value)
          setAt(-1)
        }}
      />
      <output id={`${ids}-means`} className={read.ok ? 'rules-means' : 'rules-means rules-means-bad'}>
        <Icon name={read.ok ? 'check' : 'warning'} size={1} /> {read.ok ? read.means : read.say}
      </output>
      {column.side === 'when' && column.spec.kind === 'number' && <p className="rules-about">{words.numbers}</p>}
      {/* A combobox after the ARIA pattern: a datalist cannot complete the word after a comma. */}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <ul id={`${ids}-list`} className="rules-options" role="listbox" aria-label={words.values} hidden={shown.length === 0}>
        {shown.map((option, i) => (
          // The field keeps the focus and hears the keys; the pointer may pick one as well.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus, jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role
          <li key={option} id={`${ids}-${i}`} role="option" aria-selected={i === at} onMouseDown={event => event.preventDefault()} onClick={() => complete(option)}>
            {option === 'null' ? <>null <small>{words.notKnown}</small></> : option}
          </li>
        ))}
      </ul>
      <div className="rules-editor-acts">
        <Button small look="primary" icon="check" disabled={!read.ok} onClick={commit}>{words.done}</Button>
        <Button small onClick={() => bench.close()}>{words.cancel}</Button>
        {column.side === 'when' && column.spec.kind === 'choice' && <Button small look="plain" onClick={() => setText(turned(text))}>not( … )</Button>}
      </div>
    </div>
  )
}

/** "ED" and "not(ED)" and back. */
function turned(text: string): string {
  const inside = /^not\s*\((.*)\)$/is.exec(text.trim())
  return inside ? (inside[1] ?? '') : text.trim() === '' || text.trim() === '-' ? 'not(' : `not(${text.trim()})`
}

function useOutside(box: RefObject<HTMLElement | null>, leave: () => void): void {
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => {
    const onDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) latest.current()
    }
    document.addEventListener('pointerdown', onDown, true)
    return () => document.removeEventListener('pointerdown', onDown, true)
  }, [box])
}

const GAP = 4

/** Under the cell, or above it where there is no room below; on a phone the style sheet puts it at the foot of the screen. */
function usePlace(frame: RefObject<HTMLElement | null>, box: RefObject<HTMLElement | null>, { row, col }: Place): void {
  useLayoutEffect(() => {
    const cell = frame.current?.querySelector(`[data-cell="${CSS.escape(row)}:${col}"]`)?.getBoundingClientRect()
    const editor = box.current
    if (!cell || !editor) return
    const { width, height } = editor.getBoundingClientRect()
    const below = cell.bottom + GAP + height <= innerHeight
    editor.style.setProperty('left', `${Math.max(GAP, Math.min(cell.left, innerWidth - width - GAP))}px`)
    editor.style.setProperty('top', `${below ? cell.bottom + GAP : Math.max(GAP, cell.top - height - GAP)}px`)
  }, [frame, box, row, col])
}
