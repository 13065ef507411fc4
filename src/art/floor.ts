/** Everything that lies flat: ground, floors, lines, light and shadow. Baked into a few pictures, drawn under all else. */
import { layFloor } from './floor-patterns.ts'
import { drawGround, onFloor, shore } from './ground.ts'
import { drawFurniture } from './objects/catalogue.ts'
import { DEPARTMENTS } from './palette.ts'
import { FURNITURE, type FurnitureName, type GuideLine, type Plan, type Point, type Rug, type Wall } from './plan.ts'
import { points, project, round } from './projection.ts'
import { SHADOW_FILTERS, shadowSvg } from './solid/solid.ts'
import { castsShadow, drawWall } from './walls.ts'

export interface Picture {
  /** Without the <svg> round it. */
  svg: string
  /** What it covers, pixels of the world at 1x. */
  x: number
  y: number
  w: number
  h: number
}

export const FLOOR_DEFS =
  SHADOW_FILTERS +
  '<linearGradient id="sheen" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#fff" stop-opacity=".28"/><stop offset=".6" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#2c3f77" stop-opacity=".07"/></linearGradient>' +
  '<linearGradient id="under-x" x2="0" y2="1"><stop stop-color="#1b2a5e" stop-opacity=".22"/><stop offset="1" stop-color="#1b2a5e" stop-opacity="0"/></linearGradient>' +
  '<linearGradient id="under-y" x2="1" y2="0"><stop stop-color="#1b2a5e" stop-opacity=".26"/><stop offset="1" stop-color="#1b2a5e" stop-opacity="0"/></linearGradient>' +
  '<linearGradient id="sun" x2="1" y2="0"><stop stop-color="#fff6d6" stop-opacity=".95"/><stop offset="1" stop-color="#fff6d6" stop-opacity=".05"/></linearGradient>' +
  '<radialGradient id="pool"><stop stop-color="#fffbe6" stop-opacity=".95"/><stop offset="1" stop-color="#fffbe6" stop-opacity="0"/></radialGradient>' +
  '<filter id="soft" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="4"/></filter>' +
  '<filter id="far" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="14"/></filter>'

/** The floor of a plan, with the shadows of what stands on it. Put `FLOOR_DEFS` into the same SVG. */
export function drawFloor(plan: Plan): Picture {
  const edge = shore(plan.ground)
  const left = Math.floor(project(edge.x0, edge.y1)[0]) - 40
  const right = Math.ceil(project(edge.x1, edge.y0)[0]) + 48
  const top = Math.floor(project(edge.x0, edge.y0)[1]) - 8
  const bottom = Math.ceil(project(edge.x1, edge.y1, -0.9)[1]) + 56
  const [w, d] = plan.size
  const base = `<polygon points="${points([project(0, 0), project(w, 0), project(w, d), project(0, d)])}" fill="#e6edf0"/>`
  const rooms = plan.rooms
    .map((room) => layFloor(room.pattern, room.rect, DEPARTMENTS[room.department]) + sheen(room.rect))
    .join('')
  const svg =
    drawGround(plan.ground) +
    base +
    onFloor(
      rooms + (plan.rugs ?? []).map(drawRug).join('') + plan.lines.map(drawLine).join('') + plan.walls.map(darkUnder).join(''),
    ) +
    onFloor(plan.walls.map(sunThrough).join(''), 'filter="url(#soft)"') +
    onFloor(lampPools(plan)) +
    shadows(plan)
  return { svg, x: left, y: top, w: right - left, h: bottom - top }
}

const sheen = ([x, y, w, d]: readonly [number, number, number, number]): string =>
  `<rect x="${x * 100}" y="${y * 100}" width="${w * 100}" height="${d * 100}" fill="url(#sheen)"/>`

function drawRug({ rect: [x, y, w, d], color, round: isRound }: Rug): string {
  const [px, py, pw, pd] = [x * 100, y * 100, w * 100, d * 100]
  const radius = isRound ? Math.min(pw, pd) / 2 : 36
  return (
    `<rect x="${px}" y="${py}" width="${pw}" height="${pd}" rx="${radius}" fill="${color}" opacity=".24"/>` +
    `<rect x="${px + 14}" y="${py + 14}" width="${pw - 28}" height="${pd - 28}" rx="${Math.max(4, radius - 10)}" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width="6"/>`
  )
}

/** Corners are cut by a curve of this many centimetres. */
const BEND = 40

function drawLine({ path, color }: GuideLine): string {
  const toward = (from: Point, to: Point): Point => {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]) * 100 || 1
    const share = Math.min(BEND, length / 2) / length
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  }
  const at = ([x, y]: Point): string => `${round(x * 100)} ${round(y * 100)}`
  const d = path.map((p, i) => {
    if (i === 0) return `M${at(p)}`
    const next = path[i + 1]
    return next ? `L${at(toward(p, path[i - 1]!))}Q${at(p)} ${at(toward(p, next))}` : `L${at(p)}`
  })
  return `<path d="${d.join('')}" fill="none" stroke="${color}" stroke-width="10" stroke-linejoin="round" stroke-linecap="round" opacity=".7"/>`
}

/** Where floor meets wall it is darker. */
function darkUnder({ kind, axis, at: [x, y], length }: Wall): string {
  const strength = kind === 'low' ? 0.4 : 1
  const [w, d] = axis === 'x' ? [length * 100, 62] : [85, length * 100]
  return `<rect x="${x * 100}" y="${y * 100}" width="${w}" height="${d}" fill="url(#under-${axis})"${strength < 1 ? ` opacity="${strength}"` : ''}/>`
}

/** The sun stands to the left: only windows in walls along y let it in. */
function sunThrough({ kind, axis, at: [x, y], length }: Wall): string {
  if (kind !== 'window' || axis !== 'y') return ''
  return Array.from({ length }, (_, i) => {
    const [px, py] = [x * 100 + 14, (y + i) * 100]
    return `<path d="M${px} ${py + 12}l300 -96v34l-300 96zM${px} ${py + 54}l300 -96v34l-300 96z" fill="url(#sun)"/>`
  }).join('')
}

const lampPools = (plan: Plan): string =>
  plan.furniture
    .filter((piece) => piece.name === 'lamp')
    .map(({ at: [x, y] }) => `<circle cx="${(x + 0.5) * 100}" cy="${(y + 0.5) * 100}" r="150" fill="url(#pool)" opacity=".55"/>`)
    .join('')

function shadows(plan: Plan): string {
  const standing = plan.furniture
    .filter((piece) => !piece.z && !('walkable' in FURNITURE[piece.name as FurnitureName]))
    .map((piece) => drawFurniture(piece).shadowPaths(piece.at))
  const walls = plan.walls
    .filter(({ kind }) => castsShadow(kind))
    .flatMap((wall) => {
      const tile = drawWall(wall.kind, wall.axis, wall.department)
      return Array.from({ length: wall.length }, (_, i) =>
        tile.shadowPaths(wall.axis === 'x' ? [wall.at[0] + i, wall.at[1]] : [wall.at[0], wall.at[1] + i]),
      )
    })
  const join = (list: typeof walls, key: 'cast' | 'contact'): string => list.map((paths) => paths[key]).join('')
  return (
    shadowSvg(join(walls, 'cast'), join(walls, 'contact'), 0.12) +
    shadowSvg(join(standing, 'cast'), join(standing, 'contact'), 0.22)
  )
}
