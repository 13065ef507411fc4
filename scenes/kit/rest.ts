/** Switches the picture between painting everything and painting a kept picture with what moves over it (`still-life.ts`). */
import type { View } from './camera.ts'
import { opaqueBlend, type Image, type Layer } from './phaser.ts'
import { outlineOf, StillIndex, type StillPiece } from './still-life.ts'
import type { Surface } from './surface.ts'

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

interface Piece extends StillPiece {
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
  private still: Image[] = []
  private live: Image[] = []
  private stillShadows: Image[] = []
  private index = new StillIndex<Piece>([])
  private covers: Image[] = []
  private used = 0

  constructor(surface: Surface, layers: RestLayers, whoMoves: () => ReadonlySet<Image>) {
    this.surface = surface
    this.layers = layers
    this.whoMoves = whoMoves
  }

  /** The view or something that stands has changed: paint everything again until it rests. */
  disturb(): void {
    this.rested = 0
    if (!this.kept) return
    for (const layer of [...this.layers.below, this.layers.things]) layer.setVisible(true)
    for (const shadow of this.stillShadows) shadow.setVisible(true)
    this.layers.live.setVisible(false)
    this.layers.things.add(this.live)
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
    this.used = 0
    for (const image of this.live) if (image.visible) this.coverWhatIsBehind(image)
    for (let i = this.used; i < this.covers.length; i++) this.covers[i]!.setVisible(false)
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
    this.still = listOf(this.layers.things).filter((image) => image.visible && !isMoving(image))
    this.showKept(key, view)
    this.surface.repaint()
  }

  private showKept(key: string, { x, y, zoom }: View): void {
    const { scene, density } = this.surface
    for (const layer of [...this.layers.below, this.layers.things]) layer.setVisible(false)
    for (const shadow of this.stillShadows) shadow.setVisible(false)
    this.layers.live.setVisible(true)
    this.layers.live.add(this.live)
    this.kept = scene.add.image(x, y, key).setScale(1 / (zoom * density)).setBlendMode(opaqueBlend(scene))
    this.layers.kept.add(this.kept)
    this.surface.sky = false
    this.index = new StillIndex(this.still.map((image) => ({ image, outline: outlineOf(image), depth: image.depth })))
    this.step()
  }

  private coverWhatIsBehind(image: Image): void {
    const margin = MARGIN_PX / this.surface.density
    const { left, top, right, bottom } = outlineOf(image)
    this.index.covering({ left: left - margin, top: top - margin, right: right + margin + SHADOW.right, bottom: bottom + margin + SHADOW.below }, image.depth, (piece, part) => {
      const cover = this.covers[this.used] ?? this.newCover()
      this.used += 1
      const { image: from, outline } = piece
      if (cover.frame !== from.frame) cover.setTexture(from.texture.key, from.frame.name)
      // Mirrored by its scale: Phaser 4.2.1 would take a crop of a flipped image from the wrong side.
      cover.setPosition(from.x, from.y).setScale(from.flipX ? -from.scaleX : from.scaleX, from.scaleY).setDepth(piece.depth).setVisible(true)
      const x = from.flipX ? outline.right - part.right : part.left - outline.left
      cover.setCrop(x / from.scaleX, (part.top - outline.top) / from.scaleX, (part.right - part.left) / from.scaleX, (part.bottom - part.top) / from.scaleX)
    })
  }

  private newCover(): Image {
    const cover = this.surface.scene.add.image(0, 0, '__DEFAULT')
    this.layers.live.add(cover)
    this.covers.push(cover)
    return cover
  }
}

function listOf(layer: Layer): Image[] {
  return layer.list as Image[]
}
