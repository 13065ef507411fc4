/**
 * The hospital's one viewpoint: 2:1 dimetric. World units are tiles (1 tile = 1 m): x runs right and down the screen,
 * y left and down, z up. Screen units are pixels at 1x; the world's origin is the screen's origin.
 */
export const TILE_W = 64
export const TILE_H = 32
/** Pixels that one metre of height takes on screen. */
export const HEIGHT_PX = 40

export interface WorldPoint {
  x: number
  y: number
  z?: number
}

export interface ScreenPoint {
  sx: number
  sy: number
}

/** Where a point of the world is painted. */
export function toScreen({ x, y, z = 0 }: WorldPoint): ScreenPoint {
  return { sx: (x - y) * (TILE_W / 2), sy: (x + y) * (TILE_H / 2) - z * HEIGHT_PX }
}

/** Point of the world, at height `z`, that is painted at a place on screen: the inverse of `toScreen`. */
export function toWorld({ sx, sy }: ScreenPoint, z = 0): Required<WorldPoint> {
  const sum = (sy + z * HEIGHT_PX) / (TILE_H / 2)
  const difference = sx / (TILE_W / 2)
  return { x: (sum + difference) / 2, y: (sum - difference) / 2, z }
}

/** Tile that holds a point of the floor. */
export function tileOf({ x, y }: WorldPoint): { x: number; y: number } {
  return { x: Math.floor(x), y: Math.floor(y) }
}

/**
 * Painter's order: what has the smaller key is painted first. Nearer to the viewer means further down the screen; at the same
 * distance what stands higher is painted later, and `layer` (0 floor, 1 shadow, 2 things, 3 signs) settles the rest.
 */
export function depthKey({ x, y, z = 0 }: WorldPoint, layer = 2): number {
  return (x + y) * 100 + z * 10 + layer
}
