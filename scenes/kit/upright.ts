/**
 * Paints pictures that stand upright: moved, scaled and mirrored, never turned, tinted or blended in a way of their own. Phaser
 * passes every picture through four stages and three matrices; here two multiplications a corner are enough. That is the main
 * thread's share of a crowd (`npm run bench:frame`).
 */
import type { Image, Layer } from './phaser.ts'
import { meets, outlineOf, type Outline } from './still-life.ts'

/** A picture, or a part of it, at its place in the map. */
export interface Piece {
  image: Image
  /** Of the whole picture, in map pixels. */
  outline: Outline
  /** What of it is painted; the outline itself for all of it. */
  part: Outline
  depth: number
}

/** Where a frame lies on its texture, as shares of it. */
export interface Uvs {
  u0: number
  v0: number
  u1: number
  v1: number
}

/** Which part of the texture shows a part of a picture; left and right change places when it is mirrored. */
export function uvsOf({ u0, v0, u1, v1 }: Uvs, outline: Outline, part: Outline, mirrored: boolean): Uvs {
  const acrossU = (u1 - u0) / (outline.right - outline.left)
  const acrossV = (v1 - v0) / (outline.bottom - outline.top)
  const left = mirrored ? u0 + (outline.right - part.left) * acrossU : u0 + (part.left - outline.left) * acrossU
  const width = (part.right - part.left) * acrossU
  const top = v0 + (part.top - outline.top) * acrossV
  return { u0: left, v0: top, u1: mirrored ? left - width : left + width, v1: top + (part.bottom - part.top) * acrossV }
}

/** From now on a layer of upright pictures paints itself this way. */
export function paintUpright(layer: Layer): void {
  insteadOf(layer, (context, paint) => {
    layer.depthSort()
    for (const image of layer.list as Image[]) {
      if (!image.willRender(context.camera)) continue
      const outline = outlineOf(image)
      if (meets(outline, context.camera.worldView)) paint(image, outline, outline)
    }
  })
}

/** In the place of `host`, whatever it shows, pieces are painted in their order. */
export function paintPieces(host: Image, pieces: () => readonly Piece[]): void {
  insteadOf(host, (_context, paint) => {
    for (const { image, outline, part } of pieces()) paint(image, outline, part)
  })
}

/** The parts of Phaser 4.2.1's renderer that its own pictures talk to. */
interface Context {
  blendMode: number
  useCanvas: boolean
  camera: Parameters<Image['willRender']>[0] & { getViewMatrix(composite: boolean): { a: number; d: number; e: number; f: number } }
  getClone(): Context
  setBlendMode(mode: number): void
  use(): void
  release(): void
}

type Paint = (image: Image, outline: Outline, part: Outline) => void
type RenderStep = (renderer: unknown, self: unknown, context: Context) => void

interface Painted {
  frame: Uvs & { source: { glTexture: unknown } }
  defaultRenderNodes: { BatchHandler: { batch(context: Context, ...quad: unknown[]): void } }
}

const NORMAL = 0
const WHITE = 0xff_ff_ff
const OPTIONS = { multiTexturing: true, lighting: null, smoothPixelArt: null }

/** A step before Phaser's own, which runs only when the one before it asks for it. */
function insteadOf(object: Layer | Image, run: (context: Context, paint: Paint) => void): void {
  const step: RenderStep = (_renderer, _self, context) => {
    const normal = context.blendMode === NORMAL ? context : context.getClone()
    if (normal !== context) {
      normal.setBlendMode(NORMAL)
      normal.use()
    }
    // Not turned, so that x and y do not mix.
    const { a, d, e, f } = context.camera.getViewMatrix(!context.useCanvas)
    run(context, (image, outline, part) => {
      const { frame, defaultRenderNodes } = image as unknown as Painted
      const { u0, v0, u1, v1 } = uvsOf(frame, outline, part, image.flipX)
      const [left, top, right, bottom] = [part.left * a + e, part.top * d + f, part.right * a + e, part.bottom * d + f]
      const tint = (((image.alpha * 255) << 24) | WHITE) >>> 0
      defaultRenderNodes.BatchHandler.batch(
        normal, frame.source.glTexture, left, top, left, bottom, right, top, right, bottom, u0, v0, u1 - u0, v1 - v0, 0, tint, tint, tint, tint, OPTIONS,
      )
    })
    if (normal !== context) normal.release()
  }
  ;(object as unknown as { addRenderStep(step: RenderStep, at: number): void }).addRenderStep(step, 0)
}
