/** The whole map as one picture, to look at: `npx tsx scripts/art/picture.ts [/tmp/hospital.png] [zoom]`. */
import sharp from 'sharp'
import { lookOf } from '../../src/art/cast.ts'
import { drawFloor, FLOOR_DEFS } from '../../src/art/floor.ts'
import { drawIslandShadow } from '../../src/art/ground.ts'
import { drawFurniture } from '../../src/art/objects/catalogue.ts'
import { painterSort, type Sortable } from '../../src/art/painter-sort.ts'
import { person, personShadow } from '../../src/art/people.ts'
import type { Point, Plan } from '../../src/art/plan.ts'
import { project, type Bounds } from '../../src/art/projection.ts'
import { idsFrom } from '../../src/art/solid/solid.ts'
import { drawWall } from '../../src/art/walls.ts'
import { wheelchairUser } from '../../src/art/wheelchair.ts'
import { hospitalPlan } from './map.ts'
import { prepareFont, rasterize } from './raster.ts'

interface Item extends Sortable {
  svg: string
}

const move = (b: Bounds, [x, y]: Point, z: number): Bounds => ({
  x0: b.x0 + x,
  x1: b.x1 + x,
  y0: b.y0 + y,
  y1: b.y1 + y,
  z0: b.z0 + z,
  z1: b.z1 + z,
})
const placed = ([x, y]: Point, z: number, svg: string): string =>
  `<g transform="translate(${project(x, y, z).join(' ')})">${svg}</g>`

function itemsOf(plan: Plan): Item[] {
  const items: Item[] = []
  const add = (svg: string, bounds: Bounds): void => void items.push({ svg, bounds, made: items.length })
  for (const wall of plan.walls) {
    const tile = drawWall(wall.kind, wall.axis, wall.department)
    for (let i = 0; i < wall.length; i++) {
      const at: Point = wall.axis === 'x' ? [wall.at[0] + i, wall.at[1]] : [wall.at[0], wall.at[1] + i]
      add(placed(at, 0, tile.body()), move(tile.bounds, at, 0))
    }
  }
  for (const piece of plan.furniture) {
    const solid = drawFurniture(piece)
    add(placed(piece.at, piece.z ?? 0, solid.body()), move(solid.bounds, piece.at, piece.z ?? 0))
  }
  plan.people?.forEach(({ id, at: [x, y], facing, pose }, i) => {
    const look = lookOf(id)
    const ids = idsFrom(`person${i}-`)
    const figure = look.wheelchair ? wheelchairUser(look, facing, 'sit', ids) : person(look, facing, pose ?? 'idle', ids)
    add(placed([x, y], 0, figure), { x0: x - 0.17, x1: x + 0.17, y0: y - 0.17, y1: y + 0.17, z0: 0, z1: 1.5 })
  })
  return items
}

const [file = '/tmp/hospital.png', zoom = '1.6'] = process.argv.slice(2)
await prepareFont()
const plan = await hospitalPlan()
const floor = drawFloor(plan)
const window = { x: floor.x - 20, y: floor.y - 90, w: floor.w + 40, h: floor.h + 110 }
const sky = `<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#d7ecf3"/><stop offset="1" stop-color="#f6ead8"/></linearGradient>`
const people = (plan.people ?? []).map(({ at }) => placed(at, 0, personShadow())).join('')
const svg =
  `<defs>${FLOOR_DEFS}${sky}</defs><rect x="${window.x}" y="${window.y}" width="${window.w}" height="${window.h}" fill="url(#sky)"/>` +
  drawIslandShadow(plan.ground) +
  floor.svg +
  people +
  painterSort(itemsOf(plan))
    .map((item) => item.svg)
    .join('')
const image = rasterize(svg, window, Number(zoom))
await sharp(image.data, { raw: { width: image.w, height: image.h, channels: 4 } })
  .png()
  .toFile(file)
console.log(`${file}: ${image.w} x ${image.h}`)
