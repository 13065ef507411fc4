/** Somebody with a patch as an exhibit: what it measured over days, episodes, alarms, and the trace at moments to stop at; the same in words. */
import type { Course, Tone } from '../../core/verdict.ts'
import { SYNTHETIC } from '../imaging/fundus.ts'
import { cellAt, columnOf } from '../graph/table.ts'
import { LEAST_MINUTES } from './episode-figures.ts'
import { type EpisodeStory, truthEpisodeOf } from './episode-stories.ts'
import type { Scored } from './stay-course.ts'
import type { Stream } from './stream-values.ts'

/** Seconds of trace at each moment to stop at, and hours from one to the next where nothing happens. */
const TRACE_SECONDS = 5
const EVERY_HOURS = 3
/** What is drawn of the figures, the most telling first. */
const LINES = ['sqi', 'pnn50', 'rmssdShare', 'turning', 'hr'] as const

export interface ShownStrip {
  story?: EpisodeStory
  scored?: Scored
  /** Said after the name. */
  more?: string
}

/** @throws TypeError for stays that no patch looked at */
export function stripCourse(stream: Stream, stay: number, { story, scored, more }: ShownStrip = {}): Course {
  const { recording, hours: lengths } = stream
  if (!recording) throw new TypeError('these stays have no windows of a patch')
  const hours = lengths[stay] as number
  const spans = spansOf(stream, stay, story)
  const marks = (story?.alarms ?? []).map(({ hour, tier, right }): Course['marks'][number] => ({ at: hour, label: tier === 2 ? 'Urgent alarm' : 'Alarm', tone: right ? 'right' : 'wrong' }))
  return {
    kind: 'course', hours, spans, marks,
    lines: [
      ...(scored ? [{ label: scored.label, points: scored.points.filter(([, value]) => !Number.isNaN(value)), limit: scored.from }] : []),
      ...LINES.flatMap((name) => lineOf(stream, stay, name)),
    ].filter(({ points }) => points.length > 0),
    moments: momentsToStop(stream, stay, [...marks.map(({ at }) => at), ...spans.map(({ from, to }) => (from + to) / 2)]),
    caption: `${personOf(stream, stay)}${more ? `: ${more}` : ''} (${SYNTHETIC})`,
    say: inWords(hours, spans, story),
  }
}

function personOf({ table }: Stream, stay: number): string {
  const [name, age] = [cellAt(columnOf(table, 'name'), stay) ?? `Patch ${table.ids[stay]}`, cellAt(columnOf(table, 'age'), stay)]
  return age === null ? String(name) : `${name}, ${age} years`
}

function lineOf({ from, hour, charted, meta }: Stream, stay: number, name: string): Course['lines'] {
  const values = charted[name]
  if (!values) return []
  const points: [number, number][] = []
  for (let row = from[stay] as number; row < (from[stay + 1] as number); row++) if (!Number.isNaN(values[row])) points.push([hour[row] as number, values[row] as number])
  const words = meta.find((one) => one.name === name)
  return [{ label: words?.label ?? name, ...(words?.unit === '0 to 1' ? { range: [0, 1] as const } : words?.unit ? { unit: words.unit } : {}), points }]
}

/** Episodes of every kind. What the alarm is for says whether it was found, where somebody listened. */
function spansOf(stream: Stream, stay: number, story: EpisodeStory | undefined): NonNullable<Course['spans']> {
  const truth = truthEpisodeOf(stream)
  const label = (name: string) => stream.meta.find((one) => one.name === name)?.label ?? name
  return Object.entries(stream.episodes ?? {}).flatMap(([name, all]) => all.filter((episode) => episode.stay === stay).map(({ from, to }): NonNullable<Course['spans']>[number] => {
    if (name !== truth) return { from, to, label: label(name), tone: 'note' }
    const heard = story?.episodes.find((episode) => episode.from === from)
    const tone: Tone = !heard ? 'note' : !Number.isNaN(heard.found) ? 'right' : 'missed'
    return { from, to, label: `${label(name)}${tone === 'right' ? ', found' : tone === 'missed' ? ', not found' : ''}`, tone }
  })).sort((a, b) => a.from - b.from)
}

/** The trace at those hours, and now and then between them. */
function momentsToStop({ from, hour, recording }: Stream, stay: number, at: readonly number[]): NonNullable<Course['moments']> {
  const [first, end] = [from[stay] as number, from[stay + 1] as number]
  const step = (recording?.every ?? 5) / 60
  const rows = new Set(at.map((one) => Math.min(end - 1, first + Math.max(0, Math.floor(one / step + 1e-9)))))
  for (let row = first; row < end; row += Math.max(1, Math.round(EVERY_HOURS / step))) rows.add(row)
  return [...rows].sort((a, b) => a - b).flatMap((row) => {
    const drawn = recording?.trace(row, TRACE_SECONDS)
    return drawn ? [{ at: hour[row] as number, unit: 'mV', ...drawn }] : []
  })
}

/** "72 hours. Atrial fibrillation from hour 20.5 for 95 minutes, found after 15 minutes. 2 alarms, 1 of them for nothing." */
function inWords(hours: number, spans: NonNullable<Course['spans']>, story: EpisodeStory | undefined): string {
  const kinds = [...new Set(spans.filter(({ tone }) => tone === 'note').map(({ label }) => label))]
  const told = (story?.episodes ?? []).map(({ from, to, found }) => {
    const minutes = Math.round((to - from) * 60)
    const outcome = Number.isNaN(found) ? minutes >= LEAST_MINUTES ? 'not found' : 'too short to ask for, not found' : `found after ${Math.round((found - from) * 60)} minutes`
    return `Episode from hour ${clock(from)} for ${minutes} minutes: ${outcome}.`
  })
  const rung = story?.alarms.length ?? 0
  const wrong = story?.alarms.filter(({ right }) => !right).length ?? 0
  return [
    `${hours} hours.`, ...told,
    ...(story ? [rung === 0 ? 'Nothing rang.' : `${rung} ${rung === 1 ? 'alarm' : 'alarms'}, ${wrong} for nothing.`] : []),
    ...(kinds.length > 0 ? [`Also: ${kinds.map((kind) => kind.toLowerCase()).join(', ')}.`] : []),
  ].join(' ')
}

function clock(hour: number): string {
  return String(Math.round(hour * 10) / 10)
}
