import { describe, expect, it } from 'vitest'
import { atLevel, chanceAbove, coverage, pinball } from './quantiles.ts'

describe('how well a forecast with its spread holds', () => {
  it('charges 0.85 for each minute too few and 0.15 for each too many, worked by hand', () => {
    // 10 minutes too few: 8.5. 20 too many: 3. Exactly right: 0.
    expect(pinball([100, 60, 50], [90, 80, 50], 0.85)).toBeCloseTo((8.5 + 3) / 3, 12)
  })

  it('counts who came out at or below it, and leaves out what nobody knows', () => {
    expect(coverage([10, 20, 30, Number.NaN, 5], [10, 19, 40, 50, Number.NaN])).toBeCloseTo(2 / 3, 12)
    expect(coverage([Number.NaN], [1])).toBeNull()
    expect(pinball([], [], 0.5)).toBeNull()
  })
})

describe('a level between those that were fitted', () => {
  const levels = [0.25, 0.5, 0.75]
  const at = [10, 20, 40]

  it('lies on a straight line between its neighbours, and beyond the last is the last', () => {
    expect(atLevel(levels, at, 0.5)).toBe(20)
    expect(atLevel(levels, at, 0.6)).toBeCloseTo(28, 12)
    expect(atLevel(levels, at, 0.9)).toBe(40)
    expect(atLevel(levels, at, 0.1)).toBe(10)
  })

  it('gives back the chance to exceed it: one minus the level', () => {
    expect(chanceAbove(levels, at, 20)).toBeCloseTo(0.5, 12)
    expect(chanceAbove(levels, at, 28)).toBeCloseTo(0.4, 12)
    expect(chanceAbove(levels, at, 0)).toBe(1)
    expect(chanceAbove(levels, at, 5)).toBeCloseTo(0.875, 12)
    // Beyond the last level it halves for every 20 minutes, as between the middle and the last.
    expect(chanceAbove(levels, at, 60)).toBeCloseTo(0.125, 12)
  })
})
