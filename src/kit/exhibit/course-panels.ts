/** Where the lines of a stay go: each in a box of its own height, all on one clock. Pure. */
import type { Exhibit, Tone } from '../../core/verdict.ts'

export type CourseData = Extract<Exhibit, { kind: 'course' }>

/** Units of a panel's drawing; it is stretched to the width there is. */
export const PANEL = { width: 1000, height: 100 } as const
const MARGIN = 8

export interface CoursePanel {
  title: string
  path: string
  /** Readings, in the units of the drawing. */
  dots: { x: number; y: number }[]
  /** Height of the line at which it rings. */
  limitY: number | null
  /** From the lowest to the highest. */
  range: string
}

export function panelsOf({ lines, hours }: CourseData): CoursePanel[] {
  return lines.map(({ label, unit, points, limit }) => {
    const values = [...points.map(([, value]) => value), ...(limit === undefined ? [] : [limit])]
    const yesNo = unit === '0 or 1'
    const [low, high] = yesNo ? [0, 1] : [Math.min(...values), Math.max(...values)]
    const y = (value: number) => PANEL.height - MARGIN - ((value - low) / (high - low || 1)) * (PANEL.height - 2 * MARGIN)
    const dots = points.map(([hour, value]) => ({ x: xOf(hour, hours), y: y(value) }))
    return {
      title: unit && !yesNo ? `${label}, ${unit}` : label,
      path: dots.map((dot, i) => `${i === 0 ? 'M' : 'L'}${dot.x.toFixed(1)} ${dot.y.toFixed(1)}`).join(''),
      dots,
      limitY: limit === undefined ? null : y(limit),
      range: yesNo ? 'no – yes' : low === high ? written(low) : `${written(low)} – ${written(high)}`,
    }
  })
}

function xOf(hour: number, hours: number): number {
  return (hour / Math.max(1, hours)) * PANEL.width
}

function written(value: number): string {
  const scale = Math.abs(value) < 1 ? 1000 : 100
  return String(Math.round(value * scale) / scale)
}

/** Ticks of the clock: every 6, 12 or 24 hours, a dozen at most. */
export function hourTicks(hours: number): number[] {
  const step = [6, 12, 24, 48, 96].find((one) => hours / one <= 8) ?? 192
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, i) => i * step)
}

export interface MarkKind {
  label: string
  tone: Tone
  /** Outline in a box of 14 x 14. */
  sign: string
}

const [UP, DIAMOND, SQUARE, CIRCLE, CROSS] = ['M7 1l6 11h-12z', 'M7 .8l6.2 6.2l-6.2 6.2l-6.2-6.2z', 'M2.5 2.5h9v9h-9z', 'M7 1.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z', 'M5 1h4v4h4v4h-4v4h-4v-4h-4v-4h4z']
/** What happens has a shape of its own by its name, in the order in which it comes. */
const SIGNS: Readonly<Record<Tone, readonly string[]>> = { right: [UP], wrong: [UP], missed: [DIAMOND, CROSS], note: [SQUARE, CIRCLE, CROSS, DIAMOND] }

/** Each kind of mark once, with its sign. */
export function markKinds(marks: CourseData['marks']): MarkKind[] {
  const kinds: MarkKind[] = []
  for (const { label, tone } of marks) {
    if (kinds.some((kind) => kind.label === label && kind.tone === tone)) continue
    const like = kinds.filter((kind) => kind.tone === tone).length
    kinds.push({ label, tone, sign: SIGNS[tone][like % SIGNS[tone].length] as string })
  }
  return kinds
}

/** The chart as rows: hour, values, what happened or rang. */
export function courseTable({ lines, marks }: CourseData): { head: string[]; rows: (string | number)[][] } {
  const hours = [...new Set([...lines.flatMap(({ points }) => points.map(([hour]) => hour)), ...marks.map(({ at }) => at)])].sort((a, b) => a - b)
  const byHour = lines.map(({ points }) => new Map(points))
  return {
    head: ['Hour', ...lines.map(({ label, unit }) => (unit ? `${label}, ${unit}` : label)), 'What happened'],
    rows: hours.map((hour) => [
      hour,
      ...byHour.map((values) => {
        const value = values.get(hour)
        return value === undefined ? '–' : written(value)
      }),
      marks.filter(({ at }) => at === hour).map(({ label, tone }) => `${label}${MARK_WORDS[tone]}`).join(', ') || '–',
    ]),
  }
}

/** What the tone of a mark says in words. */
export const MARK_WORDS: Readonly<Record<Tone, string>> = { right: ' (before it happened)', wrong: ' (for nothing, or too late)', missed: '', note: '' }
