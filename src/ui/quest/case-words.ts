/** Values of a chart as people read them. */
import type { Cell } from '../../core/verdict.ts'
import { verify as words } from '../words/en-quest.ts'

/** A value with its unit; a "0 or 1" column reads as no or yes. */
export function cellWords(value: Cell, unit: string | undefined): string {
  if (value === null || value === '') return words.empty
  if (unit === '0 or 1') return value === 0 ? words.no : words.yes
  const number = typeof value === 'number' ? value.toLocaleString('en', { maximumFractionDigits: 2 }) : value
  return unit === undefined || / to /.test(unit) ? number : `${number} ${value === 1 ? singular(unit) : unit}`
}

/** "1 medicine", "1 day"; signs of measure stay as they are. */
function singular(unit: string): string {
  return /^[a-z]{2,}[^s]s$/.test(unit) ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit
}

const UNITS: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week' }

/** "discharge+21d" -> "written 21 days after discharge"; "discharge" -> "written at discharge". */
export function momentWords(availableAt: string): string {
  const match = /^(.+)\+(\d+)([hdw])$/.exec(availableAt)
  return match ? words.later(Number(match[2]), UNITS[match[3] ?? ''] ?? '', match[1] ?? '') : words.at(availableAt)
}
