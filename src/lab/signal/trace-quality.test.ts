import { describe, expect, it } from 'vitest'
import { Rng } from '../../core/rng.ts'
import { alikeness, correlation, flatShare, longestGap } from './trace-quality.ts'

const RATE = 200

describe('quality, worked out by hand', () => {
  it('correlation: 1, 2, 3 against 1, 3, 2 is 0.5; against its mirror −1; against a flat line 0', () => {
    expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 12)
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12)
    expect(correlation([1, 2, 3], [7, 7, 7])).toBe(0)
  })

  it('a second of ten without movement is a tenth', () => {
    const trace = Float32Array.from({ length: 10 * RATE }, (_, n) => (n < 4 * RATE && n >= 3 * RATE ? 0.4 : Math.sin(n / 5)))
    expect(flatShare(trace, RATE, 0.08)).toBeCloseTo(0.1, 10)
    expect(flatShare(new Float32Array(10), RATE, 0.08)).toBeNaN()
  })

  it('the longest time without a beat counts the ends: 1, 2 and 3.5 in 6 seconds leave 2.5', () => {
    expect(longestGap([1, 2, 3.5], 6)).toBe(2.5)
    expect(longestGap([], 30)).toBe(30)
  })
})

describe('how much beats look alike', () => {
  const beats = Array.from({ length: 9 }, (_, i) => 1 + i)
  const rng = new Rng('alike')
  const same = Float32Array.from({ length: 10.5 * RATE }, (_, n) => Math.exp(-0.5 * ((((n + RATE / 2) % RATE) - RATE / 2) / 4) ** 2))
  const noise = Float32Array.from(same, () => rng.normal())

  it('is 1 for nine times the same beat, and near 1/√9 for nine pieces of noise', () => {
    expect(alikeness(same, RATE, beats)).toBeCloseTo(1, 3)
    expect(alikeness(noise, RATE, beats)).toBeCloseTo(1 / 3, 1)
  })

  it('is no figure for two beats, nor for beats cut off at the ends', () => {
    expect(alikeness(same, RATE, [1, 2])).toBeNaN()
    expect(alikeness(same, RATE, [0, 0.1, 10.4])).toBeNaN()
  })
})
