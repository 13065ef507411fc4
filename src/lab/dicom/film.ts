/** A chest film of our own drawing, 160 pixels square, grey; enough to see where words lie on it. Training pictures, nobody's chest. */
import { Rng } from '../../core/rng.ts'
import type { FilmMarks } from '../../core/artefacts/annotations.ts'
import type { Burn } from './burn.ts'

export const FILM_SIZE = 160
const MIDDLE = FILM_SIZE / 2
/** Where somebody has painted. */
const BLACK = 0

type Ellipse = readonly [x: number, y: number, rx: number, ry: number]

const BODY: Ellipse = [80, 118, 74, 104]
const LUNGS: Readonly<Record<string, readonly Ellipse[]>> = { PA: [[50, 84, 23, 46], [110, 84, 23, 46]], LL: [[84, 82, 34, 48]] }

/** How deep inside: 1 in the middle, 0 at the rim, less outside. */
function depth([cx, cy, rx, ry]: Ellipse, x: number, y: number): number {
  return 1 - Math.hypot((x - cx) / rx, (y - cy) / ry)
}

/** Lungs are narrow above and end below in a dome. */
function lungDepth([cx, cy, rx, ry]: Ellipse, x: number, y: number): number {
  const down = (y - cy) / ry
  const dome = y > cy ? 1 + 0.35 * ((x - cx) / rx) ** 2 : 1
  return 1 - Math.hypot((x - cx) / (rx * (1 + 0.22 * down)), down * dome)
}

function soft(t: number, width: number): number {
  const s = Math.min(1, Math.max(0, t / width))
  return s * s * (3 - 2 * s)
}

/** Bare film by view: the same chest each time but for its light. */
const chests = new Map<string, Float32Array>()

function chest(view: string): Float32Array {
  const known = chests.get(view)
  if (known) return known
  const light = new Float32Array(FILM_SIZE * FILM_SIZE)
  const lungs = LUNGS[view] ?? LUNGS['PA'] as readonly Ellipse[]
  const heart: Ellipse = view === 'PA' ? [88, 112, 22, 24] : [70, 106, 22, 26]
  for (let y = 0; y < FILM_SIZE; y++) {
    for (let x = 0; x < FILM_SIZE; x++) {
      const neck = soft(1 - Math.abs(x - MIDDLE) / 26, 0.4) * soft((70 - y) / 70, 0.5)
      const body = Math.max(soft(depth(BODY, x, y), 0.16), neck * 0.8)
      const air = Math.max(...lungs.map((lung) => soft(lungDepth(lung, x, y), 0.25)))
      const ribs = Math.max(0, Math.sin((y + Math.abs(x - MIDDLE) * 0.45) / 5.4)) ** 3 * 22 * body
      const spine = view === 'PA' ? soft(1 - Math.abs(x - MIDDLE) / 9, 1) * 34 : soft(1 - Math.abs(x - 128 + (y - 96) * 0.06) / 12, 1) * 40
      const collar = view === 'PA' ? soft(1 - Math.abs(y - 40 + Math.abs(x - MIDDLE) * 0.16) / 4, 1) * 34 * soft(1 - Math.abs(Math.abs(x - MIDDLE) - 30) / 26, 0.3) : 0
      light[y * FILM_SIZE + x] = collar * body + 12 + body * 138 - air * 92 + ribs * (0.35 + air * 0.65) + spine * body + soft(depth(heart, x, y), 0.35) * 62 * body
    }
  }
  chests.set(view, light)
  return light
}

/** Grey values, one byte a pixel, words burnt in, painted over where somebody did. */
export function filmPixels(burn: Burn, painted: FilmMarks | null): Uint8ClampedArray<ArrayBuffer> {
  const rng = new Rng(`${burn.seed}/grain`)
  const bare = chest(burn.view)
  const gain = 0.86 + rng.uniform() * 0.24
  const pixels = new Uint8ClampedArray(FILM_SIZE * FILM_SIZE)
  // No part of a film is quite black: that is the colour of what was painted over.
  for (let i = 0; i < pixels.length; i++) pixels[i] = Math.max(BLACK + 1, (bare[i] as number) * gain + (rng.uniform() - 0.5) * 12)
  for (const i of burn.label) pixels[i] = 206
  for (const i of burn.telling) pixels[i] = burn.label.length > 0 ? 24 : 246
  for (const i of burn.needed) pixels[i] = 250
  if (painted) for (const [i, over] of paintedOver(painted).entries()) if (over) pixels[i] = BLACK
  return pixels
}

const lungPixels = new Map(Object.entries(LUNGS).map(([view, lungs]) => [
  view, Array.from({ length: FILM_SIZE * FILM_SIZE }, (_, i) => i).filter((i) => lungs.some((lung) => lungDepth(lung, i % FILM_SIZE, Math.floor(i / FILM_SIZE)) > 0)),
]))

/** 1 where a mark covers the pixel. */
export function paintedOver({ boxes, strokes }: FilmMarks): Uint8Array {
  const over = new Uint8Array(FILM_SIZE * FILM_SIZE)
  for (const { x, y, w, h } of boxes) {
    const [left, top, right, bottom] = [x, y, x + w, y + h].map((share) => Math.round(share * FILM_SIZE)) as [number, number, number, number]
    for (let row = top; row < Math.min(FILM_SIZE, bottom); row++) over.fill(1, row * FILM_SIZE + left, row * FILM_SIZE + Math.min(FILM_SIZE, right))
  }
  for (const { radius, points } of strokes) {
    for (const [k, point] of points.entries()) paintSegment(over, points[k - 1] ?? point, point, radius * FILM_SIZE)
  }
  return over
}

type Point = readonly [number, number]

function paintSegment(over: Uint8Array, a: Point, b: Point, radius: number): void {
  const [ax, ay, bx, by] = [a[0], a[1], b[0], b[1]].map((share) => share * FILM_SIZE) as [number, number, number, number]
  const squared = (bx - ax) ** 2 + (by - ay) ** 2 || 1e-6
  for (let y = Math.max(0, Math.floor(Math.min(ay, by) - radius)); y <= Math.min(FILM_SIZE - 1, Math.ceil(Math.max(ay, by) + radius)); y++) {
    for (let x = Math.max(0, Math.floor(Math.min(ax, bx) - radius)); x <= Math.min(FILM_SIZE - 1, Math.ceil(Math.max(ax, bx) + radius)); x++) {
      const along = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared))
      if (Math.hypot(ax + (bx - ax) * along - x, ay + (by - ay) * along - y) <= radius) over[y * FILM_SIZE + x] = 1
    }
  }
}

/** Words of a film count as gone when next to nothing of them is left. */
export const GONE = 0.98

export interface Painted {
  /** Share of the telling pixels that are covered; 1 where nothing was burnt in. */
  covered: number
  /** Share of the lungs that is left to look at; 0 when the side marker is gone, for nobody may guess a side. */
  kept: number
}

/** Judges a picture by its grey values alone, as somebody sees it who has received it. */
export function judgePicture({ view, telling, needed, label }: Burn, pixels: ArrayLike<number>): Painted {
  const hidden = (places: readonly number[]) => places.reduce((sum, i) => sum + Number((pixels[i] ?? BLACK) === BLACK), 0)
  const covered = telling.length === 0 ? 1 : hidden(telling) / telling.length
  if (hidden(needed) > needed.length / 2) return { covered, kept: 0 }
  // What lies under a paper label was never to be seen.
  const under = new Set([...telling, ...label])
  const lungs = (lungPixels.get(view) ?? []).filter((i) => !under.has(i))
  return { covered, kept: lungs.length === 0 ? 1 : 1 - hidden(lungs) / lungs.length }
}
