import { shade, type Hex } from '../colour.ts'
import { cross3, minus, negate, points, projectPoint, signedArea, unit, type V3 } from '../projection.ts'
import type { Solid } from './solid.ts'

export interface LoftOptions {
  /** Colour of the lid; false leaves it open. */
  cap?: Hex | false
  shadow?: boolean
  /** Strength of the white line round the lid. */
  edge?: number
}

export interface RoundedOptions extends LoftOptions {
  /** Radius of the upper edge. */
  soft?: number
  /** How much narrower the top is, on each side. */
  taper?: number
}

/** Corners that a curve of this radius needs before they can be seen. */
export const circleSteps = (radius: number): number => (radius < 0.08 ? 12 : radius < 0.16 ? 18 : 28)
const cornerSteps = (radius: number): number => (radius < 0.07 ? 2 : radius < 0.13 ? 3 : 5)

/** Rings run so that the faces one sees have negative area on the screen. */
export function circleRing(cx: number, cy: number, radius: number, z: number, count: number): V3[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = (-i / count) * 2 * Math.PI
    return [cx + Math.cos(angle) * radius, cy + Math.sin(angle) * radius, z]
  })
}

export function roundedRing([x, y, z]: V3, [w, d]: readonly [number, number], radius: number, steps: number): V3[] {
  const r = Math.min(radius, w / 2, d / 2)
  const corners: V3[] = [
    [x + w - r, y + r, -90],
    [x + w - r, y + d - r, 0],
    [x + r, y + d - r, 90],
    [x + r, y + r, 180],
  ]
  return corners
    .flatMap(([cx, cy, start]) =>
      Array.from({ length: steps + 1 }, (_, i): V3 => {
        const angle = ((start + (90 * i) / steps) * Math.PI) / 180
        return [cx + Math.cos(angle) * r, cy + Math.sin(angle) * r, z]
      }),
    )
    .reverse()
}

export function roundedRings([x, y, z]: V3, [w, d, h]: V3, radius: number, options: RoundedOptions): V3[][] {
  const soft = options.soft ?? 0
  const steps = cornerSteps(radius)
  const taper = options.taper ?? 0
  const upper = (inset: number, height: number): V3[] => {
    const by = taper + inset
    return roundedRing([x + by, y + by, height], [w - 2 * by, d - 2 * by], Math.max(0.005, radius - inset * 0.4), steps)
  }
  const bottom = roundedRing([x, y, z], [w, d], radius, steps)
  if (!soft) return [bottom, upper(0, z + h)]
  const bend = (soft < 0.045 ? [45, 90] : [30, 60, 90]).map((degrees) => {
    const angle = (degrees * Math.PI) / 180
    return upper(soft * (1 - Math.cos(angle)), z + h - soft + soft * Math.sin(angle))
  })
  return [bottom, upper(0, z + h - soft), ...bend]
}

const patch = (corners: string, colour: Hex, width: number): string =>
  `<polygon points="${corners}" fill="${colour}" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"/>`

export function drawLoft(solid: Solid, rings: readonly (readonly V3[])[], colour: Hex, options: LoftOptions): Solid {
  const turned = rings.map((ring) => ring.map((p) => solid.turnPoint(p)))
  const flat = turned.map((ring) => ring.map(projectPoint))
  let svg = ''
  for (let k = 0; k + 1 < turned.length; k++) {
    const [low, high] = [turned[k]!, turned[k + 1]!]
    for (let i = 0; i < low.length; i++) {
      const j = (i + 1) % low.length
      const quad = [flat[k]![i]!, flat[k]![j]!, flat[k + 1]![j]!, flat[k + 1]![i]!]
      if (signedArea(quad) >= -0.001) continue
      const normal = negate(unit(cross3(minus(high[j]!, low[i]!), minus(high[i]!, low[j]!))))
      svg += patch(points(quad), shade(colour, normal), 0.45)
    }
  }
  const [lid, flatLid] = [turned.at(-1)!, flat.at(-1)!]
  if (options.cap !== false && signedArea(flatLid) < 0) {
    const half = lid[Math.floor(lid.length / 2)]!
    const normal = unit(cross3(minus(lid[1]!, lid[0]!), minus(half, lid[0]!)))
    svg += patch(points(flatLid), shade(options.cap || colour, normal[2] < 0 ? negate(normal) : normal), 0.35)
    if (options.edge)
      svg += `<polygon points="${points(flatLid)}" fill="none" stroke="#fff" stroke-opacity="${options.edge}" stroke-width=".6"/>`
  }
  return solid.add(svg, turned.flat(), { shadow: options.shadow })
}
