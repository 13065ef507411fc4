/** The floor of a plan as a few pictures, those under the near departments told apart. */
import sharp from 'sharp'
import { drawFloor, FLOOR_DEFS } from '../../src/art/floor.ts'
import type { Plan } from '../../src/art/plan.ts'
import { project } from '../../src/art/projection.ts'
import { crop, rasterize, trim } from './raster.ts'

/** Pixels of the baked picture per pixel of the world. */
export const FLOOR_DENSITY = 2
const COLUMN = 1024
const ROW = 1024

export interface Chunk {
  file: string
  part: 'near' | 'far'
  x: number
  y: number
  w: number
  h: number
}

export async function bakeFloor(plan: Plan, quality: number): Promise<{ chunks: Chunk[]; pictures: Map<string, Buffer> }> {
  const floor = drawFloor(plan)
  const whole = rasterize(`<defs>${FLOOR_DEFS}</defs>${floor.svg}`, floor, FLOOR_DENSITY)
  const chunks: Chunk[] = []
  const pictures = new Map<string, Buffer>()
  for (let top = 0, row = 0; top < whole.h; top += ROW, row++) {
    for (let left = 0, column = 0; left < whole.w; left += COLUMN, column++) {
      const cell = trim(crop(whole, left, top, Math.min(COLUMN, whole.w - left), Math.min(ROW, whole.h - top)))
      if (!cell) continue
      const file = `${row}-${column}.webp`
      const at = { x: floor.x + (left + cell.left) / FLOOR_DENSITY, y: floor.y + (top + cell.top) / FLOOR_DENSITY, w: cell.w / FLOOR_DENSITY, h: cell.h / FLOOR_DENSITY }
      chunks.push({ file, part: liesUnderNear(plan, at) ? 'near' : 'far', ...at })
      pictures.set(file, await sharp(cell.data, { raw: { width: cell.w, height: cell.h, channels: 4 } }).webp({ quality, alphaQuality: 70, effort: 6, smartSubsample: true }).toBuffer())
    }
  }
  return { chunks, pictures }
}

/** True when a point of a near room falls into the box, looked at every half tile. */
function liesUnderNear(plan: Plan, box: { x: number; y: number; w: number; h: number }): boolean {
  return plan.rooms.some(({ department, rect: [x, y, w, d] }) => {
    if (!plan.near.includes(department)) return false
    for (let i = 0; i <= w; i += 0.5) {
      for (let j = 0; j <= d; j += 0.5) {
        const [sx, sy] = project(x + i, y + j)
        if (sx > box.x && sx < box.x + box.w && sy > box.y && sy < box.y + box.h) return true
      }
    }
    return false
  })
}
