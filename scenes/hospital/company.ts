/** Everybody in the picture: people with a name who stand, people who walk, the player. */
import type { Hospital } from '../../src/core/hospital.ts'
import { Figure, type FigureLayers } from '../kit/figure.ts'
import type { Image, Scene } from '../kit/phaser.ts'
import type { Drawings } from '../kit/textures.ts'
import { poseOf } from '../kit/walker.ts'
import { pushedBy, type Crowd } from './crowd.ts'
import { PEOPLE } from './people.ts'
import type { Player } from './player.ts'

export class Company {
  private readonly named: Map<string, Figure>
  private readonly walkers: { body: Figure; pushed: Figure | null }[]
  private readonly learner: Figure
  private readonly drawings: Drawings
  private readonly player: Player
  private readonly crowd: Crowd
  /** What a person carries, by person: "tablet". */
  private states = new Map<string, string>()

  constructor(scene: Scene, layers: FigureLayers, drawings: Drawings, player: Player, crowd: Crowd) {
    const figure = (id: string): Figure => new Figure(scene, layers, drawings, id)
    this.drawings = drawings
    this.player = player
    this.crowd = crowd
    this.named = new Map(PEOPLE.map(({ id }) => [id, figure(id)]))
    this.walkers = crowd.strollers.map(({ route }) => ({ body: figure(route.look), pushed: route.pushes ? figure(route.pushes) : null }))
    this.learner = figure('player')
  }

  /** Pictures of those who walk. */
  get live(): Image[] {
    const figures = [this.learner, ...this.walkers.flatMap(({ body, pushed }) => (pushed ? [body, pushed] : [body]))]
    return figures.flatMap((figure) => [...figure.images])
  }

  /** Takes over what people carry. */
  show(hospital: Hospital): void {
    this.states = new Map(hospital.departments.flatMap(({ people }) => people.flatMap(({ id, state }) => (state ? [[id, state]] : []))))
    this.paintNamed()
  }

  /** After art has come. */
  paintAll(): void {
    this.paintNamed()
    this.paintCrowd()
    this.paintPlayer()
  }

  /** The frames have moved to another sheet. */
  refresh(): void {
    for (const figure of [...this.named.values(), this.learner]) figure.forget()
    for (const { body, pushed } of this.walkers) {
      body.forget()
      pushed?.forget()
    }
    this.paintAll()
  }

  /** After time has passed; without motion only the player changes place. */
  paintMoving(still: boolean): void {
    if (!still) this.paintCrowd()
    this.paintPlayer()
  }

  /** The player's frames were exchanged. */
  dressed(): void {
    this.learner.forget()
    this.paintPlayer()
  }

  private paintNamed(): void {
    for (const { id, at: [x, y], facing } of PEOPLE) {
      this.named.get(id)!.show(`npc/${id}`, x, y, facing, this.states.get(id) ?? 'idle')
    }
  }

  private paintCrowd(): void {
    this.crowd.strollers.forEach(({ walker, route }, i) => {
      const { body, pushed } = this.walkers[i]!
      const pose = poseOf(walker)
      body.show(`npc/${route.look}`, walker.x, walker.y, walker.facing, pose)
      if (!pushed || !route.pushes) return
      const { x, y, facing } = pushedBy(walker)
      pushed.show(`npc/${route.pushes}`, x, y, facing, pose)
    })
  }

  private paintPlayer(): void {
    const { walker, moving } = this.player
    // Until the learner's own look has been drawn, a visitor stands in for them.
    const look = this.drawings.has('player/se/idle') ? 'player' : 'npc/amb-4'
    this.learner.show(look, walker.x, walker.y, walker.facing, poseOf(walker, moving))
  }

  /** Person with a name under a point of the map; of several the nearest to the viewer. */
  under(x: number, y: number): string | null {
    const touched = [...this.named.values()].filter((figure) => figure.touches(x, y))
    return touched.sort((a, b) => b.x + b.y - (a.x + a.y))[0]?.id ?? null
  }
}
