/** Boxes and brush strokes of one machine, as values. */
import type { FilmBox, FilmMarks, FilmStroke } from '../../core/artefacts/annotations.ts'

export const NO_MARKS: FilmMarks = { boxes: [], strokes: [] }

export type Point = readonly [number, number]

export function freeId({ boxes, strokes }: FilmMarks): string {
  const taken = new Set([...boxes, ...strokes].map(({ id }) => id))
  for (let n = 1; ; n++) if (!taken.has(`p${n}`)) return `p${n}`
}

const within = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 1000

export function boxBetween(id: string, a: Point, b: Point): FilmBox {
  const [x, y] = [within(Math.min(a[0], b[0])), within(Math.min(a[1], b[1]))]
  return { id, x, y, w: within(within(Math.max(a[0], b[0])) - x), h: within(within(Math.max(a[1], b[1])) - y) }
}

export type Move = 'wider' | 'narrower' | 'taller' | 'shorter' | 'left' | 'right' | 'up' | 'down' | 'thicker' | 'thinner'
export const BOX_MOVES: readonly Move[] = ['wider', 'narrower', 'taller', 'shorter', 'left', 'right', 'up', 'down']
export const STROKE_MOVES: readonly Move[] = ['thicker', 'thinner', 'left', 'right', 'up', 'down']

const STEP = 0.02
const WAYS: Readonly<Record<Move, readonly [dx: number, dy: number, dw: number, dh: number]>> = {
  wider: [0, 0, STEP, 0], narrower: [0, 0, -STEP, 0], taller: [0, 0, 0, STEP], shorter: [0, 0, 0, -STEP],
  left: [-STEP, 0, 0, 0], right: [STEP, 0, 0, 0], up: [0, -STEP, 0, 0], down: [0, STEP, 0, 0], thicker: [0, 0, 0, 0], thinner: [0, 0, 0, 0],
}

export function movedBox(box: FilmBox, move: Move): FilmBox {
  const [dx, dy, dw, dh] = WAYS[move]
  const [x, y] = [within(Math.min(box.x + dx, 1 - box.w)), within(Math.min(box.y + dy, 1 - box.h))]
  return { ...box, x, y, w: within(Math.min(1 - x, Math.max(STEP, box.w + dw))), h: within(Math.min(1 - y, Math.max(STEP, box.h + dh))) }
}

export function movedStroke(stroke: FilmStroke, move: Move): FilmStroke {
  const [dx, dy] = WAYS[move]
  const thicker = move === 'thicker' ? 0.005 : move === 'thinner' ? -0.005 : 0
  return { ...stroke, radius: Math.min(0.2, Math.max(0.01, stroke.radius + thicker)), points: stroke.points.map(([x, y]) => [within(x + dx), within(y + dy)]) }
}

/** Arrow keys on a mark: alone they move it, with Shift they change its size. */
export function moveForKey(key: string, shift: boolean): Move | null {
  const moves: Readonly<Record<string, readonly [Move, Move]>> = { ArrowLeft: ['left', 'narrower'], ArrowRight: ['right', 'wider'], ArrowUp: ['up', 'shorter'], ArrowDown: ['down', 'taller'] }
  return moves[key]?.[shift ? 1 : 0] ?? null
}

/** A stroke keeps the points that matter: those a hand's breadth apart. */
export function thinned(points: readonly Point[]): [number, number][] {
  const kept: [number, number][] = []
  for (const [i, [x, y]] of points.entries()) {
    const last = kept.at(-1)
    if (!last || i === points.length - 1 || Math.hypot(x - last[0], y - last[1]) >= 0.02) kept.push([within(x), within(y)])
  }
  return kept.slice(0, 400)
}
