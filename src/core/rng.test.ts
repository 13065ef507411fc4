import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clamp, hashSeed, Rng, sigmoid } from './rng.ts'

const seeds = fc.oneof(fc.string(), fc.integer())
const draws = <T>(n: number, draw: () => T): T[] => Array.from({ length: n }, draw)
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: number[]) => {
  const centre = mean(values)
  return mean(values.map((value) => (value - centre) ** 2))
}

describe('the one source of chance', () => {
  it('hashes by FNV-1a: the published value of "foobar"', () => {
    expect(hashSeed('foobar')).toBe(0xbf9cf968)
    expect(hashSeed('')).toBe(0x811c9dc5)
  })

  it('gives the draws that the hospital was calibrated with', () => {
    const rng = new Rng('st-turing')
    expect(draws(3, () => rng.uniform())).toEqual([0.6131372028030455, 0.041592043126001954, 0.28746249550022185])
    expect(rng.normal()).toBeCloseTo(-0.290641063073629, 14)
    expect(rng.gamma(0.5)).toBeCloseTo(0.020135261736047322, 14)
    expect(rng.poisson(4)).toBe(3)
  })

  it('gives the same draws for the same seed and others for another', () => {
    fc.assert(fc.property(seeds, (seed) => {
      const [a, b, other] = [new Rng(seed), new Rng(seed), new Rng(`${seed}'`)]
      const first = draws(8, () => a.uniform())
      expect(draws(8, () => b.uniform())).toEqual(first)
      expect(draws(8, () => other.uniform())).not.toEqual(first)
    }))
  })

  it('stays in range', () => {
    fc.assert(fc.property(seeds, fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, width) => {
      const rng = new Rng(seed)
      const whole = rng.int(low, low + width)
      expect(Number.isInteger(whole) && whole >= low && whole <= low + width).toBe(true)
      const u = rng.uniform()
      expect(u >= 0 && u < 1).toBe(true)
      expect(rng.exp(0.5)).toBeGreaterThanOrEqual(0)
      expect(rng.gamma(0.3)).toBeGreaterThanOrEqual(0)
      expect(rng.lognormal(4, 0.7)).toBeGreaterThan(0)
    }))
  })

  it('shuffles without losing or adding anybody', () => {
    fc.assert(fc.property(seeds, fc.array(fc.integer()), (seed, people) => {
      expect(new Rng(seed).shuffle([...people]).sort()).toEqual([...people].sort())
    }))
  })

  it('draws with the moments the textbooks give', () => {
    const rng = new Rng('moments')
    const n = 40_000
    const cases: [string, () => number, number, number][] = [
      ['normal(3, 2)', () => rng.normal(3, 2), 3, 4],
      ['bern(0.14)', () => rng.bern(0.14), 0.14, 0.14 * 0.86],
      ['exp(0.5)', () => rng.exp(0.5), 2, 4],
      ['gamma(0.6, 2)', () => rng.gamma(0.6, 2), 1.2, 2.4],
      ['gamma(5, 0.5)', () => rng.gamma(5, 0.5), 2.5, 1.25],
      ['poisson(4)', () => rng.poisson(4), 4, 4],
      ['poisson(50)', () => rng.poisson(50), 50, 50],
      ['negbin(2, 0.8)', () => rng.negbin(2, 0.8), 2, 2 + 4 / 0.8],
    ]
    for (const [name, draw, expectedMean, expectedVariance] of cases) {
      const values = draws(n, draw)
      const fiveErrors = 5 * Math.sqrt(expectedVariance / n)
      expect(Math.abs(mean(values) - expectedMean), `${name} mean`).toBeLessThan(fiveErrors)
      expect(Math.abs(variance(values) / expectedVariance - 1), `${name} variance`).toBeLessThan(0.12)
    }
  })

  it('weighs as it is told and never picks weight zero', () => {
    const rng = new Rng('weights')
    const picks = draws(10_000, () => rng.weighted([['home', 3], ['never', 0], ['ward', 1]] as const))
    expect(picks).not.toContain('never')
    expect(picks.filter((pick) => pick === 'home').length / picks.length).toBeCloseTo(0.75, 1)
  })

  it('refuses to choose from nothing', () => {
    expect(() => new Rng(1).pick([])).toThrow(RangeError)
    expect(() => new Rng(1).weighted([])).toThrow(RangeError)
  })

  it('bends odds into probabilities and holds values in bounds', () => {
    expect(sigmoid(0)).toBe(0.5)
    expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 12)
    expect([clamp(-1, 0, 2), clamp(1, 0, 2), clamp(9, 0, 2)]).toEqual([0, 1, 2])
  })
})
