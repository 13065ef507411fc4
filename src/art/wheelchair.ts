/** Somebody seated in their wheelchair: what of the chair is nearer to us than they are is drawn over them. */
import { drawWheelchair } from './objects/wheelchair.ts'
import { painterSort } from './painter-sort.ts'
import type { Appearance, Facing, Pose } from './people/appearance.ts'
import { person } from './people.ts'
import { project, round } from './projection.ts'
import { idsFrom, Solid, type Ids, type Part } from './solid/solid.ts'

const TURNS: Record<Facing, number> = { sw: 0, se: 3, ne: 2, nw: 1 }

/** SVG, the middle of the chair on the floor at the origin, 1x. */
export function wheelchairUser(look: Appearance, facing: Facing, pose: Pose = 'sit', ids: Ids = idsFrom('w')): string {
  const chair = new Solid(1, 1, TURNS[facing], ids)
  drawWheelchair(chair, look.wheelchair ?? '#24477a')
  const away = facing === 'nw' || facing === 'ne'
  const isOver = ({ bounds: b }: Part): boolean => {
    const depth = (b.x0 + b.x1) / 2 + (b.y0 + b.y1) / 2
    return (b.z1 > 0.25 && depth > 1.26) || (depth > 1.1 && b.z1 > 0.6 && away)
  }
  const sorted = painterSort(chair.parts)
  const draw = (over: boolean): string =>
    sorted
      .filter((part) => isOver(part) === over)
      .map((part) => part.svg)
      .join('')
  const [x, y] = project(0.5, 0.5)
  const [seatX, seatY] = project(0.5, 0.46)
  const sitter = `<g transform="translate(${round(seatX)} ${round(seatY)})">${person(look, facing, pose, ids)}</g>`
  return `<g transform="translate(${-x} ${-y})">${draw(false)}${sitter}${draw(true)}</g>`
}
