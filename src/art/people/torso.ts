import { lighten, mix, shade, type Hex } from '../colour.ts'
import { C } from '../palette.ts'
import { projectPoint, type V3 } from '../projection.ts'
import { circle } from '../decals.ts'
import { Solid } from '../solid/solid.ts'
import type { Appearance } from './appearance.ts'
import { patch, ribbon, type Figure } from './figure.ts'

/** Sideways, deep, up, forward. */
type Slice = readonly [number, number, number, number?]

const SHOULDERS: readonly Slice[] = [[0.168, 0.115, 0.92], [0.07, 0.07, 0.98]]
const COAT: readonly Slice[] = [[0.225, 0.175, 0.27, 0.3], [0.19, 0.145, 0.45, 0], [0.178, 0.128, 0.6, 1], [0.195, 0.135, 0.82, 1], ...SHOULDERS]
const TUNIC = (low: number): readonly Slice[] => [[0.165, 0.13, low], [0.17, 0.128, 0.5], [0.168, 0.122, 0.6, 1], [0.19, 0.132, 0.82, 1], ...SHOULDERS]
const SKIRT: readonly Slice[] = [[0.2, 0.17, 0.26], [0.165, 0.13, 0.5]]

export function drawTorso(figure: Figure, look: Appearance): void {
  const body = new Solid(1, 1, 0, figure.ids)
  const skin = (slices: readonly Slice[], colour: Hex): void => {
    body.loft(slices.map(([rx, ry, z, f = 0]) => figure.ring(rx, ry, z + figure.lift, f === 1 ? figure.lean : f * figure.lean)), colour, { edge: 0 })
  }
  if (look.skirt) skin(SKIRT, look.legs)
  if (look.coat && !figure.seated) skin(COAT, look.coat)
  else if (look.gown) drawGown(figure, look, body)
  else skin(TUNIC(figure.seated ? 0.43 : 0.46), look.coat ?? look.top)
  const chest = new Chest(figure, look)
  const clothes = figure.facesCamera ? frontOf(chest, look) : backOf(chest, look)
  figure.put(figure.at(0, 0, 0.6), body.parts.map((part) => part.svg).join('') + clothes + (look.highVisibility ? bands(chest) : ''))
  if (look.bag) drawBag(figure, look.bag, chest)
}

function drawGown(figure: Figure, look: Appearance, body: Solid): void {
  const z = figure.lift
  const hem = figure.seated ? figure.ring(0.21, 0.17, 0.4 + z, 0.06) : figure.ring(0.21, 0.17, 0.3 + z)
  body.loft([hem, figure.ring(0.175, 0.135, 0.55 + z), figure.ring(0.19, 0.135, 0.82 + z, figure.lean), figure.ring(0.168, 0.115, 0.92 + z, figure.lean), figure.ring(0.07, 0.07, 0.98 + z, figure.lean)], look.top, { edge: 0 })
}

/** The surface of the chest: an angle from the front (to the right positive) and a height. */
class Chest {
  private readonly figure: Figure
  private readonly flare: boolean

  constructor(figure: Figure, look: Appearance) {
    this.figure = figure
    this.flare = look.coat !== undefined
  }

  point(angle: number, z: number): V3 {
    const [rx, ry] = z < 0.6 ? [0.19, 0.14] : z < 0.82 ? [0.186, 0.132] : [0.178, 0.125]
    const wider = this.flare && z < 0.55 ? 1 + (0.55 - z) * 0.55 : 1
    return this.figure.at(Math.cos(angle) * ry * 1.02 * wider + this.figure.lean, Math.sin(angle) * rx * 1.02 * wider, z + this.figure.lift)
  }

  flat(list: readonly (readonly [number, number])[]): (readonly [number, number])[] {
    return list.map(([angle, z]) => projectPoint(this.point(angle, z)))
  }

  line(list: readonly (readonly [number, number])[], colour: Hex, width: number): string {
    return ribbon(this.flat(list), colour, width)
  }

  fill(list: readonly (readonly [number, number])[], colour: Hex): string {
    return patch(this.flat(list), colour)
  }

  seen(angle: number): boolean {
    const { forward: f, right: r } = this.figure
    return (f[0] + f[1]) * Math.cos(angle) + (r[0] + r[1]) * Math.sin(angle) > 0.07
  }

  dot(angle: number, z: number, radius: number, colour: Hex, more = ''): string {
    const [x, y] = projectPoint(this.point(angle, z))
    return circle(x, y, radius, colour, more)
  }
}

function frontOf(chest: Chest, look: Appearance): string {
  let svg = look.coat ? openCoat(chest, look, look.coat) : look.gown ? gownDots(chest, [[-0.6, 0.8], [0, 0.72], [0.6, 0.8], [-0.3, 0.58], [0.35, 0.6], [-0.7, 0.62], [0, 0.46], [0.7, 0.46], [-0.5, 0.4]]) : neckline(chest, look)
  if (look.stethoscope) {
    svg += chest.line([[-0.42, 0.95], [-0.36, 0.8], [-0.2, 0.7], [-0.1, 0.66]], C.graphite, 1.3) + chest.line([[0.42, 0.95], [0.4, 0.78], [0.36, 0.7]], C.graphite, 1.3)
    svg += chest.dot(0.36, 0.68, 1.7, C.steel, `stroke="${C.graphite}" stroke-width=".7"`)
  }
  if (look.lanyard) {
    svg += chest.line([[-0.34, 0.945], [-0.03, 0.7], [0.34, 0.945]], look.lanyard, 1.3)
    svg += chest.fill([[-0.17, 0.7], [0.13, 0.7], [0.13, 0.6], [-0.17, 0.6]], '#fff') + chest.fill([[-0.13, 0.69], [0, 0.69], [0, 0.64], [-0.13, 0.64]], look.lanyard)
  }
  if (look.badge) svg += chest.fill([[-0.75, 0.84], [-0.4, 0.84], [-0.4, 0.78], [-0.75, 0.78]], '#fff') + chest.line([[-0.68, 0.81], [-0.48, 0.81]], C.blue, 0.8)
  return svg
}

function openCoat(chest: Chest, look: Appearance, coat: Hex): string {
  const seam = shade(coat, [0.9, -0.1, -0.2])
  const pocket = shade(coat, [1, 0, -0.3])
  return (
    chest.fill([[-0.32, 0.935], [0, 0.66], [0.32, 0.935], [0.2, 0.95], [-0.2, 0.95]], shade(look.top, [0.2, 0.5, 0.4])) +
    (look.tie ? chest.fill([[-0.09, 0.93], [0.09, 0.93], [0.11, 0.76], [0, 0.7], [-0.11, 0.76]], look.tie) : '') +
    chest.line([[-0.36, 0.935], [-0.02, 0.64], [0, 0.34]], seam, 0.9) + chest.line([[0.36, 0.935], [0.02, 0.64]], seam, 0.9) +
    chest.line([[-0.85, 0.47], [-0.5, 0.47]], pocket, 1) + chest.line([[0.85, 0.47], [0.5, 0.47]], pocket, 1)
  )
}

function neckline(chest: Chest, look: Appearance): string {
  const open = chest.fill([[-0.24, 0.945], [0, 0.8], [0.24, 0.945]], look.tie ? '#fff' : mix(look.skin, look.top, 0.12))
  if (look.tie) {
    const lapel = shade(look.top, [1, -0.1, -0.3])
    return open + chest.fill([[-0.08, 0.92], [0.08, 0.92], [0.1, 0.66], [0, 0.6], [-0.1, 0.66]], look.tie) + chest.line([[-0.28, 0.94], [0, 0.62]], lapel, 1) + chest.line([[0.28, 0.94], [0, 0.62]], lapel, 1)
  }
  const pocket = look.highVisibility ? '' : chest.line([[0.3, 0.62], [0.75, 0.62]], shade(look.top, [1, -0.2, -0.3]), 1)
  return open + chest.line([[-0.27, 0.945], [0, 0.785], [0.27, 0.945]], look.trim ?? lighten(look.top, 0.1), 1.3) + pocket
}

const gownDots = (chest: Chest, places: readonly (readonly [number, number])[]): string =>
  places.filter(([angle]) => chest.seen(angle)).map(([angle, z]) => chest.dot(angle, z, 0.9, '#fff', 'opacity=".8"')).join('')

function backOf(chest: Chest, look: Appearance): string {
  if (look.coat) {
    const seam = shade(look.coat, [1, 0, -0.4])
    return chest.line([[Math.PI, 0.55], [Math.PI, 0.34]], seam, 0.9) + chest.line([[Math.PI - 0.5, 0.62], [Math.PI + 0.5, 0.62]], seam, 1)
  }
  if (!look.gown) return ''
  return gownDots(chest, [0.8, 0.62, 0.46].flatMap((z) => [-0.5, 0, 0.5].map((a): [number, number] => [Math.PI + a + (z === 0.62 ? 0.25 : 0), z])))
}

function bands(chest: Chest): string {
  return [0.58, 0.72]
    .map((z) => {
      const round = Array.from({ length: 42 }, (_, i) => -Math.PI + i * 0.15).filter((angle) => chest.seen(angle))
      const flat = chest.flat(round.map((angle) => [angle, z])).sort((a, b) => a[0] - b[0])
      return ribbon(flat, '#f4e04a', 3.2, 'style="stroke-linecap:butt"') + ribbon(flat, '#eef3f5', 1.2, 'style="stroke-linecap:butt"')
    })
    .join('')
}

function drawBag(figure: Figure, colour: Hex, chest: Chest): void {
  const bag = new Solid(1, 1, 0, figure.ids)
  const ring = (z: number, scale: number): V3[] =>
    Array.from({ length: 18 }, (_, j) => {
      const angle = (-j / 18) * 2 * Math.PI
      return figure.at(-0.19 + Math.cos(angle) * 0.085 * scale, Math.sin(angle) * 0.13 * scale, 0.56 + z + figure.lift)
    })
  bag.loft([ring(0, 0.8), ring(0.06, 1), ring(0.2, 1), ring(0.26, 0.8)], colour, { edge: 0 })
  figure.put(figure.at(-0.2, 0, 0.7 + figure.lift), bag.parts[0]!.svg, figure.facesCamera ? -0.12 : 0.12)
  if (!figure.facesCamera) return
  const strap = shade(colour, [0.8, 0, 0])
  figure.put(figure.at(0.2, 0, 0.8), chest.line([[-0.62, 0.93], [-0.6, 0.75], [-0.72, 0.55]], strap, 1.8) + chest.line([[0.62, 0.93], [0.6, 0.75], [0.72, 0.55]], strap, 1.8), -0.1)
}
