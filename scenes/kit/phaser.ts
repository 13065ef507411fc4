/**
 * The only door to Phaser. `scripts/vite-phaser.ts` points the name "phaser" at `phaser-entry.js`, a third of the whole library;
 * it must be among the plugins of every Vite build that reaches a scene. What is not in that entry is not there at run time,
 * though its types are: add it there first.
 */
import Phaser from 'phaser'
import { skyBands } from './sky.ts'

export type Game = Phaser.Game
export type Scene = Phaser.Scene
export type Image = Phaser.GameObjects.Image
export type Layer = Phaser.GameObjects.Layer
export type Frame = Phaser.Textures.Frame
export type Texture = Phaser.Textures.Texture

export interface GameOptions {
  parent: HTMLElement
  width: number
  height: number
  create(scene: Scene): void
  update(deltaMs: number): void
}

class FloorScene extends Phaser.Scene {
  private readonly options: GameOptions

  constructor(options: GameOptions) {
    super('floor')
    this.options = options
  }

  create(): void {
    this.options.create(this)
  }

  override update(_time: number, deltaMs: number): void {
    this.options.update(deltaMs)
  }
}

/** Longest step of time that one frame may take: after a pause the world goes on, it does not jump. */
export const LONGEST_STEP_MS = 100

/**
 * A game that only paints: the canvas is hidden from assistive technology, hears nothing and has the size it is given in real
 * pixels. Without multisampling and with one texture at a time software rendering costs a fifth (design: rendering, measured).
 */
export function createGame(options: GameOptions): Game {
  const game = new Phaser.Game({
    type: Phaser.WEBGL,
    parent: options.parent,
    scale: { mode: Phaser.Scale.NONE, width: options.width, height: options.height },
    banner: false,
    fps: { smoothStep: false },
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    render: { antialiasGL: false, clearBeforeRender: false, powerPreference: 'low-power', mipmapFilter: 'LINEAR_MIPMAP_LINEAR' },
    backgroundColor: '#e3ecec',
    disableContextMenu: false,
    scene: new FloorScene(options),
  })
  return game
}

/** Paints a sky behind everything at the start of every frame, for as long as `wanted` says so. */
export function paintSky(game: Game, wanted: () => boolean): void {
  const renderer = game.renderer as Phaser.Renderer.WebGL.WebGLRenderer
  const { gl, glWrapper } = renderer
  let bands = skyBands(1)
  let height = 1
  game.events.on('prerender', () => {
    if (!wanted()) return
    if (renderer.height !== height) {
      height = renderer.height
      bands = skyBands(height)
    }
    for (const { bottom, height: rows, color: [r, g, b] } of bands) {
      glWrapper.update({ scissor: { enable: true, box: [0, bottom, renderer.width, rows] }, colorClearValue: [r, g, b, 1] as never })
      gl.clear(gl.COLOR_BUFFER_BIT)
    }
  })
}

/** Paints a frame outside the loop; nobody moves, no time passes. */
export function paintNow(game: Game): void {
  const renderer = game.renderer as Phaser.Renderer.WebGL.WebGLRenderer
  renderer.preRender()
  game.events.emit('prerender', renderer, 0, 0)
  game.scene.render(renderer)
  renderer.postRender()
}

/** Copies the canvas, as it has just been painted, into a texture of its size. False when the context is lost. */
export function copyCanvas(scene: Scene, key: string): boolean {
  const renderer = scene.game.renderer as Phaser.Renderer.WebGL.WebGLRenderer
  if (renderer.contextLost) return false
  const { gl, width, height } = renderer
  let texture = scene.textures.exists(key) ? scene.textures.get(key) : null
  if (texture && (texture.source[0]!.width !== width || texture.source[0]!.height !== height)) {
    scene.textures.remove(key)
    texture = null
  }
  const fresh = texture ? null : renderer.createTextureFromSource(null as never, width, height, NEAREST, true)
  texture ??= fresh && scene.textures.addGLTexture(key, fresh)
  if (!texture) return false
  renderer.glWrapper.update({ bindings: { framebuffer: null as never } })
  renderer.glTextureUnits.bind(texture.source[0]!.glTexture as never, 0)
  // The canvas has no transparency, so neither has the copy.
  gl.copyTexImage2D(gl.TEXTURE_2D, 0, gl.RGB, 0, 0, width, height, 0)
  return true
}

/** Pixel for pixel, without smoothing. */
const NEAREST = 1

/** A decoded picture as a texture; Phaser's types know only elements, its renderer takes a bitmap as well. Null for a key that is taken. */
export function addPicture(scene: Scene, key: string, picture: ImageBitmap): Texture | null {
  return scene.textures.addImage(key, picture as unknown as HTMLImageElement)
}

/** To be called once the renderer is there. */
export function oneTextureAtATime(game: Game): void {
  const renderer = game.renderer as Phaser.Renderer.WebGL.WebGLRenderer
  renderer.renderNodes.setMaxParallelTextureUnits(1)
}

/** Longest side of a picture that the graphics take. */
export function maxTextureSize(scene: Scene): number {
  const { gl } = scene.game.renderer as Phaser.Renderer.WebGL.WebGLRenderer
  return gl.getParameter(gl.MAX_TEXTURE_SIZE) as number
}

const opaqueModes = new WeakMap<object, number>()

/** A blend mode for what has no transparent pixel: it need not look at what lies below. */
export function opaqueBlend(scene: Scene): number {
  const renderer = scene.game.renderer as Phaser.Renderer.WebGL.WebGLRenderer
  let mode = opaqueModes.get(renderer)
  if (mode === undefined) {
    const { gl } = renderer
    // Phaser 4.2.1 hands back the number of the mode before the one it has added.
    mode = renderer.blendModes.length
    renderer.addBlendMode([gl.ONE, gl.ZERO], gl.FUNC_ADD)
    opaqueModes.set(renderer, mode)
  }
  return mode
}
