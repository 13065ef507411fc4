import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, person, TODAY_YEAR, TOWN_SIZE } from './town.ts'
import { visitor, VISITORS } from './visitors.ts'

const everybody = Array.from({ length: VISITORS }, (_, k) => visitor(k))

describe('people from out of town', () => {
  it('are the same whoever asks, and have records and telephones that nobody of the town has', () => {
    expect(visitor(7)).toEqual(visitor(7))
    const town = Array.from({ length: TOWN_SIZE }, (_, i) => person(i))
    for (const what of ['record', 'phone'] as const) expect(new Set([...town, ...everybody].map((one) => one[what])).size).toBe(TOWN_SIZE + VISITORS)
  })

  it('live in the towns around, and are women and men of every grown age', () => {
    expect(everybody.some(({ city }) => city === 'Turing Vale')).toBe(false)
    expect(everybody.filter(({ sex }) => sex === 'F').length / VISITORS).toBeCloseTo(0.52, 1)
    for (const { age, born } of everybody) {
      expect(age).toBeGreaterThanOrEqual(18)
      expect(ageOn(`${TODAY_YEAR}-12-31`, born)).toBe(age)
    }
  })

  it.each([-1, VISITORS, 0.5])('have nobody numbered %d', (k) => {
    expect(() => visitor(k)).toThrow(RangeError)
  })
})

it('counts whole years of age, up to the day before the birthday', () => {
  expect(ageOn('2025-03-13', '1935-03-14')).toBe(89)
  expect(ageOn('2025-03-14', '1935-03-14')).toBe(90)
  fc.assert(fc.property(fc.integer({ min: 0, max: TOWN_SIZE - 1 }), (i) => {
    const { born, age } = person(i)
    expect(ageOn(`${TODAY_YEAR}-12-31`, born)).toBe(age)
  }))
})
