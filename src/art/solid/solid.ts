/**
 * A thing made of simple bodies, in tiles, before it is turned: front faces +y. It can be turned by quarters; whatever faces
 * away is left out, what is left is sorted by itself, and its shadow is cast.
 */
import { painterSort, type Sortable } from '../painter-sort.ts'
import {
  boundsOf,
  closedPath,
  hull,
  project,
  projectPoint,
  round,
  SHADOW_X,
  SHADOW_Y,
  type Bounds,
  type V2,
  type V3,
} from '../projection.ts'
import { drawBox, type BoxOptions } from './box.ts'
import { drawExtrusion, type ExtrusionOptions } from './extrusion.ts'
import { circleRing, circleSteps, drawLoft, roundedRing, roundedRings, type LoftOptions, type RoundedOptions } from './loft.ts'
import { drawBall, drawRod, drawTube } from './strokes.ts'

export interface Part extends Sortable {
  svg: string
  /** Outline of the shadow on the floor, in tiles; null when it throws none. */
  shadow: V2[] | null
  /** Touches the floor. */
  stands: boolean
}

/** Names for gradients and clips, each once. */
export type Ids = () => string

export function idsFrom(prefix: string): Ids {
  let next = 0
  return () => `${prefix}${(next++).toString(36)}`
}

export interface CylinderOptions extends LoftOptions {
  topRadius?: number
  /** [radius, height] from bottom to top, instead of a straight side. */
  profile?: readonly V2[]
}

interface AddOptions {
  shadow?: boolean | undefined
  bounds?: Partial<Bounds>
}

export class Solid {
  readonly parts: Part[] = []
  readonly w: number
  readonly d: number
  /** Quarter turns. */
  readonly turns: number
  readonly ids: Ids

  constructor(w = 1, d = 1, turns = 0, ids: Ids = idsFrom('g')) {
    this.w = w
    this.d = d
    this.turns = turns
    this.ids = ids
  }

  /** Footprint once turned. */
  get turnedSize(): V2 {
    return this.turns % 2 ? [this.d, this.w] : [this.w, this.d]
  }

  /** A point of the unturned thing, turned. */
  turnPoint([x, y, z]: V3): V3 {
    if (this.turns === 1) return [this.d - y, x, z]
    if (this.turns === 2) return [this.w - x, this.d - y, z]
    if (this.turns === 3) return [y, this.w - x, z]
    return [x, y, z]
  }

  turnVector([x, y, z]: V3): V3 {
    if (this.turns === 1) return [-y, x, z]
    if (this.turns === 2) return [-x, -y, z]
    if (this.turns === 3) return [y, -x, z]
    return [x, y, z]
  }

  /** Where a point of the unturned thing is on the screen. */
  onScreen(x: number, y: number, z = 0): V2 {
    return projectPoint(this.turnPoint([x, y, z]))
  }

  /** True when a face with this unturned normal is seen. */
  sees(normal: V3): boolean {
    const [x, y, z] = this.turnVector(normal)
    return x > 0.5 || y > 0.5 || z > 0.5
  }

  /** `corners` already turned. */
  add(svg: string, corners: readonly V3[], options: AddOptions = {}): Solid {
    const bounds = { ...boundsOf(corners), ...options.bounds }
    const shadow = options.shadow === false ? null : hull(corners.map(([x, y, z]): V2 => [x + SHADOW_X * z, y + SHADOW_Y * z]))
    this.parts.push({ svg, bounds, shadow, stands: bounds.z0 < 0.12, made: this.parts.length })
    return this
  }

  /** Ready-made SVG in screen pixels that takes up the room between two unturned corners. */
  raw(svg: string, from: V3, to: V3, shadow = false): Solid {
    const [a, b] = [this.turnPoint(from), this.turnPoint(to)]
    return this.add(svg, [a, b, [a[0], b[1], a[2]], [b[0], a[1], a[2]], [a[0], b[1], b[2]], [b[0], a[1], b[2]]], { shadow })
  }

  box(x: number, y: number, z: number, w: number, d: number, h: number, colour: string, options: BoxOptions = {}): Solid {
    return drawBox(this, [x, y, z], [w, d, h], colour, options)
  }

  /** A box with rounded corners; `soft` rounds its upper edge as well. */
  rounded(
    x: number,
    y: number,
    z: number,
    w: number,
    d: number,
    h: number,
    radius: number,
    colour: string,
    options: RoundedOptions = {},
  ): Solid {
    const rings = roundedRings([x, y, z], [w, d, h], radius, options)
    return drawLoft(this, rings, colour, { ...options, edge: options.edge ?? (options.soft ? 0 : 0.4) })
  }

  cylinder(
    cx: number,
    cy: number,
    z: number,
    radius: number,
    height: number,
    colour: string,
    options: CylinderOptions = {},
  ): Solid {
    const profile = options.profile ?? [
      [radius, 0],
      [options.topRadius ?? radius, height],
    ]
    const steps = circleSteps(Math.max(...profile.map(([r]) => r)))
    const rings = profile.map(([r, dz]) => circleRing(cx, cy, r, z + dz, steps))
    return drawLoft(this, rings, colour, { ...options, edge: options.edge ?? 0.35 })
  }

  /** A skin over rings of equal count, from the bottom up. */
  loft(rings: readonly (readonly V3[])[], colour: string, options: LoftOptions = {}): Solid {
    return drawLoft(this, rings, colour, options)
  }

  ring(x: number, y: number, w: number, d: number, radius: number, z: number, steps = 5): V3[] {
    return roundedRing([x, y, z], [w, d], radius, steps)
  }

  /** An outline in (x, z), stretched along y; its front cap faces +y. */
  extrudeY(outline: readonly V2[], y0: number, y1: number, colour: string, options: ExtrusionOptions = {}): Solid {
    return drawExtrusion(this, 'y', outline, y0, y1, colour, options)
  }

  /** An outline in (y, z), stretched along x; its front cap faces +x. */
  extrudeX(outline: readonly V2[], x0: number, x1: number, colour: string, options: ExtrusionOptions = {}): Solid {
    return drawExtrusion(this, 'x', outline, x0, x1, colour, options)
  }

  rod(from: V3, to: V3, pixels: number, colour: string, options: { shadow?: boolean; gleam?: number } = {}): Solid {
    return drawRod(this, from, to, pixels, colour, options)
  }

  tube(through: readonly V3[], pixels: number, colour: string, gleam = 0): Solid {
    return drawTube(this, through, pixels, colour, gleam)
  }

  ball(cx: number, cy: number, cz: number, radius: number, colour: string, options: { shadow?: boolean } = {}): Solid {
    return drawBall(this, [cx, cy, cz], radius, colour, options)
  }

  get bounds(): Bounds {
    return boundsOf(
      this.parts.flatMap(({ bounds: b }): V3[] => [
        [b.x0, b.y0, b.z0],
        [b.x1, b.y1, b.z1],
      ]),
    )
  }

  /** The thing itself, back to front. */
  body(): string {
    return painterSort(this.parts)
      .map((part) => part.svg)
      .join('')
  }

  /** Outlines on the floor, as paths, of what it shades and of where it stands; `at` moves them by tiles. */
  shadowPaths([dx, dy]: V2 = [0, 0]): { cast: string; contact: string } {
    const casting = this.parts.filter((part) => part.shadow)
    return {
      cast: casting.map((part) => closedPath(part.shadow!.map(([x, y]) => project(x + dx, y + dy)))).join(''),
      contact: casting
        .filter((part) => part.stands)
        .map((part) => footprint(part.bounds, dx, dy))
        .join(''),
    }
  }

  /** Cast shadow and the darker seam where it stands. Needs `SHADOW_FILTERS` in the same SVG. */
  shadow(opacity = 0.2): string {
    const { cast, contact } = this.shadowPaths()
    return cast ? shadowSvg(cast, contact, opacity) : ''
  }
}

export const shadowSvg = (cast: string, contact: string, opacity: number): string =>
  `<g opacity="${opacity}" filter="url(#cast)"><path d="${cast}" fill="#1b2a5e"/></g>` +
  `<g opacity="${round(opacity * 1.1)}" filter="url(#contact)"><path d="${contact}" fill="#152044"/></g>`

/** How far the seam reaches out from under a thing. */
const SEAM = 0.045

function footprint(b: Bounds, dx: number, dy: number): string {
  const [x0, y0, x1, y1] = [b.x0 + dx - SEAM, b.y0 + dy - SEAM, b.x1 + dx + SEAM, b.y1 + dy + SEAM]
  return closedPath([project(x0, y0), project(x1, y0), project(x1, y1), project(x0, y1)])
}

export const SHADOW_FILTERS =
  '<filter id="cast" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="1.6"/></filter>' +
  '<filter id="contact" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="2.6"/></filter>'
