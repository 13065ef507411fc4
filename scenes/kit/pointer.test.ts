import { expect, test } from 'vitest'
import { wheelFactor } from './pointer.ts'

const wheel = (deltaY: number, more = {}) => wheelFactor({ deltaY, deltaMode: 0, ctrlKey: false, ...more })

test('away from the hand enlarges, towards it makes smaller, and there and back is where it was', () => {
  expect(wheel(-100)).toBeGreaterThan(1)
  expect(wheel(-100) * wheel(100)).toBeCloseTo(1)
})

test('a wheel that counts in lines turns as far as one that counts in pixels', () => {
  expect(wheel(-5, { deltaMode: 1 })).toBeCloseTo(wheel(-100))
})

test('a pinch on a trackpad, twenty small steps with Ctrl, nearly doubles', () => {
  const all = Array.from({ length: 20 }, () => wheel(-3, { ctrlKey: true })).reduce((product, one) => product * one, 1)
  expect(all).toBeGreaterThan(1.7)
  expect(all).toBeLessThan(2)
})
