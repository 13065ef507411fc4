/** Figures as people read them. */
import { figureText as inFigures } from '../../core/quest/figure-text.ts'
import type { Metric } from '../../core/quest/schema.ts'
import { verify } from '../words/en-quest.ts'

type Format = Metric['format']

/** A metric's value in words: 0.7021 -> "0.702", a share 0.427 -> "42.7%". Null is "not measured". */
export function formatFigure(value: number | null | undefined, format: Format = 'number'): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return verify.notMeasured
  return inFigures(value, format)
}

/** A distance between two values of a metric; shares differ by points, not by per cent. */
export function formatDistance(distance: number, format: Format = 'number'): string {
  if (format === 'percent') {
    const points = (distance * 100).toFixed(1)
    return `${points} ${points === '1.0' ? 'point' : 'points'}`
  }
  return formatFigure(distance, format)
}

/** A figure on the wall with its unit: (14.5, "%") -> "14.5%". */
export function figureText(value: number, unit: string): string {
  const number = Number(value.toFixed(1))
  return unit === '%' ? `${number}%` : `${number} ${unit}`.trim()
}
