/** The number on the wards' board: written here, leaning with the wall it hangs on. */
import { toScreen } from '../../src/core/iso.ts'
import type { Image, Layer, Scene } from '../kit/phaser.ts'
import type { Furniture } from '../kit/plan.ts'
import type { Drawings } from '../kit/textures.ts'

/** Middle of the board's dark plate, from the board's `at` (turn a); its size on the wall, in metres. */
const PLATE = { x: 1, y: 0.13, z: 1.17, w: 1.2, h: 0.42 }
const DENSITY = 3
/** Pixels that a metre of height takes, and a metre along the wall: right and down. */
const RISE = 40
const RUN = { x: 32, y: 16 }
/** On top of the board, below whoever stands before the wall. */
const ABOVE_BOARD = 0.02

export class WallFigure {
  private readonly scene: Scene
  private readonly layer: Layer
  private readonly drawings: Drawings
  private readonly board: Furniture
  private image: Image | null = null
  private written = ''

  constructor(scene: Scene, layer: Layer, drawings: Drawings, board: Furniture) {
    this.scene = scene
    this.layer = layer
    this.drawings = drawings
    this.board = board
  }

  write(text: string): void {
    if (text === this.written) return
    this.written = text
    const canvas = writeOnWall(text)
    this.drawings.addCanvas('wall-figure', canvas, {
      frames: { 'wall-figure': { frame: { x: 0, y: 0, w: canvas.width, h: canvas.height }, pivot: { x: 0.5, y: 0.5 } } },
      meta: { scale: DENSITY },
    })
    const [x, y] = this.board.at
    const { sx, sy } = toScreen({ x: x + PLATE.x, y: y + PLATE.y, z: PLATE.z })
    this.image?.destroy()
    this.image = this.scene.add.image(sx, sy, 'wall-figure', 'wall-figure').setScale(1 / DENSITY)
    // The board's right half hangs a tile further along, and is painted later than its left one.
    this.image.setDepth(x + 1.5 + y + 0.05 + ABOVE_BOARD)
    this.layer.add(this.image)
  }
}

function writeOnWall(text: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const width = PLATE.w * RUN.x
  const height = PLATE.h * RISE + PLATE.w * RUN.y
  canvas.width = Math.ceil(width * DENSITY)
  canvas.height = Math.ceil(height * DENSITY)
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  // One unit along the wall runs right and down; one unit up is up.
  pen.setTransform((RUN.x / RISE) * DENSITY, (RUN.y / RISE) * DENSITY, 0, DENSITY, canvas.width / 2, canvas.height / 2)
  pen.font = '800 12px Nunito, "Atkinson Hyperlegible Next", system-ui, sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillStyle = '#f8cd55'
  pen.fillText(text, 0, 0.5)
  return canvas
}
