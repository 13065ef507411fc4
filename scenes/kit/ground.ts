/** Lays the baked floor: pictures side by side in bands, and below them only what they do not hide. */
import { bandsOf, outside, type Band } from './coverage.ts'
import { opaqueBlend, type Image, type Layer, type Scene } from './phaser.ts'

export interface GroundPicture {
  key: string
  image: HTMLImageElement
  /** Map pixels. */
  x: number
  y: number
  w: number
  h: number
}

/** The pictures are read at an eighth of their size; a small picture as it is. */
const SHRINK = 8
const LARGE_PX = 512
/** Height of a band, in map pixels: thin enough to follow the diamond, thick enough to be few. */
const BAND_MAP_PX = 32

interface Laid {
  picture: GroundPicture
  bands: Band[]
  scale: number
}

/** Paints in order; what a later picture hides of an earlier one is left out. */
export function layGround(scene: Scene, layer: Layer, pictures: readonly GroundPicture[]): void {
  const laid = pictures.map((picture): Laid => {
    const scale = picture.image.naturalWidth / picture.w
    return { picture, scale, bands: readBands(picture.image, BAND_MAP_PX * scale) }
  })
  laid.forEach((one, i) => layBands(scene, layer, one, laid.slice(i + 1)))
}

function layBands(scene: Scene, layer: Layer, { picture, bands, scale }: Laid, above: readonly Laid[]): void {
  const texture = scene.textures.addImage(picture.key, picture.image)
  if (!texture) return
  const opaque = opaqueBlend(scene)
  const [solid, veils]: [Image[], Image[]] = [[], []]
  for (const { top, height, left, right, solidLeft, solidRight } of bands) {
    const solids = above.map((other) => solidOver(other, picture.y + top / scale, height / scale))
      .map(([from, to]) => [Math.ceil((from - picture.x) * scale), Math.floor((to - picture.x) * scale)] as const)
      .filter(([from, to]) => to > from)
    const piece = (from: number, to: number): Image => {
      const name = `${from},${top}`
      texture.add(name, 0, from, top, to - from, height)
      return scene.add.image(picture.x + from / scale, picture.y + top / scale, picture.key, name).setOrigin(0).setScale(1 / scale)
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
function solidOver({ picture, bands, scale }: Laid, top: number, height: number): [number, number] {
  const over = bands.filter((band) => picture.y + band.top / scale < top + height && picture.y + (band.top + band.height) / scale > top)
  const covered = over.reduce((sum, band) => {
    const from = Math.max(top, picture.y + band.top / scale)
    return sum + Math.min(top + height, picture.y + (band.top + band.height) / scale) - from
  }, 0)
  if (covered < height - 0.01) return [0, 0]
  return [
    Math.max(...over.map((band) => picture.x + band.solidLeft / scale)),
    Math.min(...over.map((band) => picture.x + band.solidRight / scale)),
  ]
}

function readBands(image: HTMLImageElement, bandPx: number): Band[] {
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  const shrink = size.width > LARGE_PX ? SHRINK : 1
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(size.width / shrink)
  canvas.height = Math.ceil(size.height / shrink)
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (!pen) return [{ top: 0, left: 0, ...size, right: size.width, solidLeft: 0, solidRight: 0 }]
  pen.drawImage(image, 0, 0, size.width / shrink, size.height / shrink)
  const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
  const alpha = new Uint8Array(canvas.width * canvas.height)
  for (let i = 0; i < alpha.length; i++) alpha[i] = data[i * 4 + 3]!
  return bandsOf({ width: canvas.width, height: canvas.height, alpha }, shrink, size, bandPx)
}
