/** Somebody who walks along a way: position, pace, the way they look, the frame of their stride. Values and steps, no picture. */
import type { Facing, Point } from './plan.ts'

/** Frames of one stride, and metres that it covers. */
const STRIDE_FRAMES = 6
const STRIDE_METRES = 1.15

export interface Walker {
  x: number
  y: number
  facing: Facing
  /** Corners still to be reached. */
  way: Point[]
  /** Metres a second. */
  pace: number
  /** Metres walked: chooses the frame of the stride. */
  walked: number
}

export function walkerAt([x, y]: Point, facing: Facing = 'se', pace = 1.5): Walker {
  return { x, y, facing, way: [], pace, walked: 0 }
}

/** The way somebody looks who moves by (dx, dy); straight up or down the screen keeps the side they showed before. */
export function facingOf(dx: number, dy: number, before: Facing): Facing {
  const right = before === 'se' || before === 'ne'
  if (Math.abs(dx - dy) > 1e-6 && Math.abs(Math.abs(dx) - Math.abs(dy)) > 1e-6) {
    if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? 'se' : 'nw'
    return dy > 0 ? 'sw' : 'ne'
  }
  // Along a diagonal of the floor: right or left on screen when the signs differ, towards or away from the viewer when alike.
  if (dx > 0 && dy > 0) return right ? 'se' : 'sw'
  if (dx < 0 && dy < 0) return right ? 'ne' : 'nw'
  if (dx > 0 && dy < 0) return before === 'ne' || before === 'nw' ? 'ne' : 'se'
  if (dx < 0 && dy > 0) return before === 'ne' || before === 'nw' ? 'nw' : 'sw'
  return before
}

/** Walks on for `seconds`; true while there is way left. Time that is left at a corner goes into the next leg. */
export function step(walker: Walker, seconds: number): boolean {
  let metres = walker.pace * seconds
  while (metres > 0) {
    const next = walker.way[0]
    if (!next) return false
    const dx = next[0] - walker.x
    const dy = next[1] - walker.y
    const distance = Math.hypot(dx, dy)
    if (distance > 1e-9) walker.facing = facingOf(dx, dy, walker.facing)
    const done = Math.min(distance, metres)
    walker.walked += done
    metres -= done
    if (done === distance) {
      walker.x = next[0]
      walker.y = next[1]
      walker.way.shift()
    } else {
      walker.x += (dx / distance) * done
      walker.y += (dy / distance) * done
    }
  }
  return walker.way.length > 0
}

/** Goes straight to the end of the way: for those who want no motion. */
export function jump(walker: Walker): void {
  const [beforeLast, last] = [walker.way.at(-2) ?? ([walker.x, walker.y] as const), walker.way.at(-1)]
  if (!last) return
  walker.facing = facingOf(last[0] - beforeLast[0], last[1] - beforeLast[1], walker.facing)
  walker.x = last[0]
  walker.y = last[1]
  walker.way = []
}

/** "idle" or "walk0" to "walk5". */
export function poseOf(walker: Walker, moving = walker.way.length > 0): string {
  if (!moving) return 'idle'
  return `walk${Math.floor((walker.walked / STRIDE_METRES) * STRIDE_FRAMES) % STRIDE_FRAMES}`
}

/** Strides made so far, whole ones. */
export function stridesOf({ walked }: Walker): number {
  return Math.floor(walked / STRIDE_METRES)
}

/** Name of the drawn side and whether it is mirrored: only se and ne are drawn. */
export function drawnSide(facing: Facing): { side: 'se' | 'ne'; flip: boolean } {
  return { side: facing === 'se' || facing === 'sw' ? 'se' : 'ne', flip: facing === 'sw' || facing === 'nw' }
}

/** Looks from one point of the floor to another, as well as four sides allow. */
export function lookTowards(walker: Walker, x: number, y: number): void {
  walker.facing = facingOf(x - walker.x, y - walker.y, walker.facing)
}
