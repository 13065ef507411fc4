/** A round head as a globe that features are laid on: longitude from the nose to the right, latitude up. */
import { dot3, project, projectPoint, TO_CAMERA, unit, type V2, type V3 } from '../projection.ts'
import type { Figure } from './figure.ts'

export const HEAD_RADIUS = 0.265
export const DEGREE = Math.PI / 180

export class Globe {
  readonly centre: V3
  readonly middle: V2
  private readonly forward: V2
  private readonly right: V2
  private readonly pitch: number

  constructor(figure: Figure) {
    this.centre = figure.at(figure.lean + 0.015, 0, 1.19 + figure.lift)
    this.middle = projectPoint(this.centre)
    let toCamera = Math.PI / 4 - figure.angle
    while (toCamera > Math.PI) toCamera -= 2 * Math.PI
    while (toCamera < -Math.PI) toCamera += 2 * Math.PI
    // Faces turn a little towards us, so that they can be read; backs of heads turn a little away.
    const angle = figure.facesCamera
      ? figure.angle + toCamera * 0.42
      : figure.angle - Math.sign(toCamera) * (Math.PI - Math.abs(toCamera)) * 0.2
    this.pitch = figure.facesCamera ? 0.24 : 0.06
    this.forward = [Math.cos(angle), Math.sin(angle)]
    this.right = [-Math.sin(angle), Math.cos(angle)]
  }

  direction(longitude: number, latitude: number): V3 {
    const ring = Math.cos(latitude)
    const [ahead, aside, up] = [ring * Math.cos(longitude), ring * Math.sin(longitude), Math.sin(latitude)]
    const f = ahead * Math.cos(this.pitch) - up * Math.sin(this.pitch)
    const z = ahead * Math.sin(this.pitch) + up * Math.cos(this.pitch)
    return [this.forward[0] * f + this.right[0] * aside, this.forward[1] * f + this.right[1] * aside, z]
  }

  /** On the screen, `scale` head radii from the centre. */
  screen(direction: V3, scale = 1): V2 {
    const r = HEAD_RADIUS * scale
    return project(this.centre[0] + direction[0] * r, this.centre[1] + direction[1] * r, this.centre[2] + direction[2] * r)
  }

  depth(direction: V3): number {
    return dot3(direction, TO_CAMERA)
  }

  /** A closed line round something on the globe, cut at the horizon; null when it is all behind. */
  region(outline: (angle: number) => V2, scale = 1, count = 48): V2[] | null {
    const directions = Array.from({ length: count }, (_, i) => this.direction(...outline((i / count) * 2 * Math.PI)))
    if (!directions.some((d) => this.depth(d) > 0)) return null
    return directions.map((d) => this.screen(this.toHorizon(d), scale))
  }

  private toHorizon(direction: V3): V3 {
    const depth = this.depth(direction)
    if (depth >= 0) return direction
    return unit([direction[0] - TO_CAMERA[0] * depth, direction[1] - TO_CAMERA[1] * depth, direction[2] - TO_CAMERA[2] * depth])
  }

  oval(longitude: number, latitude: number, wide: number, high: number, scale = 1): V2[] | null {
    if (this.depth(this.direction(longitude, latitude)) < 0.12) return null
    return this.region((t) => [longitude + (Math.cos(t) * wide) / Math.cos(latitude), latitude + Math.sin(t) * high], scale, 20)
  }

  arc(from: V2, to: V2, sag: number, scale = 1.005): V2[] | null {
    const arc: V2[] = []
    for (let i = 0; i <= 8; i++) {
      const t = i / 8
      const direction = this.direction(
        from[0] + (to[0] - from[0]) * t,
        from[1] + (to[1] - from[1]) * t + sag * Math.sin(t * Math.PI),
      )
      if (this.depth(direction) < 0.04) return null
      arc.push(this.screen(direction, scale))
    }
    return arc
  }

  /** What is seen of a line round the head. */
  visibleLine(count: number, at: (share: number) => V2, scale: number): V2[] {
    return Array.from({ length: count }, (_, i) => this.direction(...at((i / (count - 1)) * 2 - 1)))
      .filter((d) => this.depth(d) > 0)
      .map((d) => this.screen(d, scale))
  }
}
