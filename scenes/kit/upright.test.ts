import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { uvsOf } from './upright.ts'

const frame = { u0: 0.2, v0: 0.4, u1: 0.6, v1: 0.9 }
const outline = { left: 100, top: 50, right: 140, bottom: 100 }
const close = (uvs: typeof frame) => Object.fromEntries(Object.entries(uvs).map(([name, value]) => [name, expect.closeTo(value, 9)]))

describe('the part of the texture that is painted', () => {
  test('all of the frame for the whole picture', () => {
    expect(uvsOf(frame, outline, outline, false)).toEqual(close(frame))
  })

  test('read backwards when the picture is mirrored', () => {
    expect(uvsOf(frame, outline, outline, true)).toEqual(close({ ...frame, u0: frame.u1, u1: frame.u0 }))
  })

  test('the quarter that lies in the quarter', () => {
    expect(uvsOf(frame, outline, { left: 100, top: 75, right: 120, bottom: 100 }, false)).toEqual(close({ u0: 0.2, v0: 0.65, u1: 0.4, v1: 0.9 }))
  })

  test('of a mirrored picture the left shows the right of its frame', () => {
    expect(uvsOf(frame, outline, { left: 100, top: 50, right: 110, bottom: 100 }, true)).toEqual(close({ u0: 0.6, v0: 0.4, u1: 0.5, v1: 0.9 }))
  })

  test('two halves meet without a gap, mirrored or not', () => {
    fc.assert(fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.boolean(), (share, mirrored) => {
      const middle = outline.left + share * (outline.right - outline.left)
      const left = uvsOf(frame, outline, { ...outline, right: middle }, mirrored)
      const right = uvsOf(frame, outline, { ...outline, left: middle }, mirrored)
      expect(left.u1).toBeCloseTo(right.u0, 9)
    }))
  })
})
