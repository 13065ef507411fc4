/** A round head with its hair. */
import { lighten, mix, shade, type Hex } from '../colour.ts'
import { circle, ellipse } from '../decals.ts'
import { round, type V3 } from '../projection.ts'
import { isCovered, showsEars, type Appearance, type HairStyle } from './appearance.ts'
import { drawFace } from './face.ts'
import { patch, ribbon, type Figure } from './figure.ts'
import { DEGREE, Globe, HEAD_RADIUS } from './globe.ts'

const PIXELS = HEAD_RADIUS * 45.4

/** How far the hair stands out from the head. */
const VOLUME: Record<HairStyle, number> = {
  short: 1.06,
  crop: 1.03,
  bob: 1.12,
  long: 1.1,
  bun: 1.07,
  pony: 1.07,
  afro: 1.34,
  bald: 1,
  hijab: 1.13,
  cap: 1.07,
  turban: 1.1,
  curly: 1.16,
}
/** Latitude of the hairline, degrees. */
const HAIRLINE: Record<HairStyle, number> = {
  short: 26,
  crop: 30,
  bob: 20,
  long: 24,
  bun: 31,
  pony: 29,
  afro: 26,
  bald: 80,
  hijab: 33,
  cap: 20,
  turban: 16,
  curly: 24,
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
    glow(
      faceId,
      look.skin,
      `gradientUnits="userSpaceOnUse" cx="${round(x - 3)}" cy="${round(y - 3.4)}" r="${round(PIXELS * 1.25)}"`,
      [0.75, -0.1, -0.1],
      0.04,
    ) +
    farEars(globe, look) +
    drawCrown(globe, figure, look, hairId, skinId) +
    (look.style === 'bald' ? baldFringe(globe, look) : frontSkin(globe, figure, look, faceId)) +
    (look.style === 'turban' ? turbanFolds(globe, covering) : '') +
    nearEars(globe, look) +
    drawFace(globe, figure, look) +
    (look.style === 'cap' ? capBand(globe, covering) : '')
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
    return circle(
      x + c * radius * 0.86,
      y - 1 + s * radius * 0.84,
      radius * 0.26,
      shade(look.hair, [c * 0.7, -c * 0.5 + Math.max(0, -s) * 0.2, -s * 0.6]),
    )
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
      return (
        ellipse(x, y, 2.6, 3.1, shade(look.skin, [0.1, 0.45, 0.4])) +
        ellipse(x + 0.2, y + 0.3, 1.2, 1.7, shade(look.skin, [0.9, -0.2, -0.2]), 'opacity=".55"')
      )
    })
    .join('')
}
