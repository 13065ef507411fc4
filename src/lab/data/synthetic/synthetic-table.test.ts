import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person } from '../town.ts'
import { columnOf } from '../../graph/table.ts'
import type { Table } from '../../graph/ports.ts'
import { readPlan } from './plan.ts'
import { syntheticTable } from './synthetic-table.ts'

type Written = Record<string, unknown>
const SEED = 'ward-a'
const make = (columns: Written, more: Written = {}, seed = SEED): Table => syntheticTable.generate(seed, { n: 4000, columns, ...more })
const numbers = (table: Table, name: string): number[] => Array.from(columnOf(table, name)?.values ?? [], Number)
const words = (table: Table, name: string): string[] => Array.from(columnOf(table, name)?.values ?? [], String)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const sd = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)))
const share = <Value>(values: readonly Value[], holds: (value: Value, row: number) => boolean) => values.filter(holds).length / values.length
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] as number

describe('a column drawn by chance', () => {
  const table = make({
    day: { draw: 'uniform', from: 1, to: 8 },
    pulse: { draw: 'normal', mean: 80, sd: 12 },
    stay: { draw: 'lognormal', median: 4, sigma: 0.8 },
    wait: { draw: 'exponential', mean: 30 },
    cost: { draw: 'gamma', mean: 900, shape: 3 },
    visits: { draw: 'poisson', mean: 2.5 },
    falls: { draw: 'negbin', mean: 2, shape: 1 },
    copd: { draw: 'bernoulli', p: 0.11 },
    ward: { draw: 'category', weights: { '4A': 3, '4B': 1 } },
  })

  it('has the mean and the spread that its distribution promises', () => {
    expect(mean(numbers(table, 'day'))).toBeCloseTo(4.5, 0)
    expect(mean(numbers(table, 'pulse'))).toBeCloseTo(80, 0)
    expect(sd(numbers(table, 'pulse'))).toBeCloseTo(12, 0)
    expect(median(numbers(table, 'stay'))).toBeCloseTo(4, 0)
    expect(sd(numbers(table, 'stay').map(Math.log))).toBeCloseTo(0.8, 1)
    expect(Math.abs(mean(numbers(table, 'wait')) - 30)).toBeLessThan(1.5)
    expect(Math.abs(mean(numbers(table, 'cost')) - 900)).toBeLessThan(30)
    expect(Math.abs(sd(numbers(table, 'cost')) - 900 / Math.sqrt(3))).toBeLessThan(30)
    expect(mean(numbers(table, 'visits'))).toBeCloseTo(2.5, 1)
    expect(sd(numbers(table, 'visits')) ** 2).toBeCloseTo(2.5, 0)
    // Negative binomial: variance is mean + mean² / shape = 6.
    expect(Math.abs(sd(numbers(table, 'falls')) ** 2 - 6)).toBeLessThan(0.7)
    expect(share(numbers(table, 'copd'), (one) => one === 1)).toBeCloseTo(0.11, 1)
    expect(share(words(table, 'ward'), (one) => one === '4A')).toBeCloseTo(0.75, 1)
  })

  it('is the same from the same seed and another from another', () => {
    expect(make({ pulse: { draw: 'normal', mean: 80, sd: 12 } }).columns['pulse']).toEqual(table.columns['pulse'])
    expect(make({ pulse: { draw: 'normal', mean: 80, sd: 12 } }, {}, 'ward-b').columns['pulse']).not.toEqual(table.columns['pulse'])
  })

  it('stays what it is when a column is added, and whatever stands first', () => {
    const one = make({ age: { draw: 'person', take: 'age' }, risk: { draw: 'bernoulli', logit: '0.05 * (age - 60)' } })
    const other = make({ more: { draw: 'normal', mean: 0, sd: 1 }, risk: { draw: 'bernoulli', logit: '0.05 * (age - 60)' }, age: { draw: 'person', take: 'age' } })
    expect(other.columns['risk']).toEqual(one.columns['risk'])
    expect(other.meta.map(({ name }) => name)).toEqual(['more', 'risk', 'age'])
  })

  it('keeps to its bounds and decimals', () => {
    const values = numbers(make({ temp: { draw: 'normal', mean: 37, sd: 2, min: 35, max: 39, round: 1 } }), 'temp')
    expect([Math.min(...values), Math.max(...values)]).toEqual([35, 39])
    expect(values.every((value) => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9)).toBe(true)
  })

  it('keeps its values for ever: goals are calibrated on them', () => {
    const few = make({ pulse: { draw: 'normal', mean: 80, sd: 12, round: 0 }, ward: { draw: 'category', weights: { a: 1, b: 1 } }, name: { draw: 'person', take: 'name' } }, { n: 5 })
    expect({ pulse: numbers(few, 'pulse'), ward: words(few, 'ward'), name: words(few, 'name'), ids: few.ids }).toMatchInlineSnapshot(`
      {
        "ids": [
          "R00001",
          "R00002",
          "R00003",
          "R00004",
          "R00005",
        ],
        "name": [
          "Amina Iqbal",
          "Pearl Ingram",
          "Tess Marsden",
          "Edna Rowntree",
          "Agnieszka Dudek",
        ],
        "pulse": [
          59,
          67,
          83,
          66,
          94,
        ],
        "ward": [
          "b",
          "a",
          "a",
          "b",
          "a",
        ],
      }
    `)
  })
})

describe('a column that depends on others', () => {
  const table = make({
    age: { draw: 'person', take: 'age' },
    frailty: { draw: 'normal', mean: 0, sd: 1, latent: true },
    site: { draw: 'category', weights: { hill: 1, harbour: 1 } },
    rr: { draw: 'normal', mean: "16 + 3 * frailty + 2 * (site == 'harbour')", sd: 2 },
    nights: { draw: 'poisson', mean: 'exp(0.3 + 0.01 * age)' },
    unit: { draw: 'category', weights: { icu: 'max(0, frailty)', ward: 1 } },
    crash: { draw: 'bernoulli', logit: '1.5 * frailty + base', rate: 0.08 },
    known: { draw: 'formula', expr: 'known(rr) + 1' },
    copy: { draw: 'formula', expr: 'site' },
  }, { constants: { base: 4 } })
  const harbour = words(table, 'site').map((one) => one === 'harbour')

  it('follows them', () => {
    const rr = numbers(table, 'rr')
    expect(mean(rr.filter((_, row) => harbour[row])) - mean(rr.filter((_, row) => !harbour[row]))).toBeCloseTo(2, 0)
    const nights = numbers(table, 'nights')
    const old = numbers(table, 'age').map((age) => age > 70)
    expect(mean(nights.filter((_, row) => old[row]))).toBeGreaterThan(mean(nights.filter((_, row) => !old[row])) + 0.5)
    expect(share(words(table, 'unit'), (one) => one === 'icu')).toBeGreaterThan(0.15)
    expect(words(table, 'copy')).toEqual(words(table, 'site'))
  })

  it('reaches the rate that is asked for, whatever the log-odds begin with', () => {
    expect(Math.abs(share(numbers(table, 'crash'), (one) => one === 1) - 0.08)).toBeLessThan(0.012)
  })

  it('may lean on what no table shows', () => {
    expect(columnOf(table, 'frailty')).toBeUndefined()
    expect(table.meta.map(({ name }) => name)).not.toContain('frailty')
    const rr = numbers(table, 'rr')
    const sick = numbers(table, 'crash').map((one) => one === 1)
    expect(mean(rr.filter((_, row) => sick[row]))).toBeGreaterThan(mean(rr) + 2)
  })

  it('is drawn once for each of those who share it', () => {
    const shift = make({ nurse: { draw: 'person', who: 'nurse', take: 'pid' }, role: { draw: 'category', weights: { day: 1, night: 1 }, per: 'nurse' } }, { people: { nurse: { pool: 20 } } })
    const roles = new Map<string, Set<string>>()
    words(shift, 'nurse').forEach((nurse, row) => roles.set(nurse, (roles.get(nurse) ?? new Set()).add(words(shift, 'role')[row] as string)))
    expect([...roles.values()].every((role) => role.size === 1)).toBe(true)
    expect(new Set([...roles.values()].flatMap((role) => [...role]))).toEqual(new Set(['day', 'night']))
  })

  it('says the first rule that holds, or all of them', () => {
    const rows = [{ when: 'weeks < 6', say: 'wait' }, { when: "flag == 'yes'", say: 'note' }]
    const { columns } = make({
      weeks: { draw: 'uniform', from: 0, to: 12, round: 0, missing: 0.2 }, flag: { draw: 'bernoulli', p: 0.5, words: ['no', 'yes'] },
      first: { draw: 'rules', rows, otherwise: 'go' }, all: { draw: 'rules', hit: 'COLLECT', rows },
    }, { n: 3, rows: [{ weeks: 3, flag: 'yes' }, { weeks: 8, flag: 'no' }, { weeks: null, flag: 'yes' }] })
    expect(columns['first']?.values).toEqual(['wait', 'go', 'note'])
    expect(columns['all']?.values).toEqual(['wait; note', '', 'note'])
  })

  it('counts on from a day', () => {
    const { columns } = make({
      days: { draw: 'uniform', from: 0, to: 1 }, booked: { draw: 'date', from: '2024-02-28', plus: 'days' },
      seen: { draw: 'date', from: 'booked', plus: 25 * 60 + 5, unit: 'minutes' }, lost: { draw: 'date', from: 'booked', plus: 'log(0 - days)' },
    }, { n: 2, rows: [{ days: 1 }, { days: 2 }] })
    expect(columns['booked']?.values).toEqual(['2024-02-29', '2024-03-01'])
    expect(columns['seen']?.values).toEqual(['2024-03-01 01:05', '2024-03-02 01:05'])
    expect(columns['lost']?.values).toEqual(['', ''])
  })
})

describe('what is missing', () => {
  it('is as much as is said, more where another column says so, or the value itself', () => {
    const table = make({
      site: { draw: 'category', weights: { hill: 1, harbour: 1 } },
      weight: { draw: 'normal', mean: 70, sd: 10, missing: 0.2 },
      lactate: { draw: 'lognormal', median: 2, sigma: 0.5, missing: "0.1 + 0.4 * (site == 'harbour')" },
      pain: { draw: 'uniform', from: 0, to: 10, missing: '0.9 * (pain < 5)' },
      note: { draw: 'category', weights: { long: 1 }, missing: 0.3 },
    })
    const harbour = words(table, 'site').map((one) => one === 'harbour')
    expect(share(numbers(table, 'weight'), Number.isNaN)).toBeCloseTo(0.2, 1)
    expect(share(numbers(table, 'lactate').filter((_, row) => harbour[row]), Number.isNaN)).toBeCloseTo(0.5, 1)
    expect(share(numbers(table, 'lactate').filter((_, row) => !harbour[row]), Number.isNaN)).toBeCloseTo(0.1, 1)
    expect(mean(numbers(table, 'pain').filter((value) => !Number.isNaN(value)))).toBeGreaterThan(6.5)
    expect(share(words(table, 'note'), (one) => one === '')).toBeCloseTo(0.3, 1)
  })

  it('is what cannot be computed, and what is drawn from it', () => {
    const table = make({
      ratio: { draw: 'formula', expr: '1 / (2 - row)' }, drawn: { draw: 'normal', mean: 'ratio', sd: 1 }, count: { draw: 'poisson', mean: 'ratio' },
      yes: { draw: 'bernoulli', p: 'ratio' }, none: { draw: 'category', weights: { a: '0 * ratio' } },
    }, { n: 2 })
    for (const name of ['ratio', 'drawn', 'count', 'yes']) expect(numbers(table, name).map(Number.isNaN), name).toEqual([false, true])
    expect(words(table, 'none')).toEqual(['', ''])
  })
})

describe('people in the rows', () => {
  const columns = { pid: { draw: 'person', take: 'pid' }, name: { draw: 'person', take: 'name' }, age: { draw: 'person', take: 'age' }, district: { draw: 'person', take: 'district' }, copd: { draw: 'condition', condition: 'COPD' } }
  const residentOf = (pid: string) => person(Number(pid.slice(1)) - 1)

  it('are those of the town, with their own names and illnesses', () => {
    const table = make(columns, { n: 300, people: { patient: { ages: [65, 120] } } })
    words(table, 'pid').forEach((pid, row) => {
      const { name, age, conditions } = residentOf(pid)
      expect([words(table, 'name')[row], numbers(table, 'age')[row], numbers(table, 'copd')[row]]).toEqual([name, age, Number(conditions.includes('COPD'))])
      expect(age).toBeGreaterThanOrEqual(65)
    })
    expect(new Set(words(table, 'pid')).size).toBe(300)
  })

  it('come again, as often as is said', () => {
    const pids = words(make(columns, { people: { patient: { again: 0.3 } } }), 'pid')
    expect(share(pids, (pid, row) => row > 0 && pid === pids[row - 1])).toBeCloseTo(0.3, 1)
  })

  it('live with one another, as often as is said', () => {
    const table = make({
      pid: { draw: 'person', take: 'pid' }, home: { draw: 'person', take: 'address' }, clerk: { draw: 'person', who: 'clerk', take: 'pid' },
      clerkHome: { draw: 'person', who: 'clerk', take: 'address' }, clerkAge: { draw: 'person', who: 'clerk', take: 'age' }, same: { draw: 'formula', expr: 'home == clerkHome' },
    }, { people: { clerk: { ages: [20, 66], pool: 50, householdOf: { who: 'patient', share: 0.1 } }, patient: {} } })
    const same = share(numbers(table, 'same'), (one) => one === 1)
    expect(same).toBeGreaterThan(0.03)
    expect(same).toBeLessThan(0.1)
    expect(numbers(table, 'clerkAge').every((age) => age >= 20 && age <= 66)).toBe(true)
    expect(words(table, 'clerk').every((pid, row) => pid !== words(table, 'pid')[row] || numbers(table, 'same')[row] === 1)).toBe(true)
  })
})

describe('rows that are written out', () => {
  it('say what is written, and draw the rest', () => {
    const table = make({ age: { draw: 'person', take: 'age' }, old: { draw: 'formula', expr: 'age >= 65' }, pulse: { draw: 'normal', mean: 80, sd: 5 } }, { n: undefined, rows: [{ age: 70 }, { age: 30, pulse: null }] })
    expect(table.ids).toEqual(['R00001', 'R00002'])
    expect(numbers(table, 'old')).toEqual([1, 0])
    expect(numbers(table, 'pulse').map(Number.isNaN)).toEqual([false, true])
  })
})

describe('before a value is written', () => {
  const table = make({
    pulse: { draw: 'normal', mean: 80, sd: 5 }, drip: { draw: 'bernoulli', p: 0.5, before: 0 }, letter: { draw: 'category', weights: { sent: 1 }, before: 'not yet' },
    cost: { draw: 'gamma', mean: 100, shape: 2 }, crash: { draw: 'bernoulli', p: 0.5, before: 0 },
  }, { n: 2 })
  const when: Record<string, string> = { drip: 'stay+6h', letter: 'stay+6h', cost: 'stay+6h' }
  const whole = { ...table, meta: table.meta.map((meta) => ({ ...meta, availableAt: when[meta.name] ?? 'stay', ...(meta.name === 'crash' ? { role: 'truth' as const } : {}) })) }
  const seen = syntheticTable.asOf(whole, 'stay')

  it('shows what stood there, or nothing; and what really happened is never shown', () => {
    expect(seen.columns['pulse']).toEqual(table.columns['pulse'])
    expect(numbers(seen, 'drip')).toEqual([0, 0])
    expect(words(seen, 'letter')).toEqual(['not yet', 'not yet'])
    expect(numbers(seen, 'cost')).toEqual([Number.NaN, Number.NaN])
    expect(numbers(seen, 'crash')).toEqual([Number.NaN, Number.NaN])
    expect(Object.keys(seen)).not.toContain('before')
  })
})

describe('a description that nobody should trust', () => {
  it('is refused with the place and a way to mend it', () => {
    expect(() => make({ pulse: { draw: 'normal', mean: '80 +', sd: 1 } })).toThrow(/cannot be made\. data\.params\.columns\.pulse\.mean: the formula cannot be read from character 5 on\. The expression stops too early/)
    expect(() => make({ pulse: { draw: 'magic' } })).toThrow(/data\.params\.columns\.pulse\.draw: there is no draw "magic" here\. Use one of: uniform/)
  })

  it('ends in a table or in words, whatever is written', () => {
    const amount = fc.oneof(fc.double({ min: -2e9, max: 2e9, noNaN: true }), fc.constantFrom(0, -1, 1e9, 'a', 'b', 'a / b', 'log(a)', 'row', '1 +', 'exp(99 * b)', "word == 'x'", 'word', 'known(word)', 'c'))
    const draw = fc.oneof(
      fc.record({ draw: fc.constantFrom('uniform', 'normal', 'lognormal', 'exponential', 'gamma', 'poisson', 'negbin'), from: amount, to: amount, mean: amount, sd: amount, median: amount, sigma: amount, shape: amount, missing: amount, per: fc.constantFrom('a', 'word', 'd') }, { requiredKeys: ['draw', 'from', 'to', 'mean', 'sd', 'median', 'sigma', 'shape'] }),
      fc.record({ draw: fc.constant('bernoulli'), p: amount, logit: amount, rate: fc.double({ noNaN: true }), words: fc.constant(['n', 'y']) }, { requiredKeys: ['draw'] }),
      fc.record({ draw: fc.constant('category'), weights: fc.dictionary(fc.constantFrom('x', 'y', 'z'), amount) }),
      fc.record({ draw: fc.constant('date'), from: fc.constantFrom('2025-01-31', 'word', '9999-99-99'), plus: amount, unit: fc.constantFrom('days', 'minutes') }, { requiredKeys: ['draw', 'from'] }),
      fc.record({ draw: fc.constant('formula'), expr: amount, min: fc.double(), max: fc.double(), round: fc.integer({ min: -1, max: 7 }) }, { requiredKeys: ['draw', 'expr'] }),
      fc.record({ draw: fc.constantFrom('person', 'condition', 'rules', 'nothing'), take: fc.constantFrom('age', 'name', 'soul'), condition: fc.constant('COPD'), rows: fc.array(fc.record({ when: amount, say: fc.constant('x') }), { maxLength: 2 }) }, { requiredKeys: ['draw'] }),
    )
    // Only what fits its own kind of draw has a chance of being made: keep the fields that this kind has.
    const FIELDS: Record<string, string[]> = { uniform: ['from', 'to'], normal: ['mean', 'sd'], lognormal: ['median', 'sigma'], exponential: ['mean'], gamma: ['mean', 'shape'], poisson: ['mean'], negbin: ['mean', 'shape'], person: ['take'], condition: ['condition'], rules: ['rows'] }
    const fitting = (column: Record<string, unknown>) => {
      const fields = FIELDS[String(column['draw'])]
      return fields ? Object.fromEntries(Object.entries(column).filter(([name]) => ['draw', 'missing', 'per', ...fields].includes(name))) : column
    }
    const sound = { a: { draw: 'uniform', from: -1, to: 1 }, b: { draw: 'normal', mean: 0, sd: 'a' }, word: { draw: 'category', weights: { x: 1, y: 'b' } } }
    let made = 0
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'e', 'f', 'not', 'c'), draw, { minKeys: 1, maxKeys: 2 }), fc.boolean(), (columns, tidy) => {
      const some = tidy ? Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, fitting(column)])) : columns
      const written = { n: 7, columns: { ...sound, ...some } }
      const read = readPlan(written)
      if (!read.ok) {
        expect(read.issues.length + read.problems.length).toBeGreaterThan(0)
        return
      }
      made++
      for (const column of Object.values(syntheticTable.generate('any', written).columns)) {
        expect(column.values).toHaveLength(7)
        // Missing at most: nothing is infinite.
        if (column.kind === 'number') expect([...column.values].every((value) => Number.isNaN(value) || Number.isFinite(value))).toBe(true)
      }
    }), { numRuns: 3000 })
    expect(made).toBeGreaterThan(100)
  })
})
