import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitIsotonic, fitPlatt, logit, predictIsotonic, predictPlatt } from './calibrate.ts'
import { farthest, sklearn } from './ml.fixture.ts'

const scored = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.constantFrom(0, 1)), { minLength: 3, maxLength: 60 })

describe('Platt scaling', () => {
  it('finds the curve that scikit-learn finds', () => {
    const platt = fitPlatt(sklearn.points, sklearn.y)
    expect(platt.slope).toBeCloseTo(sklearn.platt.slope, 4)
    expect(platt.offset).toBeCloseTo(sklearn.platt.offset, 4)
  })

  it('stays between 0 and 1 and ends, whatever the scores', () => {
    fc.assert(fc.property(scored, (rows) => {
      const scores = rows.map(([score]) => score)
      const risks = predictPlatt(fitPlatt(scores, rows.map(([, y]) => y)), scores)
      expect([...risks].every((risk) => risk > 0 && risk < 1)).toBe(true)
    }))
  })
})

describe('isotonic regression', () => {
  it('pools the two that disagree, by hand', () => {
    const steps = fitIsotonic([1, 2, 3, 4], [0, 1, 0, 1])
    expect([...predictIsotonic(steps, [0, 1, 2, 2.5, 3, 3.5, 4, 9])]).toEqual([0, 0, 0.5, 0.5, 0.5, 0.75, 1, 1])
  })

  it('answers as scikit-learn answers, between and beyond the scores it saw', () => {
    const { asked, answered } = sklearn.isotonic
    expect(farthest(predictIsotonic(fitIsotonic(sklearn.points, sklearn.y), asked), answered)).toBeLessThan(1e-12)
  })

  it('never falls and keeps the mean', () => {
    fc.assert(fc.property(scored, (rows) => {
      const scores = rows.map(([score]) => score)
      const y = rows.map(([, outcome]) => outcome)
      const steps = fitIsotonic(scores, y)
      expect([...steps.value].every((value, i) => i === 0 || value >= (steps.value[i - 1] as number))).toBe(true)
      const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length
      expect(mean(predictIsotonic(steps, scores))).toBeCloseTo(mean(y), 10)
    }))
  })
})

describe('log-odds', () => {
  it('stays finite at certainty', () => {
    expect(logit(0.5)).toBe(0)
    expect([logit(0), logit(1)].every(Number.isFinite)).toBe(true)
  })
})
