import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { depthKey, tileOf, toScreen, toWorld } from './iso.ts'

const metres = fc.double({ min: -200, max: 200, noNaN: true })

describe('the viewpoint', () => {
  test('one tile is 64 by 32 pixels and a metre of height lifts by 40', () => {
    expect(toScreen({ x: 1, y: 0 })).toEqual({ sx: 32, sy: 16 })
    expect(toScreen({ x: 0, y: 1 })).toEqual({ sx: -32, sy: 16 })
    expect(toScreen({ x: 0, y: 0, z: 1 })).toEqual({ sx: 0, sy: -40 })
  })

  test('what is painted at a place is found again from that place', () => {
    fc.assert(fc.property(metres, metres, metres, (x, y, z) => {
      const back = toWorld(toScreen({ x, y, z }), z)
      expect(back.x).toBeCloseTo(x, 6)
      expect(back.y).toBeCloseTo(y, 6)
    }))
  })

  test('a click in the middle of a tile means that tile, also left of the origin', () => {
    expect(tileOf(toWorld(toScreen({ x: 3.5, y: 7.5 })))).toEqual({ x: 3, y: 7 })
    expect(tileOf(toWorld(toScreen({ x: -0.5, y: -1.5 })))).toEqual({ x: -1, y: -2 })
  })

  test('nearer people are painted over farther ones, and things over the floor they stand on', () => {
    expect(depthKey({ x: 2, y: 3 })).toBeGreaterThan(depthKey({ x: 2, y: 2 }))
    expect(depthKey({ x: 2, y: 2 }, 2)).toBeGreaterThan(depthKey({ x: 2, y: 2 }, 0))
    expect(depthKey({ x: 2, y: 2, z: 0.6 })).toBeGreaterThan(depthKey({ x: 2, y: 2 }))
  })
})
