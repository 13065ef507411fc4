import { describe, expect, test } from 'vitest'
import { depthAt, slicesOf, wallDepth } from './slices.ts'

/** The slice that is painted in the screen column of a point. */
function sliceUnder(size: readonly [number, number], x: number, y: number) {
  const column = (x - y) * 32
  return slicesOf(size).find((slice) => column >= slice.from && column < slice.to)!
}

describe('a bed along y (1 x 2)', () => {
  test.each([
    ['at its foot', 0.5, 2.5], ['beside it, right', 1.5, 0.5], ['beside it, right and near', 1.5, 1.5],
  ])('is behind somebody %s', (_, x, y) => {
    expect(depthAt(x, y)).toBeGreaterThan(sliceUnder([1, 2], x, y).depth)
  })

  test.each([
    ['at its left side, far', -0.5, 0.5], ['at its left side, near', -0.5, 1.5], ['behind its head', 0.5, -0.5],
  ])('hides somebody %s', (_, x, y) => {
    expect(depthAt(x, y)).toBeLessThan(sliceUnder([1, 2], x, y).depth)
  })
})

describe('a counter of four tiles', () => {
  test('is in front of everybody behind it and behind everybody before it', () => {
    for (let x = 0.5; x < 4; x++) {
      expect(depthAt(x, -0.5)).toBeLessThan(sliceUnder([4, 1], x, -0.5).depth)
      expect(depthAt(x, 1.5)).toBeGreaterThan(sliceUnder([4, 1], x, 1.5).depth)
    }
  })

  test('is covered by its slices once', () => {
    const slices = slicesOf([4, 1]).toSorted((a, b) => a.from - b.from)
    expect(slices[0]!.from).toBe(-Infinity)
    expect(slices.at(-1)!.to).toBe(Infinity)
    for (let i = 1; i < slices.length; i++) expect(slices[i]!.from).toBe(slices[i - 1]!.to)
  })
})

test('a single tile is one piece', () => {
  expect(slicesOf([1, 1])).toEqual([{ from: -Infinity, to: Infinity, depth: 1 }])
})

test('one stands before a wall or behind it', () => {
  expect(depthAt(0.5, 0.5)).toBeGreaterThan(wallDepth([0, 0]))
  expect(depthAt(0.5, -0.5)).toBeLessThan(wallDepth([0, 0]))
})
