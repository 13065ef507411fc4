import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { farthest } from './ml.fixture.ts'
import { fitQuantile } from './quantile-regression.ts'
import { coverage, pinball } from './quantiles.ts'

/** Brownlee's stack loss data (1965): air flow, water temperature, acid concentration, loss. */
const STACK = [
  [80, 27, 89, 42], [80, 27, 88, 37], [75, 25, 90, 37], [62, 24, 87, 28], [62, 22, 87, 18], [62, 23, 87, 18], [62, 24, 93, 19], [62, 24, 93, 20], [58, 23, 87, 15], [58, 18, 80, 14], [58, 18, 89, 14],
  [58, 17, 88, 13], [58, 18, 82, 11], [58, 19, 93, 12], [50, 18, 89, 8], [50, 18, 86, 7], [50, 19, 72, 8], [50, 19, 79, 8], [50, 20, 80, 9], [56, 20, 82, 15], [70, 20, 91, 15],
] as const
const stack = { x: Float64Array.from(STACK.flatMap(([air, water, acid]) => [1, air, water, acid])), y: STACK.map(([, , , loss]) => loss) }

const ones = (n: number) => new Float64Array(n).fill(1)

describe('linear quantile regression', () => {
  it.each([
    [0.25, [-36, 0.5, 1, 0]],
    [0.5, [-39.68986, 0.83188, 0.57391, -0.06087]],
    [0.75, [-54.18966, 0.87069, 0.98276, 0]],
  ])('finds at level %f what the R package quantreg publishes for the stack loss data', (q, published) => {
    expect(farthest(fitQuantile(stack.x, 4, stack.y, { q }), published)).toBeLessThan(1e-5)
  })

  it('is the quantile itself where there are no features, worked by hand', () => {
    // Of 1 to 9 and 100 the fourth smallest is what 35 of 100 do not exceed; a mean would say 14.5.
    const y = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100]
    expect(fitQuantile(ones(10), 1, y, { q: 0.35 })[0]).toBeCloseTo(4, 6)
    expect(fitQuantile(ones(10), 1, y, { q: 0.85 })[0]).toBeCloseTo(9, 6)
  })

  it('is the quantile of each group where the feature says the group', () => {
    const y = [1, 2, 3, 4, 5, 6, 7]
    const both = [...y, ...y.map((value) => value * 10)]
    const features = Float64Array.from(both.flatMap((_, i) => [1, Number(i >= 7)]))
    const [base, more] = fitQuantile(features, 2, both, { q: 0.5 })
    expect(base).toBeCloseTo(4, 6)
    expect((base as number) + (more as number)).toBeCloseTo(40, 5)
  })

  it('cannot be bettered: any other weights lose more', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), { minLength: 5, maxLength: 40 })
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 9 }), fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true }), (cases, tenths, a, b) => {
      fc.pre(new Set(cases.map(([value]) => value)).size > 1)
      const q = tenths / 10
      const x = Float64Array.from(cases.flatMap(([value]) => [1, value / 50]))
      const y = cases.map(([, value]) => value)
      const weights = fitQuantile(x, 2, y, { q })
      const loss = (w: ArrayLike<number>) => pinball(y, cases.map(([value]) => (w[0] as number) + ((w[1] as number) * value) / 50), q) as number
      expect(loss(weights)).toBeLessThanOrEqual(loss([(weights[0] as number) + a, (weights[1] as number) + b]) + 1e-5)
    }))
  })

  it('holds as many as it says, whatever the outcomes are', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 20, maxLength: 200 }), fc.integer({ min: 1, max: 19 }), (y, twentieth) => {
      const q = twentieth / 20
      const [weight] = fitQuantile(ones(y.length), 1, y, { q })
      // A hair more: at a kink of the loss the answer lies on an outcome, up to the last digits.
      const held = coverage(y, y.map(() => (weight as number) + 1e-4)) as number
      expect(held).toBeGreaterThanOrEqual(q - 1e-9)
    }))
  })

  it('survives columns that repeat each other', () => {
    const x = Float64Array.from(stack.y.flatMap((_, i) => [1, STACK[i]?.[0] ?? 0, STACK[i]?.[0] ?? 0]))
    const weights = fitQuantile(x, 3, stack.y, { q: 0.5 })
    expect([...weights].every(Number.isFinite)).toBe(true)
  })

  it('refuses levels that are none, and values that are no numbers', () => {
    expect(() => fitQuantile(ones(3), 1, [1, 2, 3], { q: 1 })).toThrow(RangeError)
    expect(() => fitQuantile(ones(3), 1, [1, Number.NaN, 3], { q: 0.5 })).toThrow(RangeError)
    expect(() => fitQuantile(ones(4), 1, [1, 2, 3], { q: 0.5 })).toThrow(RangeError)
  })
})
