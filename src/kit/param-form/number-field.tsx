import { useEffect, useState } from 'react'
import { Field } from '../field.tsx'
import { formatNumber, rangeWords, readNumber, stepOf } from './field-check.ts'
import type { ControlProps } from './param-form.tsx'

/**
 * A number by typing or by slider. What cannot be read is not passed on: the last good value stays in use, and the error
 * says so.
 */
export function NumberField({ field, value, onChange, disabled }: ControlProps) {
  const current = typeof value === 'number' ? value : typeof field.fallback === 'number' ? field.fallback : 0
  const [typed, setTyped] = useState(formatNumber(current))
  const read = readNumber(field, typed)
  // The value may also change from outside: undo, the slider, the table view.
  useEffect(() => {
    setTyped(now => { const r = readNumber(field, now); return r.ok && r.value === current ? now : formatNumber(current) })
  }, [current, field])
  const slides = field.min !== null && field.max !== null
  const type = (text: string) => {
    setTyped(text)
    const next = readNumber(field, text)
    if (next.ok && next.value !== current) onChange(next.value)
  }
  const help = [field.description, `${field.whole ? 'Whole number' : 'Number'}${rangeWords(field)}.`].filter(Boolean).join(' ')
  return (
    <Field label={field.title} help={help} error={read.ok ? undefined : `${read.say} Until then ${formatNumber(current)} is used.`}>
      {control => (
        <div className="param-number">
          <input {...control} className="input" inputMode="decimal" autoComplete="off" value={typed} disabled={disabled} onChange={event => type(event.target.value)} />
          {field.percent && read.ok && <span className="param-unit">= {formatNumber(Math.round(read.value * 1000) / 10)}%</span>}
          {slides && (
            <input
              type="range" aria-label={`${field.title}, slider`} min={field.min ?? 0} max={field.max ?? 1} step={stepOf(field)}
              value={current} disabled={disabled} aria-valuetext={formatNumber(current)}
              onChange={event => onChange(Number(event.target.value))}
            />
          )}
        </div>
      )}
    </Field>
  )
}
