import { shade, type Hex } from '../colour.ts'
import type { Decal } from '../decals.ts'
import { points, project, round, RISE, type V2, type V3 } from '../projection.ts'
import type { Solid } from './solid.ts'

export interface BoxOptions {
  /** Colour of the top, if it differs. */
  top?: Hex
  /** Drawn on a side, if that side is seen once the thing is turned. */
  front?: Decal
  right?: Decal
  back?: Decal
  left?: Decal
  onTop?: Decal
  /** Strength of the white line along the front edges. */
  edge?: number
  /** Strength of the darkening towards the floor. */
  occlusion?: number
  shadow?: boolean
  opacity?: number
  /** Colour of the face that looks to the right, as it is, without shading: for walls, which would turn grey. */
  rightRaw?: Hex
  /** Only the decals; no body. */
  ghost?: boolean
}

type Side = 'front' | 'right' | 'back' | 'left'
const NORMALS: readonly (readonly [Side, V3])[] = [
  ['front', [0, 1, 0]],
  ['right', [1, 0, 0]],
  ['back', [0, -1, 0]],
  ['left', [-1, 0, 0]],
]

/** Which side faces left (+y) and which right (+x) once turned. */
function seenSides(solid: Solid): { left: Side; right: Side } {
  const facing = (axis: 0 | 1): Side => NORMALS.find(([, normal]) => solid.turnVector(normal)[axis] > 0.5)![0]
  return { left: facing(1), right: facing(0) }
}

const face = (corners: readonly V2[], colour: Hex): string =>
  `<polygon points="${points(corners)}" fill="${colour}" stroke="${colour}" stroke-width=".35" stroke-linejoin="round"/>`

const onFace = ([x, y]: V2, slope: number, art: string): string =>
  `<g transform="matrix(.32 ${slope} 0 .4 ${round(x)} ${round(y)})">${art}</g>`

export function drawBox(solid: Solid, at: V3, size: V3, colour: Hex, options: BoxOptions): Solid {
  const [w, d, h] = size
  const a = solid.turnPoint(at)
  const b = solid.turnPoint([at[0] + w, at[1] + d, at[2] + h])
  const [x0, x1, y0, y1] = [Math.min(a[0], b[0]), Math.max(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[1], b[1])]
  const [z0, z1] = [at[2], at[2] + h]
  const left = [project(x0, y1, z1), project(x1, y1, z1), project(x1, y1, z0), project(x0, y1, z0)]
  const right = [project(x1, y1, z1), project(x1, y0, z1), project(x1, y0, z0), project(x1, y1, z0)]
  const top = [project(x0, y0, z1), project(x1, y0, z1), project(x1, y1, z1), project(x0, y1, z1)]
  const sides = seenSides(solid)
  const occlusion = options.occlusion ?? 0.1
  const edge = options.edge ?? 0.45
  let svg = ''
  if (!options.ghost) {
    svg += face(left, shade(colour, [0, 1, 0])) + face(right, options.rightRaw ?? shade(colour, [1, 0, 0]))
    if (occlusion && h > 0.12) svg += darkening(solid, left, -1, h, occlusion) + darkening(solid, right, 1, h, occlusion)
  }
  const [leftDecal, rightDecal] = [options[sides.left], options[sides.right]]
  if (leftDecal) svg += onFace(left[0]!, 0.16, leftDecal((x1 - x0) * 100, h * 100))
  if (rightDecal) svg += onFace(right[0]!, -0.16, rightDecal((y1 - y0) * 100, h * 100))
  if (!options.ghost) svg += face(top, shade(options.top ?? colour, [0, 0, 1]))
  if (options.onTop) svg += onTop(solid, [at[0], at[1], z1], options.onTop(w * 100, d * 100))
  if (edge && !options.ghost) svg += highlights(top, left[2]!, h, edge)
  if (options.opacity !== undefined) svg = `<g opacity="${options.opacity}">${svg}</g>`
  const corners = [x0, x1].flatMap((x) => [y0, y1].flatMap((y) => [z0, z1].map((z): V3 => [x, y, z])))
  return solid.add(svg, corners, { shadow: options.shadow })
}

/** Sides darken towards the floor: cheap ambient occlusion. */
function darkening(solid: Solid, side: readonly V2[], direction: 1 | -1, h: number, strength: number): string {
  const id = solid.ids()
  const length = h * RISE * 0.894
  const [x, y] = side[0]!
  return (
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${round(x)}" y1="${round(y)}" x2="${round(x + direction * 0.447 * length)}" y2="${round(y + 0.894 * length)}">` +
    `<stop offset=".35" stop-color="#1d2f5c" stop-opacity="0"/><stop offset="1" stop-color="#1d2f5c" stop-opacity="${strength}"/></linearGradient>` +
    `<polygon points="${points(side)}" fill="url(#${id})"/>`
  )
}

function onTop(solid: Solid, corner: V3, art: string): string {
  const [ux, uy] = solid.turnVector([1, 0, 0])
  const [vx, vy] = solid.turnVector([0, 1, 0])
  const matrix = [...project(ux, uy), ...project(vx, vy)].map((n) => round(n) / 100)
  const [x, y] = solid.onScreen(...corner)
  return `<g transform="matrix(${matrix.join(' ')} ${round(x)} ${round(y)})">${art}</g>`
}

function highlights(top: readonly V2[], foot: V2, h: number, strength: number): string {
  const [, far, near, other] = top as [V2, V2, V2, V2]
  const along = `<polyline points="${points([other, near, far])}" fill="none" stroke="#fff" stroke-opacity="${strength}" stroke-width=".7" stroke-linejoin="round"/>`
  if (h <= 0.1) return along
  return `${along}<path d="M${round(near[0])} ${round(near[1])}L${round(foot[0])} ${round(foot[1])}" stroke="#fff" stroke-opacity="${round(strength * 0.4)}" stroke-width=".6"/>`
}
