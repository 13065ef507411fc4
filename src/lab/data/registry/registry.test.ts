import { describe, expect, it } from 'vitest'
import { Rng } from '../../../core/rng.ts'
import { columnOf } from '../../graph/table.ts'
import type { Table } from '../../graph/ports.ts'
import { registry } from './registry.ts'
import { asTyped } from './slips.ts'

const take = (what: string) => ({ draw: 'person', take: what })
const columns = { given: take('given'), family: take('family'), born: take('born'), sex: take('sex'), phone: take('phone'), language: { ...take('language'), latent: true } }
const clean = { n: 500, columns, records: { 1: 1, 2: 1 } }
const wordsIn = (table: Table, name: string) => (columnOf(table, name)?.values ?? []) as readonly string[]
const made = (more: object, seed = 'reg') => registry.generate(seed, { ...clean, ...more })

/** Pairs of records of one person, by row. */
function pairsOf(table: Table): [number, number][] {
  const first = new Map<string, number>()
  return wordsIn(table, 'person').flatMap((person, row): [number, number][] => {
    const before = first.get(person)
    first.set(person, before ?? row)
    return before === undefined ? [] : [[before, row]]
  })
}
const share = (of: readonly boolean[]) => of.filter(Boolean).length / of.length

describe('a registry', () => {
  it('has as many records of each as it is told, and without slips they are alike', () => {
    const table = made({})
    const pairs = pairsOf(table)
    expect(new Set(wordsIn(table, 'person')).size).toBe(500)
    expect(share(Array.from({ length: 500 }, (_, i) => i < pairs.length))).toBeCloseTo(0.5, 1)
    for (const name of ['given', 'family', 'born', 'phone']) for (const [a, b] of pairs) expect(wordsIn(table, name)[a]).toBe(wordsIn(table, name)[b])
    expect(columnOf(table, 'language')).toBeUndefined()
  })

  it('is the same for the same seed, and another for another', () => {
    expect(made({})).toEqual(made({}))
    expect(wordsIn(made({}, 'else'), 'given')).not.toEqual(wordsIn(made({}), 'given'))
  })

  it('makes slips at the rates it is told, more of them at a careless site', () => {
    const table = made({ n: 3000, sites: { Hill: { weight: 1 }, Harbour: { weight: 1, errors: 3 } }, errors: { family: { typo: 0.05 }, phone: { missing: 0.1 }, born: { instead: { share: 0.02, say: '1900-01-01' } } } })
    const at = (site: string) => [...table.ids.keys()].filter((row) => wordsIn(table, 'site')[row] === site)
    const missing = (site: string) => share(at(site).map((row) => wordsIn(table, 'phone')[row] === ''))
    expect(missing('Hill')).toBeCloseTo(0.1, 1)
    expect(missing('Harbour')).toBeCloseTo(0.3, 1)
    const true_ = made({ n: 3000, sites: { Hill: { weight: 1 }, Harbour: { weight: 1, errors: 3 } } })
    const slipped = (site: string) => share(at(site).map((row) => wordsIn(table, 'family')[row] !== wordsIn(true_, 'family')[row]))
    expect(slipped('Hill')).toBeGreaterThan(0.03)
    expect(slipped('Hill')).toBeLessThan(0.07)
    expect(slipped('Harbour')).toBeGreaterThan(0.11)
    expect(share(at('Hill').map((row) => wordsIn(table, 'born')[row] === '1900-01-01'))).toBeCloseTo(0.02, 1)
  })

  it('holds twins: different people with one family name, birthday and telephone, and another given name', () => {
    const table = made({ n: 2000, likes: { twin: { share: 0.05, same: ['family', 'born', 'phone'] } } })
    const twins = [...table.ids.keys()].filter((row) => wordsIn(table, 'alike')[row] === 'twin')
    const homes = new Map<string, Set<string>>()
    for (const row of twins) {
      const key = `${wordsIn(table, 'phone')[row]} ${wordsIn(table, 'born')[row]} ${wordsIn(table, 'family')[row]}`
      homes.set(key, (homes.get(key) ?? new Set()).add(`${wordsIn(table, 'person')[row]} ${wordsIn(table, 'given')[row]}`))
    }
    expect(homes.size).toBeGreaterThan(60)
    for (const people of homes.values()) expect(people.size).toBe(2)
  })

  it('lets people move and marry between two records: from the first on, nobody but those it may happen to', () => {
    const table = made({ n: 2000, changes: { married: { share: "0.4 * (sex == 'F')", columns: ['family'] } } })
    const changed = pairsOf(table).map(([a, b]) => ({ sex: wordsIn(table, 'sex')[a], new: wordsIn(table, 'family')[a] !== wordsIn(table, 'family')[b] }))
    expect(share(changed.filter(({ sex }) => sex === 'F').map((one) => one.new))).toBeCloseTo(0.4, 1)
    expect(changed.filter(({ sex }) => sex === 'M').some((one) => one.new)).toBe(false)
  })

  it('puts names in each other\'s place', () => {
    const table = made({ swaps: [{ share: 1, columns: ['given', 'family'] }] })
    expect(wordsIn(table, 'given')).toEqual(wordsIn(made({}), 'family'))
  })

  it('hides from the day who a record is about', () => {
    const table = made({ likes: { twin: { share: 0.1, same: ['family'] } } })
    const seen = registry.asOf({ ...table, meta: table.meta.map((meta) => ({ ...meta, availableAt: 'decision' })) }, 'decision')
    for (const name of ['person', 'alike']) expect(new Set(wordsIn(seen, name))).toEqual(new Set(['']))
    expect(wordsIn(seen, 'family')).toEqual(wordsIn(table, 'family'))
  })
})

describe('one value as it is typed', () => {
  const slips = { typo: 0, nickname: 0, short: 0, plain: 0, dayMonth: 0, missing: 0 }
  it.each([
    ['Gillian', { nickname: 1 }, /^Gill(y)?$/], ['Ada', { nickname: 1 }, /^Ada$/], ['12 Mill Road', { short: 1 }, /^12 Mill Rd$/], ['Bùi', { plain: 1 }, /^BUI$/],
    ['1950-03-14', { dayMonth: 1 }, /^1950-03-14$/], ['1950-03-04', { dayMonth: 1 }, /^1950-04-03$/], ['Hartley', { missing: 1 }, /^$/], ['1950-03-04', { instead: { share: 1, say: '1900-01-01' } }, /^1900-01-01$/],
  ])('%s with %o', (value, more, wanted) => {
    expect(asTyped(value, { ...slips, ...more }, 1, new Rng('slip'))).toMatch(wanted)
  })

  it('a mistyped value is another one, of one letter more or less at most', () => {
    for (let i = 0; i < 200; i++) {
      const typed = asTyped('Hartley', { ...slips, typo: 1 }, 1, new Rng(i))
      expect(typed).not.toBe('Hartley')
      expect(Math.abs(typed.length - 7)).toBeLessThanOrEqual(1)
    }
  })
})

describe('what cannot be made', () => {
  const problems = (more: object) => {
    const read = registry.columnsFor?.({ ...clean, ...more })
    return read?.ok === false ? read.problems.map(({ path, what, mend }) => `${path.join('.')}: ${what}. ${mend}`) : []
  }
  it.each([
    ['a double in a column that is not', { likes: { twin: { share: 0.1, same: ['surname'] } } }, /^likes\.twin\.same\.0: people have no column "surname"\. Use one of: given, family, born/],
    ['slips in a column that is not', { errors: { name: { typo: 0.1 } } }, /^errors\.name: people have no column "name"/],
    ['typing slips in numbers', { columns: { ...columns, age: take('age') }, errors: { age: { typo: 0.1 } } }, /^errors\.age: "age" holds numbers, which can only be missing/],
    ['a change by no column', { changes: { moved: { share: '0.1 * old', columns: ['phone'] } } }, /^changes\.moved\.share: there is no column and no constant "old"/],
    ['a change that cannot be read', { changes: { moved: { share: '0.1 *', columns: ['phone'] } } }, /^changes\.moved\.share: the formula cannot be read from character 6 on/],
    ['words and numbers in each other\'s place', { columns: { ...columns, age: take('age') }, swaps: [{ share: 0.1, columns: ['given', 'age'] }] }, /^swaps\.0\.columns: one holds words, the other numbers/],
    ['a column of the registry\'s own', { columns: { ...columns, person: take('name') } }, /^columns\.person: the registry makes a column "person" of its own/],
    ['too many records', { n: 15_000, records: { 3: 1 } }, /^n: 15000 people would have about 45000 records, and 20000 fit/],
    ['nobody with a record', { records: { 1: 0 } }, /^records: nobody has a record/],
    ['a formula of a column', { columns: { ...columns, odd: { draw: 'normal', mean: 'none', sd: 1 } } }, /^columns\.odd\.mean: there is no column and no constant "none"/],
  ])('%s', (_, more, wanted) => {
    expect(problems(more)).toEqual([expect.stringMatching(wanted)])
  })

  it('is said when it is made all the same', () => {
    expect(() => made({ errors: { name: { typo: 0.1 } } })).toThrow('data.params.errors.name')
  })
})
