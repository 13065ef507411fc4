/** A person in the picture: body, shadow, and where the body was painted, so that a click finds it. */
import { toScreen } from '../../src/core/iso.ts'
import type { Image, Layer, Scene } from './phaser.ts'
import type { Facing } from './plan.ts'
import { depthAt } from './slices.ts'
import type { Drawings } from './textures.ts'
import { drawnSide } from './walker.ts'

/** Half the width and the height of a person, in map pixels: what a finger may touch. */
const TOUCH = { halfWidth: 17, height: 64, below: 10 }

export interface FigureLayers {
  things: Layer
  shadows: Layer
}

export class Figure {
  readonly id: string
  x = 0
  y = 0
  private readonly drawings: Drawings
  private readonly body: Image
  private readonly shadow: Image
  private shown = ''

  constructor(scene: Scene, layers: FigureLayers, drawings: Drawings, id: string) {
    this.id = id
    this.drawings = drawings
    this.body = scene.add.image(0, 0, '__DEFAULT').setVisible(false)
    this.shadow = scene.add.image(0, 0, '__DEFAULT').setVisible(false)
    layers.things.add(this.body)
    layers.shadows.add(this.shadow)
  }

  /** Stands at a point of the floor, showing a side in a pose; `look` names the frames ("npc/joan-malik", "player"). */
  show(look: string, x: number, y: number, facing: Facing, pose: string): void {
    this.x = x
    this.y = y
    const { sx, sy } = toScreen({ x, y })
    this.body.setPosition(sx, sy).setDepth(depthAt(x, y))
    this.shadow.setPosition(sx, sy)
    const { side, flip } = drawnSide(facing)
    const wanted = `${look}/${side}/${pose}`
    this.body.flipX = flip
    if (wanted === this.shown) return
    const drawing = this.drawings.find(wanted) ?? this.drawings.find(`${look}/${side}/idle`) ?? this.drawings.find(`${look}/se/idle`)
    this.body.setVisible(drawing !== null)
    if (!drawing) return
    this.shown = wanted
    this.paint(this.body, drawing)
    if (!this.shadow.visible) this.castShadow()
  }

  /** Frames of this look were exchanged: paint them anew at the next `show`. */
  forget(): void {
    this.shown = ''
    this.shadow.setVisible(false)
  }

  get images(): readonly Image[] {
    return [this.body, this.shadow]
  }

  /** Whether a point of the map touches the body. */
  touches(x: number, y: number): boolean {
    if (!this.body.visible) return false
    const foot = toScreen({ x: this.x, y: this.y })
    return Math.abs(x - foot.sx) < TOUCH.halfWidth && y > foot.sy - TOUCH.height && y < foot.sy + TOUCH.below
  }

  remove(): void {
    this.body.destroy()
    this.shadow.destroy()
  }

  private castShadow(): void {
    const drawing = this.drawings.find('sh/person')
    if (!drawing) return
    this.paint(this.shadow, drawing)
    this.shadow.setVisible(true)
  }

  private paint(image: Image, drawing: { texture: string; frame: string; scale: number }): void {
    // By name, always: a sheet that was exchanged has the name of the one before it.
    image.setTexture(drawing.texture, drawing.frame).setScale(1 / drawing.scale)
  }
}
