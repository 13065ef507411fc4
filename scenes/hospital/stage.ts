/**
 * The painted ground floor. It shows the same hospital as the list beside it and can do nothing that the list cannot: a picture
 * to walk about in. What it learns comes in by `show`, what happens in it goes out by `onEvent`.
 */
import type { Hospital } from '../../src/core/hospital.ts'
import { toScreen, toWorld } from '../../src/core/iso.ts'
import type { HospitalStage, PlayerSheet, StageEvent } from '../../src/core/ports.ts'
import { toViewport, type Bounds } from '../kit/camera.ts'
import type { Gesture } from '../kit/gestures.ts'
import { FIRST_KEYS, listenToKeys, type Direction, type KeyMap } from '../kit/keys.ts'
import type { Point, Rect } from '../kit/plan.ts'
import { listenToPointers } from '../kit/pointer.ts'
import { Surface } from '../kit/surface.ts'
import { Crowd } from './crowd.ts'
import { hospitalGrid } from './floor/hospital-grid.ts'
import { MAP } from './map.ts'
import { Painting } from './painting.ts'
import { PEOPLE } from './people.ts'
import { Player } from './player.ts'
import { Viewpoint } from './viewpoint.ts'

export interface StageOptions {
  reducedMotion?: boolean
  /** Paint a quarter of the pixels. */
  lowPower?: boolean
  /** Letters that walk, besides the arrows. */
  keys?: KeyMap | undefined
  /** So many people walk about instead of those with errands: for measuring. */
  walkers?: number | null
  /** The player as the first frame shows them. */
  player?: PlayerSheet | undefined
  /** Where the player starts, in tiles. */
  startAt?: Point
  /** Paint the first frame behind another screen, and no more until somebody comes: the far rooms wait for the first `sleep(false)`. */
  behind?: boolean
  /** Hangs the stage on its parent as `stage`, for tests and curious people. */
  debug?: boolean
}

export interface StartedStage extends HospitalStage {
  /** Another look; resolves once it can be painted, or could not be drawn. */
  player(sheet: PlayerSheet): Promise<void>
  /** Other letters walk from now on. */
  keys(keys: KeyMap): void
  /** Where the middle of a person is seen, in CSS pixels from the canvas's corner; null for nobody of that name. */
  seenAt(person: string): { x: number; y: number } | null
  /** All art has been painted. Rejects when some of it could not be had: the rooms stay, without their furniture. */
  readonly complete: Promise<void>
  readonly awake: boolean
  /** Resolves once what is known now has been painted; while asleep, after the next waking. */
  nextFrame(): Promise<void>
  /** Painted so far. */
  readonly frames: number
}

/** Walls rise above the island's far corner, labels above the walls; below hangs the earth it stands on. */
const ABOVE = 150
const BELOW = 70
const BESIDE = 50
/** While only the others walk, half the frames do; nobody looks at their feet. */
const CALM_FRAMES_A_SECOND = 30

const BOUNDS = boundsOf(MAP.ground.island)

/**
 * Paints the hospital into `parent`, which must have a size. Resolves when one can walk: the nearest rooms are there, the rest
 * fills in by itself. Rejects when there is no WebGL or the first pictures cannot be had.
 */
export async function startStage(parent: HTMLElement, options: StageOptions = {}): Promise<StartedStage> {
  const stage = await Stage.open(parent, options)
  if (options.debug) Object.assign(parent, { stage })
  return stage
}

class Stage implements StartedStage {
  readonly complete: Promise<void>
  private readonly surface: Surface
  private readonly painting: Painting
  private readonly viewpoint: Viewpoint
  private readonly learner: Player
  private readonly crowd: Crowd
  private readonly listeners = new Set<(event: StageEvent) => void>()
  private readonly stopListening: (() => void)[]
  private fillTheRest: () => void = () => {}
  private keyMap: KeyMap
  private reduced = false
  private covered = false
  private clockMs = 0

  static async open(parent: HTMLElement, options: StageOptions): Promise<Stage> {
    let stage: Stage | null = null
    const surface = await Surface.open(parent, { lowPower: options.lowPower === true, folded: options.behind === true }, {
      update: (deltaMs) => stage?.update(deltaMs),
      painted: () => stage?.painting.settleDown(stage.viewpoint.view),
      resized: () => stage?.resized(),
    })
    stage = new Stage(surface, parent, options)
    // A frame of an empty floor costs as much as a frame of a full one.
    surface.wake.cover(true)
    try {
      const dressed = options.player && stage.player(options.player)
      await Promise.all([stage.painting.load('near'), stage.painting.redrawSigns(surface.density), dressed])
      surface.wake.cover(false)
      stage.look()
      await surface.nextFrame()
    } catch (error) {
      stage.destroy()
      throw error
    }
    stage.motion(options.reducedMotion === true)
    stage.sleep(options.behind === true)
    return stage
  }

  private constructor(surface: Surface, parent: HTMLElement, options: StageOptions) {
    const grid = hospitalGrid()
    this.surface = surface
    this.complete = new Promise<void>((resolve) => {
      this.fillTheRest = resolve
    }).then(() => this.fillIn())
    this.complete.catch((error: unknown) => console.warn('Some rooms of the map stay empty.', error))
    this.keyMap = options.keys ?? FIRST_KEYS
    this.learner = new Player(grid, (event) => this.tell(event), options.startAt)
    this.crowd = new Crowd(grid, options.walkers ?? null)
    this.painting = new Painting(surface, this.learner, this.crowd)
    this.viewpoint = new Viewpoint(BOUNDS, surface.size, this.learnerOnMap())
    this.stopListening = [
      listenToPointers(surface.canvas, { gesture: (gesture) => this.gesture(gesture), hover: (x, y) => this.under(x, y) !== null }),
      listenToKeys(parent, {
        keys: () => this.keyMap,
        listening: () => !this.covered,
        changed: (held, pressed) => this.walkByKeys(held, pressed),
      }),
    ]
  }

  get awake(): boolean {
    return this.surface.wake.awake
  }

  get frames(): number {
    return this.surface.frames
  }

  show(hospital: Hospital): void {
    this.painting.show(hospital)
    this.surface.wake.touch()
  }

  player(sheet: PlayerSheet): Promise<void> {
    this.learner.wheels = sheet.wheels
    return this.painting.dress(sheet).then(
      () => this.surface.wake.touch(),
      (error: unknown) => console.warn('The player keeps the look they had.', error),
    )
  }

  keys(keys: KeyMap): void {
    this.keyMap = keys
  }

  walkToPerson(person: string): boolean {
    return this.setsOff(this.learner.walkToPerson(person))
  }

  walkToDepartment(department: string): boolean {
    return this.setsOff(this.learner.walkToDepartment(department))
  }

  zoom(step: 1 | -1 | 0): void {
    this.viewpoint.step(step)
    this.look()
  }

  sleep(asleep: boolean): void {
    this.covered = asleep
    if (!asleep && this.surface.folded) {
      this.surface.unfold()
      this.look()
    }
    this.surface.wake.cover(asleep)
    // First the rooms one stands in, then the others.
    if (!asleep) void this.surface.nextFrame().then(this.fillTheRest)
  }

  nextFrame(): Promise<void> {
    return this.surface.nextFrame()
  }

  motion(reduced: boolean): void {
    this.reduced = reduced
    this.learner.reduced = reduced
    this.surface.wake.keep('crowd', !reduced)
    this.surface.wake.touch()
  }

  /** Who comes late still hears that the stage is ready. */
  onEvent(listener: (event: StageEvent) => void): () => void {
    this.listeners.add(listener)
    queueMicrotask(() => {
      if (this.listeners.has(listener)) listener({ type: 'ready' })
    })
    return () => this.listeners.delete(listener)
  }

  seenAt(person: string): { x: number; y: number } | null {
    const at = PEOPLE.find((one) => one.id === person)?.at
    if (!at) return null
    const { sx, sy } = toScreen({ x: at[0], y: at[1], z: 0.7 })
    return toViewport(this.viewpoint.view, this.surface.size, { x: sx, y: sy })
  }

  destroy(): void {
    for (const stop of this.stopListening) stop()
    this.listeners.clear()
    this.surface.close()
  }

  private async fillIn(): Promise<void> {
    await this.painting.load('far')
    this.painting.settle()
    await this.surface.nextFrame()
  }

  private tell(event: StageEvent): void {
    for (const listener of this.listeners) listener(event)
  }

  private update(deltaMs: number): void {
    const seconds = deltaMs / 1000
    this.clockMs += deltaMs
    this.learner.step(seconds)
    if (!this.reduced) {
      this.crowd.step(seconds)
      this.painting.doors.step(seconds)
    }
    this.painting.overlay.bob(this.clockMs, this.reduced)
    this.painting.overlay.showGoal(this.learner.goal)
    this.painting.moved(this.reduced)
    if (this.viewpoint.follow(this.learnerOnMap(), deltaMs)) this.look()
    else if (!this.learner.moving) this.viewpoint.following = false
    this.noticeLearner()
  }

  /** Every frame counts while the player or the camera moves. */
  private noticeLearner(): void {
    const moves = this.learner.moving || this.viewpoint.following
    this.surface.wake.keep('learner', moves)
    this.surface.limit(moves ? null : CALM_FRAMES_A_SECOND)
  }

  private resized(): void {
    this.viewpoint.resize(this.surface.size, this.learnerOnMap())
    void this.painting.redrawSigns(this.surface.density)
    this.look()
  }

  private look(): void {
    this.painting.look(this.viewpoint.view)
  }

  private gesture(gesture: Gesture): void {
    if (gesture.type !== 'tap') {
      this.viewpoint.move(gesture)
      this.look()
      return
    }
    const found = this.under(gesture.x, gesture.y)
    if (found) {
      if ('person' in found) this.walkToPerson(found.person)
      else this.walkToDepartment(found.department)
      return
    }
    const { x, y } = this.viewpoint.mapPoint(gesture.x, gesture.y)
    const floor = toWorld({ sx: x, sy: y })
    this.setsOff(this.learner.walkTo(floor.x, floor.y))
  }

  /** What a tap at a point of the viewport means, besides the floor. */
  private under(x: number, y: number): { person: string } | { department: string } | null {
    const sign = this.painting.overlay.under(x, y)
    if (sign) return sign
    const at = this.viewpoint.mapPoint(x, y)
    const person = this.painting.company.under(at.x, at.y)
    return person === null ? null : { person }
  }

  private walkByKeys(held: ReadonlySet<Direction>, pressed: Direction | null): void {
    this.learner.keys(held, pressed)
    if (held.size > 0) this.setOff()
  }

  private setsOff(going: boolean): boolean {
    if (going) this.setOff()
    return going
  }

  private setOff(): void {
    if (this.reduced) {
      this.viewpoint.centre(this.learnerOnMap())
      this.look()
    } else {
      this.viewpoint.following = true
    }
    this.noticeLearner()
    this.surface.wake.touch()
  }

  private learnerOnMap(): { x: number; y: number } {
    const { x, y } = this.learner.walker
    const { sx, sy } = toScreen({ x, y, z: 0.7 })
    return { x: sx, y: sy }
  }
}

function boundsOf([x, y, w, d]: Rect): Bounds {
  return {
    left: toScreen({ x, y: y + d }).sx - BESIDE,
    top: toScreen({ x, y }).sy - ABOVE,
    right: toScreen({ x: x + w, y }).sx + BESIDE,
    bottom: toScreen({ x: x + w, y: y + d }).sy + BELOW,
  }
}
