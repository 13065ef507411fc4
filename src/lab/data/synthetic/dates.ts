/** Days and times of a synthetic table, as text: "2025-03-01", "2025-03-01 14:05". No time zone: a hospital has one clock. */
import { columnOf } from '../../graph/table.ts'
import type { Drawing } from './draw.ts'
import type { Way } from './draws.ts'
import { isDay } from './formulas.ts'
import type { Draw } from './spec.ts'

const MS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 } as const
const [EARLIEST, LATEST] = [Date.UTC(1850, 0, 1), Date.UTC(2150, 0, 1)]

export function dateWay({ from, plus, unit }: Extract<Draw, { draw: 'date' }>, { table, amount }: Drawing): Way {
  const start = isDay(from) ? null : columnOf(table, from)
  const later = amount(plus)
  return {
    kind: 'words',
    at: (row) => shown(timeOf(start ? String(start.values[row]) : from) + Math.round(later(row)) * MS[unit], unit === 'days'),
  }
}

function timeOf(text: string): number {
  const [day = '', time = '00:00'] = text.split(' ')
  return isDay(day) ? Date.parse(`${day}T${time}:00Z`) : Number.NaN
}

/** Nothing where the day cannot be told, or lies in another age. */
function shown(ms: number, dayOnly: boolean): string {
  if (!(ms >= EARLIEST && ms < LATEST)) return ''
  const text = new Date(ms).toISOString()
  return dayOnly ? text.slice(0, 10) : `${text.slice(0, 10)} ${text.slice(11, 16)}`
}
