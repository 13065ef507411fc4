import { useId } from 'react'
import type { CSSProperties } from 'react'
import './field.css'
import './slider.css'

interface SliderProps {
  label: string
  value: number
  min: number
  max: number
  step: number
  onChange(value: number): void
  /** The value in words, shown and read aloud: "20%". */
  format?(value: number): string
  help?: string
  disabled?: boolean
}

/** A range with its value always in sight. */
export function Slider({ label, value, min, max, step, onChange, format = String, help, disabled }: SliderProps) {
  const id = useId()
  const share = max > min ? (value - min) / (max - min) : 0
  return (
    <div className="slider">
      <div className="slider-head">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>{format(value)}</output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={format(value)}
        {...(help ? { 'aria-describedby': `${id}-help` } : {})}
        style={{ '--share': `${share * 100}%` } as CSSProperties}
        onChange={event => onChange(Number(event.target.value))}
      />
      {help && <p className="field-help" id={`${id}-help`}>{help}</p>}
    </div>
  )
}
