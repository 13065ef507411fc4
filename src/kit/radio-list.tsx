import { useId } from 'react'
import { classNames } from './class-names.ts'
import './radio-list.css'

interface RadioListProps<Id extends string> {
  label: string
  options: readonly { id: Id; label: string }[]
  value: Id
  disabled: boolean
  onChange(id: Id): void
}

/** One of a few, all in sight: real radio buttons. */
export function RadioList<Id extends string>({ label, options, value, disabled, onChange }: RadioListProps<Id>) {
  const name = useId()
  return (
    <fieldset className="radio-list" disabled={disabled}>
      <legend>{label}</legend>
      {options.map(option => (
        <label key={option.id} className={classNames('radio-option', option.id === value && 'radio-chosen')}>
          <input type="radio" name={name} value={option.id} checked={option.id === value} onChange={() => onChange(option.id)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
