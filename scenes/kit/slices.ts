/**
 * Painter's order for things longer than one tile. One depth cannot serve a bed: somebody at its foot is in front of it, somebody
 * beside its head behind. Cut by vertical lines of the screen into pieces as wide as one tile is deep, every piece has one depth
 * that is right for whoever stands in its columns. Walls come as single tiles already.
 */
export interface Slice {
  /** Screen columns at 1x, from the pivot; the first and last slices take whatever hangs over. */
  from: number
  to: number
  /** x + y of the middle of its tile, from the back corner of the piece. */
  depth: number
}

const HALF_TILE = 32

/** Slices of a piece that covers `w` tiles along x and `d` along y, in no particular order. */
export function slicesOf([w, d]: readonly [number, number]): Slice[] {
  const alongX = w >= d
  const count = alongX ? w : d
  const cut = (i: number): number => (alongX ? i - d / 2 : w / 2 - i) * HALF_TILE
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [i === 0 ? (alongX ? -Infinity : Infinity) : cut(i), i === count - 1 ? (alongX ? Infinity : -Infinity) : cut(i + 1)]
    return { from: Math.min(a, b), to: Math.max(a, b), depth: i + 0.5 + (alongX ? d : w) / 2 }
  })
}

/** Depth of somebody who stands at (x, y); what has more is painted later. */
export function depthAt(x: number, y: number): number {
  return x + y
}

/** Depth of one tile of wall that starts at (x, y). */
export function wallDepth([x, y]: readonly [number, number]): number {
  return x + y + 0.5
}
