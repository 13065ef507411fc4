/** A soft warm light over a department that a quest has lit. */
import { toScreen } from '../../src/core/iso.ts'
import type { Image, Layer, Scene } from '../kit/phaser.ts'
import type { Drawings } from '../kit/textures.ts'
import { PLACES } from './map.ts'

const SIZE = 128
const STRENGTH = 0.55

export class Lights {
  private readonly scene: Scene
  private readonly layer: Layer
  private readonly drawings: Drawings
  private readonly lit = new Map<string, Image>()

  constructor(scene: Scene, layer: Layer, drawings: Drawings) {
    this.scene = scene
    this.layer = layer
    this.drawings = drawings
  }

  /** Department -> state; "off" is dark, anything else is lit. */
  show(lights: Readonly<Record<string, string>>): void {
    for (const place of PLACES) {
      const wanted = lights[place.id] !== undefined && lights[place.id] !== 'off'
      if (wanted === this.lit.has(place.id)) continue
      if (wanted) {
        this.lit.set(place.id, this.light(place.areas[0]!))
      } else {
        this.lit.get(place.id)!.destroy()
        this.lit.delete(place.id)
      }
    }
  }

  private light([x, y, w, d]: (typeof PLACES)[number]['areas'][number]): Image {
    if (!this.drawings.has('light')) {
      this.drawings.addCanvas('light', glow(), { frames: { light: { frame: { x: 0, y: 0, w: SIZE, h: SIZE }, pivot: { x: 0.5, y: 0.5 } } }, meta: { scale: 1 } })
    }
    const { sx, sy } = toScreen({ x: x + w / 2, y: y + d / 2 })
    const image = this.scene.add.image(sx, sy, 'light', 'light').setAlpha(STRENGTH).setDisplaySize((w + d) * 32, (w + d) * 16)
    this.layer.add(image)
    return image
  }
}

function glow(): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  const gradient = pen.createRadialGradient(SIZE / 2, SIZE / 2, 0, SIZE / 2, SIZE / 2, SIZE / 2)
  gradient.addColorStop(0, 'rgb(255 246 214 / 100%)')
  gradient.addColorStop(1, 'rgb(255 246 214 / 0%)')
  pen.fillStyle = gradient
  pen.fillRect(0, 0, SIZE, SIZE)
  return canvas
}
