/** What is wrong with a value a person typed, in plain words. Pure. */
import type { FieldSpec } from './schema-fields.ts'

export type Read<T> = { ok: true; value: T } | { ok: false; say: string }

/** Read a typed number. A comma counts as a decimal point, "20%" as 0.2 where the field is a share. */
export function readNumber(field: FieldSpec, typed: string): Read<number> {
  const trimmed = typed.trim()
  const percent = trimmed.endsWith('%')
  const digits = trimmed.replace(/%$/, '').trim().replace(',', '.')
  const value = digits === '' ? Number.NaN : Number(digits) / (percent && field.percent ? 100 : 1)
  if (!Number.isFinite(value)) return { ok: false, say: `Write ${field.whole ? 'a whole number' : 'a number'}${rangeWords(field)}.` }
  if (field.whole && !Number.isInteger(value)) return { ok: false, say: `Write a whole number${rangeWords(field)}.` }
  const outside = (field.min !== null && value < field.min) || (field.max !== null && value > field.max)
  return outside ? { ok: false, say: `${formatNumber(value)} is outside the limits: write a number${rangeWords(field)}.` } : { ok: true, value }
}

export function rangeWords(field: Pick<FieldSpec, 'min' | 'max'>): string {
  const { min, max } = field
  if (min !== null && max !== null) return ` from ${formatNumber(min)} to ${formatNumber(max)}`
  if (min !== null) return `, ${formatNumber(min)} or more`
  return max !== null ? `, ${formatNumber(max)} or less` : ''
}

export function checkText(field: FieldSpec, typed: string): string | null {
  if ((field.minLength ?? 0) > 0 && typed.trim() === '') return `${field.title} cannot be empty.`
  if (field.maxLength !== null && typed.length > field.maxLength) {
    return `That is ${typed.length - field.maxLength} characters too long: ${field.maxLength} at most.`
  }
  return null
}

/** Up to four decimals, no trailing zeros. */
export function formatNumber(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

/** A range of many sizes (0.01 to 1000) slides by its logarithm: each tenth of the way is a like step. */
export function slidesByLog(field: FieldSpec): boolean {
  return field.min !== null && field.max !== null && field.min > 0 && field.max / field.min >= 1000
}

/** Place on a logarithmic slider of 0 to 100, and back to a value of two figures. */
export function placeOf(field: FieldSpec, value: number): number {
  const [low, high] = [Math.log(field.min ?? 1), Math.log(field.max ?? 1)]
  return ((Math.log(value) - low) / (high - low)) * 100
}

export function valueAt(field: FieldSpec, place: number): number {
  const [min, max] = [field.min ?? 1, field.max ?? 1]
  const value = Number((min * (max / min) ** (place / 100)).toPrecision(2))
  return Math.min(max, Math.max(min, field.whole ? Math.round(value) : value))
}

/** A step that gives a slider about a hundred places, and whole numbers where those are asked for. */
export function stepOf(field: FieldSpec): number {
  if (field.whole) return 1
  const span = (field.max ?? 1) - (field.min ?? 0)
  return 10 ** Math.floor(Math.log10(span / 50))
}
