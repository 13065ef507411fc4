import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClinicPlan, SESSION_SLOTS } from '../../core/artefacts/clinic-plan.ts'
import { isClinicTable, noshow } from '../data/noshow.ts'
import { columnOf } from '../graph/table.ts'
import { liveThrough } from './clinic-day.ts'
import { clinicFigures } from './clinic-figures.ts'
import { clinicLog, tellingDay } from './clinic-log.ts'
import { helpCut, type Seat, seatsOf } from './clinic-plan-day.ts'
import { sideAt } from './clinic-run.ts'

const table = noshow.generate('clinic-test', { n: 400 })
if (!isClinicTable(table)) throw new TypeError('no clinic')
const truth = table.clinic
const missedBefore = columnOf(table, 'missedBefore')?.values as Float64Array
const scoreOf = (id: string) => Number(missedBefore[table.ids.indexOf(id)]) / 10
const nobody: ClinicPlan = { help: { share: 0, kind: 'need' }, extra: { way: 'nobody', count: 0, slots: [] } }
const withSlots = (slots: number[]): ClinicPlan => ({ ...nobody, extra: { way: 'slots', count: 0, slots } })
const lived = (plan: ClinicPlan, cut = Number.POSITIVE_INFINITY) => {
  const seats = seatsOf(table, scoreOf, plan, cut)
  return { seats, days: liveThrough(seats, truth, sideAt(table), 2) }
}
const figures = (plan: ClinicPlan, cut?: number) => {
  const { seats, days } = lived(plan, cut)
  return clinicFigures(days, seats, sideAt(table))
}

describe('who is helped and who shares', () => {
  it('helps the top share of past scores, and nobody at a share of nought', () => {
    const scores = Float64Array.from({ length: 100 }, (_, i) => i / 100)
    expect(scores.filter((score) => score > helpCut(scores, 0.2))).toHaveLength(20)
    expect(helpCut(scores, 0)).toBe(Number.POSITIVE_INFINITY)
    expect(scores.filter((score) => score > helpCut(scores, 1))).toHaveLength(99)
  })

  it('sends the shuttle to those without a car, and rings the others', () => {
    const noCar = columnOf(table, 'noCar')?.values as Float64Array
    const { seats } = lived(nobody, -1)
    for (const { row, help } of seats) expect(help).toBe(noCar[row] === 1 ? 'ride' : 'call')
  })

  it('shares as many places of every session as the plan says, the riskiest or the fixed ones', () => {
    for (const plan of [withSlots([2, 9]), { ...nobody, extra: { way: 'riskiest' as const, count: 2, slots: [] } }]) {
      const { seats } = lived(plan)
      for (let day = 1; day <= 20; day++) for (const session of [0, 1]) expect(seats.filter((seat) => seat.day === day && seat.session === session && seat.shared)).toHaveLength(2)
    }
    expect(new Set(lived(withSlots([2, 9])).seats.filter(({ shared }) => shared).map(({ slot }) => slot))).toEqual(new Set([2, 9]))
  })

  it('takes the riskiest of a session', () => {
    const { seats } = lived({ ...nobody, extra: { way: 'riskiest', count: 1, slots: [] } })
    for (const { day, session, score } of seats.filter(({ shared }) => shared)) {
      expect(score).toBe(Math.max(...seats.filter((seat) => seat.day === day && seat.session === session).map((seat) => seat.score)))
    }
  })
})

describe('a lived day', () => {
  it('loses nobody: who was booked came or did not, and who came was seen and went home', () => {
    const plans = fc.record({ slots: fc.uniqueArray(fc.integer({ min: 1, max: SESSION_SLOTS }), { maxLength: 4 }), cut: fc.double({ min: -0.1, max: 0.6, noNaN: true }) })
    fc.assert(fc.property(plans, ({ slots, cut }) => {
      const { seats, days } = lived(withSlots(slots), cut)
      const open = seats.filter(({ id }) => truth.chances.get(id)?.cancelled === false)
      const booked = days.filter(({ future }) => future === 0).flatMap(({ guests }) => guests)
      expect(booked).toHaveLength(open.length + open.filter(({ shared }) => shared).length)
      for (const { arrives, starts, ends, waited } of days.flatMap(({ guests }) => guests)) {
        expect(starts === null).toBe(arrives === null)
        if (arrives === null || starts === null || ends === null) continue
        expect(starts >= arrives && ends > starts && waited >= 0).toBe(true)
      }
    }), { numRuns: 8 })
  })

  it('meets the same people under two plans: as early, as long with the doctor, and nobody who came stays away because of help', () => {
    const byKey = (plan: ClinicPlan, cut?: number) => new Map(lived(plan, cut).days.flatMap(({ future, guests }) => guests.map((guest) => [`${future}/${guest.id}`, guest])))
    const plain = byKey(nobody)
    const helped = byKey(withSlots([5]), -1)
    let turned = 0
    for (const [key, guest] of plain) {
      const other = helped.get(key)
      expect(other?.minutes).toBe(guest.minutes)
      if (guest.arrives !== null) expect(other?.arrives).toBe(guest.arrives)
      else if (other?.arrives !== null) turned++
    }
    expect(turned).toBeGreaterThan(20)
  })

  it('is different in each future', () => {
    const { days } = lived(nobody)
    const came = (future: number) => days.filter((day) => day.future === future).flatMap(({ guests }) => guests).filter(({ arrives }) => arrives !== null).length
    expect(came(0)).not.toBe(came(1))
  })

  it('uses more places with a second person in them, for more waiting and a later evening', () => {
    const [none, one, three, all] = [[], [5], [2, 5, 8], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]].map((slots) => figures(withSlots(slots)))
    const rising = (pick: 'slotUse' | 'meanWait' | 'overtime') => [none, one, three, all].map((one) => one?.[pick] ?? Number.NaN)
    for (const pick of ['slotUse', 'meanWait', 'overtime'] as const) expect(rising(pick)).toEqual([...rising(pick)].sort((a, b) => a - b))
    expect(all?.overtime).toBeGreaterThan(90)
  })

  it('uses more places with help, for less waiting than a second person costs', () => {
    const [help, share, none] = [figures(nobody, 0.15), figures(withSlots([3, 7])), figures(nobody)]
    expect(help.slotUse).toBeGreaterThan(none.slotUse)
    expect(help.meanWait).toBeLessThan(share.meanWait)
  })
})

describe('the figures, worked by hand', () => {
  const seat = (row: number, shared: boolean): Seat => ({ id: `B${row}`, row, day: 1, session: 0, slot: row + 1, score: 0, help: row === 0 ? 'call' : 'none', shared })
  const guest = (row: number, waited: number | null, extra = false) => ({
    id: `B${row}${extra ? '+' : ''}`, seat: seat(row, row < 2), extra, side: row % 2 === 0 ? 'Hill side' as const : 'Harbour side' as const, who: null, due: 540, minutes: 20,
    arrives: waited === null ? null : 540, starts: waited === null ? null : 540 + waited, ends: waited === null ? null : 560 + waited, waited: waited ?? 0,
  })
  const days = [{ day: 1, session: 0 as const, future: 0, open: 4, overtime: 12, guests: [guest(0, 10), guest(1, 30), guest(1, 5, true), guest(2, null), guest(3, 0)] }]
  const seats = [seat(0, true), seat(1, true), seat(2, false), seat(3, false)]

  it('count places, minutes and sides', () => {
    // Four places, four seen: one place empty, one used twice. Hill: 10. Harbour, of the register: 30 and 0. Extra: 5.
    const found = clinicFigures(days, seats, (row) => (row % 2 === 0 ? 'Hill side' : 'Harbour side'))
    expect(found).toEqual({ slotUse: 1, meanWait: 45 / 4, waitRatio: 1.5, overtime: 12, helped: 0.25, doubled: 2, seatRatio: 1 })
  })

  it('know no ratio of shared places where none are shared', () => {
    expect(clinicFigures(days, [seat(2, false), seat(3, false)], () => 'Hill side').seatRatio).toBeNull()
  })
})

describe('the log of a day', () => {
  it('holds everybody of the day once, marks the longest wait, and says why', () => {
    const { days } = lived(withSlots([5]))
    const day = tellingDay(days) ?? 0
    const log = clinicLog(days, day, table)
    const guests = days.filter((one) => one.day === day && one.future === 0).flatMap((one) => one.guests)
    expect(log.jobs.map(({ id }) => id).sort()).toEqual(guests.map(({ id }) => id).sort())
    expect(log.jobs.filter(({ marked }) => marked).length).toBeGreaterThan(0)
    expect(log.jobs.find(({ kind }) => kind === 'shared')?.note).toContain('given to a second person')
    expect(log.jobs.every(({ place, kind }) => log.places?.some(({ id }) => id === place) && log.kinds.some(({ id }) => id === kind))).toBe(true)
  })
})
