/** Everything that is painted, in its layers: floor, shadows, things and people, signs. Knows no time and no input. */
import type { Hospital } from '../../src/core/hospital.ts'
import type { PlayerSheet } from '../../src/core/ports.ts'
import type { View } from '../kit/camera.ts'
import { FloorPicture } from '../kit/floor-picture.ts'
import { layGround } from '../kit/ground.ts'
import type { Image, Layer, Scene } from '../kit/phaser.ts'
import { Rest } from '../kit/rest.ts'
import type { Surface } from '../kit/surface.ts'
import { Drawings, loadPicture } from '../kit/textures.ts'
import { paintUpright } from '../kit/upright.ts'
import { CHUNKS, SHEETS, type Part } from './artwork.ts'
import { Company } from './company.ts'
import type { Crowd } from './crowd.ts'
import { FOOTPRINTS, turnedSize } from './floor/footprints.ts'
import { Lights } from './lights.ts'
import { MAP } from './map.ts'
import { Overlay } from './overlay.ts'
import type { Player } from './player.ts'
import { RevolvingDoors } from './revolving-doors.ts'
import { WallFigure } from './wall-figure.ts'

export class Painting {
  readonly overlay: Overlay
  readonly company: Company
  readonly doors: RevolvingDoors
  private readonly surface: Surface
  private readonly scene: Scene
  private readonly ground: Layer
  private readonly drawings: Drawings
  private readonly floor: FloorPicture
  private readonly figure: WallFigure
  private readonly lights: Lights
  private readonly rest: Rest
  private hospital: Hospital | null = null

  constructor(surface: Surface, player: Player, crowd: Crowd) {
    const { scene } = surface
    const layers = {
      ground: scene.add.layer(), lights: scene.add.layer(), kept: scene.add.layer(), shadows: scene.add.layer(),
      things: scene.add.layer(), live: scene.add.layer(), signs: scene.add.layer(),
    }
    for (const layer of [layers.shadows, layers.things]) paintUpright(layer)
    this.surface = surface
    this.scene = scene
    this.ground = layers.ground
    this.drawings = new Drawings(scene)
    this.floor = new FloorPicture(scene, layers.things, this.drawings, MAP, {
      turnedSize,
      hung: (piece) => FOOTPRINTS[piece.name]?.walkable === true && piece.name !== 'revolvingDoor',
    })
    this.company = new Company(scene, layers, this.drawings, player, crowd)
    this.overlay = new Overlay(scene, layers, this.drawings)
    this.doors = new RevolvingDoors(this.floor)
    this.lights = new Lights(scene, layers.lights, this.drawings)
    this.rest = new Rest(surface, { ...layers, below: [layers.ground, layers.lights], above: [layers.signs] }, () => this.live())
    this.figure = new WallFigure(scene, layers.things, this.drawings, MAP.furniture.find((piece) => piece.name === 'figureBoard')!)
  }

  /** Fetches and paints one part of the floor's art. Rejects when a picture of it cannot be had. */
  async load(part: Part): Promise<void> {
    const { key, url, json } = SHEETS[part]
    await Promise.all([this.drawings.addSheet(key, url, json), part === 'near' ? this.layFloor() : null])
    if (!this.scene.textures) return
    this.floor.fill()
    this.company.paintAll()
    this.rest.disturb()
  }

  /** All art is here: lay it on one sheet, which is a third cheaper to paint than two by turns. */
  settle(): void {
    const keys = [SHEETS.near.key, SHEETS.far.key]
    if (!this.scene.textures || !this.drawings.merge(keys, 'floor-sheet')) return
    this.floor.refresh()
    this.company.refresh()
    this.rest.disturb()
    this.drawings.drop(keys)
  }

  show(hospital: Hospital): void {
    this.hospital = hospital
    this.rest.disturb()
    this.company.show(hospital)
    if (this.overlay.open(hospital.unlocked)) void this.redrawSigns(this.surface.density)
    this.showMarks()
    this.doors.slow = hospital.sprites['revolving-door'] === 'slow'
    this.lights.show(hospital.lights)
    const readmissions = hospital.stats['readmissions']
    if (readmissions) this.figure.write(`${readmissions.value.toFixed(1)}${readmissions.unit === '%' ? '' : ' '}${readmissions.unit}`.trim())
  }

  /** Points the camera. */
  look(view: View): void {
    this.rest.disturb()
    this.surface.look(view)
    this.overlay.follow(view, this.surface.size)
  }

  /** Everybody has moved. */
  moved(reduced: boolean): void {
    this.company.paintMoving(reduced)
    this.rest.step()
  }

  /** Between two frames. */
  settleDown(view: View): void {
    this.rest.settle(view)
  }

  /** The player's own look. Rejects when its picture cannot be read. */
  async dress(sheet: PlayerSheet): Promise<void> {
    await this.drawings.addPlayer(sheet)
    if (!this.scene.textures) return
    this.rest.disturb()
    this.company.dressed()
  }

  /** Signs at the density of the screen. */
  async redrawSigns(density: number): Promise<void> {
    await this.overlay.redraw(density)
    if (!this.scene.textures) return
    this.showMarks()
    this.rest.disturb()
    this.surface.wake.touch()
  }

  private live(): Set<Image> {
    return new Set([...this.company.live, ...this.floor.live, ...this.overlay.live])
  }

  private showMarks(): void {
    if (!this.hospital) return
    const people = this.hospital.departments.flatMap((department) => department.people)
    this.overlay.showMarks(new Map(people.flatMap(({ id, quest }) => (quest ? [[id, quest.mark]] : []))))
  }

  private async layFloor(): Promise<void> {
    const pictures = await Promise.all(CHUNKS.map(({ url }) => loadPicture(url)))
    if (!this.scene.textures) return
    layGround(this.scene, this.ground, CHUNKS.map((chunk, i) => ({ key: `floor/${chunk.file}`, image: pictures[i]!, chunk })))
  }
}
