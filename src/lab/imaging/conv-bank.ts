/**
 * Numbers from a picture: a bank of small fixed patterns is slid over it, and in each part of the picture it is noted how
 * strongly each pattern answers. The patterns are random and never learned; what is learned is which answers matter
 * (after Dempster 2020, ROCKET, brought from traces to pictures). Shortcuts are learned as gladly as illness is.
 */
import { Rng } from '../../core/rng.ts'

export interface ConvBank {
  /** Pixels of a side of the pictures it reads. */
  size: number
  kernels: number
  /** Parts across and down. */
  grid: number
  /** One name for each number, in order. */
  names: readonly string[]
  /** @returns `names.length` numbers. @throws RangeError for a picture of another size */
  features(picture: Float32Array): Float64Array
}

const REACH = 5
const STEP = 2

/** The same seed and measures give the same bank, always. */
export function makeBank({ seed = 'film-bank', size, kernels, grid }: { seed?: string; size: number; kernels: number; grid: number }): ConvBank {
  const rng = new Rng(`${seed}/${kernels}`)
  const patterns = Array.from({ length: kernels }, (_, k) => makePattern(rng, k % 2 ? 2 : 1))
  const names = [...patterns.flatMap((_, k) => partNames(`pattern ${k + 1}`, grid)), ...partNames('brightness', grid)]
  const cells = grid * grid
  return {
    size, kernels, grid, names,
    features(picture) {
      if (picture.length !== size * size) throw new RangeError(`this bank reads pictures of ${size} by ${size}, not of ${picture.length} pixels`)
      const out = new Float64Array(names.length)
      patterns.forEach((pattern, k) => answerTo(pattern, picture, size, grid, out.subarray(k * cells, (k + 1) * cells)))
      meanOfParts(picture, size, grid, out.subarray(kernels * cells))
      return out
    },
  }
}

function partNames(of: string, grid: number): string[] {
  return Array.from({ length: grid * grid }, (_, cell) => `${of}, row ${Math.floor(cell / grid) + 1} column ${(cell % grid) + 1}`)
}

interface Pattern {
  weights: Float32Array
  /** 2 looks at every other pixel: the same pattern, twice as large. */
  spread: number
  bias: number
}

function makePattern(rng: Rng, spread: number): Pattern {
  const weights = Float32Array.from({ length: REACH * REACH }, () => rng.normal())
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  // Without its mean a pattern answers to shape, not to a film that is bright all over.
  return { weights: weights.map((weight) => weight - mean), spread, bias: rng.normal(0, 0.3) }
}

/** Mean of what is above nought, part by part. The inner loop is where the time goes. */
function answerTo({ weights, spread, bias }: Pattern, picture: Float32Array, size: number, grid: number, out: Float64Array): void {
  const places = size - (REACH - 1) * spread
  const counts = new Uint16Array(out.length)
  for (let y = 0; y < places; y += STEP) {
    const row = Math.min(grid - 1, Math.floor((y * grid) / places)) * grid
    for (let x = 0; x < places; x += STEP) {
      let sum = bias
      for (let j = 0, w = 0; j < REACH; j++, w += REACH) {
        const at = (y + j * spread) * size + x
        sum += (weights[w] as number) * (picture[at] as number) + (weights[w + 1] as number) * (picture[at + spread] as number)
          + (weights[w + 2] as number) * (picture[at + 2 * spread] as number) + (weights[w + 3] as number) * (picture[at + 3 * spread] as number)
          + (weights[w + 4] as number) * (picture[at + 4 * spread] as number)
      }
      const cell = row + Math.min(grid - 1, Math.floor((x * grid) / places))
      counts[cell] = (counts[cell] as number) + 1
      if (sum > 0) out[cell] = (out[cell] as number) + sum
    }
  }
  for (let cell = 0; cell < out.length; cell++) out[cell] = (out[cell] as number) / Math.max(1, counts[cell] as number)
}

function meanOfParts(picture: Float32Array, size: number, grid: number, out: Float64Array): void {
  const counts = new Uint16Array(out.length)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const cell = Math.floor((y * grid) / size) * grid + Math.floor((x * grid) / size)
      counts[cell] = (counts[cell] as number) + 1
      out[cell] = (out[cell] as number) + (picture[y * size + x] as number)
    }
  }
  for (let cell = 0; cell < out.length; cell++) out[cell] = (out[cell] as number) / Math.max(1, counts[cell] as number)
}

/** Bytes to numbers round nought, with spread 1: bright and pale films become alike. */
export function evened(pixels: Uint8ClampedArray): Float32Array {
  let [sum, squares] = [0, 0]
  for (const value of pixels) {
    sum += value
    squares += value * value
  }
  const mean = sum / pixels.length
  const spread = Math.sqrt(Math.max(1, squares / pixels.length - mean * mean))
  const out = new Float32Array(pixels.length)
  for (let i = 0; i < out.length; i++) out[i] = ((pixels[i] as number) - mean) / spread
  return out
}
