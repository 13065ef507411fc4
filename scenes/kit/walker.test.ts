import { describe, expect, test } from 'vitest'
import { drawnSide, facingOf, jump, lookTowards, poseOf, step, walkerAt } from './walker.ts'

describe('walking', () => {
  test('covers its pace every second and turns at the corners', () => {
    const nurse = { ...walkerAt([0, 0], 'se', 2), way: [[3, 0], [3, 4]] as [number, number][] }
    expect(step(nurse, 1)).toBe(true)
    expect([nurse.x, nurse.y, nurse.facing]).toEqual([2, 0, 'se'])
    expect(step(nurse, 1)).toBe(true)
    expect([nurse.x, nurse.y, nurse.facing]).toEqual([3, 1, 'sw'])
    expect(step(nurse, 5)).toBe(false)
    expect([nurse.x, nurse.y]).toEqual([3, 4])
  })

  test('moves the legs with the metres, not with the clock', () => {
    const slow = { ...walkerAt([0, 0], 'se', 0.5), way: [[9, 0]] as [number, number][] }
    const quick = { ...walkerAt([0, 0], 'se', 2), way: [[9, 0]] as [number, number][] }
    step(slow, 4)
    step(quick, 1)
    expect(poseOf(slow)).toBe(poseOf(quick))
    expect(poseOf(walkerAt([0, 0]))).toBe('idle')
  })

  test('without motion one is simply there, looking the way one would have come', () => {
    const player = { ...walkerAt([0, 0]), way: [[4, 0], [4, 6]] as [number, number][] }
    jump(player)
    expect([player.x, player.y, player.facing, player.way]).toEqual([4, 6, 'sw', []])
    jump(player)
    expect(player.facing).toBe('sw')
  })
})

describe('looking', () => {
  test.each([
    [1, 0, 'se'], [0, 1, 'sw'], [-1, 0, 'nw'], [0, -1, 'ne'],
  ] as const)('a step of (%i, %i) shows the %s side', (dx, dy, side) => {
    expect(facingOf(dx, dy, 'se')).toBe(side)
  })

  test('straight down the screen keeps the side that was shown', () => {
    expect(facingOf(1, 1, 'sw')).toBe('sw')
    expect(facingOf(1, 1, 'ne')).toBe('se')
    expect(facingOf(-1, -1, 'sw')).toBe('nw')
  })

  test('standing still changes nothing', () => {
    const rosa = walkerAt([2, 2], 'sw')
    lookTowards(rosa, 2, 2)
    expect(rosa.facing).toBe('sw')
    lookTowards(rosa, 2, 0)
    expect(rosa.facing).toBe('ne')
  })

  test('two sides are drawn, the others are their mirror', () => {
    expect(drawnSide('sw')).toEqual({ side: 'se', flip: true })
    expect(drawnSide('nw')).toEqual({ side: 'ne', flip: true })
    expect(drawnSide('ne')).toEqual({ side: 'ne', flip: false })
  })
})
