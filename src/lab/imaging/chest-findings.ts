/** What illness lays over a film: patches of pneumonia, water in the lungs, a nodule, the thin line of a fallen lung. */
import type { Rng } from '../../core/rng.ts'
import type { ChestFinding, ChestPlan, ChestSubject, FilmPlanes } from './chest-plan.ts'
import { type Collapse, STOP_PER_CM } from './chest-soft.ts'
import { Layer, rod } from './chest-strokes.ts'
import { between, blurred, mix, smoothStep, type SoftNoise } from './raster.ts'

interface Painter {
  rng: Rng
  plan: ChestPlan
  subject: ChestSubject
  planes: FilmPlanes
  noise: SoftNoise
  collapse: Collapse | null
  over: Float32Array
}

/** Written into the film; `planes.found` is set where it can be seen. */
export function layFinding(painter: Omit<Painter, 'over'>): void {
  const { plan: { size, unit }, subject: { finding }, planes: { stop } } = painter
  if (!finding || !PAINT[finding]) return
  const over = new Float32Array(size * size)
  PAINT[finding]({ ...painter, over })
  const soft = blurred(over, size, size, 1.6 * unit, 2)
  for (let at = 0; at < stop.length; at++) stop[at] = (stop[at] as number) + (soft[at] as number)
}

/** A wide heart and water at the base are shapes of the soft tissue itself. */
const PAINT: Partial<Record<ChestFinding, (painter: Painter) => void>> = {
  consolidation: paintConsolidation,
  oedema: paintOedema,
  nodule: paintNodule,
  pneumothorax: paintPleura,
}

function eachPixel(size: number, paint: (at: number, u: number, v: number) => void): void {
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) paint(y * size + x, (x / size) * 2 - 1, y / size)
}

function paintConsolidation({ rng, plan, subject: { severity }, planes, noise, over }: Painter): void {
  const patch = {
    u: plan.sign * between(rng, 0.36, 0.46), v: rng.bern(0.6) ? between(rng, 0.56, 0.64) : between(rng, 0.26, 0.36),
    ru: between(rng, 0.2, 0.25) * mix(0.7, 1.25, severity), rv: between(rng, 0.11, 0.15) * mix(0.7, 1.25, severity), thick: mix(5, 8.5, severity),
  }
  const far = between(rng, 0, 60)
  const octaves = plan.size > 128 ? 4 : 2
  eachPixel(plan.size, (at, u, v) => {
    if (!planes.cavity[at]) return
    const away = ((u - patch.u) / patch.ru) ** 2 + ((v - patch.v) / patch.rv) ** 2
    if (away > 3) return
    const ragged = noise.cloud(u * 5 + far, v * 7, octaves) * 1.5 + noise.cloud(u * 19 + far, v * 22, octaves - 1) * 0.35
    const full = smoothStep(1.25, -0.25, away + ragged * 0.8) ** 1.25
    if (full < 0.02) return
    over[at] = full * Math.min(patch.thick, (planes.air[at] as number) * 0.62) * STOP_PER_CM * (0.9 + 0.25 * noise.cloud(u * 24 + far, v * 28, octaves - 1))
    if (full > 0.3 && planes.lung[at]) planes.found[at] = 1
  })
}

/** Bat's wings: both lungs white round their roots, and short lines at the ribs where water thickens the walls. */
function paintOedema({ rng, plan, subject: { severity }, planes, noise, over }: Painter): void {
  const far = between(rng, 0, 60)
  const octaves = plan.size > 128 ? 4 : 2
  const strong = mix(0.35, 1.15, severity)
  eachPixel(plan.size, (at, u, v) => {
    if (!planes.lung[at]) return
    const away = ((Math.abs(u) - 0.24) / mix(0.23, 0.3, severity)) ** 2 + ((v - 0.5) / mix(0.19, 0.24, severity)) ** 2
    if (away > 2.2) return
    const full = smoothStep(1.25, 0.1, away + 0.6 * noise.cloud(u * 7 + far, v * 9, octaves))
    over[at] = strong * full * Math.min(1, (planes.air[at] as number) / 9) * (0.15 + 0.07 * noise.cloud(u * 20 + far, v * 24, octaves - 1))
    if (full > 0.45) planes.found[at] = 1
  })
  const lines = new Layer(plan)
  for (let k = 0; k < 14; k++) {
    const [side, v] = [k % 2 ? 1 : -1, between(rng, 0.6, 0.74)]
    lines.piece([side * (plan.wall(v) - 0.012), v], [side * (plan.wall(v) - 0.06), v + 0.002], [0.0034, 0.003], () => 0.02)
  }
  lines.addTo(over, 0, 1)
}

function paintNodule({ rng, plan, subject: { severity }, planes, over }: Painter): void {
  const v = between(rng, 0.22, 0.6)
  const u = plan.sign * (plan.sign > 0 && v > 0.44 ? between(rng, 0.5, 0.6) : between(rng, 0.26, 0.5))
  const radius = mix(0.024, 0.045, severity)
  const lumps = between(rng, 0, 6)
  eachPixel(plan.size, (at, x, y) => {
    const [dx, dy] = [x - u, (y - v) * 2]
    if (Math.abs(dx) > radius * 2 || Math.abs(dy) > radius * 2) return
    const angle = Math.atan2(dy, dx)
    const out = Math.sqrt(dx * dx + dy * dy) / (radius * (1 + 0.1 * Math.sin(angle * 5 + lumps) + 0.05 * Math.sin(angle * 11)))
    over[at] = 0.17 * smoothStep(1.22, 0.6, out)
    if (out < 1.05) planes.found[at] = 1
  })
}

/** The skin of the lung, seen from its edge once air lies on both sides of it. */
function paintPleura({ plan, planes, collapse, over }: Painter): void {
  if (!collapse) return
  const { size, sign, turn } = plan
  const line = new Layer(plan)
  for (let y = Math.floor(0.06 * size); y < size - 1; y++) {
    const v = y / size
    const [here, next] = [collapse.border[y] as number, collapse.border[y + 1] as number]
    if (plan.wall(v) - here < 0.012 || v > plan.dome(sign * here) - 0.01) continue
    line.piece([sign * here + turn * 0.4, v], [sign * next + turn * 0.4, (y + 1) / size], [0.0053, 0.0053], rod(0.05))
  }
  const soft = blurred(line.stop, size, size, 0.7 * plan.unit)
  for (let at = 0; at < over.length; at++) over[at] = (over[at] as number) + (soft[at] as number) * (planes.cavity[at] ? 1.2 : 0)
}
