import { expect, test } from 'vitest'
import { Gestures } from './gestures.ts'

test('a click is a tap, even by a hand that shakes a little', () => {
  const hand = new Gestures()
  hand.down(1, 100, 100)
  expect(hand.move(1, 104, 97)).toBeNull()
  expect(hand.up(1)).toEqual({ type: 'tap', x: 100, y: 100 })
})

test('a drag moves the map and ends without a tap', () => {
  const hand = new Gestures()
  hand.down(1, 100, 100)
  expect(hand.move(1, 120, 100)).toEqual({ type: 'drag', dx: 20, dy: 0 })
  expect(hand.move(1, 121, 103)).toEqual({ type: 'drag', dx: 1, dy: 3 })
  expect(hand.up(1)).toBeNull()
})

test('two fingers that part zoom in around their middle', () => {
  const hand = new Gestures()
  hand.down(1, 100, 200)
  hand.down(2, 200, 200)
  expect(hand.move(2, 300, 200)).toEqual({ type: 'pinch', factor: 2, x: 200, y: 200, dx: 50, dy: 0 })
})

test('after a pinch the finger that is left drags, and lifting it is no tap', () => {
  const hand = new Gestures()
  hand.down(1, 100, 200)
  hand.down(2, 200, 200)
  expect(hand.up(2)).toBeNull()
  expect(hand.move(1, 110, 200)).toEqual({ type: 'drag', dx: 10, dy: 0 })
  expect(hand.up(1)).toBeNull()
  expect(hand.active).toBe(false)
})

test('a finger that the system takes away is no tap', () => {
  const hand = new Gestures()
  hand.down(1, 10, 10)
  hand.cancel(1)
  expect(hand.up(1)).toBeNull()
})

test('a mouse that only passes by means nothing', () => {
  expect(new Gestures().move(7, 50, 50)).toBeNull()
})
