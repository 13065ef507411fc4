/** Switches the picture between painting everything and painting a kept picture with what moves over it (`still-life.ts`). */
import type { View } from './camera.ts'
import { opaqueBlend, type Image, type Layer } from './phaser.ts'
import { meets, outlineOf, type Seen, StillIndex, type StillPiece } from './still-life.ts'
import type { Surface } from './surface.ts'
import { paintPieces, type Piece } from './upright.ts'

export interface RestLayers {
  /** Painted below everything that has a depth; nothing in them moves. */
  below: readonly Layer[]
  /** Shadows of those who stand and of those who walk. */
  shadows: Layer
  things: Layer
  /** Stands in for `things` while a picture is kept: those who move and what covers them, and nobody else to be sorted. */
  live: Layer
  /** Never kept: it lies above all and may move. */
  above: readonly Layer[]
  /** Where the kept picture lies: above `below`. */
  kept: Layer
}

interface Still extends StillPiece {
  image: Image
}

/** Frames that the view must rest before it is worth keeping. */
const FRAMES_OF_REST = 4
/** Cover a little more than the outline: the pixel that the edge cuts. */
const MARGIN_PX = 1

/** How far a shadow reaches beyond whoever casts it, in map pixels: what stands before it is painted again too. */
const SHADOW = { right: 10, below: 3 }

export class Rest {
  private readonly surface: Surface
  private readonly layers: RestLayers
  private readonly whoMoves: () => ReadonlySet<Image>
  private rested = 0
  private kept: Image | null = null
  private live: Image[] = []
  private stillShadows: Image[] = []
  private index = new StillIndex<Still>([])
  private pieces: Piece[] = []

  constructor(surface: Surface, layers: RestLayers, whoMoves: () => ReadonlySet<Image>) {
    this.surface = surface
    this.layers = layers
    this.whoMoves = whoMoves
    const host = surface.scene.add.image(0, 0, '__DEFAULT')
    paintPieces(host, () => this.pieces)
    layers.live.add(host)
    layers.live.setVisible(false)
  }

  /** The view or something that stands has changed: paint everything again until it rests. */
  disturb(): void {
    this.rested = 0
    if (!this.kept) return
    for (const layer of [...this.layers.below, this.layers.things]) layer.setVisible(true)
    for (const shadow of this.stillShadows) shadow.setVisible(true)
    this.layers.live.setVisible(false)
    this.kept.destroy()
    this.kept = null
    this.surface.sky = true
  }

  /** After everything has moved, once per frame. */
  step(): void {
    if (!this.kept) {
      this.rested += 1
      return
    }
    this.pieces = []
    const seen = this.surface.scene.cameras.main.worldView
    for (const image of this.live) if (image.visible) this.addWithCovers(image, seen)
    this.pieces.sort((a, b) => a.depth - b.depth)
  }

  /** Between two frames: keeps the picture when the view has rested for long enough. */
  settle(view: View): void {
    if (this.kept || this.rested < FRAMES_OF_REST) return
    const moving = this.whoMoves()
    const isMoving = (image: Image): boolean => moving.has(image)
    const shadows = listOf(this.layers.shadows)
    const hidden = [...[...moving].filter((image) => image.visible), ...this.layers.above.filter((layer) => layer.visible)]
    for (const one of hidden) one.setVisible(false)
    const key = this.surface.keepPicture()
    for (const one of hidden) one.setVisible(true)
    if (key === null) return
    this.stillShadows = shadows.filter((shadow) => shadow.visible && !isMoving(shadow))
    this.live = listOf(this.layers.things).filter(isMoving)
    this.showKept(key, listOf(this.layers.things).filter((image) => image.visible && !isMoving(image)), view)
    this.surface.repaint()
  }

  private showKept(key: string, still: readonly Image[], { x, y, zoom }: View): void {
    const { scene, density } = this.surface
    for (const layer of [...this.layers.below, this.layers.things]) layer.setVisible(false)
    for (const shadow of this.stillShadows) shadow.setVisible(false)
    this.layers.live.setVisible(true)
    this.kept = scene.add.image(x, y, key).setScale(1 / (zoom * density)).setBlendMode(opaqueBlend(scene))
    this.layers.kept.add(this.kept)
    this.surface.sky = false
    this.index = new StillIndex(still.map((image) => ({ image, outline: outlineOf(image), depth: image.depth })))
    this.step()
  }

  /** Somebody who moves, and those parts of still things before them that lie over them and their shadow. */
  private addWithCovers(image: Image, seen: Seen): void {
    const outline = outlineOf(image)
    if (!meets(outline, seen)) return
    const margin = MARGIN_PX / this.surface.density
    const { left, top, right, bottom } = outline
    this.pieces.push({ image, outline, part: outline, depth: image.depth })
    this.index.covering(
      { left: left - margin, top: top - margin, right: right + margin + SHADOW.right, bottom: bottom + margin + SHADOW.below },
      image.depth,
      (still, part) => this.pieces.push({ ...still, part }),
    )
  }
}

function listOf(layer: Layer): Image[] {
  return layer.list as Image[]
}
