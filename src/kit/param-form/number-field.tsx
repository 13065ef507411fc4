import { useState } from 'react'
import { Field } from '../field.tsx'
import { formatNumber, placeOf, rangeWords, readNumber, slidesByLog, stepOf, valueAt } from './field-check.ts'
import type { ControlProps } from './param-form.tsx'

/**
 * A number by typing or by slider. What cannot be read is not passed on: the last good value stays in use, and the error
 * says so.
 */
export function NumberField({ field, value, onChange, disabled }: ControlProps) {
  const current = typeof value === 'number' ? value : typeof field.fallback === 'number' ? field.fallback : 0
  const [draft, setDraft] = useState<string | null>(null)
  // The value may also change from outside (undo, the table view): a draft that reads as another number is out of date.
  const drafted = draft === null ? null : readNumber(field, draft)
  const typed = draft !== null && drafted !== null && (!drafted.ok || drafted.value === current) ? draft : formatNumber(current)
  const read = readNumber(field, typed)
  const slides = field.min !== null && field.max !== null
  const type = (text: string) => {
    setDraft(text)
    const next = readNumber(field, text)
    if (next.ok && next.value !== current) onChange(next.value)
  }
  const byLog = slidesByLog(field)
  const slide = (place: number) => {
    setDraft(null)
    onChange(byLog ? valueAt(field, place) : place)
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
              type="range" aria-label={`${field.title}, slider`}
              {...(byLog ? { min: 0, max: 100, step: 1, value: placeOf(field, current) } : { min: field.min ?? 0, max: field.max ?? 1, step: stepOf(field), value: current })}
              disabled={disabled} aria-valuetext={formatNumber(current)}
              onChange={event => slide(Number(event.target.value))}
            />
          )}
        </div>
      )}
    </Field>
  )
}
