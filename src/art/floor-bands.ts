/** Which parts of a baked floor picture are worth painting: bands, each as wide as what is in it. */
import type { Band } from '../core/floor-chunk.ts'

export interface AlphaPicture {
  width: number
  height: number
  /** One byte a pixel, row by row. */
  alpha: Uint8Array | Uint8ClampedArray
}

const SHOWS = 2
const SOLID = 250

/** Bands of so many rows; what shows is taken one pixel wider on each side, what is solid one narrower. */
export function bandsOf(picture: AlphaPicture, rows: number): Band[] {
  const bands: Band[] = []
  for (let top = 0; top < picture.height; top += rows) {
    const until = Math.min(top + rows, picture.height)
    const seen = { left: Infinity, right: -1 }
    const solid = { left: 0, right: picture.width }
    for (let y = top; y < until; y++) {
      const line = lineOf(picture, y)
      seen.left = Math.min(seen.left, line.left)
      seen.right = Math.max(seen.right, line.right)
      solid.left = Math.max(solid.left, line.solidLeft)
      solid.right = Math.min(solid.right, line.solidRight)
    }
    if (seen.right < 0) continue
    const hasSolid = solid.right - solid.left > 2
    bands.push({
      top,
      height: until - top,
      left: Math.max(0, seen.left - 1),
      right: Math.min(picture.width, seen.right + 2),
      solidLeft: hasSolid ? solid.left + 1 : 0,
      solidRight: hasSolid ? solid.right - 1 : 0,
    })
  }
  return bands
}

/** First and last pixel that shows, and the longest solid run, as [from, to). */
function lineOf({ width, alpha }: AlphaPicture, y: number) {
  const line = { left: Infinity, right: -1, solidLeft: 0, solidRight: 0 }
  let run = 0
  for (let x = 0; x < width; x++) {
    const value = alpha[y * width + x]!
    if (value >= SHOWS) {
      line.left = Math.min(line.left, x)
      line.right = x
    }
    run = value >= SOLID ? run + 1 : 0
    if (run > line.solidRight - line.solidLeft) {
      line.solidLeft = x + 1 - run
      line.solidRight = x + 1
    }
  }
  return line
}
