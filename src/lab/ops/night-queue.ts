/**
 * The reading desk at night: films come in, one radiologist reads them, in the morning two colleagues join. The order is a rule:
 * urgent films at once and with a telephone call, then whatever has waited too long, then by risk and age.
 */
import { serve } from './service-line.ts'

export interface QueueRule {
  /** From this risk on a film is urgent; above 1 none is. */
  urgentFrom: number
  /** What a minute of waiting adds to the risk. */
  ageing: number
  /** Minutes after which a film goes before all others but urgent ones; Infinity for no limit. */
  maxWait: number
  /** First come, first served, whatever the risk. */
  byArrival?: boolean
}

export interface QueuedFilm {
  id: string
  /** Minute of arrival, 0 at 23:40. */
  at: number
  /** Reading time in minutes, before any call. */
  minutes: number
  risk: number
}

export interface ReadFilm {
  id: string
  arrives: number
  starts: number
  ends: number
  reader: string
  urgent: boolean
  /** Was taken because it had waited too long. */
  overdue: boolean
}

/** A call to the ward: find the nurse, say it, hear it said back. */
export const CALL_MINUTES = 2
/** 08:00, when the day team sits down. */
const MORNING = 500

export const READERS = [
  { id: 'night', label: 'Dr Falk, all night', from: 0 },
  { id: 'day-1', label: 'Day team, from 08:00', from: MORNING },
  { id: 'day-2', label: 'Day team, from 08:00', from: MORNING },
] as const

export const FIRST_COME: QueueRule = { urgentFrom: 2, ageing: 0, maxWait: Number.POSITIVE_INFINITY, byArrival: true }

/** Overdue films lie behind urgent ones and before all others; within each, the oldest or the riskiest first. */
const OVERDUE = -1e6
const URGENT = -2e6

/** Place in the pile: the smallest is read next. Without a limit it never changes, for everybody grows older at one pace. */
export function placeOf({ at, risk }: QueuedFilm, now: number, rule: QueueRule): number {
  if (rule.byArrival) return at
  if (risk >= rule.urgentFrom) return URGENT + at
  if (now - at >= rule.maxWait) return OVERDUE + at
  return rule.ageing * at - risk
}

/** Every film is read once; the night's chance (who comes when, how long each takes) is in the films, so rules can be compared. */
export function playNight(films: readonly QueuedFilm[], rule: QueueRule): ReadFilm[] {
  const byId = new Map(films.map((film) => [film.id, film]))
  const isUrgent = ({ risk }: QueuedFilm) => !rule.byArrival && risk >= rule.urgentFrom
  const jobs = films.map((film) => ({ ...film, minutes: film.minutes + (isUrgent(film) ? CALL_MINUTES : 0) }))
  return serve(jobs, READERS.map(({ id, from }) => ({ id, from })), (film, now) => placeOf(film, now, rule)).map(({ id, server, arrives, starts, ends }) => {
    const urgent = isUrgent(byId.get(id) as QueuedFilm)
    return { id, arrives, starts, ends, reader: server, urgent, overdue: !urgent && !rule.byArrival && starts - arrives >= rule.maxWait }
  })
}

/** Minutes between coming in and being picked up. */
export function waitOf({ arrives, starts }: ReadFilm): number {
  return starts - arrives
}
