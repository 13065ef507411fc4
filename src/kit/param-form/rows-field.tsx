import { useId, useMemo, useState } from 'react'
import { Button, IconButton } from '../button.tsx'
import type { ControlProps } from './param-form.tsx'
import { fieldsOf } from './schema-fields.ts'
import type { FieldSpec } from './schema-fields.ts'

/** A list of small records, each folded to a line until it is opened: passes with their keys, fields with their points. */
export function RowsField({ field, value, onChange, disabled, columns, checkExpression, Form }: ControlProps) {
  const id = useId()
  const [open, setOpen] = useState<number | null>(null)
  const { schema, one, many, least } = field.item ?? { schema: {}, one: 'row', many: 'rows', least: 0 }
  const parts = useMemo(() => fieldsOf(schema), [schema])
  const rows = Array.isArray(value) ? value.map(asRow) : []
  const full = field.maxItems !== null && rows.length >= field.maxItems
  const put = (at: number, row: Row | null) => onChange(rows.flatMap((held, i) => (i === at ? (row ?? []) : held)))
  return (
    <fieldset className="param-rows" disabled={disabled} {...(field.description ? { 'aria-describedby': id } : {})}>
      <legend className="field-label">{field.title}</legend>
      {field.description && <p className="field-help" id={id}>{field.description}</p>}
      <ol>
        {rows.map((row, at) => {
          const line = lineOf(row, parts, columns)
          return (
            <li key={at} className="param-row">
              <div className="param-row-head">
                <Button small icon={open === at ? 'chevron-up' : 'chevron-down'} aria-expanded={open === at} onClick={() => setOpen(open === at ? null : at)}>{line}</Button>
                <IconButton small icon="trash" label={`Take away ${one} ${at + 1}: ${line}`} disabled={rows.length <= least} onClick={() => { setOpen(null); put(at, null) }} />
              </div>
              {open === at && (
                <Form
                  schema={schema} values={row} columns={columns} disabled={disabled ?? false} {...(checkExpression ? { checkExpression } : {})}
                  onChange={(name, next) => put(at, { ...row, [name]: next })}
                />
              )}
            </li>
          )
        })}
      </ol>
      <Button
        icon="plus" disabled={full}
        onClick={() => {
          setOpen(rows.length)
          onChange([...rows, Object.fromEntries(parts.map(part => [part.name, part.fallback]))])
        }}
      >
        {full ? `${rows.length} ${many} are all that fit` : `Add a ${one}`}
      </Button>
    </fieldset>
  )
}

type Row = Record<string, unknown>

function asRow(value: unknown): Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Row) : {}
}

/** "Family name · How it sounds · Date of birth · Year": what a folded row says. */
function lineOf(row: Row, parts: readonly FieldSpec[], columns: ControlProps['columns']): string {
  const said = parts.flatMap((part) => {
    const value = row[part.name] ?? part.fallback
    if (part.control === 'column') return value === '' ? [] : [columns.find(column => column.name === value)?.label ?? String(value)]
    if (part.control === 'choice') {
      // A choice that goes with a column says nothing where there is no column.
      const before = parts[parts.indexOf(part) - 1]
      if (before?.control === 'column' && (row[before.name] ?? before.fallback) === '') return []
      return [(part.options.find(option => option.value === value)?.label ?? String(value)).replace(/[ :(].*$/, '')]
    }
    return [typeof value === 'number' && value > 0 ? `+${value}` : String(value)]
  })
  return said.join(' · ')
}
