/** What drawn pictures are made of: planes of light, smooth steps, soft noise, blur, strokes. Pure; every picture from its seed. */
import { clamp, type Rng } from '../../core/rng.ts'

export type Rgb = readonly [number, number, number]

/** Three planes of light, row by row; 0 is dark and 1 is white. */
export interface RgbPlanes {
  width: number
  height: number
  red: Float32Array
  green: Float32Array
  blue: Float32Array
}

export function rgbPlanes(width: number, height: number): RgbPlanes {
  const plane = () => new Float32Array(width * height)
  return { width, height, red: plane(), green: plane(), blue: plane() }
}

/** Paint over a pixel: `opacity` 0 leaves it, 1 covers it. */
export function paint({ red, green, blue }: RgbPlanes, at: number, colour: Rgb, opacity: number): void {
  red[at] = mix(red[at] as number, colour[0], opacity)
  green[at] = mix(green[at] as number, colour[1], opacity)
  blue[at] = mix(blue[at] as number, colour[2], opacity)
}

/** Make a pixel darker (or lighter) by a factor for each colour. */
export function shade({ red, green, blue }: RgbPlanes, at: number, [r, g, b]: Rgb): void {
  red[at] = (red[at] as number) * r
  green[at] = (green[at] as number) * g
  blue[at] = (blue[at] as number) * b
}

export function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

/** 0 up to `low`, 1 from `high`, smooth in between; works downwards too when `low` is above `high`. */
export function smoothStep(low: number, high: number, x: number): number {
  const t = clamp((x - low) / (high - low), 0, 1)
  return t * t * (3 - 2 * t)
}

/** Uniform between two numbers. */
export function between(rng: Rng, low: number, high: number): number {
  return low + (high - low) * rng.uniform()
}

export interface SoftNoise {
  /** -1 to 1, smooth: a grid of chance with cubic blending. */
  at(x: number, y: number): number
  /** Several octaves of it, each half as strong and twice as fine. */
  cloud(x: number, y: number, octaves?: number): number
}

const GRID = 128

export function softNoise(rng: Rng): SoftNoise {
  const grid = Float32Array.from({ length: GRID * GRID }, () => rng.uniform() * 2 - 1)
  const corner = (x: number, y: number) => grid[(x & (GRID - 1)) * GRID + (y & (GRID - 1))] as number
  const at = (x: number, y: number) => {
    const left = Math.floor(x)
    const top = Math.floor(y)
    const fx = x - left
    const fy = y - top
    const u = fx * fx * (3 - 2 * fx)
    const v = fy * fy * (3 - 2 * fy)
    return mix(mix(corner(left, top), corner(left + 1, top), u), mix(corner(left, top + 1), corner(left + 1, top + 1), u), v)
  }
  const cloud = (x: number, y: number, octaves = 4) => {
    let sum = 0
    for (let i = 0, strength = 0.5, size = 1; i < octaves; i++, strength /= 2, size *= 2.03) sum += strength * at(x * size + i * 17.1, y * size + i * 9.7)
    return sum
  }
  return { at, cloud }
}

/** Box blur, `passes` times; edges repeat. Three passes are close to a Gaussian. `radius` in pixels, below 0.5 nothing happens. */
export function blurred(light: Float32Array, width: number, height: number, radius: number, passes = 1): Float32Array {
  const reach = Math.round(radius)
  const now = light.slice()
  if (reach < 1) return now
  const half = new Float32Array(light.length)
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < height; y++) slide(now, half, { start: y * width, step: 1, length: width, reach })
    for (let x = 0; x < width; x++) slide(half, now, { start: x, step: width, length: height, reach })
  }
  return now
}

interface Run {
  start: number
  step: number
  length: number
  reach: number
}

/** Running mean along one row or column. The inner loops count: a picture is blurred some ten times. */
function slide(from: Float32Array, to: Float32Array, { start, step, length, reach }: Run): void {
  const last = start + (length - 1) * step
  const share = 1 / (2 * reach + 1)
  const first = from[start] as number
  const final = from[last] as number
  let sum = first * (reach + 1)
  for (let i = 1; i <= reach; i++) sum += i < length ? (from[start + i * step] as number) : final
  let ahead = start + (reach + 1) * step
  let behind = start - reach * step
  for (let at = start; at !== last + step; at += step, ahead += step, behind += step) {
    to[at] = sum * share
    sum += (ahead > last ? final : (from[ahead] as number)) - (behind < start ? first : (from[behind] as number))
  }
}

export interface Stroke {
  from: readonly [number, number]
  to: readonly [number, number]
  /** Radius at either end, in pixels. */
  radius: readonly [number, number]
}

/** Calls `mark` for every pixel of a stroke with round ends; `away` is 0 on its middle line and 1 at its edge. */
export function eachPixelOf({ width, height }: { width: number; height: number }, { from, to, radius }: Stroke, mark: (at: number, away: number) => void): void {
  const widest = Math.max(radius[0], radius[1])
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const squared = dx * dx + dy * dy || 1e-6
  const left = Math.max(0, Math.floor(Math.min(from[0], to[0]) - widest))
  const right = Math.min(width - 1, Math.ceil(Math.max(from[0], to[0]) + widest))
  const top = Math.max(0, Math.floor(Math.min(from[1], to[1]) - widest))
  const bottom = Math.min(height - 1, Math.ceil(Math.max(from[1], to[1]) + widest))
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const share = ((x - from[0]) * dx + (y - from[1]) * dy) / squared
      const along = share < 0 ? 0 : share > 1 ? 1 : share
      const ax = from[0] + dx * along - x
      const ay = from[1] + dy * along - y
      // Math.hypot guards against overflow that no picture has, and takes five times as long.
      const away = Math.sqrt(ax * ax + ay * ay) / mix(radius[0], radius[1], along)
      if (away < 1) mark(y * width + x, away)
    }
  }
}

/** Light to bytes, three a pixel. */
export function rgbBytes({ red, green, blue }: RgbPlanes): Uint8ClampedArray {
  const bytes = new Uint8ClampedArray(red.length * 3)
  for (let i = 0; i < red.length; i++) {
    bytes[i * 3] = 255 * (red[i] as number)
    bytes[i * 3 + 1] = 255 * (green[i] as number)
    bytes[i * 3 + 2] = 255 * (blue[i] as number)
  }
  return bytes
}
