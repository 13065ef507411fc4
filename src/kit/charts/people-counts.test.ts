import { describe, expect, it } from 'vitest'
import { wholePeople } from './people-counts.ts'

describe('a hundred people for shares of people', () => {
  it('adds up to a hundred', () => {
    expect(wholePeople([1, 1, 1], 100)).toEqual([34, 33, 33])
    expect(wholePeople([148, 12, 60, 580], 100)).toEqual([19, 2, 7, 72])
  })

  it('keeps one figure for a group that rounding would lose', () => {
    expect(wholePeople([1, 799], 100)).toEqual([1, 99])
    expect(wholePeople([1, 1, 1, 797], 100)).toEqual([1, 1, 1, 97])
  })

  it('gives nobody to an empty group, and nobody at all when there is nobody', () => {
    expect(wholePeople([0, 5], 100)).toEqual([0, 100])
    expect(wholePeople([0, 0], 100)).toEqual([0, 0])
  })
})
