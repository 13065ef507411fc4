import { describe, expect, it } from 'vitest'
import { hospitalPoints, lacePoints } from '../blocks/score/formulas.ts'
import { rowsWhere } from '../graph/bind-expr.ts'
import { isMoment } from '../graph/moment.ts'
import type { Table } from '../graph/ports.ts'
import { auc } from '../ml/metrics.ts'
import { readmission } from './readmission.ts'

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

  it('gives a patient one name, one sex and one age through all stays', () => {
    const byPid = new Map<string, string>()
    table.ids.forEach((_, row) => {
      const who = ['name', 'sex', 'age', 'group', 'deprivation'].map((name) => table.columns[name]?.values[row]).join()
      const pid = String(table.columns['pid']?.values[row])
      expect(byPid.get(pid) ?? who).toBe(who)
      byPid.set(pid, who)
    })
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

/** Twenty wards of 1,500, those alive at discharge. Each figure beside what is published and where. */
describe('twenty wards look like the literature', () => {
  const wards = Array.from({ length: 20 }, (_, i) => {
    const seed = `vh-readmit-hidden-${String(i + 1).padStart(2, '0')}`
    const table = readmission.generate(seed, { n: 1500 })
    const alive = rowsWhere('diedInHosp == 0', table)
    const of = (name: string) => Float64Array.from(alive, (row) => numbers(table, name)[row] as number)
    const patient = (row: number) => Object.fromEntries(readmission.schema.filter(({ kind }) => kind === 'number').map(({ name }) => [name, numbers(table, name)[row] as number])) as never
    const risk = readmission.truth(seed, { n: 1500 })
    const came = of('readmit30')
    return {
      rate: mean(came),
      lace: auc(came, alive.map((row) => lacePoints(patient(row)))) as number,
      hospital: auc(came, alive.map((row) => hospitalPoints(patient(row)))) as number,
      oracle: auc(came, alive.map((row) => risk[row] as number)) as number,
      form: auc(came, of('tcmFormFiled')) as number,
      age: mean(of('age')),
      lowNights: quantile(of('los'), 0.25), nights: quantile(of('los'), 0.5), highNights: quantile(of('los'), 0.75),
      plannedOnly: rowsWhere('planned30 == 1 and readmit30 == 0', table).length / rowsWhere('readmitAny == 1', table).length,
      groupB: rowsWhere("group == 'B'", table).length / 1500,
      again: 1 - new Set(Array.from(table.columns['pid']?.values ?? [], String)).size / 1500,
    }
  })

  it.each([
    ['rate', 0.13, 0.155, '14.5% of 117,065 medical discharges (donze)'],
    ['lace', 0.62, 0.685, 'c 0.68 in British Columbia (lacep); for return or death, so a little lower here'],
    ['hospital', 0.645, 0.685, 'c 0.72 for avoidable returns in four countries (donze)'],
    ['oracle', 0.7, 0.755, 'best of 26 models at discharge 0.68 to 0.83 (kans): what nobody measured keeps it low'],
    ['form', 0.86, 0.9, 'the leak alone looks better than anything published (kans): the trap'],
    ['age', 61, 65.5, 'drawn from N(63, 17) (curriculum 6.1)'],
    ['lowNights', 2, 2, 'quartiles 2, 4 and 7 nights (curriculum 6.1)'],
    ['nights', 4, 4, 'quartiles 2, 4 and 7 nights (curriculum 6.1)'],
    ['highNights', 6, 7, 'quartiles 2, 4 and 7 nights (curriculum 6.1)'],
    ['plannedOnly', 0.1, 0.19, 'about 15% of returns are planned (curriculum 6.1)'],
    ['groupB', 0.235, 0.285, '26% (curriculum 6.1)'],
    ['again', 0.2, 0.24, '22% of stays belong to the patient before (curriculum 6.1)'],
  ] as const)('%s lies between %d and %d in 18 of 20: %s', (figure, low, high, _source) => {
    const values = wards.map((ward) => ward[figure]).sort((a, b) => a - b)
    expect(values[1], `5% of ${values.join(' ')}`).toBeGreaterThanOrEqual(low)
    expect(values[18], `95% of ${values.join(' ')}`).toBeLessThanOrEqual(high)
  })

  it('groups A and B come back equally often, for equal reasons', () => {
    const all = readmission.generate('two-groups', { n: 20_000 })
    const rate = (group: string) => {
      const rows = rowsWhere(`group == '${group}' and diedInHosp == 0`, all)
      return mean(rows.map((row) => numbers(all, 'readmit30')[row] as number))
    }
    expect(Math.abs(rate('A') - rate('B'))).toBeLessThan(0.025)
  })
})
