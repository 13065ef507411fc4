/** Draws episodes: of each kind for each person when they come, how long they last, and what the heart is like in them. */
import { clamp, Rng } from '../../../core/rng.ts'
import type { Column, Table } from '../../graph/ports.ts'
import { columnOf, takeNumbers, takeWords } from '../../graph/table.ts'
import type { Episode } from '../../stream/stream-values.ts'
import { readers } from '../synthetic/draw.ts'
import { type EpisodeKind, HEART_WORDS, type HeartWords, MAX_EPISODES, NUMBER, type Span, type TraceSpec } from './trace-spec.ts'

/** What is said of a heart, as far as it is. */
export type SaidOfHeart = { [Word in keyof HeartWords]?: number }

export interface DrawnEpisode extends Episode {
  what: EpisodeKind['what']
  /** Of movement. */
  strength: number
  heart: SaidOfHeart
}

const STRENGTH = 0.6

interface Wearers {
  /** A row for each person, latent columns and constants too. */
  table: Table
  hours: number
  /** Hour of the day at which each begins. */
  start: Float64Array
}

/** By kind, person after person, each one's in the order in which they come. @throws ColumnProblem where a formula does not fit its columns */
export function drawEpisodes({ episodes }: Pick<TraceSpec, 'episodes'>, wearers: Wearers, seed: string): Record<string, DrawnEpisode[]> {
  return Object.fromEntries(Object.entries(episodes).map(([name, kind]) => [name, drawKind(kind, ['episodes', name], wearers, new Rng(`${seed}/episodes/${name}`))]))
}

function drawKind(kind: EpisodeKind, path: readonly PropertyKey[], { table, hours, start }: Wearers, rng: Rng): DrawnEpisode[] {
  const often = readers(table, path, [{ path: ['perDay'], text: String(kind.perDay) }, { path: ['count'], text: String(kind.count) }])
  const scheduled = kind.count !== undefined
  const most = scheduled ? often.amount(kind.count as number) : often.amount(kind.perDay ?? 0)
  const counts = table.ids.map((_, stay) => {
    const mean = Math.max(0, most(stay) || 0)
    return Math.min(MAX_EPISODES, scheduled ? Math.round(mean) : rng.poisson((mean * hours * shareOfDay(kind.between)) / 24))
  })
  const stays = counts.flatMap((count, stay) => Array.from({ length: count }, () => stay))
  const each = eachEpisode(table, stays, counts)
  const at = (span: Span | undefined, word: string) => spanOf(span, each, [...path, word], rng)
  const [minutes, first, apart, strength] = [at(kind.minutes, 'minutes'), at(kind.first, 'first'), at(kind.apart, 'apart'), at(kind.strength ?? STRENGTH, 'strength')]
  const heart = heartsOf(kind, each, path)
  const drawn: DrawnEpisode[] = []
  let row = 0
  for (const [stay, count] of counts.entries()) {
    const begins = scheduled ? null : Array.from({ length: count }, () => momentIn(rng, hours, start[stay] as number, kind.between)).sort((a, b) => a - b)
    let free = 0
    for (let i = 0; i < count; i++, row++) {
      const from = begins ? (begins[i] as number) : i === 0 ? Math.max(0, first(row)) : free + Math.max(0, apart(row))
      const to = from + Math.max(0, minutes(row)) / 60
      free = to
      if (from < hours && to > from) drawn.push({ stay, from, to: Math.min(hours, to), what: kind.what, strength: clamp(strength(row), 0, 1), heart: heart(row) })
    }
  }
  return drawn
}

/** Rows of the table of people, one for each episode, with its number. */
function eachEpisode(table: Table, stays: readonly number[], counts: readonly number[]): Table {
  const rows = Int32Array.from(stays)
  const columns: Record<string, Column> = Object.fromEntries(Object.keys(table.columns).map((name): [string, Column] => {
    const column = columnOf(table, name) as Column
    return [name, column.kind === 'number' ? { kind: 'number', values: takeNumbers(column.values, rows) } : { kind: 'category', values: takeWords(column.values, rows) }]
  }))
  columns[NUMBER] = { kind: 'number', values: Float64Array.from(counts.flatMap((count) => Array.from({ length: count }, (_, i) => i + 1))) }
  return { type: 'Table', ids: stays.map(() => ''), meta: [], columns }
}

/** What cannot be computed is 0. */
function spanOf(span: Span | undefined, table: Table, path: readonly PropertyKey[], rng: Rng): (row: number) => number {
  if (span === undefined) return () => 0
  if (typeof span !== 'object') {
    const { amount } = readers(table, path, [])
    const at = amount(span)
    return (row) => at(row) || 0
  }
  const words = Object.entries(span).map(([word, of]) => readers(table, [...path, word], []).amount(of))
  const [one, two] = words as [(row: number) => number, (row: number) => number]
  if ('median' in span) return (row) => rng.lognormal(one(row) || 0, two(row) || 0)
  return (row) => (one(row) || 0) + rng.uniform() * ((two(row) || 0) - (one(row) || 0))
}

/** What the words on a heart say, row by row. */
export function heartsOf(words: HeartWords, table: Table, path: readonly PropertyKey[]): (row: number) => SaidOfHeart {
  const said = HEART_WORDS.flatMap((word) => (words[word] === undefined ? [] : [[word, readers(table, [...path, word], []).amount(words[word])] as const]))
  return (row) => Object.fromEntries(said.flatMap(([word, at]) => (Number.isFinite(at(row)) ? [[word, at(row)]] : [])))
}

type Between = readonly [number, number] | undefined

function shareOfDay(between: Between): number {
  if (!between) return 1
  const [from, to] = between
  return (to > from ? to - from : 24 - from + to) / 24
}

/** A moment of the recording, at those hours of the day. */
function momentIn(rng: Rng, hours: number, start: number, between: Between): number {
  for (let tries = 0; tries < 50; tries++) {
    const at = hours * rng.uniform()
    const clock = (start + at) % 24
    if (!between || (between[0] < between[1] ? clock >= between[0] && clock < between[1] : clock >= between[0] || clock < between[1])) return at
  }
  return hours
}

/** One after another where they overlap become one: whoever looks sees one episode. */
export function merged(episodes: readonly DrawnEpisode[]): Episode[] {
  const out: Episode[] = []
  for (const { stay, from, to } of episodes) {
    const last = out.at(-1)
    if (last && last.stay === stay && from <= last.to) out[out.length - 1] = { stay, from: last.from, to: Math.max(last.to, to) }
    else out.push({ stay, from, to })
  }
  return out
}
