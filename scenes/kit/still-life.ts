/**
 * While the camera rests, most of the picture stays as it is: floor, walls, furniture, people who stand. That much is painted
 * once, kept, and laid down as one opaque picture per frame; whoever moves is painted over it, followed by those parts of things
 * in front of them that lie within their outline. The result is the same picture for less than half of the work.
 */
import type { Image } from './phaser.ts'

export interface Outline {
  left: number
  top: number
  right: number
  bottom: number
}

/** The part of the map that is on the screen, in map pixels: an outline, or a rectangle of Phaser's. */
export type Seen = Readonly<Outline>

/** A piece that does not move. */
export interface StillPiece {
  outline: Outline
  depth: number
}

/** Side of a square of the index, in map pixels: about a person's height. */
const CELL = 64

/** Finds still pieces by place. */
export class StillIndex<P extends StillPiece> {
  private readonly cells = new Map<number, Entry<P>[]>()
  private question = 0

  constructor(pieces: readonly P[]) {
    for (const piece of pieces) {
      const entry = { piece, asked: 0 }
      eachCell(piece.outline, (cell) => {
        const there = this.cells.get(cell)
        if (there) there.push(entry)
        else this.cells.set(cell, [entry])
      })
    }
  }

  /** What must be painted again over something at `depth` with this outline, each piece once. Asked for everybody, every frame. */
  covering(outline: Outline, depth: number, add: (piece: P, part: Outline) => void): void {
    const question = ++this.question
    eachCell(outline, (cell) => {
      for (const entry of this.cells.get(cell) ?? []) {
        if (entry.asked === question || entry.piece.depth <= depth) continue
        entry.asked = question
        const part = overlap(entry.piece.outline, outline)
        if (part) add(entry.piece, part)
      }
    })
  }
}

/** A piece and the last question that it was looked at for: cheaper than a set of those seen. */
interface Entry<P> {
  piece: P
  asked: number
}

/** Numbers of the squares that an outline touches. */
function eachCell({ left, top, right, bottom }: Outline, visit: (cell: number) => void): void {
  for (let y = Math.floor(top / CELL); y * CELL < bottom; y++) {
    for (let x = Math.floor(left / CELL); x * CELL < right; x++) visit(y * 4096 + x)
  }
}

/** Whether an outline and the part of the map that is seen share anything. */
export function meets({ left, top, right, bottom }: Outline, seen: Seen): boolean {
  return left < seen.right && right > seen.left && top < seen.bottom && bottom > seen.top
}

/** What two outlines share; null when they do not meet. */
export function overlap(a: Outline, b: Outline): Outline | null {
  const shared = {
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  }
  return shared.right > shared.left && shared.bottom > shared.top ? shared : null
}

/** Where an image is painted, in map pixels; mirrored about its pivot when flipped. */
export function outlineOf(image: Pick<Image, 'x' | 'y' | 'displayOriginX' | 'displayOriginY' | 'scaleX' | 'scaleY' | 'flipX' | 'width' | 'height'>): Outline {
  const before = image.displayOriginX * image.scaleX
  const after = (image.width - image.displayOriginX) * image.scaleX
  const top = image.y - image.displayOriginY * image.scaleY
  return {
    left: image.x - (image.flipX ? after : before),
    right: image.x + (image.flipX ? before : after),
    top,
    bottom: top + image.height * image.scaleY,
  }
}
