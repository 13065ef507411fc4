/**
 * `npx tsx scripts/art/title.ts`: a corner of the hospital as one small SVG, to stand in the page before any script runs.
 * Numbers are shortened, gradients merged and colours that differ by nothing drawn together, to keep it under 14 kB gzip.
 */
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { CAST } from '../../src/art/cast.ts'
import { rect } from '../../src/art/decals.ts'
import { layFloor } from '../../src/art/floor-patterns.ts'
import { drawFurniture } from '../../src/art/objects/catalogue.ts'
import { painterSort, type Sortable } from '../../src/art/painter-sort.ts'
import { DEPARTMENTS } from '../../src/art/palette.ts'
import type { Facing } from '../../src/art/people/appearance.ts'
import { person } from '../../src/art/people.ts'
import type { Department, Rotation, WallKind } from '../../src/art/plan.ts'
import { closedPath, points, project, signedArea } from '../../src/art/projection.ts'
import { shadowSvg, SHADOW_FILTERS, idsFrom } from '../../src/art/solid/solid.ts'
import { drawWall } from '../../src/art/walls.ts'
import { shade } from '../../src/art/colour.ts'
import { shorten } from './shorten-svg.ts'

interface Item extends Sortable {
  svg: string
}

const items: Item[] = []
const cast: string[] = []
const contact: string[] = []
const place = (x: number, y: number, svg: string): string => `<g transform="translate(${project(x, y).join(' ')})">${svg}</g>`

function put(name: string, x: number, y: number, rot: Rotation, variant?: string): void {
  const solid = drawFurniture({ name, rot, ...(variant === undefined ? {} : { variant }) })
  const b = solid.bounds
  items.push({
    svg: place(x, y, solid.body()),
    bounds: { ...b, x0: b.x0 + x, x1: b.x1 + x, y0: b.y0 + y, y1: b.y1 + y },
    made: items.length,
  })
  contact.push(solid.shadowPaths([x, y]).contact)
  // Blurred shadows of small parts cannot be told from the large ones they lie in.
  for (const { shadow } of solid.parts)
    if (shadow && Math.abs(signedArea(shadow)) > 0.5) cast.push(closedPath(shadow.map(([sx, sy]) => project(sx + x, sy + y))))
}

/** Tiles of wall are drawn once and used often. */
const tiles = new Map<string, string>()

function wall(kind: WallKind, axis: 'x' | 'y', x: number, y: number, department: Department): void {
  const tile = drawWall(kind, axis, department)
  const b = tile.bounds
  const name = `w${kind[0]}${axis}${department[0]}`
  tiles.set(name, `<g id="${name}">${tile.body()}</g>`)
  const [sx, sy] = project(x, y)
  items.push({
    svg: `<use href="#${name}" x="${sx}" y="${sy}"/>`,
    bounds: { ...b, x0: b.x0 + x, x1: b.x1 + x, y0: b.y0 + y, y1: b.y1 + y },
    made: items.length,
  })
}

function stand(id: keyof typeof CAST, x: number, y: number, facing: Facing): void {
  const svg = place(
    x,
    y,
    '<ellipse cx="3" rx="12" ry="6" fill="#152044" opacity=".16"/>' + person(CAST[id], facing, 'idle', idsFrom(id[0]!)),
  )
  items.push({ svg, bounds: { x0: x - 0.17, x1: x + 0.17, y0: y - 0.17, y1: y + 0.17, z0: 0, z1: 1.5 }, made: items.length })
}

const SIZE = 6
for (let i = 0; i < SIZE; i++) {
  wall(i === 1 || i === 4 ? 'window' : 'full', 'x', i, 0, i < 3 ? 'reception' : 'medical-wards')
  wall(i === 3 ? 'window' : 'full', 'y', 0, i, 'reception')
}
put('reception', 0.5, 1.3, 'a')
put('plant', 0.1, 4.6, 'a', 'teal')
put('bed', 5, 0.3, 'b', 'sky')
put('revolvingDoor', 1.6, 3.9, 'a', '1')
stand('rosa-lind', 2.2, 1.1, 'sw')
stand('joan-malik', 4.75, 3.9, 'sw')

const slab = (low: number, high: number, colour: string): string =>
  `<polygon points="${points([project(-0.3, SIZE + 0.3, high), project(SIZE + 0.3, SIZE + 0.3, high), project(SIZE + 0.3, SIZE + 0.3, low), project(-0.3, SIZE + 0.3, low)])}" fill="${shade(colour, [0, 1, 0])}"/>` +
  `<polygon points="${points([project(SIZE + 0.3, SIZE + 0.3, high), project(SIZE + 0.3, -0.3, high), project(SIZE + 0.3, -0.3, low), project(SIZE + 0.3, SIZE + 0.3, low)])}" fill="${shade(colour, [1, 0, 0])}"/>`
const ground =
  rect(-30, -30, 660, 660, '#bfe0b2') +
  layFloor('plain', [0, 0, SIZE, SIZE], DEPARTMENTS['medical-wards']) +
  layFloor('tile', [0, 0, 4, SIZE], DEPARTMENTS.reception)
const floor = slab(-0.6, -0.2, '#a9744a') + slab(-0.2, 0, '#8fc487') + `<g transform="matrix(.32 .16 -.32 .16 0 0)">${ground}</g>`
const window = { x: -212, y: -84, w: 424, h: 314 }
const body =
  floor +
  shadowSvg(cast.join(''), contact.join(''), 0.2) +
  painterSort(items)
    .map((item) => item.svg)
    .join('')
const svg = shorten(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${window.x} ${window.y} ${window.w} ${window.h}" aria-hidden="true" focusable="false"><defs>${SHADOW_FILTERS}${[...tiles.values()].join('')}</defs>${body}</svg>`,
)
writeFileSync('assets/title.svg', svg)
console.log(
  `assets/title.svg: ${(svg.length / 1024).toFixed(1)} kB, ${(gzipSync(svg, { level: 9 }).length / 1024).toFixed(1)} kB gzip`,
)
