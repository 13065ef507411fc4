import { describe, expect, it } from 'vitest'
import { Rng } from '../../core/rng.ts'
import type { Table } from '../graph/ports.ts'
import { takeRows } from '../graph/table.ts'
import { choleskyFactor } from '../ml/cholesky.ts'
import { normalCdf, normalQuantile } from '../ml/normal.ts'
import { closestRecords, membershipAttack } from './attack.ts'
import { copulaPeople, independentPeople, noisedCopulaPeople } from './copula.ts'
import { fieldsOf } from './fields.ts'
import { foundAgain } from './found-again.ts'
import { type HistogramPlan, histogramPeople } from './histograms.ts'
import { writtenMargin } from './margins.ts'
import { memorisedPeople } from './memoriser.ts'
import { laplace, noisedCounts, withoutNegatives } from './noise.ts'
import { publicBins } from './public-bins.ts'
import { withoutSmallCells } from './small-cells.ts'
import { epsilonOf } from './synthetic-value.ts'
import { treePeople } from './tree-chain.ts'
import { signalKept, taughtBy } from './usefulness.ts'

const JOBS = ['shop', 'school', 'farm']
const NAMES = ['age', 'height', 'job', 'ferritin', 'rare', 'ill']

/** People in whom age and illness hang together, and ten of a thousand have something rare that raises ferritin. */
function townOf(n: number, seed = 'town'): Table {
  const rng = new Rng(seed)
  const rare = Float64Array.from({ length: n }, (_, row) => Number(row % 100 === 7))
  const age = Float64Array.from({ length: n }, () => rng.int(0, 99))
  const job = Array.from({ length: n }, (_, row) => (row === 3 ? 'beekeeper' : rng.pick(JOBS)))
  const ferritin = Float64Array.from({ length: n }, (_, row) => Math.round(rng.normal(200 + 600 * (rare[row] as number), 60)))
  const ill = Float64Array.from(age, (years) => rng.bern(years > 60 ? 0.7 : 0.1))
  const number = (name: string, from: number, to: number) => ({ name, label: name, kind: 'number' as const, availableAt: 'decision', range: { from, to } })
  const yesNo = (name: string) => ({ name, label: name, kind: 'number' as const, availableAt: 'decision', unit: '0 or 1' })
  return {
    type: 'Table', ids: Array.from({ length: n }, (_, row) => `R${row}`),
    meta: [number('age', 0, 99), number('height', 140, 210), { name: 'job', label: 'job', kind: 'category', availableAt: 'decision', values: [...JOBS, 'beekeeper'] }, number('ferritin', 0, 1200), yesNo('rare'), yesNo('ill')],
    columns: {
      age: { kind: 'number', values: age }, height: { kind: 'number', values: Float64Array.from({ length: n }, () => Math.round(rng.normal(170, 9))) },
      job: { kind: 'category', values: job }, ferritin: { kind: 'number', values: ferritin }, rare: { kind: 'number', values: rare }, ill: { kind: 'number', values: ill },
    },
  }
}

const town = townOf(3000)
const people = takeRows(town, town.ids.flatMap((_, row) => (row < 2000 ? [row] : [])))
const outsiders = takeRows(town, town.ids.flatMap((_, row) => (row >= 2000 ? [row] : [])))
const fields = fieldsOf(people, NAMES)
const bins = fields.map(({ meta }) => publicBins(meta, 8) as NonNullable<ReturnType<typeof publicBins>>)
const isRare = (table: Table) => new Set([...table.ids.keys()].filter((row) => table.columns['rare']?.values[row] === 1))
const numbers = (table: Table, name: string) => table.columns[name]?.values as Float64Array
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
const copies = (jitter: number, swap: number, exact: string[] = []) => memorisedPeople(fields, 2000, { jitter, swap, exact }, new Rng('copies')).table
const plan: HistogramPlan = { epsilon: 3, around: [5], apart: 4, keep: [3], fewBins: fields.map(({ meta }) => publicBins(meta, 3) as NonNullable<ReturnType<typeof publicBins>>), share: 0.5 }
const counted = (changed: Partial<HistogramPlan> = {}) => histogramPeople(fields, bins, 2000, { ...plan, ...changed }, new Rng('counts'))
const usefulness = (table: Table) => (taughtBy(table, outsiders, 'ill', NAMES)?.auc ?? 0) / (taughtBy(people, outsiders, 'ill', NAMES)?.auc ?? 1)
const attack = (table: Table) => membershipAttack(people, outsiders, table, ['age', 'height', 'job'])?.auc ?? Number.NaN

describe('noise', () => {
  it('has the spread of Laplace: the mean distance from nothing is its scale', () => {
    const rng = new Rng('noise')
    expect(mean(Float64Array.from({ length: 20_000 }, () => Math.abs(laplace(4, rng))))).toBeCloseTo(4, 0)
  })

  it('is one over epsilon on a count, which is what epsilon-differential privacy asks for', () => {
    const off = (epsilon: number) => mean(Float64Array.from({ length: 4000 }, (_, i) => Math.abs((noisedCounts(Float64Array.of(1e6), epsilon, new Rng(`n${i}`))[0] as number) - 1e6)))
    expect(off(1)).toBeCloseTo(1, 1)
    expect(off(0.1) / off(1)).toBeCloseTo(10, 0)
  })

  it('leaves no count below zero and keeps their sum', () => {
    const mended = withoutNegatives(Float64Array.of(10, -4, 3, 1))
    expect(mended.every((count) => count >= 0)).toBe(true)
    expect(mended.reduce((sum, count) => sum + count, 0)).toBeCloseTo(10)
  })
})

describe('the budget', () => {
  it('is spent to the last part, and the ledger says on what', () => {
    const { spent } = counted()
    expect(epsilonOf({ spent })).toBeCloseTo(3)
    expect(spent?.map(({ what }) => what)).toEqual(['rare', 'ferritin, among the few: rare', 'ill', 'ill by age', 'ill by height', 'ill by job', 'ill by ferritin'])
    expect(spent?.slice(0, 2).map(({ epsilon }) => epsilon)).toEqual([0.75, 0.75])
    expect(epsilonOf(noisedCopulaPeople(fields, bins, 100, 2, new Rng('c')))).toBeCloseTo(2)
  })

  it('is promised by nobody who looks without noise', () => {
    for (const made of [independentPeople(fields, 10, 0, new Rng('a')), copulaPeople(fields, 10, 0, new Rng('a')), memorisedPeople(fields, 10, { jitter: 9, swap: 1, exact: [] }, new Rng('a')), treePeople(fields, 10, 20, new Rng('a'))]) expect(epsilonOf(made)).toBeNull()
  })

  it('wants cells that were known beforehand', () => {
    const [age] = fields
    expect(publicBins({ name: 'x', label: 'x', kind: 'number', availableAt: '' }, 8)).toBeNull()
    expect(publicBins({ name: 'x', label: 'x', kind: 'category', availableAt: '' }, 8)).toBeNull()
    expect(age && bins[0]?.of(age.column, 0)).toBe(Math.floor((numbers(people, 'age')[0] as number) * 8 / 100))
  })
})

describe('generators', () => {
  it('column by column keeps each column and loses what hangs together; a copula, trees and counts keep it', () => {
    const alone = independentPeople(fields, 2000, 0, new Rng('alone')).table
    expect(mean(numbers(alone, 'age'))).toBeCloseTo(mean(numbers(people, 'age')), -1)
    expect(usefulness(alone)).toBeLessThan(0.8)
    for (const made of [copulaPeople(fields, 2000, 0, new Rng('c')).table, treePeople(fields, 2000, 20, new Rng('t')).table, counted().table]) expect(usefulness(made)).toBeGreaterThan(0.93)
  })

  it('noised counts lose a few people unless they have a part of the budget of their own', () => {
    const signal = (table: Table) => signalKept(people, isRare, table, ['ferritin']) ?? 0
    expect(signal(counted({ apart: -1, keep: [] }).table)).toBeLessThan(0.5)
    expect(signal(counted().table)).toBeGreaterThan(0.7)
  })

  it('no end of a column belongs to fewer than eleven, where they share it', () => {
    const [age, , job] = fields
    const sorted = numbers(people, 'age').slice().sort()
    expect(age && writtenMargin(age, 11).at(0.999_999, new Rng('x'))).toBe(sorted[sorted.length - 11])
    expect(job && writtenMargin(job, 11).at(0.999_999, new Rng('x'))).toBe('other')
  })
})

describe('tests of a release', () => {
  it('the distance to the closest record is nothing for copies, and grows as they are moved', () => {
    const [same, moved] = [closestRecords(people, outsiders, copies(0, 0)), closestRecords(people, outsiders, copies(1, 0.3))]
    expect(same).toMatchObject({ same: 400, invented: { low: 0, middle: 0 } })
    expect(moved?.invented.middle).toBeGreaterThan(0.1)
    expect(moved?.strangers).toEqual(same?.strangers)
  })

  it('an attack on people who owe nothing to anybody is a coin', () => {
    expect(Math.abs(attack(counted().table) - 0.5)).toBeLessThan(0.04)
    expect(attack(copies(0, 0))).toBeGreaterThan(0.65)
  })

  it('copies of people with something rare point to them, and people from counts do not', () => {
    const knows = ['age', 'height', 'job']
    expect(foundAgain(people, outsiders, copies(0, 0), knows, isRare).length).toBeGreaterThan(10)
    expect(foundAgain(people, outsiders, counted().table, knows, isRare).length).toBeLessThan(3)
  })
})

describe('small cells', () => {
  it('give up the last column first, and leave out who is alone without any', () => {
    const { table, blanked, dropped } = withoutSmallCells(people, { columns: ['ill', 'job'], least: 11, how: 'merge' })
    expect(table.columns['job']?.values).not.toContain('beekeeper')
    expect([blanked, dropped, table.ids.length]).toEqual([1, 0, 2000])
    expect(withoutSmallCells(takeRows(people, [0, 1, 2, 3]), { columns: ['job'], least: 11, how: 'merge' })).toMatchObject({ blanked: 0, dropped: 4 })
    expect(withoutSmallCells(people, { columns: ['job'], least: 11, how: 'suppress' })).toMatchObject({ dropped: 1, blanked: 0 })
  })
})

it('the normal distribution and its inverse undo each other, and a matrix is its factor times itself', () => {
  for (const p of [0.001, 0.2, 0.5, 0.975]) expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 6)
  expect(normalQuantile(0.975)).toBeCloseTo(1.959_96, 4)
  const l = choleskyFactor(Float64Array.of(1, 0.6, 0.6, 1), 2)
  expect([...(l ?? [])].map((value) => Math.round(value * 100) / 100)).toEqual([1, 0, 0.6, 0.8])
  expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2)).toBeNull()
})
