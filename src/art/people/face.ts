import { mix, shade, type Hex } from '../colour.ts'
import type { V2 } from '../projection.ts'
import { isCovered, type Appearance } from './appearance.ts'
import { patch, ribbon, type Figure } from './figure.ts'
import { DEGREE, type Globe } from './globe.ts'

const INK = '#2a2433'
const FRAME = '#2f3b4c'
const SIDES = [-1, 1] as const

const fill = (outline: V2[] | null, colour: Hex, more = ''): string => (outline ? patch(outline, colour, more) : '')
const draw = (line: V2[] | null, colour: Hex, width: number): string => (line ? ribbon(line, colour, width) : '')
const degrees = (longitude: number, latitude: number): V2 => [longitude * DEGREE, latitude * DEGREE]

export function drawFace(globe: Globe, figure: Figure, look: Appearance): string {
  const beard = look.beard && figure.facesCamera ? fill(beardOutline(globe), shade(look.hair, [0.3, 0.3, 0.3])) : ''
  const cheeks = SIDES.map((s) =>
    fill(globe.oval(s * 46 * DEGREE, -20 * DEGREE, 12 * DEGREE, 8 * DEGREE), '#e2604f', 'opacity=".2"'),
  ).join('')
  return (
    beard +
    cheeks +
    eyes(globe, look) +
    (look.mask ? mask(globe, figure) : noseAndMouth(globe, look)) +
    (look.glasses ? glasses(globe) : '')
  )
}

function beardOutline(globe: Globe): V2[] | null {
  return globe.region((t) => {
    const [c, s] = [Math.cos(t), Math.sin(t)]
    return degrees(c * 66, s > 0 ? -16 - (1 - Math.abs(c)) * 14 : -16 + s * 58)
  }, 1.025)
}

function eyes(globe: Globe, look: Appearance): string {
  const brow = isCovered(look.style) ? '#4a3a33' : mix(look.hair, INK, 0.35)
  return SIDES.map((s) => {
    const eye = fill(globe.oval(s * 25 * DEGREE, -4 * DEGREE, 6.6 * DEGREE, 9.6 * DEGREE), INK)
    const light = fill(globe.oval((s * 25 - 2.6) * DEGREE, 0.5 * DEGREE, 2.3 * DEGREE, 2.9 * DEGREE, 1.01), '#fff')
    const arch = globe.arc(degrees(s * 24 - 8, s < 0 ? 13 : 14), degrees(s * 24 + 8, s < 0 ? 14 : 13), 4 * DEGREE)
    return eye + light + draw(arch, brow, 1.2)
  }).join('')
}

function mask(globe: Globe, figure: Figure): string {
  const cloth = figure.facesCamera
    ? fill(
        globe.region((t) => degrees(Math.cos(t) * 58, -32 + Math.sin(t) * 24), 1.03),
        '#d3ecf3',
      )
    : ''
  const pleat = (side: number, latitude: number, sag: number): string =>
    draw(globe.arc(degrees(-side, latitude), degrees(side, latitude), sag * DEGREE, 1.04), '#a9cfdc', 0.8)
  return cloth + pleat(50, -26, 3) + pleat(46, -38, 2)
}

function noseAndMouth(globe: Globe, look: Appearance): string {
  const nose = fill(
    globe.oval(0, -13 * DEGREE, 4.6 * DEGREE, 4 * DEGREE, 1.03),
    shade(look.skin, [0.7, 0.1, -0.1]),
    'opacity=".75"',
  )
  return (
    nose +
    draw(
      globe.arc(degrees(-10, -29), degrees(10, -29), -5 * DEGREE),
      look.beard ? '#f3d3c4' : mix('#8c3b32', look.skin, 0.15),
      1.15,
    )
  )
}

function glasses(globe: Globe): string {
  const lens = SIDES.map((s) =>
    fill(
      globe.oval(s * 24 * DEGREE, -3 * DEGREE, 14 * DEGREE, 13 * DEGREE, 1.04),
      '#fff',
      `fill-opacity=".16" stroke="${FRAME}" stroke-width="1"`,
    ),
  ).join('')
  return lens + draw(globe.arc(degrees(-10, -1), degrees(10, -1), 3 * DEGREE, 1.05), FRAME, 1)
}
