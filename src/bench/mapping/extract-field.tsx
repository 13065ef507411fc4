import { lazy, Suspense, useId, useMemo } from 'react'
import type { MapRow } from '../../core/artefacts/map-table.ts'
import { extracted, readPattern } from '../../lab/interop/map/extract.ts'
import { Button, IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { replaced, whole } from './map-edit.ts'
import { useMapping } from './mapping-context.ts'
import { words } from './words.ts'

// The editor brings CodeMirror, which few rows need.
const RegexEditor = lazy(() => import('../../kit/expression/regex-editor.tsx').then(file => ({ default: file.RegexEditor })))

/** Signs that a pattern may have, as the artefact says. */
export const MOST_SIGNS = 200

/** Why a pattern may not run; for the editor. */
export function refusal(pattern: string): string | null {
  const read = readPattern(pattern)
  return read.ok ? null : read.say
}

/** A pattern on the way from the field to the element, with what it makes of the values that came. Most rows need none. */
export function ExtractField({ row, problem }: { row: MapRow; problem: string | undefined }) {
  const { table, changeRows, readOnly } = useMapping()
  const id = useId()
  const change = (next: MapRow, gesture?: string) => changeRows(replaced(table.rows, row.id, next), words.editing.extract, gesture)
  const remove = () => changeRows(table.rows.map(one => (one.id === row.id ? whole(one) : one)), words.editing.extract)
  if (row.extract === undefined) {
    return readOnly ? null : <div><Button small look="plain" icon="plus" onClick={() => change({ ...row, extract: '' })}>{words.addExtract}</Button></div>
  }
  return (
    <div className="field mapping-extract">
      <div className="mapping-extract-head">
        <p className="field-label">{words.extract}</p>
        {!readOnly && <IconButton icon="trash" small label={words.removeExtract} onClick={remove} />}
      </div>
      <p className="field-help" id={`${id}-help`}>{words.extractHelp}</p>
      <Suspense fallback={<p className="field-help">{words.fetchingEditor}</p>}>
        <RegexEditor
          text={row.extract} label={words.extract} describedBy={`${id}-help ${id}-error`} most={MOST_SIGNS} readOnly={readOnly} refuse={refusal}
          onChange={extract => change({ ...row, extract }, `${row.id}.extract`)}
        />
      </Suspense>
      {problem && <p className="field-error" id={`${id}-error`}><Icon name="warning" size={1} />{problem}</p>}
      <Taken row={row} />
    </div>
  )
}

const MOST = 6

/** What came in and what is taken out of it, those that do not fit first. */
function Taken({ row }: { row: MapRow }) {
  const { sides } = useMapping()
  const values = useMemo(() => sides.valuesRead(row), [sides, row])
  const read = row.extract ? readPattern(row.extract) : null
  if (!read?.ok || values.length === 0) return null
  const taken = values.map(([value, times]) => ({ value, times, part: extracted(read.pattern, value) }))
  const odd = taken.filter(({ part }) => part === null)
  const shown = [...odd, ...taken.filter(({ part }) => part !== null)].slice(0, MOST)
  return (
    <>
      <p className="mapping-quiet">{words.taken(taken.length - odd.length, taken.length)}</p>
      <ul className="mapping-taken">
        {shown.map(({ value, times, part }) => (
          <li key={value}>
            <code>{value}</code> <span aria-hidden="true">→</span> {part === null ? <b className="mapping-row-look">{words.noPart}</b> : <code>{part}</code>} <small>{words.times(times)}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
