/** The floor of a plan as a few pictures side by side, over the blurred shadow of the island. */
import sharp from 'sharp'
import { bandsOf } from '../../src/art/floor-bands.ts'
import { drawFloor, FLOOR_DEFS } from '../../src/art/floor.ts'
import { drawIslandShadow } from '../../src/art/ground.ts'
import type { Plan } from '../../src/art/plan.ts'
import type { Band, FloorChunk } from '../../src/core/floor-chunk.ts'
import { crop, rasterize, trim, type Raster } from './raster.ts'

/** Pixels of the baked picture per pixel of the world, WebP quality, and the widest texture that every machine takes. */
const FLOOR = { density: 1.5, quality: 58, widest: 2048 }
/** A blur needs few pixels. */
const ISLAND_SHADOW = { density: 0.125, quality: 60 }

export interface BakedFloor {
  chunks: FloorChunk[]
  pictures: Map<string, Buffer>
}

const webp = (image: Raster, quality: number): Promise<Buffer> =>
  sharp(image.data, { raw: { width: image.w, height: image.h, channels: 4 } })
    .webp({ quality, alphaQuality: 70, effort: 6, smartSubsample: true })
    .toBuffer()

export async function bakeFloor(plan: Plan): Promise<BakedFloor> {
  const floor = drawFloor(plan)
  const defs = `<defs>${FLOOR_DEFS}</defs>`
  const baked: BakedFloor = { chunks: [], pictures: new Map() }
  const keep = async (
    file: string,
    image: Raster & { left: number; top: number },
    density: number,
    quality: number,
  ): Promise<void> => {
    const picture = await webp(image, quality)
    baked.chunks.push({
      file,
      x: floor.x + image.left / density,
      y: floor.y + image.top / density,
      w: image.w / density,
      h: image.h / density,
      bands: await readBands(picture, density),
    })
    baked.pictures.set(file, picture)
  }
  const shadow = trim(rasterize(defs + drawIslandShadow(plan.ground), floor, ISLAND_SHADOW.density))!
  await keep('shadow.webp', shadow, ISLAND_SHADOW.density, ISLAND_SHADOW.quality)
  const whole = rasterize(defs + floor.svg, floor, FLOOR.density)
  const columns = Math.ceil(whole.w / FLOOR.widest)
  const width = Math.ceil(whole.w / columns)
  for (let column = 0; column < columns; column++) {
    const left = column * width
    const piece = trim(crop(whole, left, 0, Math.min(width, whole.w - left), whole.h))!
    await keep(`${column}.webp`, { ...piece, left: left + piece.left }, FLOOR.density, FLOOR.quality)
  }
  return baked
}

/** Height of a band, in map pixels: thin enough to follow the diamond, thick enough to be few. */
const BAND_MAP_PX = 32

/** What a floor picture shows and hides, band by band, as its readers will see it: after it has been compressed. */
async function readBands(picture: Buffer, density: number): Promise<Band[]> {
  const { data, info } = await sharp(picture).extractChannel('alpha').raw().toBuffer({ resolveWithObject: true })
  return bandsOf({ width: info.width, height: info.height, alpha: data }, Math.round(BAND_MAP_PX * density))
}
