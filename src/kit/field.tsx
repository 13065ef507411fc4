import { useId } from 'react'
import type { ReactNode } from 'react'
import './field.css'
import { Icon } from './icon.tsx'

interface FieldProps {
  label: ReactNode
  help?: ReactNode
  /** What is wrong and how to mend it. */
  error?: string | undefined
  /** Gets what ties the control to its label, help and error. */
  children(control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }): ReactNode
}

/** A labelled control with its help and its error, tied together for screen readers. */
export function Field({ label, help, error, children }: FieldProps) {
  const id = useId()
  const helpId = help ? `${id}-help` : null
  const errorId = error ? `${id}-error` : null
  const describedBy = [helpId, errorId].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {help && <p className="field-help" id={`${id}-help`}>{help}</p>}
      {children({ id, ...(describedBy ? { 'aria-describedby': describedBy } : {}), ...(error ? { 'aria-invalid': true } : {}) })}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="warning" size={1} />
          {error}
        </p>
      )}
    </div>
  )
}
