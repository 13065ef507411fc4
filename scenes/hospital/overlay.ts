/** What floats over the floor at a constant size: names of departments, what was opened in them, quest marks, the goal of the player. */
import { toScreen } from '../../src/core/iso.ts'
import type { Opened, QuestMark } from '../../src/core/hospital.ts'
import { toMap, toViewport, type Size, type View } from '../kit/camera.ts'
import type { Image, Layer, Scene } from '../kit/phaser.ts'
import type { DepartmentId, Point } from '../kit/plan.ts'
import { depthAt } from '../kit/slices.ts'
import type { Drawings } from '../kit/textures.ts'
import { PLACES } from './map.ts'
import { PEOPLE } from './people.ts'
import { drawSigns, MARKS, type MarkName } from './signs.ts'

/** Above the head of somebody who stands, and of somebody who sits. */
const MARK_HEIGHT = 1.62
const BOB_PX = 3
const BOB_MS = 1500

/** The goal lies on the floor: whoever stands on it is painted later. */
const BELOW_FEET = 0.4

interface Floating {
  image: Image
  /** Map pixels. */
  x: number
  y: number
}

export interface OverlayLayers {
  signs: Layer
  things: Layer
}

export class Overlay {
  private readonly scene: Scene
  private readonly layers: OverlayLayers
  private readonly drawings: Drawings
  private readonly labels = new Map<DepartmentId, Floating>()
  private readonly opened = new Map<string, Floating & { department: DepartmentId }>()
  private readonly marks = new Map<string, Floating & { name: MarkName }>()
  private goal: Floating | null = null
  private view: View = { x: 0, y: 0, zoom: 1 }
  private size: Size = { width: 1, height: 1 }
  private density = 0
  private things: readonly Opened[] = []
  /** What the signs were drawn for: density and things. */
  private drawnFor = ''

  constructor(scene: Scene, layers: OverlayLayers, drawings: Drawings) {
    this.scene = scene
    this.layers = layers
    this.drawings = drawings
  }

  /** What quests have opened, for the next `redraw`; true when there is something else to draw. */
  open(things: readonly Opened[]): boolean {
    this.things = things
    return this.density > 0 && this.wanted(this.density) !== this.drawnFor
  }

  /** Draws the signs at the density of the screen; to be called before the first `follow` and when density or things change. */
  async redraw(density: number): Promise<void> {
    // The name's own letters, if the page brings them; without them the system's do.
    await document.fonts.load('800 13px Nunito').catch(() => [])
    const whole = Math.max(1, Math.ceil(density))
    const wanted = this.wanted(whole)
    if (wanted === this.drawnFor || !this.scene.textures) return
    this.density = whole
    this.drawnFor = wanted
    const { canvas, json } = drawSigns(whole, this.things)
    this.clear()
    this.drawings.addCanvas('signs', canvas, json)
    for (const { id, label: [x, y, z] } of PLACES) {
      const at = toScreen({ x, y, z })
      this.labels.set(id, this.float(`label/${id}`, at.sx, at.sy))
      for (const thing of this.things) {
        if (thing.department === id) this.opened.set(thing.id, { ...this.float(`opened/${thing.id}`, at.sx, at.sy), department: id })
      }
    }
    this.place()
  }

  /** The view has changed: everything keeps its size on the screen and its place on the map, on whole pixels. */
  follow(view: View, size: Size): void {
    this.view = view
    this.size = size
    this.place()
  }

  /** Marks over people's heads, by person. */
  showMarks(wanted: ReadonlyMap<string, QuestMark>): void {
    for (const [person, mark] of this.marks) {
      if (wanted.get(person) === mark.name) continue
      mark.image.destroy()
      this.marks.delete(person)
    }
    if (this.density === 0) return
    for (const [person, name] of wanted) {
      const at = PEOPLE.find((one) => one.id === person)?.at
      if (!at || !isShown(name) || this.marks.has(person)) continue
      const { sx, sy } = toScreen({ x: at[0], y: at[1], z: MARK_HEIGHT })
      this.marks.set(person, { ...this.float(`mark/${name}`, sx, sy), name })
    }
    this.place()
  }

  /** Marks that are not done nod, to be seen; `ms` is any clock. */
  bob(ms: number, still: boolean): void {
    const lift = still ? 0 : (BOB_PX * (1 - Math.cos((2 * Math.PI * ms) / BOB_MS))) / 2 / this.view.zoom
    for (const mark of this.marks.values()) {
      if (mark.name !== 'done') mark.image.y = mark.y - lift
    }
  }

  showGoal(at: Point | null): void {
    if (!at || this.density === 0) {
      this.goal?.image.setVisible(false)
      return
    }
    this.goal ??= { image: this.image('target', this.layers.things), x: 0, y: 0 }
    const { sx, sy } = toScreen({ x: at[0], y: at[1] })
    this.goal.image.setPosition(sx, sy).setScale(1 / this.density).setDepth(depthAt(at[0], at[1]) - BELOW_FEET).setVisible(true)
  }

  /** What lies among the things and moves. */
  get live(): Image[] {
    return this.goal ? [this.goal.image] : []
  }

  /** The department whose name, or the person whose mark, lies under a point of the viewport. */
  under(x: number, y: number): { department: DepartmentId } | { person: string } | null {
    const at = toMap(this.view, this.size, { x, y })
    for (const [person, { image }] of this.marks) if (covers(image, at)) return { person }
    for (const [department, { image }] of this.labels) if (covers(image, at)) return { department }
    for (const { image, department } of this.opened.values()) if (covers(image, at)) return { department }
    return null
  }

  private place(): void {
    const scale = 1 / (this.density * this.view.zoom)
    for (const floating of this.floating) {
      const seen = toViewport(this.view, this.size, floating)
      const whole = toMap(this.view, this.size, { x: wholePixel(seen.x, this.density), y: wholePixel(seen.y, this.density) })
      floating.image.setPosition(whole.x, whole.y).setScale(scale)
    }
  }

  private float(name: string, x: number, y: number): Floating {
    return { image: this.image(name, this.layers.signs), x, y }
  }

  private image(name: string, layer: Layer): Image {
    const drawing = this.drawings.find(name)!
    const image = this.scene.add.image(0, 0, drawing.texture, drawing.frame)
    layer.add(image)
    return image
  }

  private clear(): void {
    for (const { image } of this.floating) image.destroy()
    this.goal?.image.destroy()
    this.goal = null
    this.labels.clear()
    this.opened.clear()
    this.marks.clear()
  }

  private get floating(): Floating[] {
    return [...this.labels.values(), ...this.opened.values(), ...this.marks.values()]
  }

  private wanted(density: number): string {
    return JSON.stringify([density, this.things])
  }
}

function isShown(mark: QuestMark): mark is MarkName {
  return (MARKS as readonly string[]).includes(mark)
}

function wholePixel(value: number, density: number): number {
  return Math.round(value * density) / density
}

function covers(image: Image, { x, y }: { x: number; y: number }): boolean {
  const left = image.x - image.displayOriginX * image.scaleX
  const top = image.y - image.displayOriginY * image.scaleY
  return x >= left && x <= left + image.displayWidth && y >= top && y <= top + image.displayHeight
}
