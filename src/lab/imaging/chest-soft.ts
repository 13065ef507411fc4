/**
 * Soft tissue and air: how thick the body is where the beam goes through, less the air in the lungs. The edges we read on a
 * film (heart, vessels of the middle, diaphragm) come by themselves where air ends. Air or water where none should be belongs
 * here too, because both change how much air the beam meets.
 */
import { clamp, type Rng } from '../../core/rng.ts'
import type { ChestPlan, ChestSubject, FilmPlanes } from './chest-plan.ts'
import { between, smoothStep, type SoftNoise } from './raster.ts'

/** Of a centimetre of water, at the energy of a chest film; on our own scale. */
export const STOP_PER_CM = 1 / 22

/** The border of a lung that has fallen away from the ribs, by row, as a distance from the middle. */
export interface Collapse {
  border: Float32Array
}

/** A small one sits at the top only; a large one runs down the whole side. */
export function collapseOf(plan: ChestPlan, severity: number): Collapse {
  const border = new Float32Array(plan.size)
  const end = 0.2 + 0.62 * severity
  for (let y = 0; y < plan.size; y++) {
    const v = y / plan.size
    const gap = (0.035 + 0.13 * severity) * smoothStep(end + 0.14, end - 0.16, v) + (0.05 + 0.06 * severity) * smoothStep(0.3, 0.05, v)
    border[y] = plan.wall(v) - gap
  }
  return { border }
}

export function layTissue(rng: Rng, plan: ChestPlan, subject: ChestSubject, planes: FilmPlanes): Collapse | null {
  const { size } = plan
  const collapse = subject.finding === 'pneumothorax' ? collapseOf(plan, subject.severity) : null
  const water = subject.finding === 'effusion' ? waterLevel(rng, plan, subject.severity) : null
  const thick = 20.5 + plan.fat * 2.6
  const full = 17.2 * (1 + 0.14 * subject.emptied)
  const slant = { cos: Math.cos(plan.heart.slant), sin: Math.sin(plan.heart.slant) }
  for (let y = 0; y < size; y++) {
    const v = y / size
    const row = { v, wall: plan.wall(v), skin: plan.skin(v), middle: plan.middle(v) }
    const deep = 0.52 + 0.48 * smoothStep(0.06, 0.34, v)
    for (let x = 0; x < size; x++) {
      const at = y * size + x
      const u = (x / size) * 2 - 1 - plan.turn * 0.4 - plan.tilt * (v - 0.5)
      const tissue = tissueAt(u, row, thick)
      if (tissue > 0.3) planes.body[at] = 1
      let air = 0
      const out = Math.abs(u)
      if (out < row.wall) {
        const q = out / row.wall
        // Far above the diaphragm it is enough to know that it is not reached.
        const below = v < plan.domeTop ? -1 : v - plan.dome(u)
        const open = below > 0 ? Math.max(0, 1 - Math.sqrt(below / 0.2)) * 0.78 : 1
        const depth = full * Math.sqrt(1 - q * q * q) * deep * open
        if (depth > 1) planes.cavity[at] = 1
        const heart = heartAt(u, v, plan, slant)
        if (heart > 0 && below < 0.05) planes.heart[at] = 1
        const blocked = Math.max(middleAt(u, row, plan), heart)
        air = Math.max(0, depth - blocked * (open > 0.98 ? 1 : Math.min(1, open + 0.25)))
        if (air > 2.2 && below < 0) planes.lung[at] = 1
        const onSide = (u > 0 ? 1 : -1) === plan.sign
        if (onSide && collapse && below < 0 && v > 0.05) {
          const outside = out > (collapse.border[y] as number)
          air *= outside ? 1.1 : 0.95 - 0.05 * subject.severity
          if (outside && air > 1) planes.found[at] = 1
        }
        if (onSide && water) {
          const share = water(out, row.wall, v)
          air *= 1 - 0.97 * share
          if (share > 0.35 && below < 0.05) planes.found[at] = 1
        }
      }
      planes.air[at] = air
      planes.stop[at] = STOP_PER_CM * (tissue - air)
    }
  }
  return collapse
}

interface Row {
  v: number
  wall: number
  skin: number
  middle: number
}

function tissueAt(u: number, { v, skin }: Row, thick: number): number {
  const out = Math.abs(u)
  const e = out / skin
  // Not `e ** 4`, which is ten times as slow.
  let tissue = e < 1 ? thick * Math.sqrt(1 - e * e * (e * e)) : 0
  if (v < 0.14) tissue *= 0.62 + 0.38 * smoothStep(0, 0.14, v)
  if (v > 0.7) tissue *= 1 + 0.1 * smoothStep(0.7, 1, v)
  if (v < 0.13) tissue = Math.max(tissue, 14 * Math.sqrt(Math.max(0, 1 - (u / 0.27) ** 2)) * smoothStep(0.16, 0.02, v))
  if (v < 0.36 && e < 1) tissue += 1.2 * smoothStep(0.5, 0.95, out) * smoothStep(0.36, 0.1, v)
  return tissue
}

/** The middle of the chest: gullet, great vessels, the knob of the aorta, the trunk to the lungs. */
function middleAt(u: number, { v, middle }: Row, { turn, heart }: ChestPlan): number {
  if (Math.abs(u) > 0.4) return 0
  const half = u < 0 ? middle * 0.86 : middle * 1.02
  const q = (u - turn * 0.5) / (half + 0.008)
  let depth = Math.abs(u) < half + 0.06 ? 11 * Math.max(0, 1 - q * q) ** 0.62 : 0
  const knob = 1 - ((u - 0.08 - turn * 0.6) / (0.105 + heart.knob * 0.04)) ** 2 - ((v - 0.292) / (0.058 + heart.knob * 0.014)) ** 2
  if (knob > 0) depth = Math.max(depth, 6.8 * Math.sqrt(knob))
  const trunk = 1 - ((u - 0.07 - turn * 0.6) / 0.15) ** 2 - ((v - 0.42) / 0.085) ** 2
  if (trunk > 0) depth = Math.max(depth, 7.4 * Math.sqrt(trunk))
  const descending = 1 - ((u - 0.07 - turn * 0.4) / 0.075) ** 2
  return descending > 0 && v > 0.3 ? Math.max(depth, 5 * Math.sqrt(descending)) : depth
}

/** The left chamber as a slanted oval, the right one as a smaller one beside it. */
function heartAt(u: number, v: number, { breath, turn, heart: { left, right, depth } }: ChestPlan, { cos, sin }: { cos: number; sin: number }): number {
  if (v < 0.36 || v > 0.95 || Math.abs(u) > 0.85) return 0
  const du = u - (left * 0.29 + turn)
  const dv = v - (0.652 + breath)
  const along = du * cos + dv * sin
  const across = dv * cos - du * sin * 0.5
  const chamber = 1 - (along / (left * 0.8)) ** 2 - (across / depth) ** 2
  const atrium = 1 - ((u + right * 0.3 - turn) / (right * 0.74)) ** 2 - ((v - (0.625 + breath)) / 0.15) ** 2
  return Math.max(chamber > 0 ? 11.5 * Math.sqrt(chamber) : 0, atrium > 0 ? 9 * Math.sqrt(atrium) : 0)
}

/** Water climbs the ribs: its upper edge is a curve, high at the side and low towards the heart. */
function waterLevel(rng: Rng, plan: ChestPlan, severity: number): (out: number, wall: number, v: number) => number {
  const level = 0.735 + plan.breath - 0.2 * severity + between(rng, -0.01, 0.01)
  const climb = between(rng, 0.1, 0.15)
  return (out, wall, v) => {
    const t = clamp((out - 0.12) / (wall - 0.12), 0, 1)
    const edge = level + 0.03 * (1 - t) - climb * t ** 7 - 0.03 * (1 - t) ** 5
    return smoothStep(edge - 0.02, edge + 0.045, v) * smoothStep(0.06, 0.34, out)
  }
}

/** Breasts, muscle and fat: soft clouds that no film is without. */
export function layFlesh(rng: Rng, plan: ChestPlan, { sex }: ChestSubject, planes: FilmPlanes, noise: SoftNoise): void {
  const { size } = plan
  if (sex === 'F') for (const side of [-1, 1] as const) layBreast(rng, size, side, planes)
  const far = between(rng, 0, 90)
  const large = size > 128
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * size + x
      if (!planes.body[at]) continue
      const [s, t] = [x / size + far, y / size]
      planes.stop[at] = (planes.stop[at] as number) * (1 + 0.035 * noise.cloud(s * 5, t * 5, large ? 3 : 1) + (large ? 0.02 * noise.cloud(s * 22, t * 30, 2) : 0))
    }
  }
}

function layBreast(rng: Rng, size: number, side: 1 | -1, planes: FilmPlanes): void {
  const [cu, cv] = [side * between(rng, 0.4, 0.45), between(rng, 0.66, 0.7)]
  const [ru, rv, more] = [between(rng, 0.27, 0.32), between(rng, 0.13, 0.17), between(rng, 0.055, 0.1)]
  for (let y = 0; y < size; y++) {
    const v = y / size
    const low = v > cv
    const dv = (v - cv) / (low ? rv * 0.8 : rv * 1.6)
    if (dv * dv >= 1) continue
    for (let x = 0; x < size; x++) {
      const q = (((x / size) * 2 - 1 - cu) / ru) ** 2 + dv * dv
      if (q < 1) planes.stop[y * size + x] = (planes.stop[y * size + x] as number) + more * (1 - q) ** (low ? 0.45 : 0.9)
    }
  }
}
