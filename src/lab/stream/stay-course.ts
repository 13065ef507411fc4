/** A stay as an exhibit: its chart over time, what happened, and where the alarm rang; and the same in words. */
import type { Exhibit } from '../../core/verdict.ts'
import { SYNTHETIC } from '../imaging/fundus.ts'
import { cellAt, columnOf } from '../graph/table.ts'
import type { StayStory } from './stay-stories.ts'
import type { Stream } from './stream-values.ts'

type Course = Extract<Exhibit, { kind: 'course' }>

/** More than these and nobody sees which line is which. */
const MOST_LINES = 8

export interface Scored {
  /** The score, moment by moment, and the line at which it rings. */
  points: [hour: number, value: number][]
  from: number
  label: string
}

export interface ShownStay {
  story?: StayStory
  scored?: Scored
  /** Said after the name. */
  more?: string
}

export function courseOf(stream: Stream, stay: number, { story, scored, more }: ShownStay = {}): Course {
  const hours = stream.hours[stay] as number
  const charted = Object.keys(stream.charted).filter((name) => !isNeverYes(stream, stay, name)).slice(0, MOST_LINES)
  const lines: Course['lines'] = [
    ...(scored ? [{ label: scored.label, points: scored.points, limit: scored.from }] : []),
    ...charted.map((name) => {
      const meta = stream.meta.find((one) => one.name === name)
      return { label: meta?.label ?? name, ...(meta?.unit ? { unit: meta.unit } : {}), points: pointsOf(stream, stay, name) }
    }),
  ]
  const marks = marksOf(stream, stay, story)
  return {
    kind: 'course', hours, lines: lines.filter(({ points }) => points.length > 0), marks,
    caption: `${personOf(stream, stay)}${more ? `: ${more}` : ''} (${SYNTHETIC})`,
    say: inWords(hours, marks),
  }
}

function personOf({ table }: Stream, stay: number): string {
  const [name, age] = [cellAt(columnOf(table, 'name'), stay) ?? `Stay ${table.ids[stay]}`, cellAt(columnOf(table, 'age'), stay)]
  return age === null ? String(name) : `${name}, ${age} years`
}

/** A yes-or-no that is no all along: an empty line would only take room. */
function isNeverYes(stream: Stream, stay: number, name: string): boolean {
  return stream.meta.find((one) => one.name === name)?.unit === '0 or 1' && pointsOf(stream, stay, name).every(([, value]) => value === 0)
}

function pointsOf({ from, hour, charted }: Stream, stay: number, name: string): [number, number][] {
  const points: [number, number][] = []
  for (let row = from[stay] as number; row < (from[stay + 1] as number); row++) {
    const value = charted[name]?.[row] as number
    if (!Number.isNaN(value)) points.push([hour[row] as number, value])
  }
  return points
}

function marksOf({ events, meta }: Stream, stay: number, story: StayStory | undefined): Course['marks'] {
  const happened = Object.entries(events).flatMap(([name, { at }]): Course['marks'] => {
    const told = meta.find((one) => one.name === name)
    const hour = at[stay] as number
    return Number.isNaN(hour) ? [] : [{ at: hour, label: told?.label ?? name, tone: told?.role === 'truth' ? 'missed' : 'note' }]
  })
  const rung = (story?.alarms ?? []).map(({ hour, tier }): Course['marks'][number] => ({ at: hour, label: tier === 2 ? 'Urgent alarm' : 'Alarm', tone: Number.isNaN(story?.onset) || hour > (story?.onset ?? 0) ? 'wrong' : 'right' }))
  return [...happened, ...rung].sort((a, b) => a.at - b.at)
}

/** "74 hours. Alarm at hours 31 and 45. Sepsis at hour 48." */
function inWords(hours: number, marks: Course['marks']): string {
  const labels = [...new Set(marks.map(({ label }) => label))]
  const told = labels.map((label) => {
    const at = marks.filter((mark) => mark.label === label).map((mark) => mark.at)
    return `${label} at ${at.length === 1 ? 'hour' : 'hours'} ${listed(at)}.`
  })
  return [`${hours} hours.`, ...(told.length > 0 ? told : ['Nothing rang, and nothing happened.'])].join(' ')
}

function listed(at: readonly number[]): string {
  const shown = at.slice(0, 12).map(String)
  const rest = at.length > 12 ? ` and ${at.length - 12} more` : ''
  return shown.length > 1 && rest === '' ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : `${shown.join(', ')}${rest}`
}
