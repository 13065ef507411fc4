/** Arteries and veins: four arcades that leave the disc, bend round the fovea and part again and again. */
import type { Rng } from '../../core/rng.ts'
import type { EyePlan } from './fundus-eye.ts'
import { between, blurred, eachPixelOf, type RgbPlanes } from './raster.ts'

type Kind = 'artery' | 'vein'

interface Branch {
  x: number
  y: number
  angle: number
  radius: number
  length: number
  kind: Kind
  /** How often it may still part. */
  generations: number
  /** Turn over its whole length, in radii of the picture. */
  curl: number
}

export class Vessels {
  private readonly rng: Rng
  private readonly plan: EyePlan
  private readonly mask: Uint8Array
  private readonly artery: Float32Array
  private readonly vein: Float32Array
  private readonly reflex: Float32Array

  /** Sets 255 in `mask` wherever a vessel runs. */
  constructor(rng: Rng, plan: EyePlan, mask: Uint8Array) {
    const pixels = plan.size * plan.size
    this.rng = rng
    this.plan = plan
    this.mask = mask
    this.artery = new Float32Array(pixels)
    this.vein = new Float32Array(pixels)
    this.reflex = new Float32Array(pixels)
  }

  grow(): void {
    for (const kind of ['vein', 'artery'] as const) {
      for (const up of [-1, 1] as const) this.growArcade(kind, up)
    }
  }

  private growArcade(kind: Kind, up: 1 | -1): void {
    const { rng, plan: { disc, radius, noseward, unit } } = this
    const lean = kind === 'artery' ? 0.12 : -0.1
    const width = (kind === 'artery' ? 1.75 : 2.5) * unit
    const start = (x: number, y: number) => ({ x: disc.x + x * disc.radius, y: disc.y + up * y * disc.radius, kind })
    const jitter = () => rng.normal() * 0.1
    this.growBranch({
      ...start(jitter(), 0.15), angle: Math.atan2(up, -noseward * (0.3 + lean * 0.8)), radius: width * 1.05, length: radius * 1.35, generations: 3,
      curl: up * noseward * between(rng, 1.12, 1.4),
    })
    this.growBranch({
      ...start(jitter(), 0.1), angle: Math.atan2(up, noseward * (0.45 + lean)), radius: width * 0.8, length: radius * 0.75, generations: 2,
      curl: -up * noseward * between(rng, 0.2, 0.5),
    })
    this.growBranch({
      ...start(-noseward * 0.3, 0.3), angle: Math.atan2(up * 0.5, -noseward), radius: width * 0.34, length: radius * 0.42, generations: 1,
      curl: -up * noseward * 0.5,
    })
  }

  private growBranch(branch: Branch): void {
    const { rng, plan: { middle, radius: whole, fovea, disc, unit } } = this
    const steps = Math.max(8, Math.round(branch.length / (5 * unit)))
    const step = branch.length / steps
    const points: [number, number][] = [[branch.x, branch.y]]
    let { x, y, angle } = branch
    for (let k = 0; k < steps; k++) {
      angle += (branch.curl * step) / whole + rng.normal() * 0.055 + Math.sin(k * 0.7 + branch.x) * 0.035
      x += Math.cos(angle) * step
      y += Math.sin(angle) * step
      // Vessels end at the edge of the picture and leave the fovea alone.
      if (Math.hypot(x - middle, y - middle) > whole * 1.02 || Math.hypot(x - fovea.x, y - fovea.y) < disc.radius * 1.1) break
      points.push([x, y])
      if (branch.generations > 0 && k > 1 && rng.bern(0.2) === 1) this.growSide(branch, { x, y, angle, along: k / steps })
    }
    this.draw(points, branch)
    if (branch.generations > 0 && points.length > 4) this.growFork(branch, points.at(-1) as [number, number], angle)
  }

  private growSide(branch: Branch, { x, y, angle, along }: { x: number; y: number; angle: number; along: number }): void {
    const { rng } = this
    const side = rng.bern(0.5) === 1 ? -1 : 1
    this.growBranch({
      ...branch, x, y, angle: angle + side * between(rng, 0.5, 1.05), radius: branch.radius * (1 - 0.5 * along) * between(rng, 0.42, 0.62),
      length: branch.length * between(rng, 0.3, 0.55), generations: branch.generations - 1, curl: -side * between(rng, 0.2, 1),
    })
  }

  private growFork(branch: Branch, [x, y]: [number, number], angle: number): void {
    const { rng } = this
    for (const side of [-1, 1]) {
      this.growBranch({
        ...branch, x, y, angle: angle + side * between(rng, 0.25, 0.5), radius: branch.radius * 0.48, length: branch.length * between(rng, 0.35, 0.5),
        generations: branch.generations - 1, curl: side * 0.3,
      })
    }
  }

  private draw(points: readonly [number, number][], { radius, kind }: Branch): void {
    const { plan: { size }, mask, reflex } = this
    const depth = kind === 'artery' ? this.artery : this.vein
    const widthAt = (k: number) => radius * (1 - 0.58 * (k / (points.length - 1)))
    for (let k = 0; k < points.length - 1; k++) {
      const width = widthAt(k)
      const stroke = { from: points[k] as [number, number], to: points[k + 1] as [number, number], radius: [Math.max(0.5, width), Math.max(0.5, widthAt(k + 1))] as const }
      eachPixelOf({ width: size, height: size }, stroke, (at, away) => {
        depth[at] = Math.max(depth[at] as number, Math.min(1, width * 0.75 + 0.25) * (1 - away * away * 0.5))
        mask[at] = 255
        if (away < 0.34 && width > 1.15) reflex[at] = Math.max(reflex[at] as number, (1 - away / 0.34) * (kind === 'artery' ? 0.5 : 0.2))
      })
    }
  }

  /** Blood takes green and blue out of the light; the wall of an artery gives a little of it back. */
  paintOn({ red, green, blue }: RgbPlanes): void {
    const { plan: { size, unit } } = this
    const artery = blurred(this.artery, size, size, Math.max(0.5, 0.6 * unit))
    const vein = blurred(this.vein, size, size, Math.max(0.5, 0.7 * unit))
    const shine = blurred(this.reflex, size, size, 0.5)
    for (let i = 0; i < red.length; i++) {
      const a = (artery[i] as number) * 0.62
      const v = (vein[i] as number) * 0.78
      const s = shine[i] as number
      red[i] = (red[i] as number) * (1 - a * 0.28 - v * 0.42) + s * 0.16
      green[i] = (green[i] as number) * (1 - a * 0.62 - v * 0.72) + s * 0.12
      blue[i] = (blue[i] as number) * (1 - a * 0.5 - v * 0.6) + s * 0.05
    }
  }
}
