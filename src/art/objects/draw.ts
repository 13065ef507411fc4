/** What every piece of furniture is made with. */
import { C } from '../palette.ts'
import { rect, screen, type Decal, type ScreenKind } from '../decals.ts'
import { round } from '../projection.ts'
import type { Solid } from '../solid/solid.ts'

/** Draws a piece in metres, its front towards +y; `variant` is one that `FURNITURE` lists for it, or nothing. */
export type Draw = (k: Solid, variant?: string) => void

/** The value for a variant, or the first look. */
export const choose = <T>(variant: string | undefined, first: T, others: Record<string, T>): T =>
  variant === undefined ? first : (others[variant] ?? first)

export function castors(k: Solid, x0: number, y0: number, x1: number, y1: number): void {
  for (const [x, y] of [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const)
    k.cylinder(x, y, 0, 0.055, 0.09, C.graphite, { edge: 0 })
}

/** Five legs of a thing on wheels. */
export function starFoot(k: Solid, reach: number, pixels: number, colour: string, start = 0.3, height = 0.08): void {
  for (let i = 0; i < 5; i++) {
    const angle = i * 1.257 + start
    k.rod([0.5, 0.5, height], [0.5 + Math.cos(angle) * reach, 0.5 + Math.sin(angle) * reach, 0.04], pixels, colour)
  }
}

export type Face = 'front' | 'back'

/** A monitor on its foot; `face` is where its screen looks. */
export function monitor(
  k: Solid,
  x: number,
  y: number,
  z: number,
  w: number,
  h: number,
  kind: ScreenKind = 'form',
  face: Face = 'front',
): void {
  k.box(x + w * 0.42, y + 0.05, z, w * 0.16, 0.06, 0.1, C.slate, { edge: 0, shadow: false })
  k.box(x, y + (face === 'front' ? 0.05 : 0), z + 0.07, w, 0.06, h, C.graphite, { [face]: screen(kind), edge: 0.3, occlusion: 0 })
}

/** Cupboard doors or drawers side by side. */
export const panels =
  (count: number, handle: string): Decal =>
  (w, h) =>
    Array.from(
      { length: count },
      (_, i) =>
        rect(4 + (i * w) / count, 6, w / count - 8, h - 14, '#1d2f5c', 2, 'opacity=".07"') +
        rect((w / count) * (i + 0.5) - 8, 11, 16, 3, handle, 1.5),
    ).join('')

/** Something flat on the plane that faces front, drawn in cm with its origin at a point; only when that side is seen. */
export function plate(
  k: Solid,
  x: number,
  y: number,
  z: number,
  art: string,
  from: readonly [number, number, number],
  to: readonly [number, number, number],
): void {
  if (!k.sees([0, 1, 0])) return
  const [sx, sy] = k.onScreen(x, y, z)
  const [dx, dy] = k.turnVector([1, 0, 0])
  k.raw(`<g transform="matrix(${(dx - dy) * 0.32} ${(dx + dy) * 0.16} 0 .4 ${round(sx)} ${round(sy)})">${art}</g>`, from, to)
}
