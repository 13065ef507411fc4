/**
 * What happened in a place where people or things wait for somebody: a clinic day, a night at the reading desk. A simulation
 * returns one of these; boards play it. Plain data, so that it travels from the worker to the page as it is.
 */
import type { Tone } from './verdict.ts'

/** Ways to look at a log: people in a waiting hall, bars on a time line, a pile in its order, places on a map, beds of wards. */
export type Board = 'hall' | 'gantt' | 'queue' | 'map' | 'ward'

export interface EventLog {
  title: string
  /** One or two sentences: what to look for. */
  say: string
  /** Minutes after midnight of the first day; past 1,440 it is the next day. */
  from: number
  to: number
  /** Boards that suit it, the best one first. */
  boards: readonly Board[]
  words: LogWords
  /** Who does the work: rooms, readers. */
  lanes: readonly { id: string; label: string }[]
  /** Kinds of job, told apart by colour and by sign. */
  kinds: readonly { id: string; label: string; tone: Tone; sign: string }[]
  jobs: readonly LogJob[]
  /** Figures that change while it plays, e.g. people waiting. Points in order of time; each holds until the next. */
  figures?: readonly LogFigure[]
  /** Moments to point at, e.g. where the session should have ended. */
  marks?: readonly { at: number; label: string }[]
  /** Where jobs come from, for the map: 0 to 100 across and down. */
  places?: readonly { id: string; label: string; x: number; y: number }[]
  /** Rooms, beds and crews with who had each of them, where the log knows. */
  groups?: readonly LogGroup[]
  /** Names of its days, where it lasts longer than one. */
  dayNames?: readonly string[]
}

/** Rooms of one kind, beds of a ward, crews. */
export interface LogGroup {
  id: string
  label: string
  /** Beds as cells, or a line of time for each. */
  show: 'ward' | 'time'
  units: readonly LogUnit[]
  /** One of `places`, for the map. */
  place?: string
}

export interface LogUnit {
  id: string
  label: string
  stays: readonly LogStay[]
  /** Where it waits on the map, and every way it drives. */
  post?: { x: number; y: number }
  drives?: readonly { leaves: number; arrives: number; from: { x: number; y: number }; to: { x: number; y: number } }[]
}

/** kept: for somebody who is on the way. blocked: whoever has it is done and cannot go on. */
export type UnitState = 'free' | 'kept' | 'busy' | 'blocked' | 'cleaning' | 'closed'

export interface LogStay {
  from: number
  to: number
  state: Exclude<UnitState, 'free'>
  /** Id of a job. */
  job: string | null
}

/** What states of a job are called here: waiting "in the waiting room", done "on the way home". */
export interface LogWords {
  /** One and many: "person", "people". */
  job: readonly [string, string]
  due: string
  waiting: string
  active: string
  done: string
  absent: string
}

export interface LogJob {
  id: string
  label: string
  /** One of `kinds`. */
  kind: string
  /** One of `lanes`, once somebody takes it. */
  lane: string | null
  /** When it was planned for, where it was. */
  due: number | null
  /** When it began to wait; null for those who never came. */
  arrives: number | null
  starts: number | null
  ends: number | null
  /** When it gave up or was sent away unserved. */
  leaves?: number
  /** Place in the pile when it joined; smaller is sooner. For the queue board; without it, by arrival. */
  rank?: number
  /** One of `places`. */
  place?: string
  /** To be looked at first, e.g. the one who waited longest. */
  marked?: boolean
  /** A sentence that says why it went as it did. */
  note?: string
}

export interface LogFigure {
  label: string
  unit?: string
  points: readonly (readonly [number, number])[]
}

export type JobState = 'due' | 'waiting' | 'active' | 'done' | 'absent'

/** How a job stands at a moment. Somebody who never comes is absent from the minute they were due. */
export function stateAt({ due, arrives, starts, ends, leaves }: LogJob, now: number): JobState {
  if (leaves !== undefined && now >= leaves) return 'absent'
  if (arrives === null) return due !== null && now < due ? 'due' : 'absent'
  if (now < arrives) return 'due'
  if (starts === null || now < starts) return 'waiting'
  return ends === null || now < ends ? 'active' : 'done'
}

/** Whether somebody in it never comes, or goes away unserved. */
export function hasAbsent({ jobs }: EventLog): boolean {
  return jobs.some(({ arrives, leaves }) => arrives === null || leaves !== undefined)
}

/** Minutes a job has waited by then: from the later of coming and being due, to its start. */
export function waitedBy({ due, arrives, starts, leaves }: LogJob, now: number): number {
  if (arrives === null) return 0
  return Math.max(0, Math.min(starts ?? leaves ?? now, now) - Math.max(arrives, due ?? arrives))
}

/** Those who wait, in the order in which they would be taken: by rank, then by arrival. */
export function pileAt(log: EventLog, now: number): LogJob[] {
  const order = (job: LogJob) => job.rank ?? job.arrives ?? 0
  return log.jobs.filter((job) => stateAt(job, now) === 'waiting').sort((a, b) => order(a) - order(b) || (a.arrives ?? 0) - (b.arrives ?? 0))
}

/** Value of a figure at a moment: the last point not after it. */
export function figureAt({ points }: LogFigure, now: number): number | null {
  let value: number | null = null
  for (const [at, reading] of points) {
    if (at > now) break
    value = reading
  }
  return value
}

/** Every minute at which something happens, in order, once each: where "next" and "back" stop. */
export function momentsOf({ from, to, jobs, groups = [] }: EventLog): number[] {
  const times = [...jobs.flatMap(({ due, arrives, starts, ends, leaves = null }) => [arrives ?? due, starts, ends, leaves]), ...groups.flatMap(({ units }) => units.flatMap(({ stays }) => stays.map((stay) => stay.from)))].filter((time): time is number => time !== null)
  return [...new Set([from, ...times.filter((time) => time > from && time < to), to])].sort((a, b) => a - b)
}

/** Who or what has a unit at a moment; null while it is free. */
export function stayAt({ stays }: LogUnit, now: number): LogStay | null {
  return stays.find(({ from, to }) => now >= from && now < to) ?? null
}

/** Where a unit that drives is at a moment; null for one that stands where it was built. */
export function spotAt({ post, drives = [] }: Pick<LogUnit, 'post' | 'drives'>, now: number): { x: number; y: number } | null {
  const last = drives.findLast(({ leaves }) => leaves <= now)
  if (!last) return post ?? null
  const share = last.arrives <= last.leaves ? 1 : Math.min(1, (now - last.leaves) / (last.arrives - last.leaves))
  return { x: last.from.x + share * (last.to.x - last.from.x), y: last.from.y + share * (last.to.y - last.from.y) }
}

/** "Wed 09:05" in a log of several days, "09:05" in one of a single day. */
export function momentWords({ dayNames }: Pick<EventLog, 'dayNames'>, minutes: number): string {
  const day = dayNames?.[Math.floor(minutes / 1440)]
  return day === undefined ? clockWords(minutes) : `${day} ${clockWords(minutes)}`
}

/** "09:05"; the day after begins again at 00:00. */
export function clockWords(minutes: number): string {
  const whole = ((Math.floor(minutes) % 1440) + 1440) % 1440
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`
}
