import { describe, expect, it } from 'vitest'
import { normalBelow, screeningCounts } from './screening-counts.ts'

describe('a hundred people under a dial', () => {
  it('finds about nine in ten of the ill at 0.42, and leaves about nine in ten of the well alone', () => {
    expect(screeningCounts(100, 0.24, 0.42)).toMatchObject({ ill: 24, found: 22, missed: 2, needless: 6 })
  })

  it('refers everybody at 0 and nobody at 1', () => {
    expect(screeningCounts(100, 0.24, 0)).toMatchObject({ found: 24, needless: 76, ppv: 0.24 })
    expect(screeningCounts(100, 0.24, 1)).toMatchObject({ found: 0, missed: 24, needless: 0, ppv: null })
  })

  it('lets the share of the referred who are ill fall when fewer are ill, with the dial untouched', () => {
    const [many, few] = [screeningCounts(100, 0.24, 0.42), screeningCounts(100, 0.03, 0.42)]
    expect(many.ppv).toBeGreaterThan(0.75)
    expect(few.ppv).toBeLessThan(0.4)
  })

  it('uses the normal distribution as tables print it', () => {
    expect(normalBelow(0)).toBeCloseTo(0.5, 6)
    expect(normalBelow(1.96)).toBeCloseTo(0.9750021, 6)
    expect(normalBelow(-1)).toBeCloseTo(0.1586553, 6)
  })
})
