/** What diabetes leaves at the back of the eye, by the international five-step grading: 0 none to 4 proliferative. */
import type { Rng } from '../../core/rng.ts'
import type { EyePlan } from './fundus-eye.ts'
import { between, eachPixelOf, paint, type Rgb, type RgbPlanes, shade, smoothStep } from './raster.ts'

export type Grade = 0 | 1 | 2 | 3 | 4

export const FINDINGS = ['microaneurysm', 'haemorrhage', 'exudate', 'cotton wool', 'new vessels'] as const
export type Finding = (typeof FINDINGS)[number]

export const FINDING_WORDS: Readonly<Record<Finding, string>> = {
  microaneurysm: 'tiny bulge of a vessel', haemorrhage: 'bleeding', exudate: 'leaked fat', 'cotton wool': 'starved patch', 'new vessels': 'new vessels',
}

export interface FoundAt {
  finding: Finding
  x: number
  y: number
  w: number
  h: number
}

/** How many of each, from and to, by grade. */
const COUNTS: Readonly<Record<Exclude<Finding, 'new vessels'>, readonly (readonly [number, number])[]>> = {
  microaneurysm: [[0, 0], [4, 9], [14, 26], [26, 40], [26, 40]],
  haemorrhage: [[0, 0], [0, 0], [5, 10], [24, 36], [20, 30]],
  exudate: [[0, 0], [0, 0], [1, 3], [2, 4], [2, 4]],
  'cotton wool': [[0, 0], [0, 0], [0, 2], [3, 6], [2, 5]],
}

interface Blob {
  x: number
  y: number
  radius: number
  colour: Rgb
  opacity: number
  /** How far its edge wanders, how long it is for its width, how it lies, how soft its edge is. */
  wander?: number
  long?: number
  angle?: number
  soft?: number
}

export class Findings {
  readonly places: FoundAt[] = []
  private readonly rng: Rng
  private readonly plan: EyePlan
  private readonly planes: RgbPlanes
  private readonly masks: Readonly<Record<Finding, Uint8Array>>

  constructor(rng: Rng, plan: EyePlan, planes: RgbPlanes, masks: Readonly<Record<Finding, Uint8Array>>) {
    this.rng = rng
    this.plan = plan
    this.planes = planes
    this.masks = masks
  }

  paint(grade: Grade): void {
    const times = (finding: keyof typeof COUNTS, make: () => void) => {
      const [low, high] = COUNTS[finding][grade] as readonly [number, number]
      for (let left = Math.round(between(this.rng, low, high)); left > 0; left--) make()
    }
    times('cotton wool', () => this.cottonWool())
    times('haemorrhage', () => this.haemorrhage())
    times('microaneurysm', () => this.microaneurysm())
    times('exudate', () => this.exudates())
    if (grade === 4) this.proliferation()
  }

  /** Somewhere in the picture off the disc; `near`: chance of lying round the fovea. */
  private place(near = 0): [number, number] {
    const { rng, plan: { middle, radius, disc, fovea } } = this
    for (let tries = 0; tries < 60; tries++) {
      const angle = rng.uniform() * 2 * Math.PI
      const central = near > 0 && rng.uniform() < near
      const out = central ? disc.radius * between(rng, 0.7, 2.6) : radius * Math.sqrt(rng.uniform()) * 0.86
      const x = (central ? fovea.x : middle) + Math.cos(angle) * out
      const y = (central ? fovea.y : middle) + Math.sin(angle) * out
      if (Math.hypot(x - disc.x, y - disc.y) > disc.radius * 1.3 && Math.hypot(x - middle, y - middle) < radius * 0.9) return [x, y]
    }
    return [middle, middle]
  }

  private blob(finding: Finding, { x, y, radius, colour, opacity, wander = 0.2, long = 1, angle = 0, soft = 0.25 }: Blob): void {
    const { rng, planes, plan: { size } } = this
    const phase = rng.uniform() * 9
    const reach = radius * long * 1.6
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    for (let py = Math.max(0, Math.floor(y - reach)); py < Math.min(size, y + reach); py++) {
      for (let px = Math.max(0, Math.floor(x - reach)); px < Math.min(size, x + reach); px++) {
        const u = (px - x) * cos + (py - y) * sin
        const v = (py - y) * cos - (px - x) * sin
        const turn = Math.atan2(v, u)
        const edge = radius * (1 + wander * (Math.sin(turn * 3 + phase) * 0.6 + Math.sin(turn * 7 + phase * 2) * 0.4))
        const out = Math.hypot(u / long, v) / edge
        const cover = smoothStep(1 + soft, 1 - soft, out) * opacity
        if (cover <= 0.01) continue
        paint(planes, py * size + px, colour, cover)
        if (out < 1) this.masks[finding][py * size + px] = 255
      }
    }
  }

  private found(finding: Finding, x: number, y: number, reach: number): void {
    this.places.push({ finding, x: x - reach, y: y - reach, w: 2 * reach, h: 2 * reach })
  }

  private cottonWool(): void {
    const { rng, plan: { unit } } = this
    const [x, y] = this.place()
    const radius = between(rng, 6, 11) * unit
    this.blob('cotton wool', { x, y, radius, colour: [0.95, 0.86, 0.66], opacity: 0.55, wander: 0.13, long: between(rng, 1.1, 1.7), angle: rng.uniform() * 3, soft: 0.9 })
    this.found('cotton wool', x, y, radius * 1.5)
  }

  /** Three in ten lie along the nerve fibres, like flames; the others are dots and blots. */
  private haemorrhage(): void {
    const { rng, plan: { unit, disc } } = this
    const [x, y] = this.place(0.25)
    if (rng.bern(0.3) === 0) {
      const radius = between(rng, 2.2, 5.6) * unit
      this.blob('haemorrhage', { x, y, radius, colour: [0.44, 0.07, 0.05], opacity: 0.82, wander: 0.14, long: between(rng, 1, 1.35), angle: rng.uniform() * 3, soft: 0.45 })
      this.found('haemorrhage', x, y, radius * 1.6)
      return
    }
    const along = Math.atan2(y - disc.y, x - disc.x)
    for (let i = 0; i < 4; i++) {
      this.blob('haemorrhage', {
        x: x + rng.normal() * 2.4 * unit, y: y + rng.normal() * 2.4 * unit, radius: between(rng, 1.6, 2.8) * unit, colour: [0.42, 0.06, 0.05], opacity: 0.75,
        wander: 0.3, long: between(rng, 2.5, 4.5), angle: along + rng.normal() * 0.12, soft: 0.4,
      })
    }
    this.found('haemorrhage', x, y, 9 * unit)
  }

  private microaneurysm(): void {
    const { rng, plan: { unit } } = this
    const [x, y] = this.place(0.5)
    const radius = between(rng, 1.15, 1.9) * unit
    this.blob('microaneurysm', { x, y, radius, colour: [0.48, 0.07, 0.05], opacity: 0.9, wander: 0.1, soft: 0.3 })
    this.found('microaneurysm', x, y, radius * 2.2)
  }

  /** A cluster of yellow crumbs, half of them in a ring. */
  private exudates(): void {
    const { rng, plan: { unit } } = this
    const [x, y] = this.place(0.85)
    const ring = rng.bern(0.5) === 1
    for (let left = Math.round(between(rng, 10, 26)); left > 0; left--) {
      const angle = rng.uniform() * 2 * Math.PI
      const out = (ring ? between(rng, 11, 15) : Math.abs(rng.normal()) * 9) * unit
      this.blob('exudate', {
        x: x + Math.cos(angle) * out, y: y + Math.sin(angle) * out, radius: between(rng, 0.9, 2.7) * unit, colour: [1, 0.9, 0.5], opacity: 0.9,
        wander: 0.3, long: between(rng, 1, 1.5), angle: rng.uniform() * 3,
      })
    }
    this.found('exudate', x, y, 17 * unit)
  }

  /** Grade 4: a tangle of new vessels on the disc, and a bleed in front of the retina. */
  private proliferation(): void {
    const { rng, planes, plan: { disc, unit, middle, radius, size } } = this
    for (let thread = 0; thread < 26; thread++) {
      let x = disc.x + rng.normal() * disc.radius * 0.5
      let y = disc.y - disc.radius * 0.8 + rng.normal() * disc.radius * 0.4
      let angle = rng.uniform() * 2 * Math.PI
      for (let k = 0; k < 9; k++) {
        const next = [x + Math.cos(angle) * 3.4 * unit, y + Math.sin(angle) * 3.4 * unit] as const
        eachPixelOf({ width: size, height: size }, { from: [x, y], to: next, radius: [0.8 * unit, 0.8 * unit] }, (at, away) => {
          const dark = 0.6 * (1 - away)
          shade(planes, at, [1 - dark * 0.35, 1 - dark * 0.75, 1 - dark * 0.7])
          this.masks['new vessels'][at] = 255
        })
        x = next[0]
        y = next[1]
        angle += rng.normal() * 0.9
      }
    }
    this.found('new vessels', disc.x, disc.y - disc.radius * 0.8, disc.radius * 1.1)
    const [x, y] = [middle + rng.normal() * radius * 0.3, middle + radius * 0.35]
    this.blob('haemorrhage', { x, y, radius: radius * 0.12, colour: [0.36, 0.045, 0.04], opacity: 0.9, wander: 0.09, long: 1.8, angle: 0.1, soft: 0.16 })
    this.found('haemorrhage', x, y, radius * 0.22)
  }
}
