import { describe, expect, test } from 'vitest'
import { isBehind, painterSort, type Sortable } from './painter-sort.ts'
import type { Bounds } from './projection.ts'

interface Thing extends Sortable {
  name: string
}

let made = 0
function thing(name: string, x: number, y: number, z: number, w = 1, d = 1, h = 1): Thing {
  const bounds: Bounds = { x0: x, y0: y, z0: z, x1: x + w, y1: y + d, z1: z + h }
  return { name, bounds, made: made++ }
}
const order = (things: Thing[]): string =>
  painterSort(things)
    .map(({ name }) => name)
    .join(' ')

describe('the painter', () => {
  test('paints what is farther up the screen first', () => {
    expect(order([thing('front', 1, 1, 0), thing('back', 0, 0, 0)])).toBe('back front')
  })

  test('paints a cup after the table it stands on', () => {
    expect(order([thing('cup', 0.4, 0.4, 0.5, 0.1, 0.1, 0.1), thing('table', 0, 0, 0, 1, 1, 0.5)])).toBe('table cup')
  })

  test('paints a long desk before the person in front of its near end', () => {
    expect(order([thing('person', 2.6, 1.2, 0, 0.3, 0.3, 1.4), thing('desk', 0, 0, 0, 3, 1, 0.6)])).toBe('desk person')
  })

  test('keeps the order of making where two things stand in each other', () => {
    const [first, second] = [thing('first', 0, 0, 0), thing('second', 0.2, 0.2, 0.2)]
    expect(isBehind(first, second)).toBe(true)
    expect(order([second, first])).toBe('first second')
  })

  test('comes to an end when three things chase each other in a ring', () => {
    const ring = [thing('a', 0, 1, 0, 3, 1, 1), thing('b', 2, 0, 0.5, 1, 3, 1), thing('c', 0, 0, 1, 1, 3, 0.4)]
    expect(order(ring).split(' ').sort()).toEqual(['a', 'b', 'c'])
  })
})
