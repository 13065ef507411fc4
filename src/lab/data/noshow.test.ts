import { describe, expect, it } from 'vitest'
import { auc } from '../ml/metrics.ts'
import { columnOf } from '../graph/table.ts'
import { isClinicTable, noshow, PER_DAY } from './noshow.ts'
import { districtOf, DISTRICTS, sideOf } from './noshow-people.ts'
import { STREETS } from './town-names.ts'
import { person } from './town.ts'

const SEED = 'noshow-test'
const table = noshow.generate(SEED, { n: 3000 })
const words = (name: string) => columnOf(table, name)?.values as readonly string[]
const numbers = (name: string) => columnOf(table, name)?.values as Float64Array
const rows = [...table.ids.keys()]
const share = (of: readonly number[], holds: (row: number) => boolean) => of.filter(holds).length / of.length
/** Bookings on which a person could come or stay away. */
const own = rows.filter((row) => ['came', 'did not come'].includes(words('missedWhy')[row] as string))
const stayedAway = (row: number) => words('missedWhy')[row] === 'did not come'

describe('the appointment register', () => {
  it('has about as many who stay away as the literature: 23% over 105 studies (dantas)', () => {
    expect(share(own, stayedAway)).toBeGreaterThan(0.2)
    expect(share(own, stayedAway)).toBeLessThan(0.26)
  })

  it('can be ranked about as well as people have managed: AUROC 0.718 for dental clinics (dental), and no better than chance itself allows', () => {
    const y = Float64Array.from(own, (row) => (stayedAway(row) ? 1 : 0))
    const chances = noshow.truth(SEED, { n: 3000 })
    const best = auc(y, Float64Array.from(own, (row) => chances[row] as number))
    const lead = auc(y, Float64Array.from(own, (row) => numbers('leadDays')[row] as number))
    expect(best).toBeGreaterThan(0.74)
    expect(best).toBeLessThan(0.83)
    expect(lead).toBeGreaterThan(0.55)
  })

  it('calls more people beyond the river unreliable than stayed away: our own cancellations and the strike are in "missed"', () => {
    const on = (side: string) => rows.filter((row) => words('side')[row] === side)
    const gap = (holds: (row: number) => boolean) => share(on('Harbour side'), holds) - share(on('Hill side'), holds)
    expect(gap((row) => numbers('missed')[row] === 1)).toBeGreaterThan(gap(stayedAway) + 0.08)
    expect(share(on('Harbour side'), (row) => words('missedWhy')[row] === 'hospital cancelled')).toBeGreaterThan(0.1)
    expect(share(on('Hill side'), (row) => words('missedWhy')[row] === 'hospital cancelled')).toBeLessThan(0.04)
  })

  it('makes both sides equally reliable once there is transport', () => {
    if (!isClinicTable(table)) throw new TypeError('no clinic')
    const { chances } = table.clinic
    const mean = (side: string, kind: 'plain' | 'ride') => {
      const on = rows.filter((row) => words('side')[row] === side)
      return on.reduce((sum, row) => sum + (chances.get(table.ids[row] as string)?.[kind] ?? 0), 0) / on.length
    }
    expect(mean('Harbour side', 'plain') - mean('Hill side', 'plain')).toBeGreaterThan(0.07)
    expect(Math.abs(mean('Harbour side', 'ride') - mean('Hill side', 'ride'))).toBeLessThan(0.03)
  })

  it('keeps its summary', () => {
    const summary = {
      days: Math.max(...numbers('day')), perDay: PER_DAY,
      stayedAway: Math.round(share(own, stayedAway) * 1000), missed: Math.round(share(rows, (row) => numbers('missed')[row] === 1) * 1000),
      cancelled: Math.round(share(rows, (row) => words('missedWhy')[row] === 'hospital cancelled') * 1000),
      strike: Math.round(share(rows, (row) => words('missedWhy')[row] === 'bus strike') * 1000),
      harbourSide: Math.round(share(rows, (row) => words('side')[row] === 'Harbour side') * 1000),
      noCar: Math.round(share(rows, (row) => numbers('noCar')[row] === 1) * 1000),
      meanAge: Math.round(rows.reduce((sum, row) => sum + (numbers('age')[row] as number), 0) / rows.length),
      medianLead: [...numbers('leadDays')].sort((a, b) => a - b)[1500],
    }
    expect(summary).toMatchInlineSnapshot(`
      {
        "cancelled": 73,
        "days": 150,
        "harbourSide": 337,
        "meanAge": 54,
        "medianLead": 17,
        "missed": 293,
        "noCar": 325,
        "perDay": 20,
        "stayedAway": 228,
        "strike": 12,
      }
    `)
  })

  it('makes the same register from the same seed, and another from another', () => {
    const again = noshow.generate(SEED, { n: 200 })
    expect(again.columns).toEqual(noshow.generate(SEED, { n: 200 }).columns)
    expect(again.columns).not.toEqual(noshow.generate('other', { n: 200 }).columns)
  })
})

describe('the register before the appointment', () => {
  const seen = noshow.asOf(table, 'referral')

  it('does not know what will happen, nor how likely it is', () => {
    expect(new Set(rows.map((row) => columnOf(seen, 'missed')?.values[row]))).toEqual(new Set([Number.NaN]))
    expect(new Set(rows.map((row) => columnOf(seen, 'missedWhy')?.values[row]))).toEqual(new Set(['']))
    expect(isClinicTable(seen)).toBe(false)
  })

  it('knows all that was written at booking', () => {
    for (const name of ['leadDays', 'missedBefore', 'noCar', 'district']) expect(columnOf(seen, name)).toEqual(columnOf(table, name))
  })
})

describe('the districts', () => {
  it('lie where the streets of the town lie: one person, one home, in every quest', () => {
    const row = rows[0] as number
    const i = Number(String(words('pid')[row]).slice(1)) - 1
    expect(districtOf(person(i).address)).toBe(words('district')[row])
    expect(person(i).name).toBe(words('name')[row])
  })

  it('have homes: who lives together has the same car, and the same way to us', () => {
    const homes = new Map<number, string>()
    let together = 0
    for (const row of rows) {
      const { i, household } = person(Number(String(words('pid')[row]).slice(1)) - 1)
      const home = Math.min(i, ...household.map((one) => one.i))
      const said = [numbers('noCar')[row], numbers('distanceKm')[row], words('district')[row]].join()
      const before = homes.get(home)
      if (before !== undefined) together++
      expect(before ?? said).toBe(said)
      homes.set(home, said)
    }
    expect(together).toBeGreaterThan(100)
  })

  it('hold every street, both sides', () => {
    expect(new Set(STREETS.map((street) => districtOf(`1 ${street}`)))).toEqual(new Set(DISTRICTS))
    expect(DISTRICTS.filter((district) => sideOf(district) === 'Harbour side')).toEqual(['Harbour', 'Mill Lane'])
  })
})
