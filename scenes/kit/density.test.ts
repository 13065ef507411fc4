import { expect, test } from 'vitest'
import { densityFor } from './density.ts'

test('as many pixels as the screen has, up to three for one', () => {
  expect([1, 1.25, 1.5, 2, 2.75, 3].map((ratio) => densityFor(ratio, false))).toEqual([1, 1.25, 1.5, 2, 2.75, 3])
  expect(densityFor(4, false)).toBe(3)
})

test('low power paints a quarter of the pixels of a plain screen, on every screen', () => {
  expect([1, 2, 3].map((ratio) => densityFor(ratio, true))).toEqual([0.5, 0.5, 0.5])
})
