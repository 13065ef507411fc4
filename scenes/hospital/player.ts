/** The learner on the floor: walks to where they are sent, or by keys; says where they are and whom they reached. */
import type { StageEvent } from '../../src/core/ports.ts'
import type { FloorGrid } from '../kit/floor-grid.ts'
import { stepFor, type Direction } from '../kit/keys.ts'
import type { Point } from '../kit/plan.ts'
import { facingOf, jump, lookTowards, step, stridesOf, walkerAt, type Walker } from '../kit/walker.ts'
import { isInRevolvingDoor, placeAt, PLACES, START } from './map.ts'
import { PEOPLE } from './people.ts'

/** Brisk: the floor is thirty metres wide and nobody came to watch themselves walk. */
const PACE = 3.4
/** One press of a key without motion: half a tile. */
const SHORT_STEP = 0.5
/** In turn, so that no two footfalls in a row sound alike. */
const FOOTFALLS = ['step1', 'step2', 'step3', 'step4'] as const

export class Player {
  readonly walker: Walker
  reduced = false
  /** Rolls, without a footfall. */
  wheels = false
  private readonly grid: FloorGrid
  private readonly tell: (event: StageEvent) => void
  private held: ReadonlySet<Direction> = new Set()
  private meeting: string | null = null
  private department: string | null
  private footfalls = 0
  private inDoor = false

  constructor(grid: FloorGrid, tell: (event: StageEvent) => void, at: Point = START) {
    this.grid = grid
    this.tell = tell
    this.walker = walkerAt(at, 'ne', PACE)
    this.department = placeAt(...at)?.id ?? null
  }

  get moving(): boolean {
    return this.walker.way.length > 0 || this.held.size > 0
  }

  /** Where the way ends, if there is one. */
  get goal(): Point | null {
    return this.walker.way.at(-1) ?? null
  }

  /** Walks to a point, or to the nearest place one can stand; false when there is no way. */
  walkTo(x: number, y: number): boolean {
    const goal = this.grid.nearest(x, y)
    return goal !== null && this.go(goal, null)
  }

  /** False for somebody who is not on the map: a trainer's own person stands in the list alone. */
  walkToPerson(id: string): boolean {
    const person = PEOPLE.find((one) => one.id === id)
    return person !== undefined && this.go(person.meet, id)
  }

  walkToDepartment(id: string): boolean {
    const place = PLACES.find((one) => one.id === id)
    return place !== undefined && this.go(place.spot, null)
  }

  keys(held: ReadonlySet<Direction>, pressed: Direction | null): void {
    if (this.reduced) {
      if (pressed) this.shortStep(new Set([...held, pressed]))
      return
    }
    this.held = new Set(held)
    if (held.size > 0) this.stopWalking()
  }

  /** One step of time. */
  step(seconds: number): void {
    const strides = stridesOf(this.walker)
    if (this.held.size > 0) this.slide(stepFor(this.held), PACE * seconds)
    else if (this.walker.way.length > 0 && !step(this.walker, seconds)) this.arrived()
    if (stridesOf(this.walker) > strides) this.soundStep()
    this.noticePlace()
  }

  private go(goal: Point, person: string | null): boolean {
    const way = this.grid.way([this.walker.x, this.walker.y], goal)
    if (!way) return false
    this.meeting = person
    this.walker.way = way
    if (this.reduced) {
      jump(this.walker)
      this.noticePlace()
    }
    if (this.walker.way.length === 0) this.arrived()
    return true
  }

  private arrived(): void {
    const person = PEOPLE.find((one) => one.id === this.meeting)
    this.meeting = null
    if (!person) return
    lookTowards(this.walker, ...person.at)
    this.noticePlace()
    this.tell({ type: 'person.reached', person: person.id })
  }

  private stopWalking(): void {
    this.walker.way = []
    this.meeting = null
  }

  private shortStep(held: ReadonlySet<Direction>): void {
    const [dx, dy] = stepFor(held)
    const [x, y] = [this.walker.x + Math.sign(Math.round(dx * 2)) * SHORT_STEP, this.walker.y + Math.sign(Math.round(dy * 2)) * SHORT_STEP]
    this.stopWalking()
    this.walker.facing = facingOf(dx, dy, this.walker.facing)
    for (const [tx, ty] of [[x, y], [x, this.walker.y], [this.walker.x, y]] as const) {
      if (!this.grid.free(tx, ty)) continue
      this.walker.x = tx
      this.walker.y = ty
      this.soundStep()
      break
    }
    this.noticePlace()
  }

  /** Walks against walls and furniture slide along them. */
  private slide([dx, dy]: readonly [number, number], metres: number): void {
    const { walker } = this
    walker.facing = facingOf(dx, dy, walker.facing)
    for (const [mx, my] of [[dx, dy], [dx, 0], [0, dy]] as const) {
      const [x, y] = [walker.x + mx * metres, walker.y + my * metres]
      if ((mx === 0 && my === 0) || !this.grid.free(x, y)) continue
      walker.x = x
      walker.y = y
      walker.walked += metres
      return
    }
  }

  private soundStep(): void {
    if (this.wheels) return
    this.tell({ type: 'sound.made', sound: FOOTFALLS[this.footfalls % FOOTFALLS.length]! })
    this.footfalls++
  }

  private noticePlace(): void {
    const inDoor = isInRevolvingDoor(this.walker.x, this.walker.y)
    if (inDoor && !this.inDoor) this.tell({ type: 'sound.made', sound: 'door' })
    this.inDoor = inDoor
    const here = placeAt(this.walker.x, this.walker.y)?.id ?? null
    if (here === null || here === this.department) return
    this.department = here
    this.tell({ type: 'department.entered', department: here })
  }
}
