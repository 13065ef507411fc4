import { lighten, mix, shade, type Hex } from '../colour.ts'
import { projectPoint, round, type V2, type V3 } from '../projection.ts'
import type { Solid } from './solid.ts'

/** Radius in pixels of a ball of radius 1. */
const BALL = 45.25

const stroke = (d: string, colour: Hex, width: number, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${round(width)}" stroke-linecap="round"${more}/>`

export function drawRod(
  solid: Solid,
  from: V3,
  to: V3,
  pixels: number,
  colour: Hex,
  options: { shadow?: boolean; gleam?: number },
): Solid {
  const [a, b] = [solid.turnPoint(from), solid.turnPoint(to)]
  const [p, q] = [projectPoint(a), projectPoint(b)]
  const path = (dx: number, dy: number): string =>
    `M${round(p[0] + dx)} ${round(p[1] + dy)}L${round(q[0] + dx)} ${round(q[1] + dy)}`
  const svg =
    stroke(path(0, 0), shade(colour, [0.35, 0.6, 0.5]), pixels) +
    stroke(path(-pixels * 0.18, -pixels * 0.12), '#fff', pixels * 0.32, ` stroke-opacity="${options.gleam ?? 0.55}"`)
  const e = pixels / 90
  const corners: V3[] = [
    [a[0] - e, a[1] - e, a[2]],
    [b[0] + e, b[1] + e, b[2]],
    [a[0] + e, a[1] + e, a[2]],
    [b[0] - e, b[1] - e, b[2]],
  ]
  return solid.add(svg, corners, { shadow: options.shadow })
}

/** A bent tube through points, smoothed. */
export function drawTube(solid: Solid, through: readonly V3[], pixels: number, colour: Hex, gleam: number): Solid {
  const turned = through.map((p) => solid.turnPoint(p))
  const flat = turned.map(projectPoint)
  const at = ([x, y]: V2): string => `${round(x)} ${round(y)}`
  let d = `M${at(flat[0]!)}`
  for (let i = 1; i < flat.length - 1; i++) {
    const [here, next] = [flat[i]!, flat[i + 1]!]
    const end: V2 = i === flat.length - 2 ? next : [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2]
    d += `Q${at(here)} ${at(end)}`
  }
  if (flat.length === 2) d += `L${at(flat[1]!)}`
  let svg = stroke(d, shade(colour, [0.3, 0.6, 0.5]), pixels)
  if (gleam)
    svg += stroke(
      d,
      '#fff',
      pixels * 0.35,
      ` stroke-opacity="${gleam}" transform="translate(${round(-pixels * 0.15)} ${round(-pixels * 0.15)})"`,
    )
  return solid.add(svg, turned, { shadow: false })
}

export function drawBall(solid: Solid, centre: V3, radius: number, colour: Hex, options: { shadow?: boolean }): Solid {
  const [cx, cy, cz] = solid.turnPoint(centre)
  const [x, y] = projectPoint([cx, cy, cz])
  const id = solid.ids()
  const svg =
    `<radialGradient id="${id}" cx=".36" cy=".3" r=".8"><stop offset="0" stop-color="${lighten(mix(colour, '#fff6e0', 0.25), 0.06)}"/>` +
    `<stop offset=".5" stop-color="${shade(colour, [0, 0.6, 0.6])}"/><stop offset="1" stop-color="${shade(colour, [0.9, -0.2, -0.2])}"/></radialGradient>` +
    `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius * BALL)}" fill="url(#${id})"/>`
  const r = radius * 0.8
  const corners = [-r, r].flatMap((dx) => [-r, r].flatMap((dy) => [-radius, radius].map((dz): V3 => [cx + dx, cy + dy, cz + dz])))
  return solid.add(svg, corners, { shadow: options.shadow })
}
