import { describe, expect, it } from 'vitest'
import { rowsWhere } from '../graph/bind-expr.ts'
import { isMoment } from '../graph/moment.ts'
import type { Table } from '../graph/ports.ts'
import { aurocError, bandAt, fitModels, LARGE, SHEET, spreadOf, WARD, wardFigures, WARDS, wardSeed } from './readmission-bands.fixture.ts'
import { readmission } from './readmission.ts'
import { person } from './town.ts'
import { grownUps } from './townsfolk.ts'

const numbers = (table: Table, name: string): Float64Array => {
  const column = table.columns[name]
  if (column?.kind !== 'number') throw new Error(`${name} is not a column of numbers`)
  return column.values
}
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
const quantile = (values: ArrayLike<number>, q: number) => Array.from(values).sort((a, b) => a - b)[Math.floor(q * values.length)] as number

describe('a cohort of discharges', () => {
  const table = readmission.generate('vh-readmit-hidden-01', { n: 1500 })

  it('is the same for the same seed', () => {
    expect(readmission.generate('vh-readmit-hidden-01', { n: 1500 })).toEqual(table)
    expect(readmission.generate('vh-readmit-hidden-02', { n: 1500 }).columns).not.toEqual(table.columns)
  })

  it('begins the same however long it is', () => {
    expect(readmission.generate('vh-readmit-hidden-01', { n: 50 }).columns['hb']?.values).toEqual(table.columns['hb']?.values.slice(0, 50))
  })

  it('holds what its schema promises, every value in every row', () => {
    expect(Object.keys(table.columns)).toEqual(readmission.schema.map(({ name }) => name))
    for (const { name, kind, availableAt } of readmission.schema) {
      const column = table.columns[name]
      expect(column?.kind).toBe(kind)
      expect(column?.values.length).toBe(1500)
      expect(isMoment(availableAt)).toBe(true)
      if (column?.kind === 'number') expect(column.values.every(Number.isFinite)).toBe(true)
    }
    expect(new Set(table.ids).size).toBe(1500)
  })

  it('has patients who are the same in every stay and on every ward, as the town has them', () => {
    const other = readmission.generate('another ward', { n: 1500 })
    const byPid = new Map<string, string>()
    for (const ward of [table, other]) {
      ward.ids.forEach((_, row) => {
        const of = (name: string) => ward.columns[name]?.values[row]
        const pid = String(of('pid'))
        const who = ['name', 'sex', 'age', 'group', 'deprivation', 'livesAlone', 'charlson'].map(of).join()
        expect(byPid.get(pid) ?? who).toBe(who)
        byPid.set(pid, who)
        const known = person(Number(pid.slice(1)) - 1)
        expect([of('name'), of('age'), of('sex'), of('livesAlone')]).toEqual([known.name, known.age, known.sex, known.household.length === 0 ? 1 : 0])
        if (known.language === 'English') expect(of('group')).toBe('A')
        const severe = ['heart failure', 'dementia', 'type 2 diabetes', 'chronic kidney disease'].filter((one) => known.conditions.some((own) => own === one))
        expect(of('charlson')).toBeGreaterThanOrEqual(severe.length)
      })
    }
  })

  it('holds the ill more often than the well: weak hearts half as often again as at home', () => {
    const share = (people: readonly { age: number; conditions: readonly string[] }[]) => people.filter(({ age, conditions }) => age >= 60 && conditions.includes('heart failure')).length / people.filter(({ age }) => age >= 60).length
    const here = table.ids.map((_, row) => person(Number(String(table.columns['pid']?.values[row]).slice(1)) - 1))
    expect(share(here)).toBeGreaterThan(1.4 * share(grownUps()))
  })

  it('brings nobody back who died', () => {
    expect(rowsWhere('diedInHosp == 1 and readmitAny == 1', table)).toEqual([])
    expect(rowsWhere('readmitAny != max(readmit30, planned30)', table)).toEqual([])
  })

  it.each([{ n: 20_001 }, { n: 10 }, { n: Number.NaN }, { signal: Number.POSITIVE_INFINITY }, { leakSens: 2 }, { rows: 5 }])('refuses %o', (params) => {
    expect(() => readmission.generate('any', params)).toThrow()
  })
})

describe('as it looked at discharge', () => {
  const table = readmission.generate('as-of', { n: 800 })
  const seen = readmission.asOf(table, 'discharge')

  it('no form is filed, nobody has rung, nobody has come back', () => {
    for (const name of ['tcmFormFiled', 'followupCalls30d', 'readmit30', 'readmitAny', 'planned30']) {
      expect(mean(numbers(table, name)), name).toBeGreaterThan(0)
      expect([...new Set(numbers(seen, name))], name).toEqual([0])
    }
  })

  it('charges are those of the nights so far: 9,000 and 12% more for each', () => {
    expect([...numbers(seen, 'episodeCharges')]).toEqual([...numbers(table, 'los')].map((nights) => 9000 * (1 + 0.12 * nights)))
  })

  it('all that was known stays as it was', () => {
    for (const name of ['age', 'los', 'hb', 'dispo', 'group', 'diedInHosp']) expect(seen.columns[name]).toBe(table.columns[name])
  })

  it('a month later the form is there and the charges still run; at admission not even the blood is back', () => {
    const month = readmission.asOf(table, 'discharge+30d')
    expect(month.columns['tcmFormFiled']).toBe(table.columns['tcmFormFiled'])
    expect(month.columns['episodeCharges']).toEqual(seen.columns['episodeCharges'])
    const atTheDoor = readmission.asOf(table, 'admission')
    expect([...numbers(atTheDoor, 'hb')].every(Number.isNaN)).toBe(true)
    expect(atTheDoor.columns['dispo']?.values.every((word) => word === '')).toBe(true)
  })

  it('follows the moment that a quest gives a column', () => {
    const later = { ...table, meta: table.meta.map((meta) => (meta.name === 'meds' ? { ...meta, availableAt: 'discharge+2d' } : meta)) }
    expect([...numbers(readmission.asOf(later, 'discharge'), 'meds')].every(Number.isNaN)).toBe(true)
  })
})

/** `npm run calibrate:bands` prints these beside the sheet, with twenty cohorts of 20,000 instead of four. */
describe('what curriculum 6.1 promises', () => {
  const models = fitModels()
  const seeds = Array.from({ length: WARDS }, (_, i) => wardSeed(i))
  const wards = seeds.map((seed) => wardFigures(seed, WARD, models))
  const large = seeds.slice(0, 4).map((seed) => wardFigures(seed, LARGE, models))

  it('is narrower than chance leaves wards of 1,500, and just wide enough for cohorts of 20,000', () => {
    const [rate, oracle] = [(n: number) => Math.sqrt((0.137 * 0.863) / n), (n: number) => aurocError(0.73, 0.137 * n, n)]
    expect(rate(WARD)).toBeCloseTo(0.009, 3)
    expect(oracle(WARD)).toBeCloseTo(0.021, 3)
    expect(1.645 * rate(12_800)).toBeLessThanOrEqual(0.005)
    expect(1.645 * oracle(17_800)).toBeLessThanOrEqual(0.01)
  })

  it.each(SHEET)('$figure of cohorts of 20,000 lies between $low and $high. $words: $source', ({ figure, low, high }) => {
    const mean = large.reduce((sum, one) => sum + one[figure] / large.length, 0)
    expect(mean).toBeGreaterThanOrEqual(low)
    expect(mean).toBeLessThanOrEqual(high)
  })

  it.each(SHEET)('$figure of 18 in 20 wards of 1,500 lies there too, give or take chance', (band) => {
    const [low, , high] = spreadOf(wards, band.figure)
    const [least, most] = bandAt(band, WARD)
    expect(low).toBeGreaterThanOrEqual(least)
    expect(high).toBeLessThanOrEqual(most)
  })

  it('has medians as in the sheet: logistic 0.709, trees 0.699', () => {
    expect(spreadOf(wards, 'logistic')[1]).toBeCloseTo(0.709, 1.9)
    expect(spreadOf(wards, 'trees')[1]).toBeCloseTo(0.699, 1.9)
  })
})

describe('who lies on twenty wards', () => {
  const wards = Array.from({ length: WARDS }, (_, i) => {
    const table = readmission.generate(wardSeed(i), { n: WARD })
    const of = (name: string) => numbers(table, name)
    return {
      age: mean(of('age')),
      lowNights: quantile(of('los'), 0.25), nights: quantile(of('los'), 0.5), highNights: quantile(of('los'), 0.75),
      charlson: mean(of('charlson')),
      plannedOnly: rowsWhere('planned30 == 1 and readmit30 == 0', table).length / rowsWhere('readmitAny == 1', table).length,
      groupB: rowsWhere("group == 'B'", table).length / WARD,
      again: 1 - new Set(Array.from(table.columns['pid']?.values ?? [], String)).size / WARD,
    }
  })

  it.each([
    ['age', 61, 65.5, 'drawn from N(63, 17) (curriculum 6.1)'],
    ['lowNights', 2, 2, 'quartiles 2, 4 and 7 nights (curriculum 6.1)'],
    ['nights', 4, 4, 'quartiles 2, 4 and 7 nights (curriculum 6.1)'],
    ['highNights', 6, 7, 'quartiles 2, 4 and 7 nights (curriculum 6.1)'],
    ['charlson', 1.4, 1.7, 'mean 1.5 in the prototype (curriculum 6.1)'],
    ['plannedOnly', 0.1, 0.19, 'about 15% of returns are planned (curriculum 6.1)'],
    ['groupB', 0.235, 0.285, '26% (curriculum 6.1)'],
    ['again', 0.18, 0.23, 'about one stay in five is of somebody who was here before: 22% (curriculum 6.1)'],
  ] as const)('%s lies between %d and %d in 18 of 20: %s', (figure, low, high, _source) => {
    const values = wards.map((ward) => ward[figure]).sort((a, b) => a - b)
    expect(values[1], `5% of ${values.join(' ')}`).toBeGreaterThanOrEqual(low)
    expect(values[18], `95% of ${values.join(' ')}`).toBeLessThanOrEqual(high)
  })

  it('groups A and B come back equally often, for equal reasons', () => {
    const all = readmission.generate('two-groups', { n: LARGE })
    const rate = (group: string) => {
      const rows = rowsWhere(`group == '${group}' and diedInHosp == 0`, all)
      return mean(rows.map((row) => numbers(all, 'readmit30')[row] as number))
    }
    expect(Math.abs(rate('A') - rate('B'))).toBeLessThan(0.025)
  })
})
