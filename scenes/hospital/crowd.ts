/** People who walk by themselves: each on their route, stopping, turning, walking on. No picture here, so that it can be tested. */
import { Rng } from '../../src/core/rng.ts'
import type { FloorGrid } from '../kit/floor-grid.ts'
import type { Point } from '../kit/plan.ts'
import { facingOf, step, walkerAt, type Walker } from '../kit/walker.ts'
import { PLACES } from './map.ts'
import { ROUTES, type Route } from './routes.ts'

/** How far ahead of the porter the wheelchair goes, in metres. */
const PUSHED_AHEAD = 0.62

export interface Stroller {
  route: Route
  walker: Walker
  /** Stop that is walked to, or stood at. */
  next: number
  /** Seconds left at this stop. */
  stay: number
}

export class Crowd {
  readonly strollers: Stroller[]
  private readonly grid: FloorGrid
  private readonly ways = new Map<string, Point[] | null>()

  /** The people of the routes, or `count` people for measuring. */
  constructor(grid: FloorGrid, count: number | null = null) {
    this.grid = grid
    const routes = count === null ? ROUTES : manyRoutes(grid, count)
    this.strollers = routes.map((route, i) => {
      const first = route.stops[0]!
      // Not everybody sets off at once.
      return { route, walker: walkerAt(first.at, first.look ?? 'se', route.pace), next: 0, stay: count === null ? (first.stay * ((i % 3) + 1)) / 3 : 0 }
    })
  }

  step(seconds: number): void {
    for (const stroller of this.strollers) this.move(stroller, seconds)
  }

  private move(stroller: Stroller, seconds: number): void {
    const { walker, route } = stroller
    if (walker.way.length > 0) {
      if (step(walker, seconds)) return
      const stop = route.stops[stroller.next]!
      stroller.stay = stop.stay
      if (stop.look) walker.facing = stop.look
    }
    stroller.stay -= seconds
    if (stroller.stay > 0) return
    stroller.next = (stroller.next + 1) % route.stops.length
    walker.way = this.way([walker.x, walker.y], route.stops[stroller.next]!.at)
  }

  /** Ways between stops are walked again and again: each is looked for once. */
  private way(from: Point, to: Point): Point[] {
    const key = `${from.join()}>${to.join()}`
    let way = this.ways.get(key)
    if (way === undefined) this.ways.set(key, way = this.grid.way(from, to))
    return way ? [...way] : []
  }
}

/** Where the one who is pushed sits, ahead of the one who pushes. */
export function pushedBy(walker: Walker): { x: number; y: number; facing: Walker['facing'] } {
  const next = walker.way[0]
  const [dx, dy] = next ? [next[0] - walker.x, next[1] - walker.y] : AHEAD[walker.facing]
  const length = Math.hypot(dx, dy) || 1
  return {
    x: walker.x + (dx / length) * PUSHED_AHEAD,
    y: walker.y + (dy / length) * PUSHED_AHEAD,
    facing: facingOf(dx, dy, walker.facing),
  }
}

const AHEAD = { se: [1, 0], sw: [0, 1], ne: [0, -1], nw: [-1, 0] } as const

/** Any number of people who cross the whole floor: for measuring what a crowd costs. */
function manyRoutes(grid: FloorGrid, count: number): Route[] {
  const rng = new Rng('crowd')
  const looks = ROUTES.map((route) => route.look)
  const anywhere = (): Point => {
    for (;;) {
      const [x, y] = [Math.round(rng.uniform() * 60) / 2, Math.round(rng.uniform() * 46) / 2]
      if (grid.free(x, y) && grid.way(PLACES[0]!.spot, [x, y])) return [x, y]
    }
  }
  return Array.from({ length: count }, (_, i) => ({
    look: looks[i % looks.length]!,
    pace: 1.1 + 0.6 * rng.uniform(),
    stops: Array.from({ length: 4 }, () => ({ at: anywhere(), stay: 0 })),
  }))
}

