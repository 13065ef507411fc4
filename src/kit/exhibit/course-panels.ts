/** Where the lines of a stay go: each in a box of its own height, all on one clock. Pure. */
import type { Course as CourseData, Tone } from '../../core/verdict.ts'

export type { CourseData }

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
  return lines.map(({ label, unit, points, limit, range }) => {
    const values = [...points.map(([, value]) => value), ...(limit === undefined ? [] : [limit])]
    const yesNo = unit === '0 or 1'
    const [low, high] = yesNo ? [0, 1] : range ?? [Math.min(...values), Math.max(...values)]
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
  return (hour / (hours || 1)) * PANEL.width
}

function written(value: number): string {
  const size = Math.abs(value)
  // Three figures say enough: 0.004, 7.25, 60.7, 105.
  const scale = size < 1 ? 1000 : size < 10 ? 100 : size < 100 ? 10 : 1
  return String(Math.round(value * scale) / scale)
}

/** Ticks of the clock, in hours: every 15 minutes, every hour, every 6, 12 or 24 hours, a dozen at most. */
export function hourTicks(hours: number): number[] {
  const step = [0.25, 1, 6, 12, 24, 48, 96].find((one) => hours / one <= 8) ?? 192
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, i) => i * step)
}

/** "12 h"; between whole hours "0:15". */
export function tickText(hour: number): string {
  return Number.isInteger(hour) ? `${hour} h` : `${Math.floor(hour)}:${String(Math.round((hour % 1) * 60)).padStart(2, '0')}`
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

/** The same stay from one hour to another, its clock at 0 where the part begins. What lasts beyond is cut. */
export function partOf(course: CourseData, from: number, to: number): CourseData {
  const inside = (at: number) => at >= from && at <= to
  return {
    ...course, hours: to - from,
    // Every part is drawn between the same bounds, or the line would jump while it is played.
    lines: course.lines.map((line) => ({ ...line, range: line.range ?? rangeOf(line), points: line.points.filter(([hour]) => inside(hour)).map(([hour, value]): [number, number] => [hour - from, value]) })).filter(({ points }) => points.length > 0),
    marks: course.marks.filter(({ at }) => inside(at)).map((mark) => ({ ...mark, at: mark.at - from })),
    spans: (course.spans ?? []).filter((span) => span.from < to && span.to > from).map((span) => ({ ...span, from: Math.max(0, span.from - from), to: Math.min(to, span.to) - from })),
  }
}

function rangeOf({ points, limit }: CourseData['lines'][number]): [number, number] {
  const values = [...points.map(([, value]) => value), ...(limit === undefined ? [] : [limit])]
  return [Math.min(...values), Math.max(...values)]
}

/** Kinds of what lasts, each once: those that an alarm is for first, under the others. Each has a look of its own, by its place among its tone. */
export function spanKinds(spans: NonNullable<CourseData['spans']>): { label: string; tone: Tone; look: string }[] {
  const kinds = [...new Map(spans.map(({ label, tone }) => [`${label}/${tone}`, { label, tone }])).values()].sort((a, b) => Number(a.tone === 'note') - Number(b.tone === 'note') || (a.label < b.label ? -1 : 1))
  return kinds.map((kind, i) => ({ ...kind, look: `course-span-${kind.tone} course-span-${kinds.slice(0, i + 1).filter(({ tone }) => tone === kind.tone).length}` }))
}

/** What lasted and what rang, in the order of the clock: days of values would be a table of a thousand rows. */
export function stripTable({ spans = [], marks }: CourseData): { head: string[]; rows: (string | number)[][] } {
  const rows = [
    ...spans.map(({ from, to, label }) => ({ at: from, row: [hourWords(from), label, `${Math.round((to - from) * 60)} minutes`] })),
    ...marks.map(({ at, label, tone }) => ({ at, row: [hourWords(at), `${label}${tone === 'wrong' ? ' (for nothing)' : tone === 'right' ? ' (rightly)' : ''}`, '–'] })),
  ]
  return { head: ['Hour', 'What', 'How long'], rows: rows.sort((a, b) => a.at - b.at).map(({ row }) => row) }
}

/** 31.25 -> "31:15": hours and minutes since the start. */
export function hourWords(hour: number): string {
  const minutes = Math.round(hour * 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
