import { useId } from 'react'
import './field.css'
import './switch.css'

interface SwitchProps {
  label: string
  checked: boolean
  onChange(checked: boolean): void
  help?: string
  disabled?: boolean
}

/** On or off, at once. A real checkbox with the role of a switch. */
export function Switch({ label, checked, onChange, help, disabled }: SwitchProps) {
  const id = useId()
  return (
    <div className="switch">
      <label htmlFor={id}>
        <span className="switch-label">{label}</span>
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={checked}
          checked={checked}
          disabled={disabled}
          {...(help ? { 'aria-describedby': `${id}-help` } : {})}
          onChange={event => onChange(event.target.checked)}
        />
        <span className="switch-track" aria-hidden="true" />
      </label>
      {help && <p className="field-help" id={`${id}-help`}>{help}</p>}
    </div>
  )
}
