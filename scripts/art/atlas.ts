/** Sprites to one picture and its Phaser JSON hash, pivots included. */
import { createRequire } from 'node:module'
import sharp from 'sharp'
import type { Sprite } from '../../src/art/sprites.ts'
import { rasterize, trim, type Raster } from './raster.ts'

const { MaxRectsPacker } = createRequire(import.meta.url)('maxrects-packer') as typeof import('maxrects-packer')

/** Pixels per unit of the drawing. */
export const DENSITY = 2
const REACH = { x: -260, y: -200, w: 520, h: 420 }
const MAX_SIDE = 2048

interface Frame {
  name: string
  image: Raster
  pivotX: number
  pivotY: number
}

export interface Atlas {
  webp: Buffer
  json: string
  w: number
  h: number
}

function frameOf(sprite: Sprite): Frame {
  const image = trim(rasterize(sprite.draw(), REACH, DENSITY))
  if (!image) throw new Error(`${sprite.frame} draws nothing`)
  return { name: sprite.frame, image, pivotX: -REACH.x * DENSITY - image.left, pivotY: -REACH.y * DENSITY - image.top }
}

/** @throws Error when the sprites do not fit one sheet of 2048. */
export async function packAtlas(file: string, sprites: readonly Sprite[], quality: number): Promise<Atlas> {
  const packer = new MaxRectsPacker(MAX_SIDE, MAX_SIDE, 2, { smart: true, pot: false, border: 1, allowRotation: false })
  packer.addArray(
    sprites.map(frameOf).map((frame) => ({ width: frame.image.w, height: frame.image.h, data: frame, x: 0, y: 0 })) as never,
  )
  const [bin, second] = packer.bins
  if (!bin || second)
    throw new Error(
      `${file}: ${sprites.length} frames need ${packer.bins.length} sheets; keep fewer frames near or split the part`,
    )
  const sheet = Buffer.alloc(bin.width * bin.height * 4)
  const frames: [string, unknown][] = []
  for (const { x, y, data } of bin.rects as unknown as { x: number; y: number; data: Frame }[]) {
    const { image } = data
    for (let row = 0; row < image.h; row++)
      image.data.copy(sheet, ((y + row) * bin.width + x) * 4, row * image.w * 4, (row + 1) * image.w * 4)
    const share = (pivot: number, size: number): number => Number((pivot / size).toFixed(4))
    frames.push([
      data.name,
      { frame: { x, y, w: image.w, h: image.h }, pivot: { x: share(data.pivotX, image.w), y: share(data.pivotY, image.h) } },
    ])
  }
  frames.sort(([a], [b]) => (a < b ? -1 : 1))
  const json = JSON.stringify({
    frames: Object.fromEntries(frames),
    meta: { image: `${file}.webp`, format: 'RGBA8888', size: { w: bin.width, h: bin.height }, scale: String(DENSITY) },
  })
  const webp = await sharp(sheet, { raw: { width: bin.width, height: bin.height, channels: 4 } })
    .webp({ quality, alphaQuality: 70, effort: 6, smartSubsample: true })
    .toBuffer()
  return { webp, json, w: bin.width, h: bin.height }
}
