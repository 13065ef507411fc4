/** Pictures into the renderer: fetched, decoded off the main thread, cut by name. */
import type { PlayerSheet } from '../../src/core/ports.ts'
import { addPicture, maxTextureSize, type Frame, type Scene, type Texture } from './phaser.ts'

/** What the packer of the art writes beside each sheet. Pivots are shares of the frame's size. */
export interface SheetJson {
  frames: Record<string, { frame: { x: number; y: number; w: number; h: number }; pivot: { x: number; y: number } }>
  meta: { scale: number | string }
}

/** Between sheets on one, so that smoothing does not mix their edges. */
const GAP = 2

/** Where a frame lives: its texture, and how many of its pixels make one pixel of the map at 1x. */
export interface Drawing {
  texture: string
  frame: string
  scale: number
}

/** Frames of all sheets by name, so that nobody needs to know which sheet holds what. */
export class Drawings {
  private readonly scene: Scene
  private readonly byName = new Map<string, Drawing>()
  private readonly sheets = new Map<string, { json: SheetJson; image: ImageBitmap }>()

  constructor(scene: Scene) {
    this.scene = scene
  }

  find(name: string): Drawing | null {
    return this.byName.get(name) ?? null
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  frame(drawing: Drawing): Frame {
    return this.scene.textures.get(drawing.texture).get(drawing.frame)
  }

  /** Adds a sheet under `key`. Rejects when the picture cannot be read. */
  async addSheet(key: string, url: string, json: SheetJson): Promise<void> {
    const image = await loadPicture(url)
    if (!this.scene.textures) return
    const texture = addPicture(this.scene, key, image)
    if (!texture) throw new Error(`texture "${key}" could not be made`)
    this.sheets.set(key, { json, image })
    this.cut(key, texture, json)
  }

  /**
   * Lays sheets side by side on one, so that what stands behind each other is painted in one go instead of by turns. True when it
   * has been done: who shows their frames must look them up again, then the old sheets may go. False where it would not fit.
   */
  merge(keys: readonly string[], into: string): boolean {
    const sheets = keys.map((key) => this.sheets.get(key)!)
    const width = sheets.reduce((sum, { image }) => sum + image.width + GAP, 0)
    const height = Math.max(...sheets.map(({ image }) => image.height))
    if (Math.max(width, height) > maxTextureSize(this.scene) || new Set(sheets.map(({ json }) => String(json.meta.scale))).size > 1) return false
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    // Its only reader is WebGL: drawn by the graphics it would have to be fetched back from there first.
    const pen = canvas.getContext('2d', { willReadFrequently: true })
    if (!pen) return false
    const frames: SheetJson['frames'] = {}
    let left = 0
    for (const { json, image } of sheets) {
      // It lies upside down, as the graphics want it.
      pen.setTransform(1, 0, 0, -1, left, image.height)
      pen.drawImage(image, 0, 0)
      for (const [name, { frame, pivot }] of Object.entries(json.frames)) frames[name] = { frame: { ...frame, x: frame.x + left }, pivot }
      left += image.width + GAP
    }
    this.addCanvas(into, canvas, { frames, meta: sheets[0]!.json.meta })
    return true
  }

  drop(keys: readonly string[]): void {
    for (const key of keys) {
      this.scene.textures.remove(key)
      this.sheets.get(key)?.image.close()
      this.sheets.delete(key)
    }
  }

  /** The player's own frames, under "player/<name>". */
  async addPlayer(sheet: PlayerSheet): Promise<void> {
    const frames = Object.entries(sheet.frames).map(([name, { x, y, w, h, pivotX, pivotY }]) => {
      // A pivot within the unit square is a share already; beyond it, pixels.
      const shares = pivotX <= 1 && pivotY <= 1
      return [`player/${name}`, { frame: { x, y, w, h }, pivot: shares ? { x: pivotX, y: pivotY } : { x: pivotX / w, y: pivotY / h } }] as const
    })
    const canvas = await drawn(sheet.url)
    if (this.scene.textures) this.addCanvas('player', canvas, { frames: Object.fromEntries(frames), meta: { scale: sheet.scale } })
  }

  /** Adds a canvas drawn here, with frames cut from it; the same key again takes the place of all that was there. */
  addCanvas(key: string, canvas: HTMLCanvasElement, json: SheetJson): void {
    if (this.scene.textures.exists(key)) this.scene.textures.remove(key)
    for (const [name, { texture }] of this.byName) if (texture === key) this.byName.delete(name)
    const texture = this.scene.textures.addCanvas(key, canvas)
    if (!texture) throw new Error(`canvas texture "${key}" could not be made`)
    this.cut(key, texture, json)
  }

  /** A part of a drawing: columns `from` to `to` in map pixels from its pivot. */
  slice(name: string, from: number, to: number): Drawing | null {
    const whole = this.find(name)
    if (!whole || (from === -Infinity && to === Infinity)) return whole
    const texture = this.scene.textures.get(whole.texture)
    const frame = texture.get(whole.frame)
    const pivotX = frame.pivotX * frame.cutWidth
    const left = Math.max(0, Math.min(frame.cutWidth, Math.round(pivotX + from * whole.scale)))
    const right = Math.max(0, Math.min(frame.cutWidth, Math.round(pivotX + to * whole.scale)))
    if (right <= left) return null
    const part = `${name}|${left}-${right}`
    if (!texture.has(part)) {
      const rect = { x: frame.cutX + left, y: frame.cutY, w: right - left, h: frame.cutHeight }
      addFrame(texture, part, rect, { x: (pivotX - left) / rect.w, y: frame.pivotY })
    }
    return { ...whole, frame: part }
  }

  private cut(key: string, texture: Texture, { frames, meta }: SheetJson): void {
    for (const [name, { frame, pivot }] of Object.entries(frames)) {
      addFrame(texture, name, frame, pivot)
      this.byName.set(name, { texture: key, frame: name, scale: Number(meta.scale) })
    }
  }
}

function addFrame(
  texture: Texture, name: string, rect: { x: number; y: number; w: number; h: number }, pivot: { x: number; y: number },
): void {
  const frame = texture.add(name, 0, rect.x, rect.y, rect.w, rect.h)
  if (!frame) return
  frame.customPivot = true
  frame.pivotX = pivot.x
  frame.pivotY = pivot.y
}

/**
 * Decoded once, off the main thread, into just what the graphics take: upside down, colours multiplied by their opacity. An <img>
 * would be decoded twice, the second time while everything waits. Rejects with the address when it cannot be had.
 */
export async function loadPicture(url: string): Promise<ImageBitmap> {
  try {
    const answer = await fetch(url)
    if (!answer.ok) throw new Error(`answered ${answer.status}`)
    return await createImageBitmap(await answer.blob(), { imageOrientation: 'flipY', premultiplyAlpha: 'premultiply' })
  } catch (cause) {
    throw new Error(`picture ${url} could not be loaded`, { cause })
  }
}

/** A vector drawing at its own size. Rejects with the address when it cannot be read. */
async function drawn(url: string): Promise<HTMLCanvasElement> {
  const image = new Image()
  image.src = url
  try {
    await image.decode()
  } catch (cause) {
    throw new Error(`drawing ${url} could not be read`, { cause })
  }
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d', { willReadFrequently: true })?.drawImage(image, 0, 0)
  return canvas
}
