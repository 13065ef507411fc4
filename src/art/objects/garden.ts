import { lighten, mix, type Hex } from '../colour.ts'
import { circle, ellipse, shape } from '../decals.ts'
import { C } from '../palette.ts'
import { round } from '../projection.ts'
import type { Solid } from '../solid/solid.ts'
import { choose, type Draw } from './draw.ts'

const EARTH = '#6b4a36'

/** A leaf from a point, at an angle on the screen (degrees, -90 is up), with its lit half. */
export function leaf(x: number, y: number, angle: number, length: number, width: number, colour: Hex): string {
  const radians = (angle * Math.PI) / 180
  const [dx, dy] = [Math.cos(radians) * length, Math.sin(radians) * length]
  const [nx, ny] = [-Math.sin(radians) * width, Math.cos(radians) * width]
  const at = (px: number, py: number): string => `${round(x + px)} ${round(y + py)}`
  const half = `M${at(0, 0)}Q${at(dx * 0.45 + nx, dy * 0.45 + ny)} ${at(dx, dy)}Q`
  return (
    shape(`${half}${at(dx * 0.45 - nx, dy * 0.45 - ny)} ${at(0, 0)}`, colour) +
    shape(`${half}${at(dx * 0.5, dy * 0.5)} ${at(0, 0)}`, '#fff', 'opacity=".13"')
  )
}

/** Angle, share of the length, shade. */
const FAN = [
  [-150, 0.8, 0],
  [-30, 0.8, 0],
  [-125, 0.95, 1],
  [-55, 0.95, 0],
  [-168, 0.7, 1],
  [-12, 0.7, 0],
  [-90, 1.05, 1],
  [-108, 0.85, 2],
  [-72, 0.82, 2],
  [-140, 0.6, 3],
  [-45, 0.58, 2],
  [-95, 0.62, 3],
  [-160, 0.42, 3],
  [-20, 0.4, 2],
] as const

function foliage(k: Solid, z: number, radius: number, height: number, colour: Hex): void {
  const [x, y] = k.onScreen(0.5, 0.5, z)
  const shades = [lighten(colour, -0.08), colour, lighten(colour, 0.05), lighten(mix(colour, C.lime, 0.35), 0.05)]
  const svg = FAN.map(([angle, length, tone]) =>
    leaf(x + Math.cos((angle * Math.PI) / 180) * 2, y, angle, height * 40 * length, radius * 14, shades[tone]!),
  ).join('')
  k.raw(svg, [0.5 - radius, 0.5 - radius, z], [0.5 + radius, 0.5 + radius, z + height], true)
}

export const plant: Draw = (k, variant) => {
  k.cylinder(0.5, 0.5, 0, 0.17, 0.32, choose<string>(variant, C.white, { sun: C.sun, teal: C.aqua }), { topRadius: 0.23 })
  k.cylinder(0.5, 0.5, 0.32, 0.19, 0.005, EARTH, { edge: 0, shadow: false })
  foliage(k, 0.33, 0.28, 0.82, C.leaf)
}

export const plantTall: Draw = (k, variant) => {
  k.cylinder(0.5, 0.5, 0, 0.2, 0.38, choose<string>(variant, C.coral, { teal: C.teal, white: C.white }), { topRadius: 0.26 })
  k.cylinder(0.5, 0.5, 0.38, 0.22, 0.005, EARTH, { edge: 0, shadow: false })
  foliage(k, 0.4, 0.34, 1.12, '#3a8f5f')
}

export const tree: Draw = (k, variant) => {
  const colour = choose<string>(variant, '#5fae6d', { 2: '#6fb974', 3: '#57a67b' })
  k.cylinder(0.5, 0.5, 0, 0.09, 0.7, C.oak, { topRadius: 0.06 })
  const [x, y] = k.onScreen(0.5, 0.5, 1.25)
  const puffs = [
    [0, 6, 21, lighten(colour, -0.1)],
    [11, 2, 15, lighten(colour, -0.07)],
    [-10, 2, 16, lighten(colour, -0.01)],
    [2, -12, 16, colour],
    [-5, -6, 14, lighten(colour, 0.045)],
    [-8, -14, 8, lighten(mix(colour, '#f9e79f', 0.3), 0.05)],
    [6, -2, 6, lighten(colour, 0.02)],
    [-12, 4, 4, lighten(colour, 0.06)],
  ] as const
  k.raw(puffs.map(([dx, dy, r, c]) => circle(x + dx, y + dy, r, c)).join(''), [0.2, 0.2, 0.6], [0.8, 0.8, 1.9], true)
}

export const bush: Draw = (k) => {
  const colour = '#67b274'
  const [x, y] = k.onScreen(0.5, 0.5, 0.2)
  const puff = (dx: number, dy: number, r: number, c: Hex): string => ellipse(x + dx, y + dy, r, r * 0.85, c)
  const svg =
    puff(-7, 2, 10, lighten(colour, -0.06)) +
    puff(8, 2, 10, lighten(colour, -0.09)) +
    puff(0, -3, 12, colour) +
    puff(-4, -6, 7, lighten(colour, 0.05)) +
    circle(x + 6, y - 3, 1.8, C.pink) +
    circle(x - 9, y + 1, 1.8, '#fff') +
    circle(x, y + 3, 1.8, C.sun)
  k.raw(svg, [0.25, 0.25, 0], [0.75, 0.75, 0.45], true)
}

export const flowerBed: Draw = (k) => {
  k.rounded(0.08, 0.2, 0, 1.84, 0.6, 0.16, 0.12, C.wood, { edge: 0.5 })
  k.rounded(0.14, 0.26, 0.16, 1.72, 0.48, 0.01, 0.1, EARTH, { edge: 0, shadow: false })
  const petals = [C.coral, C.sun, '#fff', C.pink, C.lilac]
  const places = Array.from({ length: 13 }, (_, i): [number, number] => [0.24 + i * 0.127, 0.36 + ((i * 5) % 3) * 0.13])
  const svg = places
    .map(([px, py], i) => {
      const [x, y] = k.onScreen(px, py, 0.17)
      const height = 7 + ((i * 7) % 5)
      return {
        y,
        svg:
          leaf(x, y, -118, height, 2, C.leaf) +
          leaf(x, y, -62, height, 2, C.green) +
          circle(x, y - height - 1, 2.7, petals[i % 5]!) +
          circle(x, y - height - 1, 1, C.apricot),
      }
    })
    .sort((a, b) => a.y - b.y)
  k.raw(svg.map((flower) => flower.svg).join(''), [0.2, 0.3, 0.17], [1.8, 0.7, 0.5], true)
}

export const lamp: Draw = (k) => {
  k.cylinder(0.5, 0.5, 0, 0.12, 0.06, C.graphite)
  k.rod([0.5, 0.5, 0.05], [0.5, 0.5, 1.6], 2.6, C.graphite)
  k.ball(0.5, 0.5, 1.72, 0.15, '#ffeebf', { shadow: true })
}
