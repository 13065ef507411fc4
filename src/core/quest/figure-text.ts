/** A figure of a quest as people read it: one place for all benches and pages, so that the same figure looks the same everywhere. */
import type { Metric } from './schema.ts'

type Format = Metric['format']

/** 0.7021 -> "0.702"; a share 0.427 -> "42.7%"; 1153.3 minutes -> "1,153 min". A small figure never reads as none: 0.004 -> "0.004", not "0.0". */
export function figureText(value: number, format: Format = 'number'): string {
  switch (format) {
    case 'number': return grouped(value, 3)
    case 'decimal': return grouped(value, 1)
    case 'percent': return `${grouped(value * 100, 1)}%`
    case 'count': return grouped(value, 0)
    case 'ms': return `${Math.round(value)} ms`
    case 'minutes': return `${grouped(value, 1)} min`
  }
}

/** From a thousand on nobody reads decimals. */
function grouped(value: number, digits: number): string {
  const size = Math.abs(value)
  const few = size >= 1000 ? 0 : digits
  if (digits === 1 && size > 0 && size < 0.05) return String(Number(value.toPrecision(1)))
  return value.toLocaleString('en', { minimumFractionDigits: few, maximumFractionDigits: few })
}

/** Thresholds are round numbers: trailing noughts only get in the way. 0.7 -> "0.70", 0.36 -> "36%", 90 minutes -> "90 min". */
export function thresholdText(value: number, format: Format = 'number'): string {
  if (format === 'percent') return `${Number((value * 100).toFixed(1))}%`
  if (format === 'number') return value.toFixed(3).replace(/0$/, '')
  return figureText(value, format).replace(/\.0(?!\d)/, '')
}
