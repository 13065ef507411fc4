/**
 * Where one can walk. Walls stand between tiles, so the grid has a cell for every tile, every edge and every corner:
 * cell (2i+1, 2j+1) is the middle of tile (i, j), cell (2i, 2j+1) the edge between tiles (i-1, j) and (i, j).
 * A cell is half a tile wide; two cells apart is one metre.
 */
import { findPath, type Grid, type Tile } from '../../src/core/path.ts'
import type { Plan, Point, Rect } from './plan.ts'

export interface FloorGrid extends Grid {
  /** Way from one point of the floor to another, in tiles, without the start; empty when one stands there, null when there is none. */
  way(from: Point, to: Point): Point[] | null
  free(x: number, y: number): boolean
  /** Nearest place to stand, at most `reach` tiles away. */
  nearest(x: number, y: number, reach?: number): Point | null
}

export interface Obstacles {
  /** Tiles that a piece covers: [along x, along y]; null when it is in nobody's way. */
  covers(piece: Plan['furniture'][number]): readonly [w: number, d: number] | null
  /** Rectangles nobody walks on (the road). */
  closed: readonly Rect[]
  /** People who stand still: one walks round them. */
  standing: readonly Point[]
}

const cellOf = ([x, y]: Point): Tile => ({ x: Math.round(x * 2), y: Math.round(y * 2) })
const pointOf = ({ x, y }: Tile): Point => [x / 2, y / 2]

export function floorGrid(plan: Plan, obstacles: Obstacles): FloorGrid {
  const [, , w, d] = plan.ground.island
  const width = w * 2 + 1
  const height = d * 2 + 1
  const blocked = new Uint8Array(width * height)
  const block = (x: number, y: number): void => {
    if (x >= 0 && y >= 0 && x < width && y < height) blocked[y * width + x] = 1
  }
  /** The rectangle with its edges, in tiles. */
  const blockRect = ([left, top, along, deep]: Rect): void => {
    for (let y = Math.ceil(top * 2); y <= (top + deep) * 2; y++) {
      for (let x = Math.ceil(left * 2); x <= (left + along) * 2; x++) block(x, y)
    }
  }

  blockRect([0, 0, w, 0])
  blockRect([0, 0, 0, d])
  blockRect([0, d, w, 0])
  blockRect([w, 0, 0, d])
  for (const { axis, at: [x, y], length } of plan.walls) blockRect(axis === 'x' ? [x, y, length, 0] : [x, y, 0, length])
  for (const piece of plan.furniture) {
    const size = obstacles.covers(piece)
    if (size) blockRect([piece.at[0], piece.at[1], size[0], size[1]])
  }
  for (const rect of obstacles.closed) blockRect(rect)
  for (const point of obstacles.standing) {
    const { x, y } = cellOf(point)
    block(x, y)
  }

  const grid: Grid = { width, height, walkable: (x, y) => blocked[y * width + x] === 0 }
  const free = (x: number, y: number): boolean => {
    const cell = cellOf([x, y])
    return cell.x >= 0 && cell.y >= 0 && cell.x < width && cell.y < height && grid.walkable(cell.x, cell.y)
  }

  return {
    ...grid,
    free,
    nearest(x, y, reach = 3) {
      let best: Point | null = null
      let bestDistance = reach
      for (let cy = Math.floor((y - reach) * 2); cy <= (y + reach) * 2; cy++) {
        for (let cx = Math.floor((x - reach) * 2); cx <= (x + reach) * 2; cx++) {
          const distance = Math.hypot(cx / 2 - x, cy / 2 - y)
          if (distance <= bestDistance && free(cx / 2, cy / 2)) {
            best = [cx / 2, cy / 2]
            bestDistance = distance
          }
        }
      }
      return best
    },
    way(from, to) {
      const cells = findPath(grid, cellOf(from), cellOf(to))
      return cells && corners(cells).map(pointOf)
    },
  }
}

/** A way as the places where it turns, and its end. */
function corners(cells: readonly Tile[]): Tile[] {
  return cells.filter((cell, i) => {
    const before = cells[i - 1]
    const after = cells[i + 1]
    if (!before) return false
    return !after || after.x - cell.x !== cell.x - before.x || after.y - cell.y !== cell.y - before.y
  })
}
