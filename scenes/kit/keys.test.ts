import { describe, expect, test } from 'vitest'
import { directionOf, FIRST_KEYS, stepFor, type Direction } from './keys.ts'

const held = (...keys: Direction[]) => new Set(keys)
/** Where a step goes on the screen. */
const onScreen = ([dx, dy]: readonly [number, number]) => ({ right: Math.sign(Math.round((dx - dy) * 1e6)), down: Math.sign(Math.round((dx + dy) * 1e6)) })

describe('keys', () => {
  test('arrows always walk; letters as chosen, in either case', () => {
    expect(directionOf('ArrowLeft', FIRST_KEYS)).toBe('left')
    expect(directionOf('W', FIRST_KEYS)).toBe('up')
    expect(directionOf('w', { ...FIRST_KEYS, up: 'i' })).toBeNull()
    expect(directionOf('I', { ...FIRST_KEYS, up: 'i' })).toBe('up')
    expect(directionOf('Enter', FIRST_KEYS)).toBeNull()
  })

  test('up on the keyboard is up on the screen', () => {
    expect(onScreen(stepFor(held('up')))).toEqual({ right: 0, down: -1 })
    expect(onScreen(stepFor(held('right')))).toEqual({ right: 1, down: 0 })
    expect(onScreen(stepFor(held('down', 'left')))).toEqual({ right: -1, down: 1 })
  })

  test('two keys walk along the side of a tile, no faster than one', () => {
    expect(stepFor(held('down', 'right'))).toEqual([1, 0])
    expect(Math.hypot(...stepFor(held('up')))).toBeCloseTo(1)
  })

  test('opposite keys stand still', () => {
    expect(stepFor(held('up', 'down'))).toEqual([0, 0])
    expect(stepFor(held())).toEqual([0, 0])
  })
})
