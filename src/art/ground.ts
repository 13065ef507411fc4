/** The island of earth the hospital stands on, and what lies round it. */
import { shade } from './colour.ts'
import { rect } from './decals.ts'
import type { Ground, GroundKind, Rect } from './plan.ts'
import { points, project, type V2, type V3 } from './projection.ts'

/** Grass that shows beyond the plan's island, so that outer walls do not stand on the brink. */
export const MARGIN = 0.7
const EARTH = { depth: 0.9, grass: 0.25 }

export function shore({ island: [x, y, w, d] }: Ground): { x0: number; y0: number; x1: number; y1: number } {
  return { x0: x - MARGIN, y0: y - MARGIN, x1: x + w + MARGIN, y1: y + d + MARGIN }
}

/** In the plane of the floor: centimetres, 100 to a tile. */
export const onFloor = (svg: string, more = ''): string =>
  `<g transform="matrix(.32 .16 -.32 .16 0 0)"${more && ` ${more}`}>${svg}</g>`

type Shore = ReturnType<typeof shore>

const sides = ({ x0, y0, x1, y1 }: Shore, low: number, high: number, colour: string): string => {
  const face = (corners: readonly V2[], normal: V3): string =>
    `<polygon points="${points(corners)}" fill="${shade(colour, normal)}"/>`
  return (
    face([project(x0, y1, high), project(x1, y1, high), project(x1, y1, low), project(x0, y1, low)], [0, 1, 0]) +
    face([project(x1, y1, high), project(x1, y0, high), project(x1, y0, low), project(x1, y1, low)], [1, 0, 0])
  )
}

/** The shadow that the island throws on nothing at all. */
export function drawIslandShadow(ground: Ground): string {
  const edge = shore(ground)
  const corners = [
    project(edge.x0, edge.y0),
    project(edge.x1, edge.y0),
    project(edge.x1, edge.y1),
    project(edge.x0, edge.y1),
  ].map(([x, y]): V2 => [x + 12, y + 46])
  return `<polygon points="${points(corners)}" fill="#5a7aa0" opacity=".3" filter="url(#far)"/>`
}

export function drawGround(ground: Ground): string {
  const edge = shore(ground)
  const [w, d] = [edge.x1 - edge.x0, edge.y1 - edge.y0]
  const [left, top] = [edge.x0 * 100, edge.y0 * 100]
  const stripe = 82
  let grass = rect(left, top, w * 100, d * 100, '#b4d9a8')
  for (let y = 0; y + stripe <= d * 100; y += stripe * 2)
    grass += rect(left, top + y, w * 100, stripe, '#bfe0b2', 0, 'opacity=".7"')
  const patches = ground.patches.map(({ kind, rect: area }) => PATCHES[kind](stretch(area, ground.island))).join('')
  return sides(edge, -EARTH.depth, -EARTH.grass, '#a9744a') + sides(edge, -EARTH.grass, 0, '#8fc487') + onFloor(grass + patches)
}

/** What reaches the edge of the plan's island reaches the shore. */
function stretch([x, y, w, d]: Rect, [ix, iy, iw, id]: Rect): Rect {
  const x0 = x <= ix ? x - MARGIN : x
  const y0 = y <= iy ? y - MARGIN : y
  const x1 = x + w >= ix + iw ? x + w + MARGIN : x + w
  const y1 = y + d >= iy + id ? y + d + MARGIN : y + d
  return [x0, y0, x1 - x0, y1 - y0]
}

const flat = ([x, y, w, d]: Rect, colour: string, more = ''): string => rect(x * 100, y * 100, w * 100, d * 100, colour, 0, more)

function road(area: Rect): string {
  const [x, y, w, d] = area
  let svg = flat(area, '#8391a3')
  const long = d >= w
  for (let at = 0.4; at + 0.9 <= (long ? d : w); at += 1.8)
    svg += flat(long ? [x + w / 2 - 0.05, y + at, 0.1, 0.9] : [x + at, y + d / 2 - 0.05, 0.9, 0.1], '#fff', 'opacity=".8"')
  const kerb = (rects: Rect[]): string => rects.map((r) => flat(r, '#d5dde2')).join('')
  return (
    svg +
    (long
      ? kerb([
          [x, y, 0.14, d],
          [x + w - 0.14, y, 0.14, d],
        ])
      : kerb([
          [x, y, w, 0.14],
          [x, y + d - 0.14, w, 0.14],
        ]))
  )
}

function slabs(area: Rect): string {
  const [x, y, w, d] = area
  let svg = flat(area, '#ecdfc8')
  for (let i = 0; i * 0.5 < w; i++) {
    for (let j = 0; j * 0.5 < d; j++)
      if ((i + j) % 2)
        svg += flat([x + i * 0.5, y + j * 0.5, Math.min(0.5, w - i * 0.5), Math.min(0.5, d - j * 0.5)], '#e0d0b2', 'opacity=".7"')
  }
  return svg
}

function pavement(area: Rect): string {
  const [x, y, w, d] = area
  let svg = flat(area, '#dbe2e6')
  for (let at = 1; at < Math.max(w, d); at++)
    svg +=
      d >= w
        ? flat([x, y + at - 0.02, w, 0.03], '#b9c6ce', 'opacity=".6"')
        : flat([x + at - 0.02, y, 0.03, d], '#b9c6ce', 'opacity=".6"')
  return svg
}

const PATCHES: Record<GroundKind, (area: Rect) => string> = {
  grass: () => '',
  path: slabs,
  pavement,
  road,
  crossing: ([x, y, w, d]) =>
    Array.from({ length: Math.floor(w / 0.5) }, (_, i) =>
      flat([x + 0.1 + i * 0.5, y + 0.2, 0.3, d - 0.4], '#fff', 'opacity=".85"'),
    ).join(''),
  bay: ([x, y, w, d]) =>
    flat([x, y, w, d], '#2f7fc6', 'opacity=".3"') +
    `<rect x="${x * 100 + 8}" y="${y * 100 + 8}" width="${w * 100 - 16}" height="${d * 100 - 16}" fill="none" stroke="#fff" stroke-width="9" stroke-dasharray="40 22" opacity=".9"/>`,
}
