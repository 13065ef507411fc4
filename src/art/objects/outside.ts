import { shade } from '../colour.ts'
import { circle, each, line, plus, rect, shape, text } from '../decals.ts'
import { C } from '../palette.ts'
import { closedPath, points, projectPoint, round, type V2, type V3 } from '../projection.ts'
import type { Solid } from '../solid/solid.ts'
import type { Draw } from './draw.ts'

const DRUM = { radius: 0.92, glassTop: 1.5, top: 1.76 }
/** Moments in a quarter turn, after which a door of four wings looks as it did. */
export const DOOR_FRAMES = 6

/** A drum of glass with four wings; `variant` says how far they have turned. One enters along y. */
export const revolvingDoor: Draw = (k, variant = '0') => {
  const turn = (Number(variant) / DOOR_FRAMES) * (Math.PI / 2)
  const at = (angle: number, r: number, z: number): V3 => k.turnPoint([1 + Math.cos(angle) * r, 1 + Math.sin(angle) * r, z])
  const depth = (angle: number): number => {
    const [x, y] = k.turnVector([Math.cos(angle), Math.sin(angle), 0])
    return x + y
  }
  const glass = curvedGlass(at)
  const wings = [0, 1, 2, 3].map((i) => turn + (i * Math.PI) / 2).sort((a, b) => depth(a) - depth(b))
  const pole = `${line(`M${flat(at(0, 0, 0))}L${flat(at(0, 0, DRUM.glassTop))}`, C.steel, 3)}${line(`M${flat(at(0, 0, 0))}L${flat(at(0, 0, DRUM.glassTop))}`, '#fff', 1, 'opacity=".6"')}`
  const svg =
    floorDisc(at) +
    glass
      .filter((g) => depth(g.angle) <= 0)
      .map((g) => g.svg)
      .join('') +
    wings
      .filter((a) => depth(a) <= 0)
      .map((a) => wing(at, a, depth(a)))
      .join('') +
    pole +
    wings
      .filter((a) => depth(a) > 0)
      .map((a) => wing(at, a, depth(a)))
      .join('') +
    glass
      .filter((g) => depth(g.angle) > 0)
      .map((g) => g.svg)
      .join('') +
    canopy(k, at)
  const corners = [0.05, 1.95].flatMap((x) => [0.05, 1.95].flatMap((y) => [0, DRUM.top].map((z) => k.turnPoint([x, y, z]))))
  k.add(svg, corners)
}

type Place = (angle: number, r: number, z: number) => V3
const flat = (p: V3): string => projectPoint(p).map(round).join(' ')

const ringOf = (at: Place, r: number, z: number): V2[] =>
  Array.from({ length: RIM }, (_, i) => projectPoint(at((i / RIM) * 2 * Math.PI, r, z)))

const floorDisc = (at: Place): string =>
  `<polygon points="${points(ringOf(at, DRUM.radius * 0.97, 0))}" fill="#d7c8ab"/><polygon points="${points(ringOf(at, DRUM.radius * 0.8, 0))}" fill="#8a8f95" opacity=".35"/>`

/** Curved panes left and right of the way through, which runs along y. */
function curvedGlass(at: Place): { angle: number; svg: string }[] {
  const panes: { angle: number; svg: string }[] = []
  for (const side of [0, Math.PI]) {
    for (let i = -3; i < 3; i++) {
      const [a, b] = [side + (i * Math.PI) / 12, side + ((i + 1) * Math.PI) / 12]
      const corners = [
        at(a, DRUM.radius, 0.06),
        at(b, DRUM.radius, 0.06),
        at(b, DRUM.radius, DRUM.glassTop),
        at(a, DRUM.radius, DRUM.glassTop),
      ].map(projectPoint)
      const foot = line(`M${flat(at(a, DRUM.radius, 0.05))}L${flat(at(b, DRUM.radius, 0.05))}`, '#c3d0d8', 3)
      const post = i === -3 ? postAt(at, a) : i === 2 ? postAt(at, b) : ''
      panes.push({
        angle: (a + b) / 2,
        svg: `<polygon points="${points(corners)}" fill="#bfe6f3" opacity="${i % 2 ? 0.3 : 0.38}"/>${foot}${post}`,
      })
    }
  }
  return panes
}

const postAt = (at: Place, angle: number): string =>
  line(`M${flat(at(angle, DRUM.radius, 0))}L${flat(at(angle, DRUM.radius, DRUM.glassTop))}`, '#dbe5ea', 2.6)

function wing(at: Place, angle: number, depth: number): string {
  const outline = (inner: number, outer: number, low: number, high: number): V2[] =>
    [at(angle, inner, low), at(angle, outer, low), at(angle, outer, high), at(angle, inner, high)].map(projectPoint)
  const frame = depth > 0 ? '#2a8f88' : '#56aaa3'
  return (
    `<polygon points="${points(outline(0.02, 0.84, 0.05, 1.46))}" fill="#dff4fa" fill-opacity=".5" stroke="${frame}" stroke-width="2.2" stroke-linejoin="round"/>` +
    `<polygon points="${points(outline(0.1, 0.74, 0.08, 0.42))}" fill="${frame}" opacity=".32"/>` +
    line(`M${flat(at(angle, 0.2, 0.78))}L${flat(at(angle, 0.7, 0.78))}`, '#f7fafb', 2)
  )
}

/** Corners of the canopy's rim. */
const RIM = 36

function canopy(k: Solid, at: Place): string {
  const band = (low: number, high: number, colour: string): string =>
    Array.from({ length: RIM }, (_, i) => {
      const [a, b] = [(i / RIM) * 2 * Math.PI, ((i + 1) / RIM) * 2 * Math.PI]
      const normal = k.turnVector([Math.cos((a + b) / 2), Math.sin((a + b) / 2), 0])
      if (normal[0] + normal[1] <= 0) return ''
      const paint = shade(colour, normal)
      const corners = [at(a, 0.96, low), at(b, 0.96, low), at(b, 0.96, high), at(a, 0.96, high)].map(projectPoint)
      return `<polygon points="${points(corners)}" fill="${paint}" stroke="${paint}" stroke-width=".4"/>`
    }).join('')
  const sides = band(DRUM.glassTop, DRUM.top, C.white) + band(DRUM.glassTop + 0.06, DRUM.glassTop + 0.14, C.teal)
  const [outer, inner] = [ringOf(at, 0.96, DRUM.top), ringOf(at, 0.74, DRUM.top)]
  return (
    sides +
    `<path d="${closedPath(outer)}${closedPath(inner)}" fill-rule="evenodd" fill="${shade(C.white, [0, 0, 1])}"/><polygon points="${points(inner)}" fill="#cdeaf3" opacity=".55"/>` +
    `<polygon points="${points(outer)}" fill="none" stroke="#fff" stroke-opacity=".7" stroke-width=".8"/><polygon points="${points(inner)}" fill="none" stroke="#fff" stroke-opacity=".6" stroke-width=".6"/>`
  )
}

export const busShelter: Draw = (k) => {
  k.box(0.04, 0.08, 0, 2.92, 0.84, 0.05, '#c9d3da', { edge: 0.4 })
  for (const x of [0.12, 1.46, 2.8]) k.box(x, 0.12, 0.05, 0.08, 0.08, 1.4, C.graphite, { edge: 0.3 })
  for (const x of [0.2, 1.54])
    k.box(x, 0.14, 0.3, 1.26, 0.03, 1.05, '#bfe3f0', { opacity: 0.4, edge: 0.8, occlusion: 0, shadow: false })
  k.box(0.3, 0.26, 0.36, 1.6, 0.3, 0.05, C.wood, { edge: 0.5 })
  for (const x of [0.4, 1.7]) k.box(x, 0.34, 0.05, 0.07, 0.14, 0.31, C.graphite, { edge: 0.2 })
  k.box(2.14, 0.18, 0.4, 0.56, 0.04, 0.74, C.navy, {
    edge: 0.4,
    front: (w, h) =>
      circle(w / 2, 20, 13, '#fff') +
      rect(w / 2 - 8, 13, 16, 12, C.blue, 3) +
      rect(w / 2 - 6, 15, 12, 4, '#fff', 1) +
      rect(8, 40, w - 16, 5, C.sky, 1) +
      rect(8, 50, w - 24, 5, C.sky, 1) +
      rect(8, h - 14, w - 20, 5, C.sun, 1),
  })
  k.rounded(0, 0.02, 1.45, 3, 0.94, 0.1, 0.12, C.teal, { edge: 0.6 })
}

const WHEEL_RADIUS = 0.3

function wheelAt(k: Solid, x: number, y: number): void {
  const outline: V2[] = Array.from({ length: 26 }, (_, i) => [
    x + Math.cos((i / 26) * 2 * Math.PI) * WHEEL_RADIUS,
    WHEEL_RADIUS + Math.sin((i / 26) * 2 * Math.PI) * WHEEL_RADIUS,
  ])
  const hub = (u: number): string => circle(u, -30, 16, '#c8d4db') + circle(u, -30, 6, C.slate)
  k.extrudeY(outline, y, y + 0.16, C.char, { edge: 0.15, decal: hub(x * 100), decalBack: hub(400 - x * 100) })
}

/** Yellow and green squares, window, name: mirrored on the far side. */
function livery(mirrored: boolean): string {
  const at = (x: number, width = 0): number => (mirrored ? 400 - x - width : x)
  const area = (list: readonly V2[]): string => `M${list.map(([x, y]) => `${at(x)} ${y}`).join('L')}Z`
  return (
    rect(at(8, 386), -96, 386, 20, C.sun) +
    each(10, (i) => rect(at(12 + i * 38.6, 19), -96, 19, 10, C.green) + rect(at(31 + i * 38.6, 19), -86, 19, 10, C.green)) +
    shape(
      area([
        [300, -100],
        [328, -104],
        [299, -152],
        [268, -152],
        [268, -100],
      ]),
      '#2b4a63',
    ) +
    shape(
      area([
        [300, -100],
        [270, -140],
        [270, -152],
        [299, -152],
      ]),
      '#fff',
      'opacity=".16"',
    ) +
    rect(at(200, 56), -150, 56, 46, '#2b4a63', 4) +
    rect(at(24, 150), -152, 150, 40, C.white, 4) +
    text(at(112), -121, 27, 'AMBULANCE', C.leaf, 'textLength="118"') +
    plus(at(38), -131, 24, C.blue) +
    line(`M${at(190)} -160V-34M${at(262)} -160V-34`, C.steel, 1.6) +
    rect(at(246, 12), -74, 12, 4, C.slate, 2) +
    rect(at(376, 16), -62, 16, 12, C.apricot, 3) +
    rect(at(8, 18), -50, 18, 14, C.red, 3) +
    [47, 277].map((x) => shape(`M${at(x, 76)} -26a38 38 0 0 1 76 0z`, C.char)).join('')
  )
}

export const ambulance: Draw = (k) => {
  const [near, far] = [1.8, 0.2]
  const seesNearSide = k.turns === 0 || k.turns === 3
  const outline: V2[] = [
    [0.08, 0.26],
    [3.86, 0.26],
    [3.94, 0.34],
    [3.94, 0.82],
    [3.84, 0.96],
    [3.3, 1.06],
    [2.95, 1.62],
    [2.84, 1.7],
    [0.16, 1.7],
    [0.08, 1.62],
  ]
  for (const x of [0.85, 3.15]) wheelAt(k, x, seesNearSide ? far + 0.02 : near - 0.18)
  k.extrudeY(outline, far, near, C.white, { edge: 0.7, capColour: '#fdfefe', decal: livery(false), decalBack: livery(true) })
  if (k.sees([1, 0, 0])) frontOfVan(k)
  else rearOfVan(k)
  for (const x of [0.85, 3.15]) wheelAt(k, x, seesNearSide ? near - 0.1 : far - 0.06)
  k.box(2.3, 0.5, 1.7, 0.22, 1, 0.12, C.blue, { edge: 0.6, occlusion: 0, onTop: (w, h) => rect(0, 0, w, h * 0.4, '#7fd0ff', 2) })
  k.box(0.3, 0.5, 1.7, 0.18, 1, 0.1, C.blue, { edge: 0.6, occlusion: 0 })
}

function frontOfVan(k: Solid): void {
  const screen = (
    [
      [3.29, 0.32, 1.07],
      [3.29, 1.68, 1.07],
      [2.97, 1.64, 1.6],
      [2.97, 0.36, 1.6],
    ] as V3[]
  ).map((p) => k.onScreen(...p)) as [V2, V2, V2, V2]
  const [a, b, c, d] = screen
  const gleam: V2[] = [a, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], [(c[0] + d[0] * 2) / 3, (c[1] + d[1] * 2) / 3], d]
  k.raw(
    `<polygon points="${points(screen)}" fill="#35586f"/><polygon points="${points(gleam)}" fill="#fff" opacity=".14"/>`,
    [3.945, 1.8, 0.9],
    [3.95, 0.2, 1.6],
  )
  k.box(3.94, 0.2, 0.3, 0.01, 1.6, 0.56, C.white, {
    ghost: true,
    shadow: false,
    right: () =>
      rect(10, 6, 30, 16, '#fff6d8', 5) +
      rect(120, 6, 30, 16, '#fff6d8', 5) +
      rect(48, 10, 64, 10, C.graphite, 4) +
      rect(46, 34, 68, 14, C.graphite, 3) +
      rect(10, 36, 32, 5, C.sun) +
      rect(118, 36, 32, 5, C.sun),
  })
}

function rearOfVan(k: Solid): void {
  k.box(0.07, 0.3, 0.4, 0.01, 1.4, 1.2, C.white, {
    ghost: true,
    shadow: false,
    left: (_w, h) =>
      rect(6, 10, 60, 40, '#35586f', 4) +
      rect(74, 10, 60, 40, '#35586f', 4) +
      line(`M70 4V${h - 4}`, C.steel, 2) +
      rect(4, 70, 132, 12, C.sun) +
      rect(6, 92, 14, 18, C.red, 3) +
      rect(120, 92, 14, 18, C.red, 3),
  })
}
