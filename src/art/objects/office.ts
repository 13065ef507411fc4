import { circle, dice, drawers, each, line, plus, rect, shape, text, writing, type Decal, type ScreenKind } from '../decals.ts'
import { C, SCREEN } from '../palette.ts'
import { round } from '../projection.ts'
import { leaf } from './garden.ts'
import { choose, monitor, type Draw } from './draw.ts'

export const reception: Draw = (k) => {
  k.rounded(0.05, 0.3, 0, 3.9, 0.6, 0.82, 0.28, C.white, { edge: 0 })
  k.rounded(0.03, 0.28, 0.1, 3.94, 0.64, 0.07, 0.3, C.teal, { edge: 0, shadow: false, cap: false })
  k.rounded(0, 0.24, 0.82, 4, 0.72, 0.07, 0.32, C.wood, { edge: 0.6 })
  k.box(1.1, 0.9, 0.3, 2.2, 0.012, 0.4, C.teal, {
    ghost: true,
    shadow: false,
    front: (w, h) => plus(20, h / 2, 26, C.teal) + text(w / 2 + 14, h / 2 + 9, 27, 'Reception', C.teal),
  })
  monitor(k, 0.7, 0.36, 0.89, 0.56, 0.36, 'form', 'back')
  monitor(k, 2.75, 0.36, 0.89, 0.56, 0.36, 'form', 'back')
  k.cylinder(1.85, 0.6, 0.89, 0.07, 0.1, C.coral, { edge: 0.3 })
  const [x, y] = k.onScreen(1.85, 0.6, 0.99)
  const posy =
    leaf(x, y, -120, 14, 3, C.leaf) +
    leaf(x, y, -60, 13, 3, C.green) +
    leaf(x, y, -90, 16, 3, C.leaf) +
    circle(x - 4, y - 13, 2.6, C.sun) +
    circle(x + 4, y - 12, 2.6, C.pink) +
    circle(x, y - 17, 2.8, '#fff')
  k.raw(posy, [1.8, 0.55, 1], [1.9, 0.65, 1.4])
  k.box(2.3, 0.55, 0.89, 0.26, 0.18, 0.03, C.white, { edge: 0.4 })
  k.cylinder(3.55, 0.6, 0.89, 0.05, 0.12, C.white)
}

interface DeskLook {
  top: string
  screen: ScreenKind
  second: boolean
}

const DESKS: Record<string, DeskLook> = {
  white: { top: C.white, screen: 'form', second: true },
  code: { top: '#5d738c', screen: 'code', second: true },
  xray: { top: C.wood, screen: 'xray', second: true },
  chart: { top: C.wood, screen: 'chart', second: false },
  vitals: { top: C.white, screen: 'vitals', second: true },
  plain: { top: C.oak, screen: 'form', second: false },
}

export const desk: Draw = (k, variant) => {
  const look = choose<DeskLook>(variant, { top: C.wood, screen: 'form', second: false }, DESKS)
  k.box(0.06, 0.12, 0, 0.42, 0.74, 0.52, C.white, { front: drawers(3) })
  k.box(1.86, 0.12, 0, 0.08, 0.74, 0.52, C.white)
  k.box(0.4, 0.14, 0.1, 1.5, 0.05, 0.4, C.cloud, { edge: 0 })
  k.rounded(0, 0.06, 0.52, 2, 0.84, 0.06, 0.06, look.top, { edge: 0.6 })
  monitor(k, 0.85, 0.22, 0.58, 0.66, 0.42, look.screen)
  if (look.second) monitor(k, 0.2, 0.24, 0.58, 0.5, 0.36, 'chart')
  const keys: Decal = (w) => each(3, (r) => line(`M4 ${round(4 + r * 4.4)}H${w - 4}`, '#9fb2be', 2.2, 'stroke-dasharray="3 2"'))
  k.box(0.95, 0.56, 0.58, 0.46, 0.16, 0.02, C.cloud, { edge: 0.3, onTop: keys })
  k.rounded(1.5, 0.58, 0.58, 0.08, 0.12, 0.025, 0.03, C.white, { soft: 0.01 })
  k.cylinder(1.76, 0.34, 0.58, 0.05, 0.1, C.coral, { edge: 0.3 })
  k.box(0.18, 0.5, 0.58, 0.26, 0.32, 0.04, C.white, { onTop: writing(4) })
}

export const whiteboard: Draw = (k) => {
  for (const x of [0.15, 1.85]) {
    k.rod([x, 0.3, 0], [x, 0.72, 0], 2.4, C.slate)
    k.rod([x, 0.5, 0], [x, 0.5, 1.5], 2.4, C.slate)
  }
  const front: Decal = (w, h) =>
    rect(4, 4, w - 8, h - 10, '#fbfdfe', 2) +
    rect(14, 13, 52, 5, C.blue, 2) +
    [40, 32, 46, 28]
      .map(
        (length, i) =>
          circle(18, 28 + i * 13, 3, [C.green, C.green, C.coral, C.sun][i]!) + rect(26, 26 + i * 13, length, 4, C.steel, 2),
      )
      .join('') +
    line('M96 70V22M96 70H168', C.graphite, 2) +
    line('M98 64Q116 60 124 42T166 24', C.teal, 3) +
    line('M98 66Q120 64 134 56T166 50', C.coral, 2.4, 'stroke-dasharray="5 4"')
  k.box(0.08, 0.46, 0.56, 1.84, 0.08, 0.96, C.steel, { front, back: (w, h) => rect(4, 4, w - 8, h - 8, '#c7d4db', 2) })
  k.box(0.3, 0.54, 0.55, 0.6, 0.08, 0.02, C.slate, { edge: 0.2 })
}

/** Columns, a curve and a share: the picture every board meeting starts with. */
const dashboard: Decal = (w, h) =>
  rect(4, 4, w - 8, h - 8, '#123348', 3) +
  rect(14, 14, 50, 5, C.sky, 2) +
  rect(14, 23, 34, 4, '#4d7a92', 2) +
  line(`M14 ${h - 18}Q40 ${h - 24} 60 ${h - 46}T108 ${h - 62}`, SCREEN.green, 3.4) +
  line(`M14 ${h - 16}H112M14 ${h - 16}V36`, '#4d7a92', 2) +
  circle(146, 40, 18, '#22506a') +
  shape('M146 22a18 18 0 0 1 17 24L146 40z', C.apricot) +
  [40, 30, 36].map((length, i) => rect(126, 66 + i * 10, length, 5, '#4d7a92', 2)).join('')

export const screenStand: Draw = (k) => {
  for (const x of [0.5, 1.5]) {
    k.rod([x, 0.3, 0.02], [x, 0.75, 0.02], 3, C.slate)
    k.rod([x, 0.5, 0], [x, 0.5, 0.7], 3, C.slate)
  }
  k.box(0.06, 0.44, 0.62, 1.88, 0.1, 1.02, C.char, { edge: 0.3, front: dashboard })
}

export const wallScreen: Draw = (k) => {
  k.box(0.06, 0.04, 0.7, 1.88, 0.08, 0.95, C.char, { edge: 0.3, front: dashboard, occlusion: 0 })
}

/** A fax on its cabinet, a page halfway out: orders still arrive like this. */
export const faxMachine: Draw = (k) => {
  k.box(0.1, 0.16, 0, 0.8, 0.64, 0.5, C.white, {
    front: drawers(2),
    right: (w, h) => rect(5, 6, w - 10, h - 12, '#1d2f5c', 2, 'opacity=".05"'),
  })
  k.box(0.06, 0.12, 0.5, 0.88, 0.72, 0.04, C.wood, { edge: 0.5 })
  k.rounded(0.16, 0.24, 0.54, 0.68, 0.48, 0.18, 0.06, C.cloud, { soft: 0.03 })
  k.box(0.2, 0.715, 0.57, 0.6, 0.014, 0.12, C.graphite, {
    shadow: false,
    edge: 0,
    front: (w, h) =>
      rect(3, 3, 20, 6, SCREEN.green, 1) +
      each(6, (i) => rect(28 + (i % 3) * 8, 2 + Math.floor(i / 3) * 5, 5, 3.4, '#b3c3cd', 1)) +
      rect(w - 8, 3, 5, h - 6, C.coral, 1),
  })
  k.rounded(0.18, 0.3, 0.72, 0.14, 0.36, 0.07, 0.05, C.graphite, { soft: 0.03 })
  k.box(0.38, 0.26, 0.72, 0.4, 0.03, 0.3, '#fff', {
    edge: 0.2,
    front: (w) => each(5, (i) => rect(5, 6 + i * 5, w - 10 - (i % 3) * 6, 2, '#9fb2be', 1)),
  })
}

export const fileCabinet: Draw = (k, variant) => {
  const colour = variant === 'plum' ? C.lilac : '#c3d2da'
  const fronts: Decal = (w, h) =>
    each(
      4,
      (i) =>
        rect(5, 5 + (i * (h - 6)) / 4, w - 10, (h - 6) / 4 - 5, '#fff', 2, 'opacity=".35"') +
        rect(w * 0.34, 10 + (i * (h - 6)) / 4, w * 0.32, 4, C.graphite, 2) +
        rect(w * 0.36, 18 + (i * (h - 6)) / 4, w * 0.28, 7, '#fff', 1),
    )
  k.box(0.14, 0.16, 0, 0.72, 0.66, 1.18, colour, { front: fronts })
  if (variant === 'open') {
    k.box(0.18, 0.82, 0.9, 0.64, 0.16, 0.22, colour, {
      front: (w, h) => rect(4, 3, w - 8, h - 6, '#fff', 2, 'opacity=".35"') + rect(w * 0.34, 8, w * 0.32, 4, C.graphite, 2),
    })
    for (let i = 0; i < 3; i++) k.box(0.24 + i * 0.18, 0.84, 1.12, 0.14, 0.12, 0.06, [C.sun, C.coral, C.teal][i]!, { edge: 0.3 })
  } else {
    k.box(0.26, 0.3, 1.18, 0.34, 0.26, 0.05, C.sun, { edge: 0.3 })
    k.box(0.3, 0.32, 1.23, 0.32, 0.26, 0.05, C.coral, { edge: 0.3 })
  }
}

export const shredder: Draw = (k) => {
  k.rounded(0.28, 0.3, 0, 0.44, 0.36, 0.5, 0.06, C.cloud)
  k.rounded(0.24, 0.26, 0.5, 0.52, 0.44, 0.14, 0.07, C.graphite, { soft: 0.03 })
  k.box(0.34, 0.44, 0.64, 0.32, 0.03, 0.2, '#fff', {
    edge: 0.2,
    front: (w) => each(3, (i) => rect(4, 4 + i * 5, w - 8, 2, '#9fb2be', 1)),
  })
  k.box(0.36, 0.66, 0.12, 0.28, 0.01, 0.26, C.slate, {
    edge: 0,
    shadow: false,
    front: (w, h) =>
      rect(0, 0, w, h, '#dff0f6', 2) +
      each(9, (i) => line(`M${3 + i * 2.8} ${h - 2}l${i % 2 ? 1 : -1} ${-6 - ((i * 5) % 9)}`, '#fff', 1.4)),
  })
}

export const printer: Draw = (k) => {
  k.rounded(0.16, 0.2, 0, 0.68, 0.58, 0.62, 0.05, C.white)
  for (const z of [0.1, 0.3])
    k.box(0.2, 0.775, z, 0.6, 0.012, 0.15, C.cloud, {
      edge: 0,
      shadow: false,
      front: (w, h) => rect(0, 0, w, h, '#dbe6ec', 2) + rect(w * 0.3, 4, w * 0.4, 3, C.slate, 1),
    })
  k.rounded(0.14, 0.18, 0.62, 0.72, 0.62, 0.18, 0.06, C.graphite, { soft: 0.04 })
  k.box(0.3, 0.45, 0.8, 0.4, 0.26, 0.03, '#fff', { onTop: writing(3) })
}

export const server: Draw = (k, variant) => {
  const roll = dice(choose(variant, 1, { 2: 4, 3: 6, amber: 8 }) * 11)
  const lamp = variant === 'amber' ? C.apricot : SCREEN.blue
  const front: Decal = (w, h) => {
    let svg = rect(5, 5, w - 10, h - 12, '#18222e', 3)
    for (let i = 0; i < 13; i++) {
      const y = 9 + i * 12
      svg +=
        rect(9, y, w - 18, 9.4, i % 4 === 3 ? '#33465a' : '#2b3b4d', 1.5) +
        each(5, (j) => circle(14 + j * 5, y + 4.7, 1.5, roll() < 0.75 ? (roll() < 0.75 ? SCREEN.green : lamp) : SCREEN.sun))
      svg += rect(w * 0.5, y + 3, w * 0.33, 1.3, '#4d647b', 0.6) + rect(w * 0.5, y + 5.8, w * 0.33, 1.3, '#4d647b', 0.6)
    }
    return svg
  }
  k.box(0.06, 0.08, 0, 0.88, 0.84, 1.72, C.char, {
    edge: 0.3,
    front,
    right: (w) => each(9, (i) => rect(w * 0.2, 20 + i * 16, w * 0.6, 5, '#1a2531', 2)),
    onTop: (w, h) =>
      circle(w / 2, h / 2, 24, '#1a2531') + line(`M${w / 2 - 14} ${h / 2}h28M${w / 2} ${h / 2 - 14}v28`, C.graphite, 4),
  })
}

export const meeting: Draw = (k) => {
  for (const x of [0.9, 2.6]) k.rounded(x, 0.7, 0, 0.5, 0.6, 0.46, 0.2, C.oak)
  k.rounded(0.1, 0.2, 0.46, 3.8, 1.6, 0.08, 0.75, C.wood, { edge: 0.6 })
  for (const [x, y] of [
    [0.7, 0.5],
    [1.8, 0.42],
    [2.9, 0.5],
    [0.8, 1.3],
    [1.9, 1.38],
    [3, 1.3],
  ] as const)
    k.box(x, y, 0.54, 0.28, 0.22, 0.02, C.white, { edge: 0.3, onTop: writing(3) })
  k.cylinder(2, 1, 0.54, 0.1, 0.06, C.graphite, { edge: 0.2 })
  k.cylinder(1.4, 0.95, 0.54, 0.045, 0.13, C.sky, { edge: 0.4 })
  k.cylinder(2.55, 1.1, 0.54, 0.045, 0.13, C.sky, { edge: 0.4 })
}

export const podium: Draw = (k) => {
  k.rounded(0.22, 0.3, 0, 0.56, 0.4, 0.82, 0.06, C.oak)
  k.box(0.35, 0.695, 0.35, 0.3, 0.012, 0.3, C.oak, {
    ghost: true,
    shadow: false,
    front: (w, h) => circle(w / 2, h / 2, 15, '#fff') + plus(w / 2, h / 2, 18, C.teal),
  })
  k.box(0.18, 0.26, 0.82, 0.64, 0.48, 0.05, C.wood, { edge: 0.6 })
}

export const kiosk: Draw = (k) => {
  k.rounded(0.28, 0.36, 0, 0.44, 0.34, 0.06, 0.1, C.slate)
  k.rounded(0.4, 0.42, 0.06, 0.2, 0.16, 0.7, 0.06, C.cloud)
  const front: Decal = (w, h) =>
    rect(4, 4, w - 8, h - 8, SCREEN.ground, 3) +
    rect(8, 9, w - 16, 9, C.teal, 2) +
    rect(8, 22, w - 16, 6, C.sky, 2) +
    rect(8, 31, w - 16, 6, C.sky, 2) +
    circle(w / 2, h - 11, 4.5, C.sun)
  k.box(0.24, 0.4, 0.76, 0.52, 0.16, 0.56, C.white, { front })
}

export const eyeModel: Draw = (k) => {
  k.cylinder(0.5, 0.5, 0, 0.17, 0.62, C.white, { edge: 0.4 })
  k.cylinder(0.5, 0.5, 0.62, 0.09, 0.04, C.graphite, { edge: 0.2 })
  k.ball(0.5, 0.5, 0.82, 0.2, '#fbfdfe')
  const [x, y] = k.onScreen(0.5, 0.5, 0.82)
  const turn = k.sees([0, 1, 0]) ? (k.turns === 0 ? -3 : 3) : 40
  if (turn < 40)
    k.raw(
      circle(x + turn, y + 1, 4.6, C.blue) +
        circle(x + turn, y + 1, 2.2, '#17203a') +
        circle(x + turn - 1.4, y - 0.6, 1, '#fff') +
        line(`M${round(x + turn + 5)} ${round(y - 4)}q2 2 1 5`, C.red, 0.7),
      [0.7, 0.7, 1],
      [0.72, 0.72, 1.02],
    )
}
