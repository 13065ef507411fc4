/** The space a person is drawn in: turned to where they face, with parts collected and painted back to front. */
import { shade, type Hex } from '../colour.ts'
import { points, projectPoint, round, type V2, type V3 } from '../projection.ts'
import type { Ids } from '../solid/solid.ts'
import type { Facing, Pose } from './appearance.ts'

/** Corners of a ring round the body: at 60 pixels high nobody counts more. */
const RING = 18

const ANGLE: Record<Facing, number> = { se: 0, sw: Math.PI / 2, nw: Math.PI, ne: -Math.PI / 2 }

export const ribbon = (list: readonly V2[], colour: Hex, width: number, more = ''): string =>
  `<polyline points="${points(list)}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linecap="round" stroke-linejoin="round"${more && ` ${more}`}/>`

export const patch = (list: readonly V2[], fill: Hex, more = ''): string =>
  `<polygon points="${points(list)}" fill="${fill}"${more && ` ${more}`}/>`

export class Figure {
  readonly angle: number
  /** Where the person looks, on the floor. */
  readonly forward: V2
  /** The person's right hand side. */
  readonly right: V2
  readonly facesCamera: boolean
  readonly seated: boolean
  /** Moment of the step, or null when standing or seated. */
  readonly step: number | null
  /** Moment of the push, or null. */
  readonly push: number | null
  /** Bob of the walk, or the drop of sitting. */
  readonly lift: number
  readonly lean: number
  readonly ids: Ids
  private readonly parts: { depth: number; svg: string }[] = []

  constructor(facing: Facing, pose: Pose, ids: Ids) {
    this.angle = ANGLE[facing]
    this.forward = [Math.cos(this.angle), Math.sin(this.angle)]
    this.right = [-Math.sin(this.angle), Math.cos(this.angle)]
    this.facesCamera = this.forward[0] + this.forward[1] > 0
    this.step = typeof pose === 'number' ? pose : null
    this.push = typeof pose === 'object' ? pose.push : null
    this.seated = pose === 'sit' || this.push !== null
    const bob = this.step === null ? -0.012 : 0.03 * (1 - Math.abs(Math.cos(this.step * 2 * Math.PI))) - 0.012
    this.lift = (this.seated ? -0.06 : 0) + bob
    this.lean = this.step === null ? 0 : 0.015
    this.ids = ids
  }

  /** Forward, to the right, up: to the world. */
  at(forward: number, right: number, up: number): V3 {
    return [this.forward[0] * forward + this.right[0] * right, this.forward[1] * forward + this.right[1] * right, up]
  }

  flat(list: readonly V3[]): V2[] {
    return list.map(projectPoint)
  }

  /** Painted by depth of `centre`; `bias` moves it towards the camera. */
  put(centre: V3, svg: string, bias = 0): void {
    this.parts.push({ depth: centre[0] * 0.612 + centre[1] * 0.612 + centre[2] * 0.2 + bias, svg })
  }

  /** An ellipse round the body's axis. */
  ring(sideways: number, deep: number, up: number, forward = 0): V3[] {
    return Array.from({ length: RING }, (_, i) => {
      const angle = (-i / RING) * 2 * Math.PI
      return this.at(forward + Math.cos(angle) * deep, Math.sin(angle) * sideways, up)
    })
  }

  /** An arm or leg: a thick line with a lit and a shaded side. */
  limb(list: readonly V3[], width: number, colour: Hex): string {
    const flat = this.flat(list)
    const along = `M${flat.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}`
    const layer = (dx: number, dy: number, paint: Hex, w: number, opacity = ''): string =>
      `<path d="${along}"${dx ? ` transform="translate(${round(-width * dx)} ${round(-width * dy)})"` : ''} fill="none" stroke="${paint}" stroke-width="${round(w)}" stroke-linecap="round" stroke-linejoin="round"${opacity}/>`
    return (
      layer(0, 0, shade(colour, [0.8, 0, 0]), width) +
      layer(0.09, 0.05, shade(colour, [0.15, 0.55, 0.35]), width * 0.8) +
      layer(0.2, 0.1, shade(colour, [0, 0.3, 0.9]), width * 0.28, ' stroke-opacity=".55"')
    )
  }

  svg(): string {
    return [...this.parts]
      .sort((a, b) => a.depth - b.depth)
      .map((part) => part.svg)
      .join('')
  }
}
