/** A night at the reading desk as a log that boards can play: the pile in its order, and who was read when. */
import type { EventLog, LogJob } from '../../core/event-log.ts'
import { placeOf, type QueuedFilm, type QueueRule, type ReadFilm, READERS, waitOf } from './night-queue.ts'

/** 23:40, where minute 0 of the queue lies. */
export const NIGHT_STARTS = 23 * 60 + 40

export interface NightFilm extends QueuedFilm {
  /** "Rosa Lind, 71 years" */
  label: string
  critical: boolean
  /** "collapsed lung" */
  report: string
}

export interface PlayedNight {
  films: readonly NightFilm[]
  reads: readonly ReadFilm[]
  rule: QueueRule
}

/** Waits of the critical films, or of the others, in minutes. */
export function waitsOf({ films, reads }: Pick<PlayedNight, 'films' | 'reads'>, critical: boolean): number[] {
  const kind = new Map(films.map((film) => [film.id, film.critical]))
  return reads.filter(({ id }) => kind.get(id) === critical).map(waitOf)
}

/** The critical film that waited longest. */
export function longestCritical({ films, reads }: Pick<PlayedNight, 'films' | 'reads'>): { film: NightFilm; read: ReadFilm } | null {
  const byId = new Map(films.map((film) => [film.id, film]))
  let worst: { film: NightFilm; read: ReadFilm } | null = null
  for (const read of reads) {
    const film = byId.get(read.id)
    if (film?.critical && (!worst || waitOf(read) > waitOf(worst.read))) worst = { film, read }
  }
  return worst
}

export function nightLog(night: PlayedNight, { title, say }: { title: string; say: string }): EventLog {
  const worst = longestCritical(night)?.film.id
  const readOf = new Map(night.reads.map((read) => [read.id, read]))
  const jobs = night.films.flatMap((film): LogJob[] => {
    const read = readOf.get(film.id)
    return read ? [jobOf(film, read, night.rule, film.id === worst)] : []
  })
  const ends = Math.max(...jobs.map((job) => job.ends ?? 0))
  return {
    title, say, jobs,
    from: NIGHT_STARTS - 20, to: Math.ceil(ends / 10) * 10,
    boards: ['queue', 'gantt'],
    words: { job: ['film', 'films'], due: 'still to come', waiting: 'in the pile', active: 'on the screen', done: 'read', absent: 'not taken' },
    lanes: READERS.map(({ id, label }) => ({ id, label })),
    kinds: [
      { id: 'critical', label: 'critical, as the report will say', tone: 'missed', sign: '!' },
      { id: 'routine', label: 'can wait', tone: 'note', sign: '·' },
    ],
    figures: [{ label: 'Oldest critical film', unit: 'min', points: oldestCritical(night) }],
    marks: [{ at: NIGHT_STARTS, label: '23:40' }, { at: NIGHT_STARTS + (READERS[1]?.from ?? 0), label: 'the day team sits down' }],
  }
}

function jobOf(film: NightFilm, read: ReadFilm, rule: QueueRule, marked: boolean): LogJob {
  return {
    id: film.id, label: film.label, kind: film.critical ? 'critical' : 'routine', lane: read.reader, due: null,
    arrives: NIGHT_STARTS + film.at, starts: NIGHT_STARTS + read.starts, ends: NIGHT_STARTS + read.ends,
    rank: placeOf(film, film.at, rule), marked,
    note: `Risk ${film.risk.toFixed(2)}${read.urgent ? ', urgent: the ward was telephoned' : read.overdue ? ', taken because it had waited too long' : ''}. The report: ${film.report}.`,
  }
}

/** How long the critical film that waits longest has waited, every five minutes. */
function oldestCritical({ films, reads }: PlayedNight): [number, number][] {
  const starts = new Map(reads.map((read) => [read.id, read.starts]))
  const critical = films.filter((film) => film.critical)
  const last = Math.max(0, ...starts.values())
  const points: [number, number][] = []
  for (let now = -20; now <= last + 5; now += 5) {
    const waiting = critical.filter((film) => film.at <= now && (starts.get(film.id) ?? 0) > now)
    points.push([NIGHT_STARTS + now, Math.max(0, ...waiting.map((film) => now - film.at))])
  }
  return points
}
