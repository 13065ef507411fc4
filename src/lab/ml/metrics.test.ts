import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auc, brier, calibrationBins, confusion, curves, ece, flaggedShare, ppv, sensitivity, specificity, thin } from './metrics.ts'
import { sklearn } from './ml.fixture.ts'

const outcomes = fc.array(fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 80 })

describe('ranking', () => {
  it('counts pairs put in the right order, by hand: 1, 3 of 4, and a coin', () => {
    expect(auc([0, 0, 1, 1], [0.1, 0.2, 0.3, 0.4])).toBe(1)
    expect(auc([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBe(0.75)
    expect(auc([0, 1, 0, 1], [5, 5, 5, 5])).toBe(0.5)
    expect(auc([1, 1], [0.2, 0.3])).toBeNull()
  })

  it('is the share of pairs in the right order for any scores, ties counting half', () => {
    fc.assert(fc.property(outcomes, (rows) => {
      const [y, s] = [rows.map(([outcome]) => outcome), rows.map(([, score]) => score)]
      const sick = rows.filter(([outcome]) => outcome === 1)
      const well = rows.filter(([outcome]) => outcome === 0)
      fc.pre(sick.length > 0 && well.length > 0)
      const right = sick.flatMap(([, a]) => well.map(([, b]) => (a > b ? 1 : a === b ? 0.5 : 0)))
      expect(auc(y, s)).toBeCloseTo(right.reduce<number>((sum, pair) => sum + pair, 0) / right.length, 10)
    }))
  })

  it('agrees with scikit-learn, on risks and on points full of ties', () => {
    const risks = sklearn.logistic[0]?.risks ?? []
    expect(auc(sklearn.y, risks)).toBeCloseTo(sklearn.ofRisks.auc, 12)
    expect(curves(sklearn.y, risks)?.auprc).toBeCloseTo(sklearn.ofRisks.averagePrecision, 12)
    expect(brier(sklearn.y, risks)).toBeCloseTo(sklearn.ofRisks.brier, 12)
    expect(auc(sklearn.y, sklearn.points)).toBeCloseTo(sklearn.ofPoints.auc, 12)
    expect(curves(sklearn.y, sklearn.points)?.auprc).toBeCloseTo(sklearn.ofPoints.averagePrecision, 12)
    expect(curves(sklearn.y, sklearn.points)?.roc).toEqual(sklearn.ofPoints.roc.map((point) => point.map((value) => expect.closeTo(value, 12))))
  })

  it('draws curves that start at nobody, end at everybody and enclose the AUROC', () => {
    fc.assert(fc.property(outcomes, (rows) => {
      const [y, s] = [rows.map(([outcome]) => outcome), rows.map(([, score]) => score)]
      const drawn = curves(y, s)
      fc.pre(drawn !== null)
      expect([drawn.roc[0], drawn.roc.at(-1)]).toEqual([[0, 0], [1, 1]])
      const area = drawn.roc.slice(1).reduce((sum, [x, up], i) => {
        const [before, upBefore] = drawn.roc[i] as [number, number]
        return sum + ((x - before) * (up + upBefore)) / 2
      }, 0)
      expect(area).toBeCloseTo(auc(y, s) as number, 10)
    }))
  })

  it('thins a curve without losing its ends', () => {
    const line = Array.from({ length: 1000 }, (_, i): [number, number] => [i, i])
    expect(thin(line, 50)).toHaveLength(50)
    expect([thin(line, 50)[0], thin(line, 50).at(-1)]).toEqual([[0, 0], [999, 999]])
  })
})

describe('promises', () => {
  it('measures calibration by hand: two crowds, each ten points off', () => {
    const risks = [0.1, 0.1, 0.1, 0.1, 0.1, 0.7, 0.7, 0.7, 0.7, 0.7]
    const y = [0, 0, 0, 0, 1, 1, 1, 1, 0, 1]
    expect(calibrationBins(y, risks, 2)).toEqual([
      { predicted: expect.closeTo(0.1, 12), observed: 0.2, n: 5 },
      { predicted: expect.closeTo(0.7, 12), observed: 0.8, n: 5 },
    ])
    expect(ece(y, risks, 2)).toBeCloseTo(0.1, 12)
    expect(brier([1, 0], [0.8, 0.3])).toBeCloseTo((0.04 + 0.09) / 2, 12)
  })

  it('has no figure for nobody', () => {
    expect([ece([], []), brier([], []), auc([], [])]).toEqual([null, null, null])
  })
})

describe('a list', () => {
  it('is counted by hand', () => {
    const counts = confusion([1, 1, 1, 0, 0, 0, 0, 0], [1, 1, 0, 1, 0, 0, 0, 0])
    expect(counts).toEqual({ tp: 2, fp: 1, tn: 4, fn: 1 })
    expect([sensitivity(counts), specificity(counts), ppv(counts), flaggedShare(counts)]).toEqual([2 / 3, 4 / 5, 2 / 3, 3 / 8])
  })

  it('has no PPV when it is empty', () => {
    expect(ppv(confusion([1, 0], [0, 0]))).toBeNull()
  })
})
