import { describe, expect, it } from 'vitest'
import { sharedChairs } from './shared-chairs-counts.ts'

describe('a morning of ten chairs', () => {
  it('by hand: one chair, two booked, each away half of the time', () => {
    const { empty, waiting, crowded } = sharedChairs(1, 2, 0.5)
    expect([empty, waiting, crowded]).toEqual([0.25, 0.25, 0.25])
  })

  it('leaves as many chairs empty as people stay away, when nobody is booked twice', () => {
    expect(sharedChairs(10, 10, 0.23).empty).toBeCloseTo(2.3)
    expect(sharedChairs(10, 10, 0.23).waiting).toBe(0)
  })

  it('loses nobody: those who come sit or wait', () => {
    for (const booked of [8, 10, 13, 16]) {
      const { empty, waiting } = sharedChairs(10, booked, 0.3)
      expect(10 - empty + waiting).toBeCloseTo(booked * 0.7)
    }
  })

  it('knows a morning on which everybody comes', () => {
    expect(sharedChairs(10, 12, 0)).toEqual({ empty: 0, waiting: 2, crowded: 1 })
  })
})
