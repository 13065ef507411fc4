import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLab, lighten, mix, shade, toLab } from './colour.ts'
import { C } from './palette.ts'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)

describe('colour', () => {
  test('goes to OKLab and back unchanged', () => {
    fc.assert(fc.property(hex, (colour) => fromLab(toLab(colour)) === colour))
  })

  test('agrees with the published OKLab values of red, and of white', () => {
    expect(toLab('#ff0000').map((v) => Number(v.toFixed(3)))).toEqual([0.628, 0.225, 0.126])
    expect(toLab('#ffffff')[0]).toBeCloseTo(1, 4)
  })

  test('reads short hex', () => {
    expect(toLab('#fff')).toEqual(toLab('#ffffff'))
  })

  test('mixes to its ends', () => {
    expect(mix(C.teal, C.coral, 0)).toBe(C.teal)
    expect(mix(C.teal, C.coral, 1)).toBe(C.coral)
  })
})

describe('light', () => {
  test('falls on tops most, on left faces less, on right faces least', () => {
    for (const colour of Object.values(C)) {
      const [top, left, right] = [shade(colour, [0, 0, 1]), shade(colour, [0, 1, 0]), shade(colour, [1, 0, 0])].map(
        (c) => toLab(c)[0],
      ) as [number, number, number]
      expect(top).toBeGreaterThan(left)
      expect(left).toBeGreaterThan(right)
    }
  })

  test('cools the shaded side towards blue', () => {
    expect(toLab(shade(C.wood, [1, 0, 0]))[2]).toBeLessThan(toLab(C.wood)[2])
  })

  test('lightens by what one asks', () => {
    expect(toLab(lighten(C.slate, 0.1))[0] - toLab(C.slate)[0]).toBeCloseTo(0.1, 2)
  })
})
