/** The canvas: as large as its parent, as dense as the screen, asleep when it may be. */
import type { Size, View } from './camera.ts'
import { densityFor } from './density.ts'
import { copyCanvas, createGame, LONGEST_STEP_MS, oneTextureAtATime, paintNow, paintSky, type Game, type Scene } from './phaser.ts'
import { Wake } from './wake.ts'

/** While nobody sees it: enough that programs are built and pictures handed over, too little to cost anything. */
const FOLDED_PX = 16

export interface SurfaceHandlers {
  update(deltaMs: number): void
  /** Between two frames. */
  painted(): void
  resized(): void
}

export class Surface {
  readonly canvas: HTMLCanvasElement
  readonly scene: Scene
  readonly wake: Wake
  size: Size = { width: 1, height: 1 }
  density = 1
  /** Painted so far. */
  frames = 0
  /** Whether the sky is painted: not while something covers all of it. */
  sky = true
  /** Not seen yet: frames of a few pixels. */
  folded: boolean
  private readonly game: Game
  private readonly parent: HTMLElement
  private readonly handlers: SurfaceHandlers
  private readonly lowPower: boolean
  private readonly observer: ResizeObserver
  private waiting: (() => void)[] = []
  private limited: number | null = null
  private stepping = false
  private repainting = false
  private closed = false

  /** Resolves when the renderer is there; rejects when WebGL is not. Folded, it paints hardly a pixel until `unfold`. */
  static async open(parent: HTMLElement, { lowPower, folded }: { lowPower: boolean; folded: boolean }, handlers: SurfaceHandlers): Promise<Surface> {
    let made: Surface | null = null
    const { game, scene } = await startGame(parent, (deltaMs) => {
      if (made) made.handlers.update(Math.min(deltaMs, LONGEST_STEP_MS))
    })
    made = new Surface(game, scene, parent, { lowPower, folded }, handlers)
    return made
  }

  private constructor(game: Game, scene: Scene, parent: HTMLElement, { lowPower, folded }: { lowPower: boolean; folded: boolean }, handlers: SurfaceHandlers) {
    this.game = game
    this.scene = scene
    this.parent = parent
    this.lowPower = lowPower
    this.folded = folded
    this.handlers = handlers
    this.canvas = game.canvas
    this.canvas.setAttribute('aria-hidden', 'true')
    this.canvas.style.display = 'block'
    this.wake = new Wake({ start: () => this.settle(), stop: () => this.settle() })
    game.loop.sleep()
    paintSky(game, () => this.sky && !this.folded)
    game.events.on('prestep', () => {
      this.stepping = true
    })
    game.events.on('postrender', () => this.painted())
    // The graphics were taken away and came back: what was kept on them is gone.
    game.renderer.on('restorewebgl', () => this.handlers.resized())
    this.observer = new ResizeObserver(() => this.fit())
    this.observer.observe(parent)
    this.watchDensity()
    this.fit()
    this.wake.touch()
  }

  /** Follow the parent's size and the screen's density; both may change at any time. */
  fit(): void {
    const density = densityFor(window.devicePixelRatio, this.lowPower)
    const size = { width: Math.max(1, this.parent.clientWidth), height: Math.max(1, this.parent.clientHeight), density }
    if (size.width === this.size.width && size.height === this.size.height && density === this.density) return
    this.size = size
    this.density = density
    this.game.scale.resize(Math.round(size.width * density), Math.round(size.height * density))
    this.canvas.style.width = `${size.width}px`
    this.canvas.style.height = `${size.height}px`
    this.handlers.resized()
    this.wake.touch()
  }

  /** The window moves to another screen: its size in CSS pixels stays, so no observer of sizes tells. */
  private watchDensity(): void {
    const there = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    there.addEventListener('change', () => {
      if (this.closed) return
      this.fit()
      this.watchDensity()
    }, { once: true })
  }

  /** From now on all pixels count: to be followed by a `look`. */
  unfold(): void {
    this.folded = false
  }

  /** Points the camera. */
  look({ x, y, zoom }: View): void {
    const camera = this.scene.cameras.main
    camera.setSize(this.folded ? FOLDED_PX : this.canvas.width, this.folded ? FOLDED_PX : this.canvas.height)
    camera.setZoom(zoom * this.density)
    camera.centerOn(x, y)
    this.wake.touch()
  }

  /** Paints what is visible now and keeps it, as a texture of the canvas's size; null when that cannot be done. */
  keepPicture(): string | null {
    this.repaint()
    return copyCanvas(this.scene, 'kept') ? 'kept' : null
  }

  /** Paints anew what the screen has not shown yet. */
  repaint(): void {
    this.repainting = true
    paintNow(this.game)
    this.repainting = false
  }

  /** Resolves once a frame with everything added so far has been painted. */
  nextFrame(): Promise<void> {
    this.wake.touch()
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  /** At most so many frames a second; null for as many as the screen shows. */
  limit(framesASecond: number | null): void {
    if (framesASecond === this.limited) return
    this.limited = framesASecond
    this.settle()
  }

  close(): void {
    this.closed = true
    this.observer.disconnect()
    // A sleeping loop would never come round to its own end.
    this.game.loop.wake()
    this.game.destroy(true)
  }

  /** Brings the loop to what is wanted. Phaser would run twice over if it were stopped and started inside its own step. */
  private settle(): void {
    if (this.stepping || this.closed) return
    const { loop } = this.game
    const limit = this.limited ?? 0
    if (loop.fpsLimit !== limit) loop.setFPSLimit(limit)
    if (loop.running === this.wake.awake) return
    if (loop.running) return loop.sleep()
    loop.resetDelta()
    loop.wake()
  }

  private painted(): void {
    const waiting = this.waiting
    this.waiting = []
    this.frames += 1
    this.wake.painted()
    for (const resolve of waiting) resolve()
    queueMicrotask(() => {
      if (this.closed) return
      this.handlers.painted()
      this.stepping = false
      this.settle()
    })
  }
}

async function startGame(parent: HTMLElement, update: (deltaMs: number) => void): Promise<{ game: Game; scene: Scene }> {
  return new Promise((resolve, reject) => {
    let game: Game
    const create = (scene: Scene): void => {
      oneTextureAtATime(game)
      resolve({ game, scene })
    }
    try {
      game = createGame({ parent, width: 16, height: 16, create, update })
    } catch (cause) {
      reject(new Error('This browser cannot paint the map: WebGL is missing or switched off.', { cause }))
    }
  })
}
