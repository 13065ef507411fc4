/**
 * The back of an eye as a camera meets it: a disc where the nerve leaves, a darker spot where we look, an orange ground.
 * Made up for teaching; proportions after any atlas of the eye, no real eye behind it.
 */
import type { Rng } from '../../core/rng.ts'
import { between, mix, paint, type Rgb, type RgbPlanes, rgbPlanes, smoothStep, type SoftNoise } from './raster.ts'

export type Side = 'left' | 'right'

/** Where things are, in pixels. */
export interface EyePlan {
  size: number
  /** One unit of the drawing: pictures are planned for 448 pixels. */
  unit: number
  /** Of the round picture. */
  middle: number
  radius: number
  disc: { x: number; y: number; radius: number }
  /** The fovea: the spot we look with. */
  fovea: { x: number; y: number }
  /** +1 when the nose lies to the right of the picture (a right eye), -1 for a left eye. */
  noseward: 1 | -1
}

export function planEye(rng: Rng, size: number, side: Side): EyePlan {
  const noseward = side === 'right' ? 1 : -1
  const middle = size / 2
  const radius = size * 0.485
  const discRadius = radius * between(rng, 0.125, 0.145)
  const disc = { x: middle + noseward * radius * between(rng, 0.4, 0.5), y: middle + radius * between(rng, -0.06, 0.06), radius: discRadius }
  const fovea = { x: disc.x - noseward * discRadius * between(rng, 4.6, 5.2), y: disc.y + discRadius * between(rng, 0.3, 0.7) }
  return { size, unit: size / 448, middle, radius, disc, fovea, noseward }
}

/** The ground: orange, brighter in the middle, darker towards the fovea, with the fine grain of the layers behind it. */
export function paintGround(rng: Rng, plan: EyePlan, noise: SoftNoise): RgbPlanes {
  const { size, unit, middle, radius, disc, fovea, noseward } = plan
  const planes = rgbPlanes(size, size)
  const base: Rgb = [between(rng, 0.74, 0.86), between(rng, 0.34, 0.44), between(rng, 0.12, 0.2)]
  const pigment = rng.uniform()
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * size + x
      const out = Math.hypot(x - middle, y - middle) / radius
      if (out > 1.03) continue
      const u = x / unit
      const v = y / unit
      const grain = noise.cloud(u * 0.018, v * 0.018, 3) * 0.1 + (1 - Math.abs(noise.at(u * 0.045 + noise.at(u * 0.02, v * 0.02) * 2, v * 0.03))) * 0.05 * pigment
      const light = 1 - 0.28 * out * out - 0.16 * smoothStep(0.75, 1.02, out) + grain - 0.06 * noseward * ((x - middle) / size)
      const toFovea = Math.hypot(x - fovea.x, y - fovea.y) / disc.radius
      const dark = Math.exp(-toFovea * toFovea * 0.55) * 0.3 + Math.exp(-toFovea * toFovea * 5) * 0.12
      const fromDisc = Math.hypot(x - disc.x, y - disc.y) / disc.radius
      // Further out the fibres are too thin to be seen.
      const nerveFibres = fromDisc > 5 ? 0 : Math.exp(-((fromDisc - 2) ** 2) / 3) * 0.03 * (0.5 + 0.5 * Math.sin(Math.atan2(y - disc.y, x - disc.x) * 60 + noise.at(x * 0.02, y * 0.02) * 6))
      planes.red[at] = base[0] * light * (1 - dark * 0.55)
      planes.green[at] = base[1] * light * (1 - dark * 1.05) + nerveFibres
      planes.blue[at] = base[2] * light * (1 - dark * 0.9)
    }
  }
  return planes
}

const RIM: Rgb = [0.95, 0.66, 0.38]
const CUP: Rgb = [1, 0.9, 0.68]

/** The optic disc: a pale rim round a paler cup. Sets 255 in `mask` where it is. */
export function paintDisc(rng: Rng, planes: RgbPlanes, { size, disc, noseward }: EyePlan, mask: Uint8Array): void {
  const cup = between(rng, 0.3, 0.45)
  const reach = disc.radius * 1.6
  const [left, right] = [Math.max(0, Math.floor(disc.x - reach)), Math.min(size, disc.x + reach)]
  const [top, bottom] = [Math.max(0, Math.floor(disc.y - reach)), Math.min(size, disc.y + reach)]
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * size + x
      const out = Math.hypot((x - disc.x) / 0.93, y - disc.y) / disc.radius
      if (out < 1) mask[at] = 255
      const glow = smoothStep(1.5, 1, out) * 0.08
      planes.red[at] = (planes.red[at] as number) + glow
      planes.green[at] = (planes.green[at] as number) + glow * 0.8
      const cover = smoothStep(1.06, 0.9, out) * 0.92
      if (cover <= 0) continue
      const inCup = smoothStep(cup + 0.14, cup - 0.12, Math.hypot(x - disc.x + noseward * disc.radius * 0.06, y - disc.y) / disc.radius)
      paint(planes, at, [mix(RIM[0], CUP[0], inCup), mix(RIM[1], CUP[1], inCup), mix(RIM[2], CUP[2], inCup)], cover)
    }
  }
}
