import { lighten } from '../colour.ts'
import { circle, each, heartbeat, line, plus, rect, shape, text, type Decal } from '../decals.ts'
import { C, DEPARTMENTS, SCREEN } from '../palette.ts'
import type { Department } from '../plan.ts'
import type { V2 } from '../projection.ts'
import { choose, plate, type Draw } from './draw.ts'

export const vending: Draw = (k, variant) => {
  const goods = [C.sun, C.teal, C.sky, C.apricot, C.pink, C.green]
  const front: Decal = (w, h) => {
    let svg = rect(6, 8, w * 0.66, h * 0.64, SCREEN.deep, 4)
    for (let row = 0; row < 4; row++)
      svg += each(
        4,
        (i) =>
          rect(11 + i * 13, 15 + row * 26, 9.5, 17, goods[(i * 3 + row * 2) % 6]!, 2) +
          rect(11 + i * 13, 21 + row * 26, 9.5, 4, '#fff', 0, 'opacity=".7"'),
      )
    svg +=
      rect(6, h * 0.72, w * 0.66, 20, SCREEN.deep, 3) +
      rect(w * 0.78, 16, 14, 24, SCREEN.ground, 2) +
      rect(w * 0.8, 20, 10, 8, C.sky, 1)
    svg += each(6, (i) => circle(w * 0.8 + 2 + (i % 2) * 7, 50 + Math.floor(i / 2) * 8, 2.4, '#fff'))
    return svg + shape(`M6 8h24L14 ${h * 0.62}H6z`, '#fff', 'opacity=".12"')
  }
  const wave: Decal = (w, h) =>
    shape(
      `M0 ${h * 0.55}C${w * 0.4} ${h * 0.4} ${w * 0.6} ${h * 0.75} ${w} ${h * 0.5}V${h * 0.72}C${w * 0.6} ${h * 0.95} ${w * 0.4} ${h * 0.6} 0 ${h * 0.78}z`,
      '#fff',
      'opacity=".35"',
    )
  k.box(0.06, 0.1, 0, 0.88, 0.8, 1.66, variant ? C.blue : C.coral, { front, right: wave })
}

export const cooler: Draw = (k) => {
  k.rounded(0.3, 0.3, 0, 0.4, 0.4, 0.82, 0.08, C.white)
  k.box(0.36, 0.695, 0.5, 0.28, 0.012, 0.18, C.slate, {
    front: () => circle(8, 9, 3, C.blue) + circle(20, 9, 3, C.coral),
    edge: 0,
    shadow: false,
  })
  k.cylinder(0.5, 0.5, 0.82, 0.15, 0.4, C.sky, {
    profile: [
      [0.07, 0],
      [0.15, 0.08],
      [0.16, 0.36],
      [0.13, 0.42],
    ],
    edge: 0.5,
  })
}

export const bin: Draw = (k, variant) => {
  const colour = variant ? C.steel : C.sun
  k.rounded(0.3, 0.3, 0, 0.4, 0.4, 0.5, 0.06, colour, { taper: -0.02 })
  k.rounded(0.27, 0.27, 0.5, 0.46, 0.46, 0.07, 0.07, lighten(colour, -0.06), { soft: 0.03 })
  const arrows = `<g fill="none" stroke="${C.graphite}" stroke-width="2.4">${line('M-7 3a8 8 0 0 1 5 -9M4 -6a8 8 0 0 1 4 8M4 7a8 8 0 0 1 -8 0', C.graphite, 2.6)}</g>`
  plate(k, 0.5, 0.72, 0.28, arrows, [0.3, 0.72, 0.1], [0.7, 0.73, 0.5])
}

export const totem: Draw = (k) => {
  k.box(0.25, 0.36, 0, 0.5, 0.24, 0.06, C.slate)
  k.rounded(0.28, 0.4, 0.06, 0.44, 0.14, 1.5, 0.05, C.navy)
  const ways = each(
    4,
    (i) =>
      rect(6, 44 + i * 18, 32, 13, [C.coral, C.sky, C.aqua, C.sun][i]!, 3) +
      line(`M10 ${50.5 + i * 18}h16M28 ${47.5 + i * 18}l4 3l-4 3`, '#fff', 2),
  )
  plate(
    k,
    0.28,
    0.545,
    1.5,
    rect(6, 4, 32, 32, '#fff', 5) + plus(22, 20, 22, C.teal) + ways,
    [0.28, 0.545, 0.5],
    [0.7, 0.56, 1.5],
  )
}

export const robot: Draw = (k) => {
  k.cylinder(0.5, 0.5, 0.02, 0.26, 0.16, C.graphite, {
    profile: [
      [0.26, 0],
      [0.28, 0.05],
      [0.24, 0.14],
    ],
    edge: 0.2,
  })
  k.cylinder(0.5, 0.5, 0.16, 0.22, 0.5, C.white, {
    profile: [
      [0.2, 0],
      [0.24, 0.12],
      [0.23, 0.38],
      [0.14, 0.52],
    ],
    edge: 0.2,
  })
  k.cylinder(0.5, 0.5, 0.68, 0.06, 0.06, C.graphite, { edge: 0 })
  k.rounded(0.24, 0.3, 0.74, 0.52, 0.42, 0.38, 0.16, C.white, { soft: 0.1 })
  const face =
    rect(-19, -14, 38, 24, SCREEN.ground, 10) +
    circle(-8, -3, 4, SCREEN.blue) +
    circle(8, -3, 4, SCREEN.blue) +
    line('M-5 5q5 3.4 10 0', SCREEN.blue, 1.8)
  plate(k, 0.5, 0.72, 0.95, face, [0.3, 0.72, 0.8], [0.7, 0.73, 1.1])
  k.rod([0.5, 0.5, 1.12], [0.5, 0.5, 1.26], 1.8, C.steel)
  k.ball(0.5, 0.5, 1.28, 0.045, C.coral)
}

export const elevator: Draw = (k) => {
  const front: Decal = (w, h) =>
    rect(22, 26, w - 44, h - 26, '#6f8596', 2) +
    rect(26, 30, (w - 54) / 2, h - 30, '#c3d0d8', 1) +
    rect(w / 2 + 1, 30, (w - 54) / 2, h - 30, '#b6c5ce', 1) +
    shape(`M40 30h18l-20 ${h - 30}h-12V120z`, '#fff', 'opacity=".25"') +
    shape(`M118 30h14l-24 ${h - 30}h-7V110z`, '#fff', 'opacity=".2"') +
    rect(w / 2 - 22, 7, 44, 14, SCREEN.ground, 4) +
    shape(`M${w / 2 - 12} 17l4 -6l4 6z`, SCREEN.sun) +
    text(w / 2 + 6, 18, 11, '2', SCREEN.sun) +
    rect(w - 16, h * 0.52, 9, 22, '#f7fafb', 3) +
    circle(w - 11.5, h * 0.52 + 7, 2.4, C.sun) +
    circle(w - 11.5, h * 0.52 + 15, 2.4, C.steel)
  k.box(0, 0.1, 0, 2, 0.5, 1.9, C.cloud, { front })
}

const SIGNS: Record<string, { words: string; size: number }> = {
  reception: { words: 'Reception', size: 21 },
  'medical-wards': { words: 'Wards', size: 23 },
  'eye-clinic': { words: 'Eye clinic', size: 21 },
  radiology: { words: 'Imaging', size: 22 },
  outpatients: { words: 'Outpatients', size: 19 },
  'orders-desk': { words: 'Orders', size: 22 },
  library: { words: 'Library', size: 22 },
  'integration-room': { words: 'Systems', size: 22 },
  'privacy-office': { words: 'Privacy', size: 22 },
  'board-room': { words: 'Board', size: 23 },
}
const SIGN_COLOURS: Record<string, string> = { reception: '#c9752f', outpatients: '#b07d10', 'medical-wards': '#3f8d70' }

/** A department's name over the heads, white on its colour. */
export const wallSign: Draw = (k, variant = 'reception') => {
  const sign = SIGNS[variant] ?? SIGNS['reception']!
  const colour = SIGN_COLOURS[variant] ?? DEPARTMENTS[variant as Department].accent
  k.box(0.1, 0.06, 1.2, 1.8, 0.05, 0.42, colour, {
    edge: 0.5,
    occlusion: 0,
    front: (w, h) => plus(24, h / 2, 22, '#fff') + text(w / 2 + 16, h / 2 + 8, sign.size, sign.words),
  })
}

export const wallClock: Draw = (k) => {
  const rim: V2[] = Array.from({ length: 28 }, (_, i) => [
    0.5 + Math.cos((i / 28) * 2 * Math.PI) * 0.2,
    1.5 + Math.sin((i / 28) * 2 * Math.PI) * 0.2,
  ])
  const face = `<g transform="translate(50 -150)">${circle(0, 0, 16.5, '#fff')}${line('M0 0V-11M0 0l8 5', SCREEN.frame, 2.6)}</g>`
  k.extrudeY(rim, 0.03, 0.07, C.slate, { decal: face, shadow: false })
}

const PICTURES: Record<string, string> = {
  heart: heartbeat(5, 18, 34, '#fff'),
  people: circle(15, 12, 5, '#fff') + circle(29, 12, 5, '#fff') + shape('M6 28a9 9 0 0 1 18 0zM20 28a9 9 0 0 1 18 0z', '#fff'),
  plus: plus(22, 16, 17, '#fff'),
  eye: shape('M6 16q16 -15 32 0q-16 15 -32 0z', '#fff') + circle(22, 16, 6, C.navy) + circle(20, 14, 1.8, '#fff'),
}

export const poster: Draw = (k, variant) => {
  const colour = choose<string>(variant, C.sky, { heart: C.blue, people: C.plum, plus: C.teal, eye: C.aqua })
  const calm = shape('M3 29V20q9 -8 18 0t20 -2v11z', '#fff', 'opacity=".8"') + circle(32, 11, 4, C.sun)
  const art =
    rect(0, 0, 44, 56, '#fff', 2) +
    rect(3, 3, 38, 26, colour, 0, 'opacity=".85"') +
    (variant ? PICTURES[variant]! : calm) +
    rect(5, 34, 30, 4, '#9fb2be') +
    rect(5, 41, 34, 3, '#c8d4db') +
    rect(5, 47, 26, 3, '#c8d4db')
  k.box(0.28, 0.045, 1.06, 0.44, 0.02, 0.56, '#fff', { edge: 0, occlusion: 0, front: () => art })
}

/**
 * The wall figure of the wards: a heading and a dark plate, empty: its number is written at run time.
 * Middle of the plate, from the piece's `at`: turn a (1, 0.13, 1.17), turn d (0.13, 1, 1.17); 1.2 wide, 0.42 high.
 */
export const figureBoard: Draw = (k) => {
  const front: Decal = (w, h) =>
    rect(4, 4, w - 8, h - 8, '#fbfdfe', 6) +
    text(w / 2, 25, 18.5, 'Readmissions', C.ink) +
    rect((w - 120) / 2, 35, 120, 42, SCREEN.ground, 6) +
    text(w / 2, 92, 9.5, 'within 30 days', C.slate)
  k.box(0.1, 0.05, 0.76, 1.8, 0.08, 1, C.teal, { edge: 0.5, occlusion: 0, front })
}
