import { shade, type Hex } from '../colour.ts'
import {
  closedPath,
  cross3,
  dot3,
  minus,
  negate,
  points,
  project,
  projectPoint,
  round,
  RISE,
  TO_CAMERA,
  unit,
  type V2,
  type V3,
} from '../projection.ts'
import type { Solid } from './solid.ts'

export interface ExtrusionOptions {
  hole?: readonly V2[]
  holeColour?: Hex
  capColour?: Hex
  /** Drawn on the cap that faces +y (or +x), in cm from the corner on the floor, up is negative. */
  decal?: string
  /** Drawn on the opposite cap, seen from behind. */
  decalBack?: string
  shadow?: boolean
  edge?: number
}

/** A body as wide as `far` to `near`, seen through one frame: u across, t along, z up. */
interface Axes {
  at(u: number, t: number, z: number): V3
  vector(u: number, t: number, z: number): V3
  width: number
}

function axesOf(solid: Solid, along: 'x' | 'y'): Axes {
  if (along === 'y')
    return { at: (u, t, z) => solid.turnPoint([u, t, z]), vector: (u, t, z) => solid.turnVector([u, t, z]), width: solid.w }
  return { at: (u, t, z) => solid.turnPoint([t, u, z]), vector: (u, t, z) => solid.turnVector([t, u, z]), width: solid.d }
}

const doubleArea = (outline: readonly V2[]): number =>
  outline.reduce((sum, [x, z], i) => {
    const next = outline[(i + 1) % outline.length]!
    return sum + x * next[1] - next[0] * z
  }, 0)

const sideNormal = (a: readonly V3[], b: readonly V3[], i: number): V3 => {
  const j = (i + 1) % a.length
  return unit(cross3(minus(a[j]!, a[i]!), minus(b[i]!, a[i]!)))
}

/** Turning can mirror an outline: the highest edge must point away from the middle. */
function isInverted(a: readonly V3[], b: readonly V3[]): boolean {
  const middle = a.reduce<V3>((m, p) => [m[0] + p[0] / a.length, m[1] + p[1] / a.length, m[2] + p[2] / a.length], [0, 0, 0])
  const height = (i: number): number => a[i]![2] + a[(i + 1) % a.length]![2]
  let best = 0
  for (let i = 1; i < a.length; i++) if (height(i) > height(best)) best = i
  const outward: V3 = [a[best]![0] - middle[0], a[best]![1] - middle[1], height(best) / 2 - middle[2]]
  return dot3(sideNormal(a, b, best), outward) < 0
}

function strips(a: readonly V3[], b: readonly V3[], colour: Hex, inverted: boolean): string {
  let svg = ''
  for (let i = 0; i < a.length; i++) {
    const j = (i + 1) % a.length
    const normal = inverted ? negate(sideNormal(a, b, i)) : sideNormal(a, b, i)
    if (dot3(normal, TO_CAMERA) <= 0) continue
    const paint = shade(colour, normal)
    svg += `<polygon points="${points([a[i]!, a[j]!, b[j]!, b[i]!].map(projectPoint))}" fill="${paint}" stroke="${paint}" stroke-width=".4"/>`
  }
  return svg
}

export function drawExtrusion(
  solid: Solid,
  along: 'x' | 'y',
  outline: readonly V2[],
  t0: number,
  t1: number,
  colour: Hex,
  options: ExtrusionOptions,
): Solid {
  const axes = axesOf(solid, along)
  const ordered = doubleArea(outline) > 0 ? outline : [...outline].reverse()
  const a = ordered.map(([u, z]) => axes.at(u, t0, z))
  const b = ordered.map(([u, z]) => axes.at(u, t1, z))
  const normal = axes.vector(0, 1, 0)
  const frontSeen = normal[0] > 0.5 || normal[1] > 0.5
  const cap = (frontSeen ? b : a).map(projectPoint)
  const capColour = shade(options.capColour ?? colour, frontSeen ? normal : [-normal[0], -normal[1], 0])
  const inverted = isInverted(a, b)
  const plane = options.decal && frontSeen ? onCap(axes, 0, t1, 1, options.decal) : ''
  let svg =
    strips(a, b, colour, inverted) + `<path d="${closedPath(cap)}" fill="${capColour}" stroke="${capColour}" stroke-width=".3"/>`
  if (options.hole) svg += plane + drawHole(solid, axes, options.hole, t0, t1, options.holeColour ?? colour, frontSeen, inverted)
  svg += `<path d="${closedPath(cap)}" fill="none" stroke="#fff" stroke-opacity="${options.edge ?? 0.4}" stroke-width=".7"/>`
  if (!options.hole) svg += plane
  if (options.decalBack && !frontSeen) svg += onCap(axes, axes.width, t0, -1, options.decalBack)
  return solid.add(svg, [...a, ...b], { shadow: options.shadow })
}

function drawHole(
  solid: Solid,
  axes: Axes,
  hole: readonly V2[],
  t0: number,
  t1: number,
  colour: Hex,
  frontSeen: boolean,
  inverted: boolean,
): string {
  const a = hole.map(([u, z]) => axes.at(u, t0, z))
  const b = hole.map(([u, z]) => axes.at(u, t1, z))
  const near = points((frontSeen ? b : a).map(projectPoint))
  const far = points((frontSeen ? a : b).map(projectPoint))
  const id = solid.ids()
  const inner = doubleArea(hole) > 0 ? !inverted : inverted
  return (
    `<clipPath id="${id}"><polygon points="${near}"/></clipPath><g clip-path="url(#${id})"><polygon points="${near}" fill="${shade(colour, [0.9, -0.3, -0.3])}"/>` +
    `${strips(a, b, colour, inner)}<polygon points="${far}" fill="#13263f"/></g><polygon points="${near}" fill="none" stroke="#fff" stroke-opacity=".5" stroke-width=".7"/>`
  )
}

function onCap(axes: Axes, u: number, t: number, direction: 1 | -1, art: string): string {
  const vector = axes.vector(direction, 0, 0)
  const [ux, uy] = project(vector[0], vector[1])
  const [x, y] = projectPoint(axes.at(u, t, 0))
  return `<g transform="matrix(${ux / 100} ${uy / 100} 0 ${RISE / 100} ${round(x)} ${round(y)})">${art}</g>`
}
