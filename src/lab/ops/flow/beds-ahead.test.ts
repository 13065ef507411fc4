import { describe, expect, it } from 'vitest'
import { bedsAt, countChances } from './beds-ahead.ts'

describe('beds ahead', () => {
  it('adds up chances of being there still, worked by hand', () => {
    // Two with an even chance and one with a quarter: none 3/16, one 7/16, two 5/16, all 1/16.
    expect(countChances([0.5, 0.5, 0.25])).toEqual([3 / 16, 7 / 16, 5 / 16, 1 / 16])
    expect(countChances([])).toEqual([1])
  })

  it('counts nobody before they come, everybody when they have come, and fewer as time goes by', () => {
    const levels = [0.25, 0.5, 0.75]
    const stay = [60, 120, 240]
    const admissions = [{ from: 100, stay }, { from: 100, stay }, { from: 500, stay }]
    expect(bedsAt(admissions, levels, 99, 0.85)).toBe(0)
    expect(bedsAt(admissions, levels, 100, 0.5)).toBe(2)
    // After two hours each of the two is there with a chance of a half: none 1/4, one 1/2, two 1/4.
    expect([0.2, 0.5, 0.75, 0.8].map((share) => bedsAt(admissions, levels, 220, share))).toEqual([0, 1, 1, 2])
  })
})
