import { circle, each, line, rect, ribs, text, type Decal } from '../decals.ts'
import { C, SCREEN } from '../palette.ts'
import type { V2, V3 } from '../projection.ts'
import { monitor, starFoot, type Draw } from './draw.ts'

/** Front of a scanner: flat below, round above. */
function archOutline(x: number, z: number, w: number, h: number, r: number): V2[] {
  const corners: V3[] = [
    [x + w - r, z + r * 0.5, -90],
    [x + w - r, z + h - r, 0],
    [x + r, z + h - r, 90],
    [x + r, z + r * 0.5, 180],
  ]
  return corners.flatMap(([cx, cz, start], corner) =>
    Array.from({ length: 9 }, (_, i): V2 => {
      const angle = ((start + (90 * i) / 8) * Math.PI) / 180
      return [cx + Math.cos(angle) * r, cz + Math.sin(angle) * (corner === 0 || corner === 3 ? r * 0.5 : r)]
    }),
  )
}

export const ct: Draw = (k) => {
  const bore: V2[] = Array.from({ length: 40 }, (_, i) => [
    1 + Math.cos((i / 40) * 2 * Math.PI) * 0.46,
    0.92 + Math.sin((i / 40) * 2 * Math.PI) * 0.46,
  ])
  const panel = (x: number): string =>
    rect(x, -64, 16, 34, SCREEN.ground, 3) +
    rect(x + 3, -60, 10, 10, C.sky, 1.5) +
    circle(x + 8, -44, 3, C.green) +
    circle(x + 8, -36, 3, C.coral)
  const ring =
    `<g transform="translate(100 -92)">${circle(0, 0, 54, 'none', 'stroke="#cfdce3" stroke-width="12"')}${circle(0, 0, 48.5, 'none', `stroke="${C.sky}" stroke-width="3.4"`)}` +
    `${line('M-60 -42A74 74 0 0 1 60 -42', C.blue, 4, 'opacity=".85"')}</g>`
  k.extrudeY(archOutline(0.06, 0.06, 1.88, 1.72, 0.52), 0.25, 1.05, C.white, {
    hole: bore,
    holeColour: '#8aa3b4',
    edge: 0.6,
    decal: ring + panel(12) + panel(172) + text(100, -158, 15, 'CT', '#5a7183'),
  })
  k.box(0.08, 0.25, 0, 1.84, 0.8, 0.07, C.slate, { edge: 0.2 })
  k.box(0.66, 1.35, 0, 0.68, 1.2, 0.34, C.cloud, {
    front: (w, h) => rect(6, 5, w - 12, h - 10, '#fff', 3, 'opacity=".5"'),
    right: (w, h) => rect(6, h * 0.2, w - 12, 5, C.blue, 2, 'opacity=".8"'),
  })
  k.rounded(0.6, 0.55, 0.42, 0.8, 2.35, 0.08, 0.1, C.steel)
  k.rounded(0.64, 0.6, 0.5, 0.72, 2.26, 0.09, 0.12, C.blue, { soft: 0.04 })
  k.box(0.72, 1.3, 0.34, 0.56, 1.2, 0.09, C.slate, { edge: 0.2 })
  k.rounded(0.76, 0.95, 0.58, 0.48, 0.3, 0.09, 0.1, C.white, { soft: 0.05 })
}

export const xrayStand: Draw = (k) => {
  k.box(0.3, 0.2, 0, 0.4, 0.4, 0.07, C.slate)
  k.box(0.42, 0.2, 0.07, 0.16, 0.14, 1.6, C.cloud)
  const plateDecal: Decal = (w, h) =>
    rect(6, 6, w - 12, h - 12, C.char, 3) +
    line(`M${w / 2} 10V${h - 10}M10 ${h / 2}H${w - 10}`, SCREEN.green, 1.4, 'opacity=".8"') +
    rect(w * 0.25, h * 0.2, w * 0.5, h * 0.6, 'none', 1, `stroke="${C.sky}" stroke-width="1.4"`)
  k.box(0.16, 0.34, 0.8, 0.68, 0.12, 0.72, C.white, { front: plateDecal })
}

export const lightbox: Draw = (k) => {
  const films: Decal = (w, h) =>
    rect(3, 3, w - 6, h - 6, '#eafaff', 3) +
    each(2, (i) => {
      const x = 8 + (i * (w - 12)) / 2
      return (
        rect(x, 8, (w - 28) / 2, h - 16, '#14202e', 2) +
        `<g transform="translate(${x + (w - 28) / 4} ${h / 2}) scale(.82)">${ribs('#dbeaf2')}</g>`
      )
    })
  k.box(0.1, 0.02, 0.55, 1.8, 0.1, 0.85, C.cloud, { front: films })
}

/** Microscope for the eye: the patient's chair on the left, chin rest, lamp, the doctor's stool on the right. */
export const slitLamp: Draw = (k) => {
  k.cylinder(0.45, 0.5, 0, 0.2, 0.05, C.slate, { edge: 0.2 })
  k.cylinder(0.45, 0.5, 0.05, 0.07, 0.3, C.steel, { edge: 0 })
  k.rounded(0.16, 0.22, 0.35, 0.56, 0.56, 0.1, 0.12, C.teal, { soft: 0.05 })
  k.rounded(0.12, 0.24, 0.45, 0.12, 0.52, 0.5, 0.06, C.teal, { soft: 0.05 })
  k.box(1.16, 0.42, 0, 0.24, 0.2, 0.06, C.slate)
  k.box(1.22, 0.46, 0.06, 0.12, 0.12, 0.5, C.steel)
  k.rounded(0.86, 0.18, 0.56, 1, 0.66, 0.05, 0.08, C.white, { edge: 0.5 })
  for (const y of [0.34, 0.66]) k.rod([0.98, y, 0.61], [0.98, y, 1.16], 1.8, C.steel)
  k.rod([0.98, 0.34, 1.14], [0.98, 0.66, 1.14], 3, C.char)
  k.rod([0.98, 0.38, 0.84], [0.98, 0.62, 0.84], 3.4, C.aqua)
  k.box(1.24, 0.4, 0.61, 0.3, 0.22, 0.1, C.graphite, { edge: 0.3 })
  k.box(1.32, 0.44, 0.71, 0.12, 0.12, 0.3, C.white)
  k.rounded(1.14, 0.42, 0.98, 0.46, 0.18, 0.16, 0.06, C.cloud, { soft: 0.04 })
  k.rod([1.6, 0.46, 1.08], [1.72, 0.46, 1.12], 3.2, C.char)
  k.rod([1.6, 0.56, 1.08], [1.72, 0.56, 1.12], 3.2, C.char)
  k.rod([1.36, 0.5, 1.14], [1.3, 0.5, 1.42], 3.4, C.graphite)
}

/** Takes the picture of the back of the eye that the quest on retinas will read. */
export const fundusCamera: Draw = (k) => {
  starFoot(k, 0.22, 2.2, C.steel, 0.3, 0.06)
  k.cylinder(0.5, 0.5, 0.06, 0.035, 0.3, C.steel, { edge: 0 })
  k.cylinder(0.5, 0.5, 0.36, 0.2, 0.09, C.sun, {
    profile: [
      [0.19, 0],
      [0.21, 0.03],
      [0.21, 0.07],
      [0.17, 0.1],
    ],
    edge: 0.2,
  })
  k.box(1.1, 0.36, 0, 0.5, 0.34, 0.06, C.slate)
  k.box(1.26, 0.44, 0.06, 0.18, 0.16, 0.5, C.cloud)
  k.rounded(0.86, 0.16, 0.56, 1.08, 0.7, 0.05, 0.08, C.white, { edge: 0.5 })
  for (const y of [0.32, 0.68]) k.rod([0.94, y, 0.61], [0.94, y, 1.14], 1.8, C.steel)
  k.rod([0.94, 0.34, 0.82], [0.94, 0.66, 0.82], 3.4, C.aqua)
  k.rounded(1.08, 0.3, 0.61, 0.5, 0.42, 0.12, 0.06, C.cloud)
  k.rounded(1.12, 0.32, 0.73, 0.44, 0.38, 0.34, 0.1, C.white, { soft: 0.08 })
  k.rod([1.14, 0.5, 0.94], [1.02, 0.5, 0.94], 7, C.char)
  monitor(k, 1.44, 0.46, 0.61, 0.44, 0.4, 'fundus')
}

export const examChair: Draw = (k) => {
  k.cylinder(0.5, 0.52, 0, 0.28, 0.06, C.slate, { edge: 0.2 })
  k.cylinder(0.5, 0.52, 0.06, 0.09, 0.28, C.steel, { edge: 0 })
  k.rounded(0.2, 0.24, 0.34, 0.6, 0.62, 0.12, 0.12, C.teal, { soft: 0.05 })
  k.rounded(0.22, 0.14, 0.46, 0.56, 0.14, 0.62, 0.07, C.teal, { soft: 0.06 })
  k.rounded(0.34, 0.12, 1.06, 0.32, 0.12, 0.2, 0.06, C.aqua, { soft: 0.05 })
  for (const x of [0.12, 0.8]) k.rounded(x, 0.26, 0.56, 0.08, 0.46, 0.07, 0.03, C.graphite, { soft: 0.02 })
  k.box(0.3, 0.84, 0.12, 0.4, 0.16, 0.04, C.slate, { edge: 0.3 })
}

/** Rows of letters that shrink, hung on the wall and lit. */
export const eyeChart: Draw = (k) => {
  const rows = ['E', 'F P', 'T O Z', 'L P E D', 'P E C F D']
  const letters: Decal = (w, h) =>
    rect(3, 3, w - 6, h - 6, '#fbfdfe', 3) +
    rows.map((row, i) => text(w / 2, 22 + i * 15 - i * i * 0.6, 21 - i * 3.6, row, C.ink)).join('') +
    rect(8, h - 16, w - 16, 3, C.green) +
    rect(8, h - 10, w - 16, 3, C.coral)
  k.box(0.18, 0.04, 0.62, 0.64, 0.06, 0.98, C.cloud, { front: letters, occlusion: 0 })
}
