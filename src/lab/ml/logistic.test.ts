import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balancedWeights, fitLogistic, predictLogistic } from './logistic.ts'
import { farthest, sklearn, smallTable } from './ml.fixture.ts'
import { fitScaler, scale } from './standardize.ts'

const scaler = fitScaler(smallTable)
const z = scale(smallTable, scaler)

describe('standardising', () => {
  it('finds the means and deviations that scikit-learn finds', () => {
    expect(farthest(scaler.mean, sklearn.scaler.mean)).toBeLessThan(1e-12)
    expect(farthest(scaler.sd, sklearn.scaler.sd)).toBeLessThan(1e-12)
  })

  it('leaves a column that never changes at zero, not at infinity', () => {
    const flat = { rows: 3, names: ['same'], x: new Float64Array([7, 7, 7]) }
    expect([...scale(flat, fitScaler(flat))]).toEqual([0, 0, 0])
  })
})

describe('logistic regression', () => {
  it.each(sklearn.logistic)('agrees with scikit-learn at l2 = $l2, class weight $classWeight', (figures) => {
    const weights = figures.classWeight === 'balanced' ? { weights: balancedWeights(sklearn.y) } : {}
    const model = fitLogistic(z, 4, sklearn.y, { l2: figures.l2, ...weights })
    expect(farthest(model.coefficients, figures.coefficients)).toBeLessThan(1e-6)
    expect(model.intercept).toBeCloseTo(figures.intercept, 6)
    expect(farthest(predictLogistic(model, z, smallTable.rows), figures.risks)).toBeLessThan(1e-6)
  })

  it('gives the log odds ratio of a two-by-two table, worked by hand', () => {
    // exposed: 30 of 40 fell ill; not exposed: 10 of 40. Odds ratio (30·30)/(10·10) = 9; odds without exposure 1/3.
    const x = Float64Array.from({ length: 80 }, (_, i) => (i < 40 ? 1 : 0))
    const y = Float64Array.from({ length: 80 }, (_, i) => (i < 30 || (i >= 40 && i < 50) ? 1 : 0))
    const model = fitLogistic(x, 1, y, { l2: 0 })
    expect(model.coefficients[0]).toBeCloseTo(Math.log(9), 7)
    expect(model.intercept).toBeCloseTo(Math.log(1 / 3), 7)
  })

  it('promises on average what happens: mean risk equals the share of positives', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.boolean()), { minLength: 8, maxLength: 60 }), (rows) => {
      const y = rows.map(([, ill]) => (ill ? 1 : 0))
      const positives = y.filter((value) => value === 1).length
      fc.pre(positives > 0 && positives < y.length)
      const x = Float64Array.from(rows, ([value]) => value)
      const risks = predictLogistic(fitLogistic(x, 1, y, { l2: 0.5 }), x, y.length)
      expect(risks.reduce((sum, risk) => sum + risk, 0)).toBeCloseTo(positives, 4)
    }))
  })

  it.each([1, 2, 3, 4, 5, 6, 7])('takes the first step from all of %i rows, though it goes through them in fours: worked by hand', (n) => {
    const x = Float64Array.from({ length: n }, (_, i) => Math.sin(5 * i + 1) * 2)
    const y = Float64Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 1 : 0))
    const sum = (value: (i: number) => number) => y.reduce((all, _, i) => all + value(i), 0)
    const at = (i: number) => x[i] as number
    // At nought every risk is a half, and every row bends by a quarter: two equations with two unknowns.
    const [a, b, c] = [sum((i) => at(i) ** 2) / 4 + 0.5, sum(at) / 4, n / 4]
    const [g, h] = [sum((i) => ((y[i] as number) - 0.5) * at(i)), sum((i) => (y[i] as number) - 0.5)]
    const model = fitLogistic(x, 1, y, { l2: 0.5, maxIterations: 1 })
    expect(model.coefficients[0]).toBeCloseTo((c * g - b * h) / (a * c - b * b), 6)
    expect(model.intercept).toBeCloseTo((a * h - b * g) / (a * c - b * b), 6)
  })

  it('survives columns that repeat each other and outcomes that can be told apart perfectly', () => {
    const x = Float64Array.from({ length: 40 }, (_, i) => Math.floor(i / 2) - 10)
    const model = fitLogistic(x, 2, Array.from({ length: 20 }, (_, i) => (i > 10 ? 1 : 0)), { l2: 0.01 })
    expect([...model.coefficients].every(Number.isFinite)).toBe(true)
  })

  it('refuses values that are not numbers', () => {
    expect(() => fitLogistic(new Float64Array([1, Number.NaN]), 1, [0, 1])).toThrow(RangeError)
  })
})
