import { lighten } from '../colour.ts'
import { C } from '../palette.ts'
import { choose, starFoot, type Draw } from './draw.ts'
import type { Solid } from '../solid/solid.ts'

const CORNERS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

function legs(k: Solid, x0: number, y0: number, x1: number, y1: number, height: number, pixels: number, colour: string): void {
  for (const [i, j] of CORNERS) {
    const [x, y] = [i ? x1 : x0, j ? y1 : y0]
    k.rod([x, y, 0], [x, y, height], pixels, colour)
  }
}

export const chair: Draw = (k, variant) => {
  const colour = choose<string>(variant, C.blue, { apricot: C.apricot, teal: C.teal, plum: C.plum })
  legs(k, 0.24, 0.24, 0.76, 0.76, 0.36, 1.8, C.steel)
  k.rounded(0.17, 0.17, 0.36, 0.66, 0.66, 0.09, 0.12, colour, { soft: 0.04 })
  k.rounded(0.17, 0.13, 0.45, 0.66, 0.12, 0.46, 0.05, colour, { soft: 0.04 })
}

/** A row of three for those who wait. */
export const chairs3: Draw = (k, variant) => {
  const colours = choose<readonly string[]>(variant, [C.teal, C.apricot, C.teal], {
    blue: [C.blue, C.blue, C.blue],
    sun: [C.sun, C.teal, C.sun],
  })
  k.box(0.1, 0.45, 0.26, 2.8, 0.1, 0.07, C.steel, { edge: 0.3 })
  for (const x of [0.25, 2.75]) {
    k.rod([x, 0.3, 0], [x, 0.75, 0], 2.6, C.steel)
    k.rod([x, 0.5, 0], [x, 0.5, 0.28], 2.6, C.steel)
  }
  colours.forEach((colour, i) => {
    k.rounded(i + 0.14, 0.2, 0.35, 0.72, 0.62, 0.08, 0.12, colour, { soft: 0.04 })
    k.rounded(i + 0.14, 0.13, 0.42, 0.72, 0.11, 0.48, 0.05, colour, { soft: 0.04 })
  })
  for (const x of [0.06, 0.98, 1.98, 2.9]) {
    k.box(x, 0.28, 0.56, 0.05, 0.5, 0.045, C.graphite, { edge: 0.2, shadow: false })
    k.rod([x + 0.025, 0.35, 0.4], [x + 0.025, 0.35, 0.56], 1.6, C.steel, { shadow: false })
  }
}

export const officeChair: Draw = (k, variant) => {
  const colour = choose<string>(variant, C.navy, { teal: C.teal, plum: C.plum })
  starFoot(k, 0.28, 2.4, C.char, 0.3, 0.07)
  k.cylinder(0.5, 0.5, 0.07, 0.04, 0.3, C.steel, { edge: 0 })
  k.rounded(0.22, 0.22, 0.36, 0.56, 0.56, 0.1, 0.14, colour, { soft: 0.05 })
  k.rounded(0.24, 0.14, 0.52, 0.52, 0.1, 0.44, 0.05, colour, { soft: 0.04 })
  k.rod([0.5, 0.2, 0.42], [0.5, 0.2, 0.6], 2.6, C.char)
}

export const stool: Draw = (k) => {
  starFoot(k, 0.22, 2.2, C.steel, 0.3, 0.06)
  k.cylinder(0.5, 0.5, 0.06, 0.035, 0.34, C.steel, { edge: 0 })
  k.cylinder(0.5, 0.5, 0.4, 0.2, 0.09, C.teal, {
    profile: [
      [0.19, 0],
      [0.21, 0.03],
      [0.21, 0.07],
      [0.17, 0.1],
    ],
    edge: 0.2,
  })
}

export const sofa: Draw = (k, variant) => {
  const colour = choose<string>(variant, C.apricot, { blue: '#6f9fd0', green: '#7fb79b' })
  const cushion = lighten(colour, 0.03)
  legs(k, 0.12, 0.2, 1.88, 0.84, 0.1, 2.6, C.oak)
  k.rounded(0.04, 0.12, 0.08, 1.92, 0.8, 0.22, 0.1, colour, { soft: 0.03 })
  for (const x of [0.2, 1]) k.rounded(x, 0.3, 0.3, 0.8, 0.6, 0.13, 0.1, cushion, { soft: 0.05 })
  k.rounded(0.04, 0.06, 0.3, 1.92, 0.24, 0.46, 0.1, colour, { soft: 0.06 })
  for (const x of [0.02, 1.78]) k.rounded(x, 0.12, 0.28, 0.2, 0.8, 0.28, 0.09, colour, { soft: 0.06 })
  k.rounded(0.3, 0.3, 0.42, 0.3, 0.12, 0.26, 0.06, variant ? C.sun : C.teal, { soft: 0.05 })
}

export const coffeeTable: Draw = (k) => {
  legs(k, 0.2, 0.2, 0.8, 0.8, 0.28, 2, C.oak)
  k.rounded(0.1, 0.1, 0.28, 0.8, 0.8, 0.06, 0.16, C.wood, { edge: 0.6 })
  k.box(0.25, 0.3, 0.34, 0.3, 0.22, 0.02, C.coral, { edge: 0.3 })
  k.box(0.3, 0.5, 0.34, 0.3, 0.22, 0.02, C.sky, { edge: 0.3 })
  k.cylinder(0.7, 0.35, 0.34, 0.05, 0.09, C.white)
}

export const bench: Draw = (k) => {
  for (const x of [0.25, 1.75]) k.box(x - 0.05, 0.3, 0, 0.1, 0.44, 0.3, C.graphite)
  for (let i = 0; i < 3; i++) k.box(0.1, 0.28 + i * 0.17, 0.3, 1.8, 0.13, 0.05, C.wood, { edge: 0.5 })
  for (const z of [0.5, 0.68]) k.box(0.1, 0.22, z, 1.8, 0.06, 0.12, C.wood)
  for (const x of [0.3, 1.7]) k.box(x - 0.04, 0.18, 0.3, 0.08, 0.05, 0.5, C.graphite, { edge: 0.2 })
}
