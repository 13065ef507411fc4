import { C } from '../palette.ts'
import type { V2 } from '../projection.ts'
import type { Solid } from '../solid/solid.ts'
import type { Draw } from './draw.ts'

const wheelOutline: V2[] = Array.from({ length: 24 }, (_, i) => [
  0.42 + Math.cos((i / 24) * 2 * Math.PI) * 0.27,
  0.28 + Math.sin((i / 24) * 2 * Math.PI) * 0.27,
])
const wheelHole: V2[] = wheelOutline.map(([y, z]) => [0.42 + (y - 0.42) * 0.8, 0.28 + (z - 0.28) * 0.8])

const wheel = (k: Solid, x: number): void => {
  k.extrudeX(wheelOutline, x, x + 0.05, C.char, { hole: wheelHole, holeColour: C.slate, edge: 0.2 })
}

export function drawWheelchair(k: Solid, seat: string): void {
  wheel(k, 0.14)
  k.rounded(0.22, 0.22, 0.36, 0.56, 0.52, 0.07, 0.06, seat, { soft: 0.03 })
  k.rounded(0.22, 0.16, 0.42, 0.56, 0.09, 0.46, 0.04, seat, { soft: 0.03 })
  k.box(0.2, 0.7, 0.12, 0.6, 0.2, 0.03, C.slate)
  for (const x of [0.22, 0.78]) {
    k.rod([x, 0.74, 0.4], [x, 0.84, 0.14], 2, C.steel)
    k.rod([x, 0.18, 0.86], [x, 0.06, 0.9], 2.2, C.char)
    k.rod([x, 0.22, 0.6], [x, 0.66, 0.6], 2.6, C.char)
    k.rod([x, 0.66, 0.6], [x, 0.68, 0.4], 1.8, C.steel)
  }
  wheel(k, 0.81)
}

export const wheelchair: Draw = (k) => drawWheelchair(k, C.navy)
