import { describe, expect, it } from 'vitest'
import { cusum, shareLimits } from './control-charts.ts'
import { psiOf, quantileEdges, sharesOf } from './psi.ts'
import { logit, recalibrate } from './recalibration.ts'
import { compareSilently, mcNemar } from './silent-mode.ts'

describe('population stability index', () => {
  it('is worked out by hand: half and half becomes 60 to 40', () => {
    // 0.1 · ln 1.2 + (−0.1) · ln 0.8 = 0.018232 + 0.022314
    expect(psiOf([0.5, 0.5], [0.6, 0.4])).toBeCloseTo(0.040547, 6)
  })

  it('is the same in both directions, and nothing where nothing changed', () => {
    expect(psiOf([0.2, 0.8], [0.7, 0.3])).toBeCloseTo(psiOf([0.7, 0.3], [0.2, 0.8]), 12)
    expect(psiOf([0.1, 0.9], [0.1, 0.9])).toBe(0)
  })

  it('stays finite when a bin runs empty', () => expect(psiOf([0.5, 0.5], [1, 0])).toBeLessThan(10))

  it('cuts into parts of equal size, and counts a value on an edge above it', () => {
    const edges = quantileEdges(Float64Array.from({ length: 100 }, (_, i) => i), 4)
    expect(edges).toEqual([25, 50, 75])
    expect(sharesOf(Float64Array.from([0, 25, 25, 99]), edges)).toEqual([0.25, 0.5, 0, 0.25])
  })
})

describe('recalibration', () => {
  /** `of` people with each risk, of whom `happened` had the outcome. */
  const people = (groups: { risk: number; of: number; happened: number }[]) => ({
    risks: Float64Array.from(groups.flatMap(({ risk, of }) => Array<number>(of).fill(risk))),
    y: Uint8Array.from(groups.flatMap(({ of, happened }) => Array.from({ length: of }, (_, i) => Number(i < happened)))),
  })

  it('finds nothing to complain of where every promise is kept', () => {
    const { risks, y } = people([{ risk: 0.2, of: 100, happened: 20 }, { risk: 0.5, of: 100, happened: 50 }, { risk: 0.8, of: 100, happened: 80 }])
    const { ratio, slope } = recalibrate(risks, y)
    expect(ratio).toBeCloseTo(1, 9)
    expect(slope).toBeCloseTo(1, 6)
  })

  it('says one half where the log-odds are twice too bold: 4 to 1 promised, 2 to 1 kept', () => {
    // logit 0.8 = ln 4 = 2 ln 2, and 2/3 has the log-odds ln 2; the other side mirrors it.
    const { risks, y } = people([{ risk: 0.2, of: 300, happened: 100 }, { risk: 0.8, of: 300, happened: 200 }])
    expect(recalibrate(risks, y).slope).toBeCloseTo(0.5, 6)
    expect(logit(0.8)).toBeCloseTo(2 * Math.log(2), 12)
  })

  it('counts only the rows asked for: 30 happened where 20 were promised', () => {
    const { risks, y } = people([{ risk: 0.2, of: 100, happened: 30 }, { risk: 0.9, of: 50, happened: 0 }])
    const part = recalibrate(risks, y, Array.from({ length: 100 }, (_, i) => i))
    expect(part).toMatchObject({ happened: 30, slope: null })
    expect(part.ratio).toBeCloseTo(1.5, 9)
  })
})

describe('CUSUM', () => {
  it('gives the published example of the NIST/SEMATECH handbook, 6.3.2.3', () => {
    const values = [
      324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6,
      324.625, 325.15, 328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35,
    ]
    const { high, alarms } = cusum(values, 325, 0.3175, 4.1959)
    // The handbook prints the sums of rounded readings: they agree to half a tenth.
    for (const [at, printed] of [3.01, 4.94, 7.45, 10.63, 11.99, 14.44, 16, 19.04].entries()) expect(high[12 + at]).toBeCloseTo(printed, 1)
    expect(alarms).toEqual([13, 14, 15, 16, 17, 18, 19])
  })

  it('hears a fall as well as a rise', () => {
    expect(cusum([-2, -2, -2], 0, 0.5, 4).alarms).toEqual([2])
    expect(cusum([2, 2, 2], 0, 0.5, 4).alarms).toEqual([2])
  })
})

describe('p chart', () => {
  it('is worked out by hand: one in five of 400', () => {
    // 3 · √(0.2 · 0.8 / 400) = 0.06
    const [low, high] = shareLimits(0.2, 400)
    expect([low, high].map((limit) => Math.round(limit * 1e6) / 1e6)).toEqual([0.14, 0.26])
    expect(shareLimits(0.01, 10)[0]).toBe(0)
  })
})

describe('silent mode', () => {
  it('gives the published example: 150 and 86 of 1,600 who changed their mind (Agresti, Categorical Data Analysis, 10.1)', () => {
    expect(mcNemar(150, 86)).toBeCloseTo(17.36, 2)
  })

  it('counts people who needed it, and only those', () => {
    const trial = compareSilently([1, 1, 1, 0, 1], [0, 0, 1, 1, 0], [1, 1, 1, 1, 0])
    expect(trial).toMatchObject({ needed: 4, oldFound: 3, newFound: 2, onlyOld: 2, onlyNew: 1, worse: false })
  })

  it('calls it worse only beyond chance, and only in that direction', () => {
    const y = Array<number>(12).fill(1)
    const all = Array<number>(12).fill(1)
    const none = Array<number>(12).fill(0)
    expect(compareSilently(all, none, y).worse).toBe(true)
    expect(compareSilently(none, all, y).worse).toBe(false)
  })
})
