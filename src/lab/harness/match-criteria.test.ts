import { describe, expect, it } from 'vitest'
import type { Metric } from '../../core/quest/schema.ts'
import { isEligible, type Pool } from '../match/pool.ts'
import type { Mark } from '../match/three-valued.ts'
import { matchFigures } from './match-criteria-figures.ts'
import type { JudgedMatches } from './match-criteria-join.ts'

/** Six people, one offer with two places for them: three eligible on the hill, three by the harbour of whom one is not. */
const SIDE = ['hill', 'hill', 'hill', 'harbour', 'harbour', 'harbour']
const HOLDS = [1, 1, 1, 1, 1, 0]
const criterion = { id: 'iron', say: 'Iron', kind: 'inclusion' as const, fact: null, silent: false, holds: Int8Array.from(HOLDS), told: Int8Array.from([1, 1, 1, -1, -1, -1]) }
const pool = {
  type: 'Pool', group: 'side', offers: [{ id: 'one', title: 'One', about: '', places: 4, criteria: [] }],
  table: { type: 'Table', ids: SIDE.map(String), meta: [], columns: { side: { kind: 'category', values: SIDE } } },
} as unknown as Pool

/** @param said of the criterion, by person; @param list of rows, a number below nought is asked first (as -1 - row) */
function judged(said: readonly Mark[], list: readonly number[]): JudgedMatches {
  const places = list.map((one) => (one < 0 ? { row: -1 - one, questions: 1 } : { row: one, questions: 0 }))
  return {
    pool, truth: { criteria: [[criterion]] },
    criteria: said.map((mark, row) => ({ row, offer: 0, criterion: 0, said: mark, told: criterion.told[row] as Mark })),
    pairs: said.map((_, row) => {
      const at = places.findIndex((one) => one.row === row)
      return { row, offer: 0, eligible: isEligible([criterion], row), place: at < 0 ? null : at + 1, questions: places[at]?.questions ?? 0 }
    }),
  }
}
const figure = (of: JudgedMatches, fn: string, params: NonNullable<Metric['params']> = {}) => matchFigures(of, [{ id: fn, label: fn, fn, params, aggregate: 'mean', format: 'number' }], null)[fn]
const ratio = { by: 'side', least: 1 }

const honest = judged([1, 1, 1, -1, -1, -1], [0, 1, 2, -4])
const hasty = judged([1, 1, 1, 0, 0, 0], [0, 1, 2])
const blind = judged([1, 1, 1, 1, 1, 1], [0, 1, 4, 5])

describe('figures of matching, known by heart', () => {
  it('call unknown honest only where the file cannot tell', () => {
    expect([honest, hasty, blind].map((of) => figure(of, 'honestUnknown'))).toEqual([1, 0, 0])
    expect([honest, hasty].map((of) => figure(of, 'criterionAccuracy'))).toEqual([1, 0.5])
    expect(figure(judged([-1, -1, -1, -1, -1, -1], []), 'needlessUnknown')).toBe(0.5)
    expect(figure(judged([-1, -1, -1, -1, -1, -1], []), 'unknownUse')).toBeCloseTo(2 / 3)
  })
  it('find eligible people up to the places there are', () => expect([honest, hasty, blind].map((of) => figure(of, 'foundTop'))).toEqual([1, 0.75, 0.75]))
  it('count a letter to somebody who does not fit, and no question', () => {
    expect([figure(blind, 'wrongOffers'), figure(judged([-1, -1, -1, -1, -1, -1], [-6]), 'wrongOffers')]).toEqual([0.25, null])
    expect(figure(honest, 'questions', { per: 6 })).toBe(1)
  })
  it('compare the shares of the groups; a group with nobody counts as half a person', () => {
    expect(figure(honest, 'offerRatio', ratio)).toBe(2)
    expect(figure(hasty, 'offerRatio', ratio)).toBe(4)
    expect(figure(hasty, 'offerRatio', { by: 'side', least: 3 })).toBeNull()
  })
  it('look at some people only where they are asked to', () => expect(figure(hasty, 'criterionAccuracy', { where: 'side == \'harbour\'' })).toBe(0))
  it('refuse a metric they do not know', () => expect(() => figure(honest, 'vibes')).toThrow(/no such function/))
})
