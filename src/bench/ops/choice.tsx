import { useId } from 'react'

interface ChoiceProps<Id extends string> {
  label: string
  options: readonly { id: Id; label: string }[]
  value: Id
  disabled: boolean
  onChange(id: Id): void
}

/** One of a few, all in sight: real radio buttons. */
export function Choice<Id extends string>({ label, options, value, disabled, onChange }: ChoiceProps<Id>) {
  const name = useId()
  return (
    <fieldset className="ops-choice" disabled={disabled}>
      <legend>{label}</legend>
      {options.map(option => (
        <label key={option.id} className={option.id === value ? 'ops-option ops-chosen' : 'ops-option'}>
          <input type="radio" name={name} value={option.id} checked={option.id === value} onChange={() => onChange(option.id)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
