import { dice, line, rect, shape, writing, type Decal } from '../decals.ts'
import { C } from '../palette.ts'
import { round } from '../projection.ts'
import { choose, type Draw } from './draw.ts'

const BOOKS = [C.navy, C.coral, C.teal, C.sun, C.plum, C.cream, C.green]

/** Shelves of books, never twice the same. */
const books =
  (seed: number): Decal =>
  (w, fullHeight) => {
    const roll = dice(seed)
    const row = (fullHeight - 6) / 4
    let svg = ''
    for (let r = 0; r < 4; r++) {
      const floor = r * row + row - 3
      svg += rect(3, r * row + 3, w - 6, row - 5, '#1d2f5c', 1, 'opacity=".18"')
      for (let x = 5; x < w - 8;) {
        const [bw, bh] = [4 + roll() * 6, (row - 9) * (0.62 + roll() * 0.36)]
        if (x + bw > w - 5) break
        svg += rect(x, floor - bh, bw, bh, BOOKS[Math.floor(roll() * BOOKS.length)]!, 0.8)
        x += bw + 0.8 + (roll() < 0.14 ? 6 : 0)
      }
      svg += rect(2, floor, w - 4, 3, '#fff', 0, 'opacity=".55"')
    }
    return svg
  }

export const bookshelf: Draw = (k, variant) => {
  k.box(0.02, 0.3, 0, 1.96, 0.46, 1.5, C.wood, { front: books(choose(variant, 5, { 2: 9, 3: 14 })) })
}

export const libraryTable: Draw = (k) => {
  for (const x of [0.16, 1.72]) k.box(x, 0.2, 0, 0.12, 0.6, 0.5, C.oak)
  k.rounded(0.02, 0.1, 0.5, 1.96, 0.8, 0.06, 0.08, C.wood, { edge: 0.6 })
  k.box(0.24, 0.4, 0.56, 0.28, 0.36, 0.05, C.teal, { edge: 0.3 })
  k.box(0.26, 0.42, 0.61, 0.26, 0.34, 0.05, C.coral, { edge: 0.3 })
  k.box(0.25, 0.41, 0.66, 0.27, 0.33, 0.04, C.plum, { edge: 0.3 })
  k.box(0.78, 0.42, 0.56, 0.24, 0.34, 0.02, '#fff', { edge: 0.2, onTop: writing(4) })
  k.box(1.02, 0.42, 0.56, 0.24, 0.34, 0.02, '#fff', { edge: 0.2, onTop: writing(4) })
  k.cylinder(1.66, 0.4, 0.56, 0.08, 0.03, C.graphite, { edge: 0.2 })
  k.rod([1.66, 0.4, 0.59], [1.66, 0.4, 0.88], 1.8, C.graphite)
  k.cylinder(1.66, 0.4, 0.86, 0.17, 0.12, C.leaf, { topRadius: 0.09, edge: 0.4 })
}

export const globe: Draw = (k) => {
  k.cylinder(0.5, 0.5, 0, 0.2, 0.05, C.oak, { edge: 0.3 })
  k.rod([0.5, 0.5, 0.05], [0.5, 0.5, 0.5], 3, C.oak)
  k.ball(0.5, 0.5, 0.72, 0.24, C.sky)
  const [x, y] = k.onScreen(0.5, 0.5, 0.72)
  const land =
    shape(
      `M${round(x - 7)} ${round(y - 5)}q5 -5 9 -1q1 5 -4 5q-2 5 -5 2zM${round(x + 2)} ${round(y + 2)}q5 -3 6 1q-2 6 -5 4z`,
      C.green,
    ) + line(`M${round(x - 10)} ${round(y + 6)}Q${round(x)} ${round(y + 16)} ${round(x + 11)} ${round(y + 4)}`, C.oak, 1.6)
  k.raw(land, [0.68, 0.68, 0.9], [0.7, 0.7, 0.96])
}
