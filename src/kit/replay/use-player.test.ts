import { describe, expect, it } from 'vitest'
import { neighbour } from './use-player.ts'

describe('going from moment to moment', () => {
  const moments = [510, 532, 545, 560]

  it('goes to the next and to the last, from a moment and from between two', () => {
    expect([neighbour(moments, 510, 1), neighbour(moments, 540, 1), neighbour(moments, 540, -1), neighbour(moments, 545, -1)]).toEqual([532, 545, 532, 532])
  })

  it('stays at the ends', () => {
    expect([neighbour(moments, 560, 1), neighbour(moments, 510, -1)]).toEqual([560, 510])
    expect(neighbour([], 533, 1)).toBe(533)
  })
})
