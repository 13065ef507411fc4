/** A small map of the town with dots in its districts, drawn to pixels for a story. */
import type { Drawing } from '../graph/ports.ts'
import type { District } from '../data/noshow-people.ts'
import { clamp } from '../../core/rng.ts'

const WIDTH = 400
const HEIGHT = 250
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const LAND = [238, 245, 234] as const
const WATER = [207, 230, 243] as const
const HOUSE = [255, 255, 255] as const
const DOT = [184, 64, 47] as const

/** Middle and radius of each district, in pixels; the river runs between the hill and the harbour side. */
const AREAS: Readonly<Record<District, readonly [number, number, number]>> = {
  'Hill Park': [55, 50, 34], 'Old Town': [150, 48, 32], Station: [245, 50, 34], Market: [345, 58, 38], Harbour: [120, 188, 46], 'Mill Lane': [280, 186, 46],
}

/** One dot for every hundredth of all. Each district is a mark with its name and its share. */
export function drawDistricts(count: readonly { name: District; n: number }[]): Drawing {
  const total = Math.max(1, count.reduce((sum, { n }) => sum + n, 0))
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 3)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const river = 118 + 10 * Math.sin(x / 55)
      const wet = clamp(11 - Math.abs(y - river), 0, 1)
      for (let c = 0; c < 3; c++) pixels[(y * WIDTH + x) * 3 + c] = (LAND[c] as number) * (1 - wet) + (WATER[c] as number) * wet
    }
  }
  for (const { name, n } of count) {
    const [x, y, radius] = AREAS[name]
    disc(pixels, { x, y, radius, colour: HOUSE })
    const dots = Math.round((100 * n) / total)
    for (let i = 0; i < dots; i++) {
      const away = Math.min(radius - 4, 5.2 * Math.sqrt(i))
      disc(pixels, { x: x + away * Math.cos(i * GOLDEN_ANGLE), y: y + away * Math.sin(i * GOLDEN_ANGLE), radius: 3, colour: DOT })
    }
  }
  const marks = count.map(({ name, n }) => {
    const [x, y, radius] = AREAS[name]
    return { x: x - radius, y: y - radius, w: 2 * radius, h: 2 * radius, label: `${name}: ${Math.round((100 * n) / total)} of 100` }
  })
  return { width: WIDTH, height: HEIGHT, channels: 3, pixels, marks }
}

function disc(pixels: Uint8ClampedArray, { x, y, radius, colour }: { x: number; y: number; radius: number; colour: readonly [number, number, number] }): void {
  for (let py = Math.max(0, Math.floor(y - radius - 1)); py <= Math.min(HEIGHT - 1, y + radius + 1); py++) {
    for (let px = Math.max(0, Math.floor(x - radius - 1)); px <= Math.min(WIDTH - 1, x + radius + 1); px++) {
      const cover = clamp(radius + 0.5 - Math.sqrt((px - x) ** 2 + (py - y) ** 2), 0, 1)
      const at = (py * WIDTH + px) * 3
      for (let c = 0; c < 3; c++) pixels[at + c] = (pixels[at + c] as number) * (1 - cover) + (colour[c] as number) * cover
    }
  }
}
