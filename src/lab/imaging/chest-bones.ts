/** Spine, ribs, collarbones and shoulders. Ribs are rings in space, seen from the front: steep behind, falling forwards. */
import type { Rng } from '../../core/rng.ts'
import type { ChestPlan, FilmPlanes } from './chest-plan.ts'
import { Layer, type Place, rind, rod } from './chest-strokes.ts'
import { between, smoothStep } from './raster.ts'

export function layBones(rng: Rng, plan: ChestPlan, { stop, body }: FilmPlanes): void {
  const hard = 1.05 - 0.3 * plan.frailBone
  layerOf(plan, (layer) => laySpine(plan, layer)).addTo(stop, 1, 0.85 - 0.25 * plan.frailBone)
  layRibs(rng, plan).addTo(stop, 0.9, (at) => (body[at] ? hard : 0))
  layerOf(plan, (layer) => layShoulders(rng, plan, layer)).addTo(stop, 0.9, (at) => (body[at] ? hard : 0))
}

function layerOf(plan: ChestPlan, draw: (layer: Layer) => void): Layer {
  const layer = new Layer(plan)
  draw(layer)
  return layer
}

function laySpine(plan: ChestPlan, layer: Layer): void {
  const { size, turn } = plan
  const middle = (v: number) => turn * 0.5 + 0.008 * Math.sin(v * 5 + turn * 90)
  for (let top = 0.02; top < 1.05;) {
    const [height, half] = [0.036 + 0.018 * top, 0.068 + 0.03 * top]
    for (let y = Math.max(0, Math.floor(top * size)); y < Math.min(size, (top + height) * size); y++) {
      const v = y / size
      const t = (v - top) / height
      const reach = half * (1 + 0.16 * Math.abs(t * 2 - 1) ** 3)
      const along = middle(v)
      const from = Math.max(0, Math.floor(((along - half * 1.3 + 1) * size) / 2))
      const to = Math.min(size, ((along + half * 1.3 + 1) * size) / 2)
      for (let x = from; x < to; x++) {
        const q = Math.abs(((x / size) * 2 - 1 - along) / reach)
        if (q >= 1) continue
        const value = 0.105 * (1 - q ** 4) ** 0.6 + (q > 0.86 ? 0.03 : 0) + (t < 0.1 || t > 0.9 ? 0.045 : 0)
        layer.stop[y * size + x] = Math.max(layer.stop[y * size + x] as number, value)
      }
    }
    const at = middle(top)
    for (const side of [-1, 1]) {
      layer.tube([[at + side * half * 0.62, top + height * 0.36], [at + side * half * 0.62, top + height * 0.5]], 0.013, 0.013, (away) => 0.14 + (away > 0.6 ? 0.05 : 0))
      if (top < 0.75) layer.tube([[at + side * half * 0.8, top + height * 0.4], [at + side * (half + 0.055), top + height * 0.3]], 0.014, 0.011, rod(0.08))
    }
    layer.tube([[at, top + height * 0.55], [at, top + height * 0.95]], 0.011, 0.008, (away) => 0.17 * Math.sqrt(1 - away * away) + 0.04)
    top += height + 0.0095
  }
}

const RIBS = 11
/** Where a rib leaves the spine, as an angle on its ring. */
const BEHIND = 1.42

/** Each rib adds to those it crosses. */
function layRibs(rng: Rng, plan: ChestPlan): Layer {
  const all = new Layer(plan)
  const pair = new Layer(plan)
  for (let k = 0; k < RIBS; k++) {
    pair.stop.fill(0)
    layRib(rng, plan, pair, k, -1)
    layRib(rng, plan, pair, k, 1)
    for (let at = 0; at < all.stop.length; at++) all.stop[at] = (all.stop[at] as number) + (pair.stop[at] as number)
  }
  return all
}

/** One place on the ring of a rib, before a chest gives it its measures. */
interface RibPlace {
  cos: number
  sin: number
  /** Share of the ring's half width, and of its drop. */
  wide: number
  low: number
  rise: number
  /** How much of it is seen: the front end fades. */
  show: number
  /** Thickness along the rib. */
  grown: number
}

const shapes = new Map<string, readonly RibPlace[]>()

/** The places of rib `k` in so many steps: the same in every chest, so they are worked out once. */
function ribShape(k: number, steps: number): readonly RibPlace[] {
  const name = `${k}/${steps}`
  const shape = shapes.get(name) ?? Array.from({ length: steps + 1 }, (_, q) => ribPlace(k, q, steps))
  shapes.set(name, shape)
  return shape
}

function ribPlace(k: number, q: number, steps: number): RibPlace {
  // Upper ribs come round to the front, lower ones end at the side.
  const ends = k < 7 ? -1.22 + 0.03 * k : -0.75 + 0.05 * (k - 7)
  const angle = BEHIND + ((ends - BEHIND) * q) / steps
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const front = sin < 0
  return {
    cos, sin,
    wide: Math.max(0, cos) ** 0.74,
    low: ((1 - sin) / 2) ** 0.9,
    rise: -0.014 * Math.exp(-(((cos - 0.3) / 0.2) ** 2)),
    show: front ? 0.58 * smoothStep(ends - 0.02, ends + 0.4, angle) : 1,
    grown: front ? 0.92 - 0.25 * sin : 0.78 + 0.25 * Math.min(1, (q * 60) / steps / 14),
  }
}

function layRib(rng: Rng, plan: ChestPlan, layer: Layer, k: number, side: 1 | -1): void {
  const start = 0.085 + k * 0.0655 + plan.breath * 0.5 + Math.max(0, k - 7) * 0.006
  const ring = (plan.wall(Math.min(0.9, start + 0.1 + k * 0.008)) + 0.012) * (k === 0 ? 0.78 : 1)
  const [drop, outward] = [0.1 + k * 0.0135, 0.052 + k * 0.011]
  const thick = (0.0255 + 0.001 * (k % 3)) * (k < 1 ? 0.85 : 1) * between(rng, 0.94, 1)
  const steps = plan.size > 128 ? 60 : 18
  let before: Place | null = null
  for (const { cos, sin, wide, low, rise, show, grown } of ribShape(k, steps)) {
    const here: Place = [
      side * (ring * wide + 0.02) + plan.turn * 0.3,
      start + rise + drop * low * 1.25 + outward * cos * cos + (sin < 0 ? 0.055 * -sin * (1 - cos) : 0),
    ]
    if (before) {
      // Bone that runs along the beam shows as a short piece and stops more of it.
      const seen = Math.sqrt((here[0] - before[0]) ** 2 + ((here[1] - before[1]) * 2) ** 2)
      const along = Math.min(1.7, 1 / Math.max(0.38, seen / (ring * 0.085 * (60 / steps))))
      const strength = show * along
      const radius = thick * grown
      layer.piece(before, here, [radius, radius], rind(0.034 * strength, 0.034 * strength, 0.86, 0.11))
    }
    before = here
  }
}

function layShoulders(rng: Rng, plan: ChestPlan, layer: Layer): void {
  const { size, turn } = plan
  for (const s of [-1, 1] as const) {
    const lift = between(rng, -0.012, 0.012)
    layer.tube([[s * 0.055 + turn, 0.168 + lift], [s * 0.13 + turn, 0.158 + lift], [s * 0.25, 0.138 + lift], [s * 0.4, 0.118 + lift], [s * 0.54, 0.098 + lift], [s * 0.68, 0.09 + lift]], 0.034, 0.026, rind(0.085, 0.075))
    layer.tube([[s * 0.055 + turn, 0.165 + lift], [s * 0.09 + turn, 0.165 + lift]], 0.042, 0.038, rind(0.1, 0.05))
    layer.tube([[s * 0.7, 0.13], [s * 0.6, 0.2], [s * 0.575, 0.3], [s * 0.625, 0.42]], 0.012, 0.009, rod(0.085))
    layer.tube([[s * 0.625, 0.42], [s * 0.72, 0.32], [s * 0.83, 0.2]], 0.014, 0.02, rod(0.085))
    layer.tube([[s * 0.6, 0.17], [s * 0.72, 0.135], [s * 0.86, 0.1]], 0.018, 0.022, rod(0.08))
    layer.tube([[s * 0.9, 0.12], [s * 0.93, 0.19]], 0.085, 0.085, rind(0.13, 0.05, 0.93, 0.06))
    layer.tube([[s * 0.94, 0.2], [s * 1.02, 0.5]], 0.055, 0.048, rind(0.1, 0.09, 0.82, 0.14))
    for (let y = Math.floor(0.12 * size); y < 0.42 * size; y++) {
      const v = y / size
      const inner = 0.7 - 0.125 * smoothStep(0.13, 0.3, v) + 0.05 * smoothStep(0.3, 0.42, v)
      const outer = 0.83 - 0.2 * smoothStep(0.2, 0.42, v)
      for (let x = 0; x < size; x++) {
        const u = ((x / size) * 2 - 1) * s
        if (u > inner && u < outer) layer.stop[y * size + x] = Math.max(layer.stop[y * size + x] as number, 0.035)
      }
    }
  }
}
