import { useId, useRef } from 'react'
import { Field } from '../field.tsx'
import { checkText } from './field-check.ts'
import { completions } from './expression-completion.ts'
import type { ControlProps } from './param-form.tsx'

/**
 * A comparison over columns ("diedInHosp == 0"). The browser's own list completes the word being typed; the buttons below
 * do the same for those who would rather pick than spell.
 */
export function ExpressionField({ field, value, onChange, disabled, columns, checkExpression }: ControlProps) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const typed = typeof value === 'string' ? value : ''
  const error = checkText(field, typed) ?? (typed.trim() === '' ? null : (checkExpression?.(typed) ?? null))
  const insert = (name: string) => {
    onChange(typed.trim() === '' ? name : `${typed.trimEnd()} ${name}`)
    input.current?.focus()
  }
  return (
    <div className="param-expression">
      <Field label={field.title} help={field.description} error={error ?? undefined}>
        {control => (
          <input
            {...control} ref={input} className="input param-code" list={list} spellCheck={false} autoComplete="off" autoCapitalize="off"
            value={typed} disabled={disabled} onChange={event => onChange(event.target.value)}
          />
        )}
      </Field>
      <datalist id={list}>{completions(typed, columns).map(option => <option key={option.value} value={option.value}>{option.label}</option>)}</datalist>
      {columns.length > 0 && !disabled && (
        <label className="param-insert">
          <span>Insert a column</span>
          <select className="select" value="" onChange={event => event.target.value && insert(event.target.value)}>
            <option value="">Choose…</option>
            {columns.map(column => <option key={column.name} value={column.name}>{column.label} ({column.name})</option>)}
          </select>
        </label>
      )}
    </div>
  )
}
