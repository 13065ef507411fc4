/** From the world (tiles) to the screen (pixels at 1x): two to one dimetric, one fixed corner. */
export type V2 = readonly [x: number, y: number]
export type V3 = readonly [x: number, y: number, z: number]

export const TILE_WIDTH = 64
export const TILE_HEIGHT = 32
/** Pixels that one unit of height is worth. */
export const RISE = 40

/** How far a point at height 1 throws its shadow on the floor. */
export const SHADOW_X = 0.36
export const SHADOW_Y = -0.2

export function project(x: number, y: number, z = 0): V2 {
  return [((x - y) * TILE_WIDTH) / 2, ((x + y) * TILE_HEIGHT) / 2 - z * RISE]
}

export const projectPoint = (p: V3): V2 => project(p[0], p[1], p[2])

export const round = (n: number): number => Math.round(n * 100) / 100 || 0

/** "x,y x,y …" for a polygon. */
export const points = (list: readonly V2[]): string => list.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')

/** "Mx yL…Z" for a path. */
export const closedPath = (list: readonly V2[]): string => `M${list.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`

/** Twice the signed area on the screen. */
export function signedArea(list: readonly V2[]): number {
  return list.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = list[(i + 1) % list.length]!
    return sum + x * nextY - nextX * y
  }, 0)
}

/** Smallest convex outline round the points (Andrew's monotone chain). */
export function hull(cloud: readonly V2[]): V2[] {
  const sorted = [...cloud].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const turn = (o: V2, a: V2, b: V2): number => (a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0])
  const half = (list: readonly V2[]): V2[] => {
    const kept: V2[] = []
    for (const p of list) {
      while (kept.length > 1 && turn(kept.at(-2)!, kept.at(-1)!, p) <= 0) kept.pop()
      kept.push(p)
    }
    kept.pop()
    return kept
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

export const cross3 = (u: V3, v: V3): V3 => [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
export const minus = (a: V3, b: V3): V3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
export const negate = (a: V3): V3 => [-a[0], -a[1], -a[2]]
export const dot3 = (a: V3, b: V3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export function unit(v: V3): V3 {
  const length = Math.hypot(...v) || 1
  return [v[0] / length, v[1] / length, v[2] / length]
}

export const between = (a: V3, b: V3, t: number): V3 => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]

/** From an object towards the camera. */
export const TO_CAMERA: V3 = [0.612, 0.612, 0.5]

export interface Bounds {
  x0: number
  y0: number
  z0: number
  x1: number
  y1: number
  z1: number
}

export function boundsOf(cloud: readonly V3[]): Bounds {
  const bounds = { x0: Infinity, y0: Infinity, z0: Infinity, x1: -Infinity, y1: -Infinity, z1: -Infinity }
  for (const [x, y, z] of cloud) {
    bounds.x0 = Math.min(bounds.x0, x)
    bounds.x1 = Math.max(bounds.x1, x)
    bounds.y0 = Math.min(bounds.y0, y)
    bounds.y1 = Math.max(bounds.y1, y)
    bounds.z0 = Math.min(bounds.z0, z)
    bounds.z1 = Math.max(bounds.z1, z)
  }
  return bounds
}
