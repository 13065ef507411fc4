import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPath, type Grid, type Tile } from './path.ts'

/** `#` is furniture, `A` the start, `B` the goal. */
function floor(drawing: string): { grid: Grid; from: Tile; to: Tile } {
  const rows = drawing.trim().split('\n').map((row) => row.trim())
  const find = (mark: string): Tile => {
    const y = rows.findIndex((row) => row.includes(mark))
    return { x: rows[y]!.indexOf(mark), y }
  }
  const grid = { width: rows[0]!.length, height: rows.length, walkable: (x: number, y: number) => rows[y]![x] !== '#' }
  return { grid, from: find('A'), to: find('B') }
}

function cost(path: Tile[]): number {
  return path.slice(1).reduce((sum, tile, i) => sum + Math.hypot(tile.x - path[i]!.x, tile.y - path[i]!.y), 0)
}

/** Bellman-Ford until nothing changes: slow, plainly right. */
function trueCost(grid: Grid, from: Tile, to: Tile): number {
  const best = new Map([[`${from.x},${from.y}`, 0]])
  const free = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < grid.width && y < grid.height && grid.walkable(x, y)
  for (let changed = true; changed;) {
    changed = false
    for (const [key, sum] of best) {
      const [x, y] = key.split(',').map(Number) as [number, number]
      for (const dx of [-1, 0, 1]) for (const dy of [-1, 0, 1]) {
        if (!free(x + dx, y + dy) || (dx !== 0 && dy !== 0 && !(free(x + dx, y) && free(x, y + dy)))) continue
        const next = sum + Math.hypot(dx, dy)
        if (next < (best.get(`${x + dx},${y + dy}`) ?? Infinity) - 1e-9) {
          best.set(`${x + dx},${y + dy}`, next)
          changed = true
        }
      }
    }
  }
  return best.get(`${to.x},${to.y}`) ?? Infinity
}

describe('finding the way', () => {
  test('across an empty ward it walks the diagonal', () => {
    const { grid, from, to } = floor('A...\n....\n....\n...B')
    expect(findPath(grid, from, to)).toHaveLength(4)
  })

  test('round a bed it does not cut the corner', () => {
    const { grid, from, to } = floor('A.\n#B')
    expect(findPath(grid, from, to)).toEqual([{ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 1, y: 1 }])
  })

  test('it does not squeeze between two beds that touch at their corners', () => {
    const { grid, from, to } = floor('A#\n#B')
    expect(findPath(grid, from, to)).toBeNull()
  })

  test('into furniture there is no way, out of it there is', () => {
    const { grid, from, to } = floor('A.#B')
    expect(findPath(grid, from, to)).toBeNull()
    expect(findPath(grid, { x: 2, y: 0 }, from)).toEqual([{ x: 2, y: 0 }, { x: 1, y: 0 }, { x: 0, y: 0 }])
  })

  test('a click outside the floor has no way', () => {
    const { grid, from } = floor('AB')
    expect(findPath(grid, from, { x: 9, y: 0 })).toBeNull()
    expect(findPath(grid, { x: -1, y: 0 }, from)).toBeNull()
  })

  test('standing still is a way of one tile', () => {
    const { grid, from } = floor('AB')
    expect(findPath(grid, from, from)).toEqual([from])
  })

  test('on any floor the way is the shortest, free and without cut corners', () => {
    const walls = fc.array(fc.boolean(), { minLength: 64, maxLength: 64 })
    fc.assert(fc.property(walls, fc.nat(63), fc.nat(63), (blocked, a, b) => {
      const from = { x: a % 8, y: Math.floor(a / 8) }
      const to = { x: b % 8, y: Math.floor(b / 8) }
      const grid: Grid = { width: 8, height: 8, walkable: (x, y) => (x === from.x && y === from.y) || !blocked[y * 8 + x] }
      const path = findPath(grid, from, to)
      expect(path ? cost(path) : Infinity).toBeCloseTo(trueCost(grid, from, to), 6)
      expect(path?.every((t) => grid.walkable(t.x, t.y)) ?? true).toBe(true)
    }), { numRuns: 60 })
  })
})
