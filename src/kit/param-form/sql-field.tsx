import { lazy, Suspense, useId, useMemo } from 'react'
import { sqlMistake } from '../expression/sql-mistakes.ts'
import { rowsTable } from '../expression/sql-table.ts'
import { Icon } from '../icon.tsx'
import { checkText } from './field-check.ts'
import type { ControlProps } from './param-form.tsx'

// The editor brings CodeMirror, which few forms need.
const SqlEditor = lazy(() => import('../expression/sql-editor.tsx').then(file => ({ default: file.SqlEditor })))

/** A query in SQL. What is wrong is underlined in the text and said below it. */
export function SqlField({ field, value, onChange, disabled, columns }: ControlProps) {
  const id = useId()
  const tables = useMemo(() => rowsTable(columns), [columns])
  const typed = typeof value === 'string' ? value : ''
  const error = checkText(field, typed) ?? sqlMistake(typed, tables)?.say
  return (
    <div className="field">
      <p className="field-label">{field.title}</p>
      {field.description && <p className="field-help" id={`${id}-help`}>{field.description}</p>}
      <Suspense fallback={<p className="field-help">Fetching the editor…</p>}>
        <SqlEditor text={typed} tables={tables} label={field.title} describedBy={`${id}-help ${id}-error`} readOnly={disabled ?? false} onChange={onChange} />
      </Suspense>
      {error && <p className="field-error" id={`${id}-error`}><Icon name="warning" size={1} />{error}</p>}
    </div>
  )
}
