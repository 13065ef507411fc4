/** People at desks who work certain hours: who is next, and when a piece of work is done. Minutes from Monday midnight. */
import { clockWords } from '../../core/event-log.ts'
import type { Office } from './spec.ts'

const [HOUR, DAY, WEEK] = [60, 1440, 7]
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

/** The minute itself when somebody works then, else when they next begin. */
export function opensAt(at: number, { from, to, days }: Office): number {
  const day = Math.floor(at / DAY)
  const works = (one: number) => one % WEEK < days
  if (works(day) && at < day * DAY + to * HOUR) return Math.max(at, day * DAY + from * HOUR)
  let next = day + 1
  while (!works(next)) next++
  return next * DAY + from * HOUR
}

/** When so many minutes of work are done that begin at `at`: what is left at closing time waits for the next day. */
export function doneAt(at: number, minutes: number, office: Office): number {
  let now = opensAt(at, office)
  let left = minutes
  for (;;) {
    const closes = Math.floor(now / DAY) * DAY + office.to * HOUR
    if (now + left <= closes) return now + left
    left -= closes - now
    now = opensAt(closes, office)
  }
}

/** "Tue 14:05"; "Tue 14:05, week 2" from the second week on. */
export function calendarWords(at: number): string {
  const day = Math.floor(at / DAY)
  return `${DAYS[day % WEEK]} ${clockWords(at)}${day < WEEK ? '' : `, week ${Math.floor(day / WEEK) + 1}`}`
}
