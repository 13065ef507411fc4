/** A round head with hair, and features laid on it as on a globe: longitude from the nose to the right, latitude up. */
import { lighten, mix, shade, type Hex } from '../colour.ts'
import { circle, ellipse } from '../decals.ts'
import { dot3, project, projectPoint, round, TO_CAMERA, unit, type V2, type V3 } from '../projection.ts'
import { isCovered, showsEars, type Appearance, type HairStyle } from './appearance.ts'
import { drawFace } from './face.ts'
import { patch, ribbon, type Figure } from './figure.ts'

export const HEAD_RADIUS = 0.265
const PIXELS = HEAD_RADIUS * 45.4
export const DEGREE = Math.PI / 180

/** How far the hair stands out from the head. */
const VOLUME: Record<HairStyle, number> = {
  short: 1.06, crop: 1.03, bob: 1.12, long: 1.1, bun: 1.07, pony: 1.07, afro: 1.34, bald: 1, hijab: 1.13, cap: 1.07, turban: 1.1, curly: 1.16,
}
/** Latitude of the hairline, degrees. */
const HAIRLINE: Record<HairStyle, number> = {
  short: 26, crop: 30, bob: 20, long: 24, bun: 31, pony: 29, afro: 26, bald: 80, hijab: 33, cap: 20, turban: 16, curly: 24,
}

export class Globe {
  readonly centre: V3
  readonly middle: V2
  private readonly forward: V2
  private readonly right: V2
  private readonly pitch: number

  constructor(figure: Figure) {
    this.centre = figure.at(figure.lean + 0.015, 0, 1.19 + figure.lift)
    this.middle = projectPoint(this.centre)
    let toCamera = Math.PI / 4 - figure.angle
    while (toCamera > Math.PI) toCamera -= 2 * Math.PI
    while (toCamera < -Math.PI) toCamera += 2 * Math.PI
    // Faces turn a little towards us, so that they can be read; backs of heads turn a little away.
    const angle = figure.facesCamera ? figure.angle + toCamera * 0.42 : figure.angle - Math.sign(toCamera) * (Math.PI - Math.abs(toCamera)) * 0.2
    this.pitch = figure.facesCamera ? 0.24 : 0.06
    this.forward = [Math.cos(angle), Math.sin(angle)]
    this.right = [-Math.sin(angle), Math.cos(angle)]
  }

  direction(longitude: number, latitude: number): V3 {
    const ring = Math.cos(latitude)
    const [ahead, aside, up] = [ring * Math.cos(longitude), ring * Math.sin(longitude), Math.sin(latitude)]
    const f = ahead * Math.cos(this.pitch) - up * Math.sin(this.pitch)
    const z = ahead * Math.sin(this.pitch) + up * Math.cos(this.pitch)
    return [this.forward[0] * f + this.right[0] * aside, this.forward[1] * f + this.right[1] * aside, z]
  }

  /** On the screen, `scale` head radii from the centre. */
  screen(direction: V3, scale = 1): V2 {
    const r = HEAD_RADIUS * scale
    return project(this.centre[0] + direction[0] * r, this.centre[1] + direction[1] * r, this.centre[2] + direction[2] * r)
  }

  depth(direction: V3): number {
    return dot3(direction, TO_CAMERA)
  }

  /** A closed line round something on the globe, cut at the horizon; null when it is all behind. */
  region(outline: (angle: number) => V2, scale = 1, count = 48): V2[] | null {
    const directions = Array.from({ length: count }, (_, i) => this.direction(...outline((i / count) * 2 * Math.PI)))
    if (!directions.some((d) => this.depth(d) > 0)) return null
    return directions.map((d) => this.screen(this.toHorizon(d), scale))
  }

  private toHorizon(direction: V3): V3 {
    const depth = this.depth(direction)
    if (depth >= 0) return direction
    return unit([direction[0] - TO_CAMERA[0] * depth, direction[1] - TO_CAMERA[1] * depth, direction[2] - TO_CAMERA[2] * depth])
  }

  oval(longitude: number, latitude: number, wide: number, high: number, scale = 1): V2[] | null {
    if (this.depth(this.direction(longitude, latitude)) < 0.12) return null
    return this.region((t) => [longitude + (Math.cos(t) * wide) / Math.cos(latitude), latitude + Math.sin(t) * high], scale, 20)
  }

  arc(from: V2, to: V2, sag: number, scale = 1.005): V2[] | null {
    const arc: V2[] = []
    for (let i = 0; i <= 8; i++) {
      const t = i / 8
      const direction = this.direction(from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t + sag * Math.sin(t * Math.PI))
      if (this.depth(direction) < 0.04) return null
      arc.push(this.screen(direction, scale))
    }
    return arc
  }

  /** What is seen of a line round the head. */
  visibleLine(count: number, at: (share: number) => V2, scale: number): V2[] {
    return Array.from({ length: count }, (_, i) => this.direction(...at((i / (count - 1)) * 2 - 1)))
      .filter((d) => this.depth(d) > 0)
      .map((d) => this.screen(d, scale))
  }
}

const glow = (id: string, colour: Hex, placement: string, dark: V3, warmth: number): string =>
  `<radialGradient id="${id}" ${placement}><stop offset="0" stop-color="${lighten(mix(colour, '#fff6e0', 0.16), warmth)}"/>` +
  `<stop offset=".55" stop-color="${shade(colour, [0, 0.55, 0.6])}"/><stop offset="1" stop-color="${shade(colour, dark)}"/></radialGradient>`

export function drawHead(figure: Figure, look: Appearance): void {
  const globe = new Globe(figure)
  const covering = isCovered(look.style) ? (look.cloth ?? look.hair) : look.hair
  const [skinId, hairId, faceId] = [figure.ids(), figure.ids(), figure.ids()]
  const [x, y] = globe.middle
  const svg =
    glow(skinId, look.skin, 'cx=".36" cy=".3" r=".82"', [0.7, -0.1, -0.1], 0.045) +
    glow(hairId, covering, 'cx=".36" cy=".3" r=".82"', [0.7, -0.1, -0.1], 0.045) +
    glow(faceId, look.skin, `gradientUnits="userSpaceOnUse" cx="${round(x - 3)}" cy="${round(y - 3.4)}" r="${round(PIXELS * 1.25)}"`, [0.75, -0.1, -0.1], 0.04) +
    farEars(globe, look) + drawCrown(globe, figure, look, hairId, skinId) +
    (look.style === 'bald' ? baldFringe(globe, look) : frontSkin(globe, figure, look, faceId)) +
    (look.style === 'turban' ? turbanFolds(globe, covering) : '') +
    nearEars(globe, look) + drawFace(globe, figure, look) + (look.style === 'cap' ? capBand(globe, covering) : '')
  figure.put(figure.at(0, 0, 1.2), svg, 0.25)
}

function drawCrown(globe: Globe, figure: Figure, look: Appearance, hairId: string, skinId: string): string {
  const radius = PIXELS * VOLUME[look.style]
  const [x, y] = globe.middle
  if (look.style === 'afro' || look.style === 'curly') return curls(globe, look, radius, hairId)
  const crown = circle(x, y - (VOLUME[look.style] > 1 ? 0.5 : 0), radius, `url(#${look.style === 'bald' ? skinId : hairId})`)
  if (look.style !== 'bun') return crown
  const [bunX, bunY] = globe.screen(globe.direction(Math.PI, 62 * DEGREE), 1.25)
  const bun = circle(bunX, bunY, 5, `url(#${hairId})`)
  return figure.facesCamera ? bun + crown : crown + bun
}

function curls(globe: Globe, look: Appearance, radius: number, hairId: string): string {
  const afro = look.style === 'afro'
  const [x, y] = afro ? [globe.screen(globe.direction(Math.PI, 10 * DEGREE), 0.12)[0], globe.middle[1] - 2.2] : globe.middle
  const count = afro ? 14 : 12
  const tufts = Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI
    const [c, s] = [Math.cos(angle), Math.sin(angle)]
    return circle(x + c * radius * 0.86, y - 1 + s * radius * 0.84, radius * 0.26, shade(look.hair, [c * 0.7, -c * 0.5 + Math.max(0, -s) * 0.2, -s * 0.6]))
  })
  return tufts.join('') + circle(x, y - 1, radius * 0.9, `url(#${hairId})`)
}

/** The skin that the hair leaves free. */
function frontSkin(globe: Globe, figure: Figure, look: Appearance, faceId: string): string {
  if (!figure.facesCamera) return ''
  const top = HAIRLINE[look.style] * DEGREE
  const side = (look.style === 'hijab' ? 56 : look.style === 'bob' || look.style === 'long' ? 62 : 72) * DEGREE
  const fringe = look.style === 'short' || look.style === 'bob' || look.style === 'long'
  const squarish = (v: number): number => Math.sign(v) * Math.abs(v) ** 0.72
  const outline = globe.region((t) => {
    const [c, s] = [Math.cos(t), Math.sin(t)]
    let latitude = squarish(s) * (s > 0 ? top : 72 * DEGREE)
    if (s > 0 && fringe) latitude -= (0.5 + 0.5 * Math.sin(c * 2.2 + 0.6)) * 9 * DEGREE
    return [squarish(c) * side * (s < 0 ? 1 - 0.12 * Math.abs(s) : 1), latitude]
  })
  return outline ? patch(outline, `url(#${faceId})`) : ''
}

function baldFringe(globe: Globe, look: Appearance): string {
  return [-1, 1]
    .map((side) => {
      if (globe.depth(globe.direction(side * 118 * DEGREE, -12 * DEGREE)) < -0.25) return ''
      const outline = globe.region((t) => [(side * 128 + Math.cos(t) * 52) * DEGREE, (-10 + Math.sin(t) * 26) * DEGREE], 1.035)
      return outline ? patch(outline, shade(look.hair, [0.2, 0.4, 0.3])) : ''
    })
    .join('')
}

function turbanFolds(globe: Globe, cloth: Hex): string {
  return [-12, 6, 24]
    .map((fold) => globe.visibleLine(30, (u) => [u * 120 * DEGREE, (16 + fold * 0.2 + Math.abs(u) * fold + 20) * DEGREE], 1.1))
    .filter((fold) => fold.length > 1)
    .map((fold) => ribbon(fold, shade(cloth, [0.8, -0.2, -0.2]), 1, 'opacity=".7"'))
    .join('')
}

function capBand(globe: Globe, cloth: Hex): string {
  const band = [...globe.visibleLine(40, (u) => [u * 178 * DEGREE, 21 * DEGREE], 1.075)].sort((a, b) => a[0] - b[0])
  return band.length > 2 ? ribbon(band, lighten(cloth, 0.08), 1.6) : ''
}

function farEars(globe: Globe, look: Appearance): string {
  if (!showsEars(look.style)) return ''
  return [-92, 92]
    .map((angle) => globe.direction(angle * DEGREE, -8 * DEGREE))
    .filter((d) => globe.depth(d) < 0)
    .map((d) => ellipse(...globe.screen(d, 1.02), 2.5, 3, shade(look.skin, [0.3, 0.3, 0.3])))
    .join('')
}

function nearEars(globe: Globe, look: Appearance): string {
  if (!showsEars(look.style)) return ''
  return [-90, 90]
    .map((angle) => globe.direction(angle * DEGREE, -8 * DEGREE))
    .filter((d) => globe.depth(d) >= 0)
    .map((d) => {
      const [x, y] = globe.screen(d, 1.02)
      return ellipse(x, y, 2.6, 3.1, shade(look.skin, [0.1, 0.45, 0.4])) + ellipse(x + 0.2, y + 0.3, 1.2, 1.7, shade(look.skin, [0.9, -0.2, -0.2]), 'opacity=".55"')
    })
    .join('')
}

