/** Shapes to pixels. The same row and size give the same picture, always. */
import { Rng } from '../../../core/rng.ts'
import { glyphRows, GLYPH_HEIGHT, GLYPH_WIDTH, plainLetters } from '../../dicom/font.ts'
import { blurred, eachPixelOf, mix, smoothStep, type SoftNoise, softNoise } from '../raster.ts'
import { SLOT } from './plan.ts'
import type { Amount, DrawnSpec, Shape } from './spec.ts'
import type { Values } from './values.ts'

interface Canvas {
  size: number
  light: Float32Array
}

/** A row of the description, ready to be asked. */
export interface Ask {
  amount(of: Amount): number
  holds(formula: string): boolean
  words(column: string): string
}

export function askFor(values: Values, row: number): Ask {
  return { amount: (of) => values.amount(of, row), holds: (formula) => values.holds(formula, row), words: (column) => values.words(column, row) }
}

/** @param size pixels of a side. @returns grey, one byte a pixel */
export function paintPicture({ draw, camera }: Pick<DrawnSpec, 'draw' | 'camera'>, ask: Ask, seed: string, size: number): Uint8ClampedArray {
  const canvas: Canvas = { size, light: new Float32Array(size * size) }
  for (const [i, shape] of draw.entries()) {
    if (shape.when === undefined || ask.holds(shape.when)) paintShape(canvas, shape, ask, `${seed}/${i}`)
  }
  const light = blurred(canvas.light, size, size, ask.amount(camera.blur) * size, 2)
  const [contrast, brightness, noise] = [camera.contrast, camera.brightness, camera.noise].map((amount) => ask.amount(amount)) as [number, number, number]
  const rng = new Rng(`${seed}/grain/${size}`)
  const pixels = new Uint8ClampedArray(size * size)
  for (let i = 0; i < pixels.length; i++) pixels[i] = 255 * (0.5 + ((light[i] as number) - 0.5) * contrast + brightness + (noise > 0 ? rng.normal(0, noise) : 0))
  return pixels
}

let sky: SoftNoise | null = null

function paintShape(canvas: Canvas, shape: Shape, ask: Ask, seed: string): void {
  const { size, light } = canvas
  const bright = ask.amount(shape.light)
  const put = (at: number, cover: number) => {
    light[at] = shape.how === 'over' ? mix(light[at] as number, bright, cover) : (light[at] as number) + bright * cover
  }
  switch (shape.shape) {
    case 'fill': return light.forEach((_, at) => put(at, 1))
    case 'texture': {
      // One sky for all pictures, each with a window of its own: making a sky takes longer than drawing a picture.
      const rng = new Rng(seed)
      const [left, top, grain] = [rng.uniform() * 100, rng.uniform() * 100, Math.max(0.01, ask.amount(shape.grain))]
      const { cloud } = (sky ??= softNoise(new Rng('sky')))
      return light.forEach((_, at) => put(at, cloud(left + (at % size) / size / grain, top + Math.floor(at / size) / size / grain)))
    }
    case 'ellipse': return paintRound(canvas, { x: ask.amount(shape.x), y: ask.amount(shape.y), rx: ask.amount(shape.rx), ry: ask.amount(shape.ry), turn: ask.amount(shape.turn), soft: ask.amount(shape.soft), square: false }, put)
    case 'box': return paintRound(canvas, { x: ask.amount(shape.x), y: ask.amount(shape.y), rx: ask.amount(shape.w) / 2, ry: ask.amount(shape.h) / 2, turn: ask.amount(shape.turn), soft: ask.amount(shape.soft), square: true }, put)
    case 'stroke': return paintStroke(canvas, shape, ask, put)
    case 'letters': return paintLetters(canvas, shape, ask, put)
  }
}

type Put = (at: number, cover: number) => void

function paintRound({ size }: Canvas, { x, y, rx, ry, turn, soft, square }: Record<'x' | 'y' | 'rx' | 'ry' | 'turn' | 'soft', number> & { square: boolean }, put: Put): void {
  if (!(rx > 0 && ry > 0)) return
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const reach = square ? Math.hypot(rx, ry) : Math.max(rx, ry)
  for (let py = Math.max(0, Math.floor((y - reach) * size)); py < Math.min(size, (y + reach) * size + 1); py++) {
    for (let px = Math.max(0, Math.floor((x - reach) * size)); px < Math.min(size, (x + reach) * size + 1); px++) {
      const [dx, dy] = [(px + 0.5) / size - x, (py + 0.5) / size - y]
      const [u, v] = [(dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry]
      const away = square ? Math.max(Math.abs(u), Math.abs(v)) : Math.sqrt(u * u + v * v)
      if (away < 1) put(py * size + px, fade(away, soft))
    }
  }
}

/** 1 inside, 0 from the edge on. */
function fade(away: number, soft: number): number {
  return smoothStep(1, 1 - Math.min(1, Math.max(0.02, soft)), away)
}

/** Where parts of a stroke overlap, light is put once. */
function paintStroke({ size }: Canvas, { points, width, soft }: Extract<Shape, { shape: 'stroke' }>, ask: Ask, put: Put): void {
  const radius = Math.max(0.5, (ask.amount(width) * size) / 2)
  const softness = ask.amount(soft)
  const places = points.map(([x, y]) => [ask.amount(x) * size - 0.5, ask.amount(y) * size - 0.5] as const)
  if (!places.flat().every(Number.isFinite) || !Number.isFinite(radius)) return
  const cover = new Map<number, number>()
  for (const [i, to] of places.entries()) {
    const from = places[i - 1]
    if (from) eachPixelOf({ width: size, height: size }, { from, to, radius: [radius, radius] }, (at, away) => cover.set(at, Math.max(cover.get(at) ?? 0, fade(away, softness))))
  }
  for (const [at, share] of cover) put(at, share)
}

function paintLetters({ size }: Canvas, { words, x, y, size: height }: Extract<Shape, { shape: 'letters' }>, ask: Ask, put: Put): void {
  const dot = Math.max(1, Math.round((ask.amount(height) * size) / GLYPH_HEIGHT))
  const [left, top] = [Math.round(ask.amount(x) * size), Math.round(ask.amount(y) * size)]
  const text = plainLetters(words.replaceAll(SLOT, (_, column: string) => ask.words(column)))
  for (const [i, sign] of [...text].entries()) {
    for (const [down, row] of glyphRows(sign).entries()) {
      for (const [across, on] of [...row].entries()) {
        if (on !== '#') continue
        for (let k = 0; k < dot * dot; k++) {
          const [px, py] = [left + (i * (GLYPH_WIDTH + 1) + across) * dot + (k % dot), top + down * dot + Math.floor(k / dot)]
          if (px >= 0 && py >= 0 && px < size && py < size) put(py * size + px, 1)
        }
      }
    }
  }
}
