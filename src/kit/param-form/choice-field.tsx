import { useId } from 'react'
import { Field } from '../field.tsx'
import { Switch } from '../switch.tsx'
import { checkText } from './field-check.ts'
import type { ControlProps } from './param-form.tsx'

/** Up to four choices are all in sight as radio buttons; more go into a list. */
export function ChoiceField(props: ControlProps) {
  return props.field.options.length <= 4 ? <RadioField {...props} /> : <SelectField {...props} />
}

function RadioField({ field, value, onChange, disabled }: ControlProps) {
  const name = useId()
  return (
    <fieldset className="param-radios" disabled={disabled} {...(field.description ? { 'aria-describedby': `${name}-help` } : {})}>
      <legend className="field-label">{field.title}</legend>
      {field.description && <p className="field-help" id={`${name}-help`}>{field.description}</p>}
      <div className="param-radio-row">
        {field.options.map(option => (
          <label key={option.value} className="param-radio">
            <input type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function SelectField({ field, value, onChange, disabled }: ControlProps) {
  return (
    <Field label={field.title} help={field.description}>
      {control => (
        <select {...control} className="select" value={String(value ?? '')} disabled={disabled} onChange={event => onChange(event.target.value)}>
          {field.options.map(option => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      )}
    </Field>
  )
}

export function SwitchField({ field, value, onChange, disabled }: ControlProps) {
  return (
    <Switch label={field.title} checked={value === true} onChange={onChange} disabled={disabled ?? false} {...(field.description ? { help: field.description } : {})} />
  )
}

export function TextField({ field, value, onChange, disabled }: ControlProps) {
  const typed = typeof value === 'string' ? value : ''
  return (
    <Field label={field.title} help={field.description} error={checkText(field, typed) ?? undefined}>
      {control => <input {...control} className="input" value={typed} disabled={disabled} onChange={event => onChange(event.target.value)} />}
    </Field>
  )
}

/** One column, or none where the block may do without. */
export function ColumnField({ field, value, onChange, disabled, columns }: ControlProps) {
  const current = typeof value === 'string' ? value : ''
  const known = columns.some(column => column.name === current)
  return (
    <Field label={field.title} help={field.description} error={current !== '' && !known ? `There is no column "${current}" in this table.` : undefined}>
      {control => (
        <select {...control} className="select" value={current} disabled={disabled} onChange={event => onChange(event.target.value)}>
          {(field.optional || current === '') && <option value="">None</option>}
          {current !== '' && !known && <option value={current}>{current}</option>}
          {columns.map(column => <option key={column.name} value={column.name}>{column.label} ({column.name})</option>)}
        </select>
      )}
    </Field>
  )
}
