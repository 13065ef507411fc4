import { describe, expect, it } from 'vitest'
import type { Mat } from '../graph/ports.ts'
import { Rng } from '../../core/rng.ts'
import { averagePath, fitForest, oddness } from './isolation-forest.ts'
import { logRatio, median, plainZ, robustZ } from './outliers.ts'

describe('distance from its like, by hand', () => {
  it('median of 1, 2, 3, 4, 100 is 3, their deviations 2, 1, 0, 1, 97: 100 lies 97 / 1.4826 away', () => {
    expect(median([4, 1, 100, 3, 2])).toBe(3)
    expect(median([4, 1, 3, 2])).toBe(2.5)
    expect(median([])).toBeNaN()
    expect(robustZ([1, 2, 3, 4, 100])(100)).toBeCloseTo(97 / 1.4826, 10)
  })
  it('the odd one hides itself from the plain z, not from the robust one', () => {
    const like = [1, 2, 3, 4, 100]
    expect(plainZ(like)(100)).toBeLessThan(2.01)
    expect(robustZ(like)(100)).toBeGreaterThan(60)
  })
  it('three times the median is ln 3; nothing to compare gives no figure', () => {
    expect(logRatio([1, 2, 3])(6)).toBeCloseTo(Math.log(3), 10)
    expect(logRatio([1, 2, 3])(0)).toBeNaN()
    expect(robustZ([2, 2, 2, 5])(5)).toBeNaN()
    expect(plainZ([2, 2])(2)).toBeNaN()
  })
})

describe('isolation forest', () => {
  it.each([[1, 0], [2, 1], [3, 2 * (Math.log(2) + 0.5772156649) - 4 / 3], [256, 10.244770920116851]])('c(%d) is %d, by equation 1 of Liu 2008', (n, c) => {
    expect(averagePath(n)).toBeCloseTo(c, 8)
  })

  const crowd = (rows: number): Mat => {
    const rng = new Rng('crowd')
    return { rows, names: ['a', 'b'], x: Float64Array.from({ length: rows * 2 }, (_, i) => (i < 2 ? 8 : rng.normal())) }
  }
  it('finds the one that lies apart, and the crowd ordinary', () => {
    const mat = crowd(500)
    const scores = oddness(fitForest(mat, { trees: 100, sample: 256, seed: 1 }), mat)
    expect(Math.max(...scores)).toBe(scores[0])
    expect(scores[0]).toBeGreaterThan(0.75)
    expect(median([...scores])).toBeLessThan(0.5)
  })
  it('calls everybody 0.5 where all rows are the same, as the paper says', () => {
    const same: Mat = { rows: 64, names: ['a'], x: new Float64Array(64).fill(3) }
    for (const score of oddness(fitForest(same, { trees: 10, sample: 64, seed: 1 }), same)) expect(score).toBeCloseTo(0.5, 10)
  })
  it('is the same for the same seed', () => {
    const mat = crowd(100)
    const of = (seed: number) => [...oddness(fitForest(mat, { trees: 10, sample: 64, seed }), mat)]
    expect(of(1)).toEqual(of(1))
    expect(of(2)).not.toEqual(of(1))
  })
})
