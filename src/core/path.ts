/**
 * Finding the way on a floor of square tiles: A* in eight directions. A diagonal step is taken only when both tiles beside it
 * are free, so nobody cuts through the corner of a bed.
 */
export interface Tile {
  x: number
  y: number
}

export interface Grid {
  width: number
  height: number
  /** Asked only for tiles inside the grid. */
  walkable(x: number, y: number): boolean
}

const DIAGONAL = Math.SQRT2
const STEPS: readonly (readonly [dx: number, dy: number, cost: number])[] = [
  [1, 0, 1], [-1, 0, 1], [0, 1, 1], [0, -1, 1],
  [1, 1, DIAGONAL], [1, -1, DIAGONAL], [-1, 1, DIAGONAL], [-1, -1, DIAGONAL],
]

/** Cost of the shortest way on an empty floor: never more than the true cost, so A* stays exact. */
function octile(dx: number, dy: number): number {
  return Math.max(dx, dy) + (DIAGONAL - 1) * Math.min(dx, dy)
}

/**
 * Shortest way from one tile to another, both ends included; `null` when there is none. The start itself need not be free:
 * somebody who stands inside furniture may always step out.
 */
export function findPath(grid: Grid, from: Tile, to: Tile): Tile[] | null {
  const { width, height } = grid
  const inside = (x: number, y: number): boolean => x >= 0 && y >= 0 && x < width && y < height
  const free = (x: number, y: number): boolean => inside(x, y) && grid.walkable(x, y)
  if (!inside(from.x, from.y) || !free(to.x, to.y)) return null

  const goal = to.y * width + to.x
  const start = from.y * width + from.x
  const cost = new Float64Array(width * height).fill(Infinity)
  const cameFrom = new Int32Array(width * height).fill(-1)
  const open = new Heap()
  cost[start] = 0
  open.push(start, octile(Math.abs(to.x - from.x), Math.abs(to.y - from.y)))

  for (let here = open.pop(); here !== -1; here = open.pop()) {
    if (here === goal) return trace(cameFrom, here, width)
    const x = here % width
    const y = (here - x) / width
    for (const [dx, dy, length] of STEPS) {
      if (!free(x + dx, y + dy)) continue
      if (dx !== 0 && dy !== 0 && !(free(x + dx, y) && free(x, y + dy))) continue
      const next = here + dy * width + dx
      const sum = cost[here]! + length
      if (sum >= cost[next]! - 1e-9) continue
      cost[next] = sum
      cameFrom[next] = here
      open.push(next, sum + octile(Math.abs(to.x - x - dx), Math.abs(to.y - y - dy)))
    }
  }
  return null
}

function trace(cameFrom: Int32Array, end: number, width: number): Tile[] {
  const path: Tile[] = []
  for (let at = end; at !== -1; at = cameFrom[at]!) path.push({ x: at % width, y: Math.floor(at / width) })
  return path.reverse()
}

/** Smallest first; a tile may stand in it twice, the later and cheaper one comes out first. */
class Heap {
  #tiles: number[] = []
  #keys: number[] = []

  push(tile: number, key: number): void {
    let i = this.#tiles.length
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (this.#keys[parent]! <= key) break
      this.#put(i, this.#tiles[parent]!, this.#keys[parent]!)
      i = parent
    }
    this.#put(i, tile, key)
  }

  /** -1 when empty. */
  pop(): number {
    const top = this.#tiles[0] ?? -1
    const tile = this.#tiles.pop()
    const key = this.#keys.pop()
    const size = this.#tiles.length
    if (tile === undefined || key === undefined || size === 0) return top
    let i = 0
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && this.#keys[child + 1]! < this.#keys[child]!) child += 1
      if (this.#keys[child]! >= key) break
      this.#put(i, this.#tiles[child]!, this.#keys[child]!)
      i = child
    }
    this.#put(i, tile, key)
    return top
  }

  #put(i: number, tile: number, key: number): void {
    this.#tiles[i] = tile
    this.#keys[i] = key
  }
}
