import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STREETS } from './town-names.ts'
import { faceOf, person, TOWN_SIZE } from './town.ts'

const anybody = fc.integer({ min: 0, max: TOWN_SIZE - 1 })
const everybody = Array.from({ length: TOWN_SIZE }, (_, i) => faceOf(i))

describe('the town', () => {
  it('has the same person under the same number, whoever asks', () => {
    expect(person(420)).toEqual(person(420))
    expect(person(420)).toMatchObject({
      id: 'P0421', name: 'Trevor Wakeley', born: '1968-02-10', language: 'English', address: '73 Willow Bank', city: 'Turing Vale', conditions: ['hypertension'],
      household: [{ i: 421, relation: 'partner' }, { i: 422, relation: 'child' }, { i: 423, relation: 'child' }],
    })
  })

  it('shows at first sight what one learns on closer acquaintance', () => {
    fc.assert(fc.property(anybody, (i) => {
      const { id, name, sex, age } = person(i)
      expect(faceOf(i)).toEqual({ id, name, sex, age })
    }))
  })

  it('has one hospital record for each person, and a telephone that rings nowhere else, nor anywhere at all', () => {
    const people = Array.from({ length: TOWN_SIZE }, (_, i) => person(i))
    expect(people.every(({ id, record }) => record === id)).toBe(true)
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(TOWN_SIZE)
    for (const { phone } of people) expect(phone).toMatch(/^[2-9]9\d-555-01\d\d$/)
  })

  it('has about one home in eight in a street with an "&" in its name, which messages must escape', () => {
    const homes = Array.from({ length: TOWN_SIZE }, (_, i) => person(i).address)
    expect(homes.filter((address) => address.includes('&')).length / TOWN_SIZE).toBeCloseTo(5 / STREETS.length, 1)
  })

  it('has families that agree on being families', () => {
    const mirrored = { partner: 'partner', parent: 'child', child: 'parent', 'brother or sister': 'brother or sister', household: 'household' }
    fc.assert(fc.property(anybody, (i) => {
      const me = person(i)
      for (const { i: other, relation } of me.household) {
        const them = person(other)
        expect([them.address, them.family, them.language]).toEqual([me.address, me.family, me.language])
        expect(them.household.find((member) => member.i === i)?.relation).toBe(mirrored[relation])
        if (relation === 'child') expect(me.age - them.age).toBeGreaterThanOrEqual(12)
      }
    }))
  })

  it('is about half women, speaks ten languages at home, and nobody is older than 101', () => {
    const women = everybody.filter(({ sex }) => sex === 'F').length / TOWN_SIZE
    expect(women).toBeGreaterThan(0.46)
    expect(women).toBeLessThan(0.56)
    expect(Math.max(...everybody.map(({ age }) => age))).toBeLessThanOrEqual(101)
    expect(Math.min(...everybody.map(({ age }) => age))).toBeGreaterThanOrEqual(0)
    expect(new Set(Array.from({ length: 600 }, (_, i) => person(i * 10).language)).size).toBe(10)
  })

  it('gets ill with age', () => {
    const share = (low: number, high: number) => {
      const people = Array.from({ length: 1500 }, (_, i) => person(i * 4)).filter(({ age }) => age >= low && age < high)
      return people.filter(({ conditions }) => conditions.includes('hypertension')).length / people.length
    }
    expect(share(20, 40)).toBeLessThan(0.15)
    expect(share(70, 90)).toBeGreaterThan(0.4)
  })

  it.each([-1, TOWN_SIZE, 1.5, Number.NaN])('has no person %d', (i) => {
    expect(() => person(i)).toThrow(RangeError)
  })
})
