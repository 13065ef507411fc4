import { describe, expect, it } from 'vitest'
import { pileAt } from '../../core/event-log.ts'
import { longestCritical, nightLog, type NightFilm, waitsOf } from './night-log.ts'
import { CALL_MINUTES, FIRST_COME, playNight, type QueueRule, waitOf } from './night-queue.ts'

const film = (id: string, at: number, risk: number, critical = false): NightFilm => ({ id, at, risk, minutes: 10, label: id, critical, report: critical ? 'collapsed lung' : 'nothing new' })
const byRisk: QueueRule = { urgentFrom: 2, ageing: 0, maxWait: Number.POSITIVE_INFINITY }
const order = (films: NightFilm[], rule: QueueRule) => playNight(films, rule).map(({ id }) => id)

// Three lie there at the beginning; the others come while those are read, ten minutes each.
const pile = [film('calm', -3, 0.1), film('cough', -2, 0.3), film('lung', -1, 0.8, true), film('late', 15, 0.5)]

describe('a night at the reading desk', () => {
  it('first come, first served: in order of arrival, whatever the risk', () => {
    expect(order(pile, FIRST_COME)).toEqual(['calm', 'cough', 'lung', 'late'])
    expect(playNight(pile, FIRST_COME).map(waitOf)).toEqual([3, 12, 21, 15])
  })

  it('by risk: the highest of those who are there', () => {
    expect(order(pile, byRisk)).toEqual(['lung', 'cough', 'late', 'calm'])
    expect(playNight(pile, byRisk).map(waitOf)).toEqual([1, 12, 5, 33])
  })

  it('with ageing: who came earlier gains on who came later', () => {
    // "late" has 0.25 more risk and comes 8 minutes after "calm": at 0.04 a minute the older one is ahead.
    const films = [film('calm', -3, 0.1), film('cough', -2, 0.3), film('late', 5, 0.35)]
    expect(order(films, byRisk)).toEqual(['cough', 'late', 'calm'])
    expect(order(films, { ...byRisk, ageing: 0.04 })).toEqual(['cough', 'calm', 'late'])
  })

  it('with a limit: whoever waited too long goes first, the oldest before the others', () => {
    const reads = playNight(pile, { ...byRisk, maxWait: 13 })
    // After ten minutes "calm" has waited thirteen and goes before "cough", whose risk is higher.
    expect(reads.map(({ id }) => id)).toEqual(['lung', 'calm', 'cough', 'late'])
    expect(reads.filter(({ overdue }) => overdue).map(({ id }) => id)).toEqual(['calm', 'cough', 'late'])
  })

  it('with a limit that everything breaks: first come, first served again', () => {
    const many = Array.from({ length: 8 }, (_, i) => film(`f${i}`, -20 + i, i / 10))
    expect(order(many, { ...byRisk, maxWait: 1 })).toEqual(order(many, FIRST_COME))
  })

  it('telephones for urgent films, and the call takes its minutes from everybody behind', () => {
    const [urgent, next] = playNight(pile, { ...byRisk, urgentFrom: 0.7 })
    expect(urgent).toMatchObject({ id: 'lung', urgent: true, ends: 10 + CALL_MINUTES })
    expect(next?.starts).toBe(10 + CALL_MINUTES)
  })

  it('reads everything, and in the morning two more sit down', () => {
    const long = Array.from({ length: 80 }, (_, i) => film(`f${i}`, 0, 0.5))
    const reads = playNight(long, byRisk)
    expect(new Set(reads.map(({ id }) => id)).size).toBe(80)
    expect(reads.filter(({ starts }) => starts < 500).every(({ reader }) => reader === 'night')).toBe(true)
    expect(new Set(reads.filter(({ starts }) => starts >= 500).map(({ reader }) => reader))).toEqual(new Set(['night', 'day-1', 'day-2']))
  })
})

describe('the log of a night', () => {
  const night = { films: pile, rule: byRisk, reads: playNight(pile, byRisk) }
  const log = nightLog(night, { title: 'A night', say: '' })

  it('keeps critical films and the others apart', () => {
    expect(waitsOf(night, true)).toEqual([1])
    expect(waitsOf(night, false).sort((a, b) => a - b)).toEqual([5, 12, 33])
    expect(longestCritical(night)?.film.id).toBe('lung')
  })

  it('has the pile in the order in which it will be taken, and marks the critical film that waits longest', () => {
    expect(pileAt(log, 23 * 60 + 40 + 16).map(({ id }) => id)).toEqual(['late', 'calm'])
    expect(log.jobs.filter(({ marked }) => marked).map(({ id }) => id)).toEqual(['lung'])
    expect(log.to).toBeGreaterThanOrEqual(23 * 60 + 40 + 40)
  })
})
