/** Draws a plan: baked floor below, walls and furniture above, each tile at its own depth. Art may arrive in any order. */
import { toScreen } from '../../src/core/iso.ts'
import type { Image, Layer, Scene } from './phaser.ts'
import type { Furniture, Plan, Wall } from './plan.ts'
import { slicesOf, wallDepth } from './slices.ts'
import type { Drawings } from './textures.ts'

export interface PieceTools {
  turnedSize(piece: Pick<Furniture, 'name' | 'rot'>): readonly [w: number, d: number]
  /** Hung on a wall: painted right after it, before what stands on the same tile. */
  hung(piece: Furniture): boolean
}

/** A wall comes before what touches it, something hung on it directly after the wall. */
const HUNG_ABOVE_WALL = 0.05

/** A piece whose frames turn, like the revolving door. */
export interface Turning {
  images: readonly { image: Image; from: number; to: number }[]
  piece: Furniture
}

export class FloorPicture {
  readonly turning: Turning[] = []
  private readonly scene: Scene
  private readonly layer: Layer
  private readonly drawings: Drawings
  private readonly tools: PieceTools
  private readonly drawn: { image: Image; name: string; from: number; to: number }[] = []
  private missing: { walls: Wall[]; furniture: Furniture[] }

  constructor(scene: Scene, layer: Layer, drawings: Drawings, plan: Plan, tools: PieceTools) {
    this.scene = scene
    this.layer = layer
    this.drawings = drawings
    this.tools = tools
    this.missing = { walls: [...plan.walls], furniture: [...plan.furniture] }
  }

  /** Draws all whose art is here by now; returns how many pieces still wait for theirs. */
  fill(): number {
    const walls = this.missing.walls.filter((wall) => !this.drawWall(wall))
    const furniture = this.missing.furniture.filter((piece) => !this.drawPiece(piece))
    this.missing = { walls, furniture }
    return walls.length + furniture.length
  }

  /** What turns, and what one sees through: never to be painted twice. */
  get live(): Image[] {
    const turning = this.turning.flatMap(({ images }) => images.map(({ image }) => image))
    return [...turning, ...this.drawn.filter(({ name }) => name.startsWith('wall/glass/')).map(({ image }) => image)]
  }

  /** The frames have moved to another sheet. */
  refresh(): void {
    for (const { image, name, from, to } of this.drawn) {
      const drawing = this.drawings.slice(name, from, to)
      if (drawing) image.setTexture(drawing.texture, drawing.frame)
    }
  }

  private drawWall(wall: Wall): boolean {
    const name = `wall/${wall.kind}/${wall.axis}/${wall.department}`
    if (!this.drawings.has(name)) return false
    for (let i = 0; i < wall.length; i++) {
      const x = wall.at[0] + (wall.axis === 'x' ? i : 0)
      const y = wall.at[1] + (wall.axis === 'y' ? i : 0)
      this.image(name, x, y, -Infinity, Infinity, wallDepth([x, y]))
    }
    return true
  }

  private drawPiece(piece: Furniture): boolean {
    const turns = piece.name === 'revolvingDoor'
    const name = frameOf(turns ? { ...piece, variant: '0' } : piece)
    if (!this.drawings.has(name)) return false
    const [x, y] = piece.at
    const [w, d] = this.tools.turnedSize(piece)
    const hung = this.tools.hung(piece)
    const images = slicesOf([w, d]).flatMap(({ from, to, depth }) => {
      const wall = piece.rot === 'a' || piece.rot === 'c' ? depth - d / 2 : depth - w / 2
      const image = this.image(name, x, y, from, to, x + y + (hung ? wall + HUNG_ABOVE_WALL : depth))
      return image ? [{ image, from, to }] : []
    })
    if (turns) this.turning.push({ images, piece })
    return true
  }

  private image(name: string, x: number, y: number, from: number, to: number, depth: number): Image | null {
    const drawing = this.drawings.slice(name, from, to)
    if (!drawing) return null
    const { sx, sy } = toScreen({ x, y })
    const image = this.scene.add.image(sx, sy, drawing.texture, drawing.frame).setScale(1 / drawing.scale).setDepth(depth)
    this.layer.add(image)
    this.drawn.push({ image, name, from, to })
    return image
  }

  /** Shows a turning piece at one of its frames. */
  turn({ images, piece }: Turning, variant: number): void {
    for (const { image, from, to } of images) {
      const drawing = this.drawings.slice(frameOf({ ...piece, variant: String(variant) }), from, to)
      // The first frame came with the nearest art, the others may have come later, on another sheet.
      if (drawing) image.setTexture(drawing.texture, drawing.frame)
    }
  }
}

/** Name of the frame that shows a piece of furniture. */
function frameOf({ name, rot, variant }: Furniture): string {
  return `obj/${name}/${rot}${variant === undefined ? '' : `-${variant}`}`
}
