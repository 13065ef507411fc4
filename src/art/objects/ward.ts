import { lighten } from '../colour.ts'
import { circle, dice, each, heartbeat, line, plus, rect, screen, text, type Decal } from '../decals.ts'
import { C, SCREEN } from '../palette.ts'
import { round } from '../projection.ts'
import type { Solid } from '../solid/solid.ts'
import { castors, choose, monitor, panels, starFoot, type Draw } from './draw.ts'

interface Sleeper {
  skin: string
  hair: string
}

const BLANKETS: Record<string, string> = {
  sky: C.sky,
  apricot: C.apricot,
  patient1: C.blue,
  patient2: C.teal,
  patient3: C.plum,
  patient4: C.green,
}
const SLEEPERS: Record<string, Sleeper> = {
  patient1: { skin: '#c98f68', hair: '#2b2320' },
  patient2: { skin: '#f2c5a0', hair: '#cfcac4' },
  patient3: { skin: '#6d4429', hair: '#1e1a1c' },
  patient4: { skin: '#f2c5a0', hair: '#8a6a4a' },
}

export const bed: Draw = (k, variant) => {
  const blanket = choose<string>(variant, C.teal, BLANKETS)
  const sleeper = variant ? SLEEPERS[variant] : undefined
  castors(k, 0.2, 0.2, 1.8, 0.8)
  k.box(0.25, 0.22, 0.1, 1.5, 0.56, 0.1, C.slate, { edge: 0.2 })
  for (const x of [0.55, 1.25]) k.box(x, 0.4, 0.2, 0.18, 0.2, 0.14, C.steel, { edge: 0.2 })
  k.rounded(0.06, 0.1, 0.32, 1.9, 0.8, 0.09, 0.05, C.cloud)
  k.rounded(0.1, 0.13, 0.41, 1.82, 0.74, 0.13, 0.08, C.white, { soft: 0.04 })
  k.rounded(0.14, 0.24, 0.54, 0.34, 0.52, 0.1, 0.12, C.white, { soft: 0.06 })
  if (sleeper) {
    drawSleeper(k, sleeper)
    k.rounded(0.62, 0.26, 0.55, 0.9, 0.48, 0.13, 0.2, blanket, { soft: 0.1 })
  }
  k.rounded(0.72, 0.1, 0.46, 1.2, 0.8, 0.12, 0.07, blanket, { soft: 0.05 })
  k.rounded(0.6, 0.1, 0.46, 0.2, 0.8, 0.125, 0.05, lighten(blanket, 0.16), { soft: 0.05 })
  if (sleeper) k.rounded(0.8, 0.3, 0.55, 0.95, 0.4, 0.12, 0.18, blanket, { soft: 0.09 })
  k.rounded(0, 0.07, 0.12, 0.09, 0.86, 0.72, 0.04, C.wood, { edge: 0.5 })
  k.rounded(1.93, 0.07, 0.12, 0.07, 0.86, 0.46, 0.03, C.wood, { edge: 0.5 })
  k.rod([0.5, 0.93, 0.66], [1.15, 0.93, 0.66], 2.2, C.steel)
  for (const x of [0.55, 1.1]) k.rod([x, 0.93, 0.46], [x, 0.93, 0.66], 1.6, C.steel)
}

/** A face on the pillow, eyes shut. */
function drawSleeper(k: Solid, { skin, hair }: Sleeper): void {
  k.ball(0.32, 0.5, 0.66, 0.155, hair)
  const [x, y] = k.onScreen(0.34, 0.5, 0.66)
  const side = k.turns === 1 || k.turns === 2 ? -2 : 2
  const face =
    `<ellipse cx="${side}" cy="1" rx="5.6" ry="5.8" fill="${skin}"/>` +
    line(`M${side - 2.6} .6q1 .9 2 0M${side + 0.8} .6q1 .9 2 0`, '#4a3328', 0.8) +
    line(`M${side - 1.2} 3.6q1.4 .9 2.6 0`, '#8a4a3a', 0.7) +
    circle(side - 3.6, 2.6, 1.1, '#e77', 'opacity=".35"') +
    circle(side + 3.6, 2.6, 1.1, '#e77', 'opacity=".35"')
  k.raw(`<g transform="translate(${round(x)} ${round(y)})">${face}</g>`, [0.24, 0.4, 0.85], [0.46, 0.62, 0.9])
}

export const stretcher: Draw = (k, variant) => {
  castors(k, 0.25, 0.25, 1.75, 0.75)
  for (const x of [0.25, 1.75]) k.rod([x, 0.3, 0.1], [x, 0.3, 0.5], 2, C.slate)
  k.rod([0.25, 0.7, 0.1], [1.75, 0.7, 0.5], 1.8, C.slate)
  k.rod([1.75, 0.7, 0.1], [0.25, 0.7, 0.5], 1.8, C.slate)
  k.rounded(0.12, 0.18, 0.5, 1.76, 0.64, 0.06, 0.06, C.steel)
  k.rounded(0.14, 0.2, 0.56, 1.72, 0.6, 0.1, 0.08, variant ? C.teal : C.coral, { soft: 0.04 })
  k.rounded(0.18, 0.28, 0.65, 0.34, 0.44, 0.08, 0.1, C.white, { soft: 0.05 })
  for (const x of [0.8, 1.3]) k.box(x, 0.19, 0.6, 0.1, 0.62, 0.07, C.char, { edge: 0.1 })
}

export const couch: Draw = (k, variant) => {
  const colour = variant ? '#4d6fc4' : C.teal
  const doors: Decal = (w, h) =>
    each(
      3,
      (i) =>
        rect(4 + (i * w) / 3, 6, w / 3 - 8, h - 12, '#fff', 2, 'opacity=".35"') + circle((w / 3) * (i + 0.5), 14, 2.4, '#8a5a2e'),
    )
  k.box(0.2, 0.2, 0, 1.6, 0.6, 0.42, C.wood, {
    front: doors,
    right: (w, h) => rect(5, 6, w - 10, h - 12, '#fff', 2, 'opacity=".2"'),
  })
  k.rounded(0.1, 0.14, 0.42, 1.8, 0.72, 0.13, 0.08, colour, { soft: 0.05 })
  k.rounded(0.1, 0.16, 0.54, 0.5, 0.68, 0.1, 0.08, lighten(colour, 0.06), { soft: 0.05 })
  k.box(0.62, 0.3, 0.551, 1.28, 0.4, 0.006, C.white, { edge: 0, occlusion: 0, shadow: false })
}

export const curtain: Draw = (k, variant) => {
  const colour = choose<string>(variant, C.aqua, { mint: C.mint, coral: '#f0a08c' })
  for (let i = 0; i < 16; i++) {
    const [x, y] = [0.04 + i * 0.12, 0.5 + (i % 2 ? 0.035 : -0.035)]
    const ring = (z: number): ReturnType<Solid['ring']> => k.ring(x, y, 0.125, 0.05, 0.02, z, 2)
    k.loft([ring(0.12), ring(1.38)], lighten(colour, i % 2 ? 0.03 : -0.02), { edge: 0, shadow: i % 2 === 0 })
  }
  k.rod([0, 0.52, 1.42], [2, 0.52, 1.42], 2.4, C.steel)
  for (const x of [0, 2]) k.rod([x, 0.52, 0], [x, 0.52, 1.42], 2, C.steel)
}

export const iv: Draw = (k) => {
  starFoot(k, 0.22, 2.2, C.slate, 0, 0.09)
  k.rod([0.5, 0.5, 0.08], [0.5, 0.5, 1.5], 2.2, C.steel)
  k.rod([0.38, 0.5, 1.5], [0.62, 0.5, 1.5], 1.8, C.steel)
  k.rod([0.5, 0.38, 1.46], [0.5, 0.62, 1.46], 1.8, C.steel)
  k.rounded(0.5, 0.56, 1.1, 0.05, 0.2, 0.3, 0.04, '#bfe4f3', { soft: 0.03 })
  k.rounded(0.56, 0.36, 1.13, 0.16, 0.05, 0.28, 0.04, '#f8dca0', { soft: 0.03 })
  const pump: Decal = (w) =>
    rect(3, 4, w - 6, 8, SCREEN.ground, 1) + rect(4, 15, 5, 4, C.green, 1) + rect(12, 15, 5, 4, C.coral, 1)
  k.box(0.4, 0.5, 0.68, 0.22, 0.12, 0.24, C.white, {
    front: pump,
    right: (w, h) => rect(2, 3, w - 4, h - 6, '#fff', 1, 'opacity=".3"'),
  })
  k.tube(
    [
      [0.53, 0.66, 1.1],
      [0.56, 0.75, 0.9],
      [0.6, 0.7, 0.75],
      [0.55, 0.62, 0.7],
    ],
    1,
    '#9fd3e8',
  )
}

export const vitals: Draw = (k) => {
  starFoot(k, 0.27, 2.6, C.slate, 0.2, 0.09)
  k.rod([0.5, 0.5, 0.08], [0.5, 0.5, 0.8], 3, C.steel)
  k.box(0.3, 0.36, 0.42, 0.4, 0.3, 0.14, C.sky, {
    front: (w, h) => line(`M5 4v${round(h * 0.3)}h${w - 10}v${round(-h * 0.3)}`, '#fff', 1.6),
  })
  k.rounded(0.2, 0.4, 0.82, 0.6, 0.18, 0.42, 0.04, C.white)
  k.box(0.23, 0.575, 0.86, 0.54, 0.015, 0.34, C.char, { front: screen('vitals'), edge: 0.2, shadow: false })
  k.tube(
    [
      [0.3, 0.55, 0.82],
      [0.2, 0.7, 0.6],
      [0.28, 0.75, 0.35],
      [0.4, 0.66, 0.48],
    ],
    1.2,
    C.graphite,
  )
}

export const crashCart: Draw = (k) => {
  const fronts: Decal = (w, h) =>
    each(
      4,
      (i) =>
        rect(4, 4 + (i * (h - 4)) / 4, w - 8, (h - 4) / 4 - 4, '#fff', 2, 'opacity=".22"') +
        rect(w * 0.36, 8 + (i * (h - 4)) / 4, w * 0.28, 3.4, '#fff', 1.5, 'opacity=".95"'),
    )
  castors(k, 0.2, 0.26, 0.8, 0.78)
  k.box(0.13, 0.2, 0.09, 0.74, 0.64, 0.68, C.red, {
    front: fronts,
    right: (w, h) => rect(6, 8, w - 12, h - 16, '#fff', 3, 'opacity=".12"'),
  })
  k.box(0.1, 0.17, 0.77, 0.8, 0.7, 0.05, C.cloud)
  k.box(0.16, 0.3, 0.82, 0.4, 0.36, 0.22, C.sun, {
    front: (w, h) =>
      rect(4, 4, w * 0.5, h - 8, SCREEN.ground, 2) +
      heartbeat(5, h * 0.55, w * 0.5, SCREEN.green) +
      circle(w * 0.8, 8, 4, C.red) +
      circle(w * 0.8, 16, 3, '#fff'),
    right: (w, h) => plus(w / 2, h / 2, 16, '#fff'),
    onTop: (w, h) => line(`M6 ${h / 2}h${w - 12}`, C.char, 4),
  })
  k.cylinder(0.72, 0.36, 0.82, 0.07, 0.26, C.green, { edge: 0.2 })
  k.tube(
    [
      [0.5, 0.66, 0.9],
      [0.66, 0.8, 0.95],
      [0.74, 0.7, 0.84],
    ],
    1.3,
    C.char,
  )
  k.rod([0.14, 0.13, 0.84], [0.86, 0.13, 0.84], 2, C.steel, { shadow: false })
}

export const trolley: Draw = (k) => {
  castors(k, 0.2, 0.25, 0.8, 0.75)
  for (const x of [0.18, 0.82]) for (const y of [0.22, 0.78]) k.rod([x, y, 0.08], [x, y, 0.68], 1.8, C.steel)
  k.box(0.14, 0.18, 0.2, 0.72, 0.64, 0.04, C.cloud)
  k.box(0.24, 0.3, 0.24, 0.5, 0.4, 0.18, C.mint)
  k.box(0.14, 0.18, 0.64, 0.72, 0.64, 0.05, C.white)
  k.box(0.2, 0.26, 0.69, 0.26, 0.2, 0.08, C.aqua)
  k.cylinder(0.62, 0.36, 0.69, 0.06, 0.16, C.sky)
  k.cylinder(0.74, 0.46, 0.69, 0.045, 0.12, C.apricot)
  k.rounded(0.3, 0.56, 0.69, 0.4, 0.18, 0.03, 0.05, C.steel)
}

export const sink: Draw = (k) => {
  k.box(0.08, 0.06, 0, 0.84, 0.6, 0.56, C.white, { front: panels(2, C.steel) })
  k.box(0.04, 0.02, 0.56, 0.92, 0.7, 0.06, C.cloud, {
    onTop: (w, h) =>
      `<ellipse cx="${w / 2}" cy="${h * 0.56}" rx="28" ry="20" fill="#9fb6c2"/><ellipse cx="${w / 2}" cy="${h * 0.6}" rx="24" ry="15" fill="#c9d8e0"/>` +
      circle(w / 2, h * 0.62, 3, C.slate),
  })
  k.tube(
    [
      [0.5, 0.14, 0.62],
      [0.5, 0.14, 0.9],
      [0.5, 0.3, 0.95],
      [0.5, 0.4, 0.82],
    ],
    2.6,
    C.steel,
    0.6,
  )
  k.box(0.14, 0, 0.85, 0.16, 0.1, 0.24, C.white, { front: (w) => rect(3, 4, w - 6, 8, C.teal, 1) })
  k.box(0.68, 0, 0.8, 0.22, 0.1, 0.3, C.white, {
    front: (w, h) => rect(3, 4, w - 6, 5, C.sky, 1) + rect(5, h - 8, w - 10, 6, '#fff'),
  })
}

/** Where discharges are planned: three places, two screens, the day's papers. */
export const dischargeDesk: Draw = (k) => {
  const front: Decal = (w, h) =>
    rect(0, h - 14, w, 8, C.teal) + plus(24, h * 0.42, 22, C.teal) + text(w / 2 + 16, h * 0.42 + 9, 25, 'Discharge', C.teal)
  k.box(0.06, 0.24, 0, 2.88, 0.58, 0.66, C.white, {
    front,
    right: (w, h) => rect(0, h - 14, w, 8, C.teal),
    left: (w, h) => rect(0, h - 14, w, 8, C.teal),
  })
  k.rounded(0, 0.18, 0.66, 3, 0.7, 0.06, 0.1, C.wood, { edge: 0.6 })
  monitor(k, 0.35, 0.28, 0.72, 0.56, 0.36, 'chart', 'back')
  monitor(k, 1.95, 0.28, 0.72, 0.56, 0.36, 'form', 'back')
  k.box(1.2, 0.42, 0.72, 0.26, 0.34, 0.02, C.white, { edge: 0.4 })
  k.box(1.5, 0.46, 0.72, 0.26, 0.32, 0.03, C.sun, { edge: 0.4 })
  k.box(1.52, 0.48, 0.75, 0.24, 0.3, 0.02, C.white, { edge: 0.3 })
  k.cylinder(2.72, 0.5, 0.72, 0.05, 0.11, C.coral)
}

export const shelf: Draw = (k, variant) => {
  const back: Decal = (w, h) => rect(5, 5, w - 10, h - 14, C.mint, 3)
  const side: Decal = (w, h) => back(w, h) + plus(w / 2, h * 0.25, 22, C.green)
  k.box(0.02, 0.2, 0, 1.96, 0.56, 1.55, C.white, { front: boxes(variant ? 8 : 3), right: side, back, left: side })
  k.box(0.2, 0.3, 1.55, 0.5, 0.36, 0.18, C.apricot, { front: (w) => rect(w * 0.3, 3, w * 0.4, 7, '#fff', 1) })
  k.box(1.1, 0.3, 1.55, 0.4, 0.36, 0.14, C.sand)
}

/** Shelves of packages with their labels. */
const boxes =
  (seed: number): Decal =>
  (w, fullHeight) => {
    const colours = [C.teal, C.coral, C.sky, C.sun, C.green, C.lilac, C.white, C.pink]
    const roll = dice(seed)
    const row = (fullHeight - 8) / 5
    let svg = ''
    for (let r = 0; r < 5; r++) {
      const floor = r * row + row - 3
      svg += rect(3, r * row + 2, w - 6, row - 4, '#1d2f5c', 1, 'opacity=".15"')
      for (let x = 5; x < w - 9;) {
        const [bw, bh] = [8 + roll() * 9, (row - 7) * (0.5 + roll() * 0.45)]
        if (x + bw > w - 4) break
        const colour = colours[Math.floor(roll() * colours.length)]!
        svg += rect(x, floor - bh, bw, bh, colour, 1) + rect(x, floor - bh * 0.62, bw, bh * 0.24, '#fff', 0, 'opacity=".75"')
        x += bw + 1.4
      }
      svg += rect(2, floor, w - 4, 3, '#fff', 0, 'opacity=".6"')
    }
    return svg
  }

export const locker: Draw = (k) => {
  const doors: Decal = (w, h) =>
    each(
      3,
      (i) =>
        rect(4 + (i * (w - 6)) / 3, 5, (w - 12) / 3, h - 12, ['#cfe3ef', '#d9ecdf', '#f3ddb8'][i]!, 2) +
        rect(8 + (i * (w - 6)) / 3, 14, 12, 3, C.slate, 1) +
        rect(8 + (i * (w - 6)) / 3, 20, 12, 3, C.slate, 1) +
        circle(6 + ((i + 0.8) * (w - 6)) / 3, h * 0.52, 2, C.graphite),
    )
  k.box(0.06, 0.14, 0, 0.88, 0.6, 1.5, C.cloud, {
    front: doors,
    right: (w, h) => rect(5, 6, w - 10, h - 14, '#fff', 2, 'opacity=".25"'),
  })
}
