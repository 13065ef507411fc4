import { describe, expect, it } from 'vitest'
import { Charts } from './clusters.ts'
import { chanceOf, fitLinks, type Pattern, patternsOf, weightOf } from './fellegi-sunter.ts'

/** Counts of every pattern of three yes-or-no fields, exactly as the chances say. */
function exactly({ m, u, share, n }: { m: number[]; u: number[]; share: number; n: number }): Pattern[] {
  return Array.from({ length: 8 }, (_, bits) => {
    const levels = m.map((_, field) => ((bits >> field) & 1) * 2)
    const of = (chances: number[]) => levels.reduce((product, level, field) => product * (level === 2 ? (chances[field] as number) : 1 - (chances[field] as number)), 1)
    return { levels, n: n * (share * of(m) + (1 - share) * of(u)) }
  })
}

describe('weights of agreement', () => {
  it('are log2(m / u), by hand: chances of 0.9 and 0.1 are odds of 9 to 1, which is 3.17', () => {
    const model = { m: [[0.1, 0, 0.9]], u: [[0.9, 0, 0.1]] }
    expect(weightOf(model, [2])).toBeCloseTo(Math.log2(9), 10)
    expect(weightOf(model, [0])).toBeCloseTo(-Math.log2(9), 10)
  })

  it('say nothing about what is missing', () => {
    const model = { m: [[0.1, 0, 0.9], [0.5, 0, 0.5]], u: [[0.9, 0, 0.1], [0.99, 0, 0.01]], share: 0.5 }
    expect(weightOf(model, [2, -1])).toBeCloseTo(weightOf(model, [2]), 10)
    expect(chanceOf(model, [-1, -1])).toBeCloseTo(0.5, 10)
  })

  it('give the chance by Bayes: with one pair in ten a match and odds of 9, it is 1/2', () => {
    expect(chanceOf({ m: [[0.1, 0, 0.9]], u: [[0.9, 0, 0.1]], share: 0.1 }, [2])).toBeCloseTo(0.5, 10)
  })
})

describe('fitting without answers', () => {
  // Three fields of two levels leave seven free counts for seven unknowns: the chances that made them are found again.
  const truth = { m: [0.95, 0.9, 0.85], u: [0.1, 0.2, 0.05], share: 0.25, n: 100_000 }

  it('finds the chances that made the counts', () => {
    const { m, u, share } = fitLinks(exactly(truth), 3)
    expect(share).toBeCloseTo(0.25, 2)
    truth.m.forEach((chance, field) => expect(m[field]?.[2]).toBeCloseTo(chance, 2))
    truth.u.forEach((chance, field) => expect(u[field]?.[2]).toBeCloseTo(chance, 2))
  })

  it('starts from chances that can be worked out by hand', () => {
    // One field: m = .85, u = .1, share .2. Agreeing: .17 / (.17 + .08) = .68; differing: .01 / (.01 + .68) = .0145.
    const model = { m: [[0.05, 0.1, 0.85]], u: [[0.85, 0.05, 0.1]], share: 0.2 }
    expect(chanceOf(model, [2])).toBeCloseTo(0.68, 4)
    expect(chanceOf(model, [0])).toBeCloseTo(0.01 / 0.69, 4)
  })

  it('counts patterns with gaps', () => {
    expect(patternsOf(Int8Array.from([2, 0, 2, 0, -1, 1]), 2)).toEqual([{ levels: [2, 0], n: 2 }, { levels: [-1, 1], n: 1 }])
  })
})

it('who is linked to one is linked to all that are linked to it', () => {
  const charts = new Charts(6)
  charts.join(4, 2)
  charts.join(5, 4)
  charts.join(0, 1)
  expect(charts.groups()).toEqual([[0, 1], [2, 4, 5]])
  expect(charts.of(5)).toBe(charts.of(2))
  expect(charts.of(3)).toBe(3)
})
