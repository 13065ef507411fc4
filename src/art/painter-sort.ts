/** Which of two things is drawn first, when both may cover the same pixels: decided in the world, not on the screen. */
import { RISE, TILE_HEIGHT, type Bounds } from './projection.ts'

export interface Sortable {
  bounds: Bounds
  /** Order in which they were made: decides where the boxes themselves cannot (they interpenetrate). */
  made: number
}

const NEAR = 1e-4

interface Extent {
  left: number
  right: number
  top: number
  bottom: number
}

function extentOf({ x0, x1, y0, y1, z0, z1 }: Bounds): Extent {
  const half = TILE_HEIGHT / 2
  return { left: x0 - y1, right: x1 - y0, top: (x0 + y0) * half - z1 * RISE, bottom: (x1 + y1) * half - z0 * RISE }
}

const overlap = (a: Extent, b: Extent): boolean =>
  !(a.right <= b.left + NEAR || b.right <= a.left + NEAR || a.bottom <= b.top || b.bottom <= a.top)

const entirelyBefore = (a: Bounds, b: Bounds): boolean => a.x1 <= b.x0 + NEAR || a.y1 <= b.y0 + NEAR || a.z1 <= b.z0 + NEAR

const depthOf = (b: Bounds): number => b.x0 + b.x1 + b.y0 + b.y1

/** True when `a` must be painted before `b`. */
export function isBehind(a: Sortable, b: Sortable): boolean {
  const ab = entirelyBefore(a.bounds, b.bounds)
  const ba = entirelyBefore(b.bounds, a.bounds)
  if (ab !== ba) return ab
  if (!ab) return a.made < b.made
  if (a.bounds.z1 <= b.bounds.z0 + NEAR) return true
  if (b.bounds.z1 <= a.bounds.z0 + NEAR) return false
  return depthOf(a.bounds) <= depthOf(b.bounds)
}

/** Back to front. Where things chase each other in a ring, the one least in the way goes first. */
export function painterSort<T extends Sortable>(items: readonly T[]): T[] {
  const extents = items.map((item) => extentOf(item.bounds))
  const covers: number[][] = items.map(() => [])
  const waitsFor = items.map(() => 0)
  for (let i = 0; i < items.length; i++) {
    for (let j = i + 1; j < items.length; j++) {
      if (!overlap(extents[i]!, extents[j]!)) continue
      const [first, second] = isBehind(items[i]!, items[j]!) ? [i, j] : [j, i]
      covers[first]!.push(second)
      waitsFor[second] = waitsFor[second]! + 1
    }
  }
  return release(items, covers, waitsFor)
}

function release<T extends Sortable>(items: readonly T[], covers: number[][], waitsFor: number[]): T[] {
  const key = items.map(({ bounds }) => depthOf(bounds) + bounds.z0 * 0.5)
  const waiting = new Set(items.keys())
  const sorted: T[] = []
  while (waiting.size) {
    let next = -1
    for (const i of waiting) {
      if (next < 0 || waitsFor[i]! < waitsFor[next]! || (waitsFor[i] === waitsFor[next] && key[i]! < key[next]!)) next = i
    }
    waiting.delete(next)
    sorted.push(items[next]!)
    for (const j of covers[next]!) waitsFor[j] = waitsFor[j]! - 1
  }
  return sorted
}
