import { useMemo, useRef, useState } from 'react'
import { readSource } from '../../lab/interop/map/compile-map.ts'
import { readWhen } from '../../lab/interop/map/when.ts'
import { type Message, writeField } from '../../lab/interop/v2/message.ts'
import { isEmpty, isNull } from '../../lab/interop/v2/path.ts'
import { fieldName, SEGMENT_NAMES } from '../../lab/interop/v2/names.ts'
import { Button } from '../../kit/button.tsx'
import { classNames } from '../../kit/class-names.ts'
import { useMapping, useMessages } from './mapping-context.ts'
import { useRoving } from './use-roving.ts'
import { words } from './words.ts'

interface FieldView {
  id: string
  segment: string
  field: number
  text: string
  state: 'value' | 'empty' | 'delete'
}

interface LineView {
  key: string
  name: string
  fields: FieldView[]
}

/** The message as it came: lines of fields, each with its place, its name on hover and focus. */
export function MessagePane() {
  const { table, row, addRow, readOnly } = useMapping()
  const { shown } = useMessages()
  const lines = useMemo(() => (shown ? linesOf(shown.sample.message) : []), [shown])
  const fields = lines.flatMap(line => line.fields)
  const [at, setAt] = useState<string | null>(null)
  const group = useRef<HTMLDivElement>(null)
  const roving = useRoving(group, fields.map(({ id }) => id))
  const read = fieldsReadBy(table.rows.find(({ id }) => id === row))
  const field = fields.find(({ id }) => id === at) ?? null
  return (
    <section className="mapping-pane mapping-source" aria-label={words.source}>
      <h3>{words.source}</h3>
      <div className="mapping-lines" ref={group} role="toolbar" tabIndex={-1} aria-label={words.source} aria-orientation="horizontal" onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
        {lines.map(line => (
          <div key={line.key} className="mapping-line">
            <span className="mapping-line-name" title={SEGMENT_NAMES[line.name]}>{line.name}</span>
            {line.fields.map(one => (
              <button
                key={one.id} type="button" data-rove={one.id} tabIndex={roving.tabIndex(one.id, one === fields[0])}
                className={classNames('mapping-field', `mapping-field-${one.state}`, read.has(placeOf(one)) && 'mapping-field-read', one.id === at && 'mapping-field-at')}
                title={`${placeOf(one)} ${fieldName(one.segment, one.field)}`}
                onClick={() => setAt(one.id)} onFocus={() => setAt(one.id)} onMouseEnter={() => setAt(one.id)}
              >
                <small>{one.field}</small>
                <span>{one.state === 'empty' ? 'empty' : one.text}</span>
                <span className="visually-hidden">, {placeOf(one)} {fieldName(one.segment, one.field)}</span>
              </button>
            ))}
          </div>
        ))}
      </div>
      <FieldFoot field={field} message={shown?.sample.message ?? null} onAdd={readOnly ? null : from => addRow({ from })} />
    </section>
  )
}

/** What the field is called, and each of its parts with the path that a row would write. */
function FieldFoot({ field, message, onAdd }: { field: FieldView | null; message: Message | null; onAdd: ((from: string) => void) | null }) {
  if (!field || !message) return <p className="mapping-foot mapping-quiet">{words.noField}</p>
  const parts = field.state === 'value' && field.segment !== 'MSH' ? partsOf(field, message) : []
  return (
    <div className="mapping-foot">
      <p><strong>{placeOf(field)}</strong> {fieldName(field.segment, field.field)}</p>
      {parts.length > 1 && (
        <ul>
          {parts.map(({ path, name, text, repetition }) => <li key={`${path} ${repetition}`}><code>{path}</code> {name}: <b>{text}</b></li>)}
        </ul>
      )}
      {onAdd && <Button small icon="plus" onClick={() => onAdd(placeOf(field))}>{words.rowFrom}</Button>}
    </div>
  )
}

function partsOf({ segment, field, id }: FieldView, message: Message): { path: string; name: string; text: string; repetition: number }[] {
  const value = message.segments[Number(id.split('.')[0])]?.fields[field - 1] ?? []
  return value.flatMap((repetition, r) => repetition.flatMap((part, c) => {
    const text = part.join(message.delimiters.sub)
    const [, name = `part ${c + 1}`] = fieldName(segment, field, c + 1).split(': ')
    return text === '' ? [] : [{ path: `${segment}-${field}.${c + 1}`, name: value.length > 1 ? `${name} (${r + 1})` : name, text, repetition: r }]
  }))
}

/** Of the header only what tells messages apart: sender, time, kind, number. */
const HEADER = new Set([3, 7, 9, 10])

/** Fields that say something, and those that have a name and say nothing: silence means something in an update. */
function linesOf(message: Message): LineView[] {
  return message.segments.map((segment, i) => ({
    key: `${i}`,
    name: segment.name,
    fields: segment.fields.flatMap((value, f): FieldView[] => {
      const field = f + 1
      const empty = isEmpty(value)
      const named = fieldName(segment.name, field) !== `${segment.name}-${field}`
      if (segment.name === 'MSH' ? !HEADER.has(field) : empty && !named) return []
      return [{ id: `${i}.${field}`, segment: segment.name, field, text: empty ? '' : writeField(value, message.delimiters), state: empty ? 'empty' : isNull(value) ? 'delete' : 'value' }]
    }),
  }))
}

function placeOf({ segment, field }: FieldView): string {
  return `${segment}-${field}`
}

function fieldsReadBy(row: { from: string; when: string } | undefined): Set<string> {
  if (!row) return new Set()
  const source = readSource(row.from)
  const when = readWhen(row.when)
  const paths = [...(typeof source !== 'string' && source.kind === 'fields' ? source.paths : []), ...(when.ok ? when.clauses.map(({ path }) => path) : [])]
  return new Set(paths.map(({ segment, field }) => `${segment}-${field}`))
}
