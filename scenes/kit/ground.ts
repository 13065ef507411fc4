/** Lays the baked floor: pictures side by side in bands, and below them only what they do not hide. */
import type { FloorChunk } from '../../src/core/floor-chunk.ts'
import { outside } from './coverage.ts'
import { addPicture, opaqueBlend, type Image, type Layer, type Scene } from './phaser.ts'

export interface GroundPicture {
  key: string
  image: ImageBitmap
  chunk: FloorChunk
}

interface Laid extends GroundPicture {
  scale: number
}

/** Paints in order; what a later picture hides of an earlier one is left out. */
export function layGround(scene: Scene, layer: Layer, pictures: readonly GroundPicture[]): void {
  const laid = pictures.map((picture): Laid => ({ ...picture, scale: picture.image.width / picture.chunk.w }))
  laid.forEach((one, i) => layBands(scene, layer, one, laid.slice(i + 1)))
}

function layBands(scene: Scene, layer: Layer, { key, image, chunk, scale }: Laid, above: readonly Laid[]): void {
  const texture = addPicture(scene, key, image)
  if (!texture) return
  const opaque = opaqueBlend(scene)
  const [solid, veils]: [Image[], Image[]] = [[], []]
  for (const { top, height, left, right, solidLeft, solidRight } of chunk.bands) {
    const solids = above.map((other) => solidOver(other, chunk.y + top / scale, height / scale))
      .map(([from, to]) => [Math.ceil((from - chunk.x) * scale), Math.floor((to - chunk.x) * scale)] as const)
      .filter(([from, to]) => to > from)
    const piece = (from: number, to: number): Image => {
      const name = `${from},${top}`
      texture.add(name, 0, from, top, to - from, height)
      return scene.add.image(chunk.x + from / scale, chunk.y + top / scale, key, name).setOrigin(0).setScale(1 / scale)
    }
    for (const [from, to] of outside(left, right, solids)) {
      const [a, b] = [Math.max(from, solidLeft), Math.min(to, solidRight)]
      if (b <= a) {
        veils.push(piece(from, to))
        continue
      }
      solid.push(piece(a, b).setBlendMode(opaque))
      if (a > from) veils.push(piece(from, a))
      if (to > b) veils.push(piece(b, to))
    }
  }
  layer.add(solid)
  layer.add(veils)
}

/** The run of map pixels that a picture hides over the whole of a band below it. */
function solidOver({ chunk, scale }: Laid, top: number, height: number): [number, number] {
  const over = chunk.bands.filter((band) => chunk.y + band.top / scale < top + height && chunk.y + (band.top + band.height) / scale > top)
  const covered = over.reduce((sum, band) => {
    const from = Math.max(top, chunk.y + band.top / scale)
    return sum + Math.min(top + height, chunk.y + (band.top + band.height) / scale) - from
  }, 0)
  if (covered < height - 0.01) return [0, 0]
  return [
    Math.max(...over.map((band) => chunk.x + band.solidLeft / scale)),
    Math.min(...over.map((band) => chunk.x + band.solidRight / scale)),
  ]
}
