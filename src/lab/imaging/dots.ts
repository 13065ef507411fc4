/** People as dots, row by row: a ring for somebody nobody knows about yet, a full red dot with a dark centre for somebody ill. */
import type { Drawing } from '../graph/ports.ts'
import { clamp } from '../../core/rng.ts'

export type Dot = 'waiting' | 'well' | 'ill'

const CELL = 16
const GROUND = [247, 243, 234] as const
const COLOURS = { waiting: [148, 163, 178], well: [186, 198, 208], ill: [184, 64, 47] } as const
const CORE = [255, 236, 228] as const

/** Twenty in a row. Shape says what colour says. */
export function drawDots(dots: readonly Dot[], across = 20): Drawing {
  const width = across * CELL
  const height = Math.max(1, Math.ceil(dots.length / across)) * CELL
  const pixels = new Uint8ClampedArray(width * height * 3)
  for (let i = 0; i < width * height; i++) pixels.set(GROUND, i * 3)
  dots.forEach((dot, i) => drawDot(pixels, width, { dot, left: (i % across) * CELL, top: Math.floor(i / across) * CELL }))
  return { width, height, channels: 3, pixels, marks: [] }
}

function drawDot(pixels: Uint8ClampedArray, width: number, { dot, left, top }: { dot: Dot; left: number; top: number }): void {
  const middle = (CELL - 1) / 2
  for (let y = 0; y < CELL; y++) {
    for (let x = 0; x < CELL; x++) {
      const out = Math.hypot(x - middle, y - middle)
      const at = ((top + y) * width + left + x) * 3
      const inside = clamp(6.4 - out, 0, 1)
      const hollow = dot === 'ill' ? 0 : clamp(4.2 - out, 0, 1)
      blend(pixels, at, COLOURS[dot], inside * (1 - hollow))
      if (dot === 'ill') blend(pixels, at, CORE, clamp(2.2 - out, 0, 1))
    }
  }
}

function blend(pixels: Uint8ClampedArray, at: number, colour: readonly [number, number, number], share: number): void {
  for (let c = 0; c < 3; c++) pixels[at + c] = (pixels[at + c] as number) * (1 - share) + (colour[c] as number) * share
}
