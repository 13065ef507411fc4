import { useId } from 'react'
import type { ReactNode } from 'react'
import { classNames } from '../kit/class-names.ts'
import './choice-group.css'

interface ChoiceGroupProps<Value extends string> {
  legend: string
  options: readonly { value: Value; name: string; picture?: ReactNode }[]
  value: Value
  onChange(value: Value): void
  /** Colours are shown as swatches, their names read aloud and shown when chosen. */
  swatches?: boolean
}

/** A group of radio buttons: arrows choose, Tab leaves. */
export function ChoiceGroup<Value extends string>({ legend, options, value, onChange, swatches }: ChoiceGroupProps<Value>) {
  const name = useId()
  const chosen = options.find(option => option.value === value)
  return (
    <fieldset className={classNames('choices', swatches && 'choices-swatches')}>
      <legend>{legend}{swatches && chosen && <span className="choices-chosen">{chosen.name}</span>}</legend>
      <div className="choices-row">
        {options.map(option => (
          <label key={option.value} className="choice" title={swatches ? option.name : undefined}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {swatches
              ? <span className="choice-swatch" style={{ background: option.value }} />
              : option.picture}
            <span className={swatches ? 'visually-hidden' : undefined}>{option.name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
