/**
 * A photograph of the back of an eye, drawn from a seed: the eye itself, what diabetes left in it, and what stood between it
 * and the camera (a small pupil, a cloudy lens, poor light, a hand that shook). Synthetic, for teaching; not for diagnosis.
 */
import { clamp, Rng } from '../../core/rng.ts'
import type { Drawing } from '../graph/ports.ts'
import { type EyePlan, paintDisc, paintGround, planEye, type Side } from './fundus-eye.ts'
import { type Finding, FINDING_WORDS, FINDINGS, Findings, type FoundAt, type Grade } from './fundus-findings.ts'
import { Vessels } from './fundus-vessels.ts'
import { between, blurred, mix, rgbBytes, type RgbPlanes, smoothStep, softNoise } from './raster.ts'

export interface FundusOptions {
  /** The same eye in every photograph of it. */
  seed: string
  side: Side
  grade: Grade
  /** What one photograph suffers from, each 0 (nothing) to 1 (all but hidden). */
  camera?: Partial<CameraTroubles>
  /** Differs from photograph to photograph of the same eye. */
  take?: number
  /** Pixels of a side. */
  size?: number
}

export interface CameraTroubles {
  /** A small pupil lets in a ring of darkness from the edge. */
  pupil: number
  /** A cataract lays a pale haze over everything. */
  haze: number
  /** Too little light: dark and grainy. */
  dim: number
  /** Out of focus, or the eye moved. */
  blur: number
}

export interface Fundus extends Drawing {
  channels: 3
  /** 255 where it is, for each finding, the vessels and the disc. */
  masks: Readonly<Record<Finding | 'vessel' | 'disc', Uint8Array>>
}

export const SYNTHETIC = 'synthetic, for teaching; not for diagnosis'

/** The same options give the same pixels. */
export function drawFundus({ seed, side, grade, camera = {}, take = 0, size = 320 }: FundusOptions): Fundus {
  const plan = planEye(new Rng(`${seed}/plan`), size, side)
  const names = [...FINDINGS, 'vessel', 'disc'] as const
  const masks = Object.fromEntries(names.map((name) => [name, new Uint8Array(size * size)])) as unknown as Fundus['masks']
  const planes = paintGround(new Rng(`${seed}/ground`), plan, softNoise(new Rng(`${seed}/grain`)))
  const vessels = new Vessels(new Rng(`${seed}/vessels`), plan, masks.vessel)
  vessels.grow()
  paintDisc(new Rng(`${seed}/disc`), planes, plan, masks.disc)
  vessels.paintOn(planes)
  const findings = new Findings(new Rng(`${seed}/findings`), plan, planes, masks)
  findings.paint(grade)
  const pixels = rgbBytes(photographed(new Rng(`${seed}/take/${take}`), planes, plan, { pupil: 0, haze: 0, dim: 0, blur: 0, ...camera }))
  return { width: size, height: size, channels: 3, pixels, masks, marks: marksOf(findings.places) }
}

/** What the camera makes of the eye: blur, haze, darkness, grain and the round frame. */
function photographed(rng: Rng, planes: RgbPlanes, { size, unit, middle, radius }: EyePlan, { pupil, haze, dim, blur }: CameraTroubles): RgbPlanes {
  const sharpness = (light: Float32Array) => {
    const lens = blurred(light, size, size, Math.max(1, 0.8 * unit))
    const own = light.map((value, i) => mix(value, lens[i] as number, 0.55))
    const radiusOfBlur = (blur * 8.5 + haze * 4) * unit
    return radiusOfBlur < 0.5 ? own : blurred(own, size, size, radiusOfBlur, 2)
  }
  const [red, green, blue] = [sharpness(planes.red), sharpness(planes.green), sharpness(planes.blue)]
  const grain = between(rng, 0.008, 0.014) + dim * 0.06
  const light = 1 - dim * 0.8
  // The pupil is rarely quite in the middle of the beam.
  const off = { x: middle + rng.normal() * radius * 0.2 * pupil, y: middle + rng.normal() * radius * 0.16 * pupil }
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * size + x
      const out = Math.hypot(x - middle, y - middle) / radius
      const frame = smoothStep(1.004, 0.992, out)
      if (frame <= 0) {
        red[at] = green[at] = blue[at] = 0.012
        continue
      }
      const opening = Math.hypot(x - off.x, y - off.y) / radius
      const seen = 1 - pupil * 0.94 * smoothStep(mix(1.1, 0.12, pupil), mix(1.5, 0.85, pupil), opening)
      const rimGlow = 0.05 * smoothStep(0.6, 1, out)
      const veil = haze * (0.68 + 0.16 * smoothStep(1, 0.2, opening))
      const noise = rng.normal() * grain
      red[at] = dressed(red[at] as number, 0.74, veil, light * seen, noise + rimGlow * 0.5, frame)
      green[at] = dressed(green[at] as number, 0.62, veil, light * seen, noise + rimGlow * 0.5, frame)
      blue[at] = dressed(blue[at] as number, 0.47, veil, light * seen, noise + rimGlow, frame)
    }
  }
  return { width: size, height: size, red, green, blue }
}

function dressed(light: number, veilColour: number, veil: number, share: number, added: number, frame: number): number {
  return (mix(light, veilColour, veil) * share + added * share ** 0.5) * frame + 0.012 * (1 - frame)
}

/** How many boxes of each kind: enough to see what is meant, few enough to see the picture. */
const BOXES: Readonly<Record<Finding, number>> = { 'new vessels': 1, haemorrhage: 3, exudate: 2, 'cotton wool': 2, microaneurysm: 2 }

function marksOf(places: readonly FoundAt[]): Drawing['marks'] {
  const order: readonly Finding[] = ['new vessels', 'haemorrhage', 'exudate', 'cotton wool', 'microaneurysm']
  return order.flatMap((finding) => places.filter((place) => place.finding === finding)
    .sort((a, b) => b.w - a.w)
    .slice(0, BOXES[finding])
    .map(({ x, y, w, h }) => ({ x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h), label: FINDING_WORDS[finding] })))
}

/**
 * How a photograph of that quality looks, given what is the matter with the eye. Quality 1 is a picture from a book, 0.3 the last
 * that a grader will put a name to, 0 tells nothing.
 */
export function troublesFor(quality: number, eye: { smallPupil: boolean; cataract: boolean; dim: boolean }): CameraTroubles {
  const lacking = clamp((0.86 - quality) / 0.8, 0, 1)
  const causes = { pupil: eye.smallPupil ? 1 : 0, haze: eye.cataract ? 1 : 0, dim: eye.dim ? 0.6 : 0.1, blur: eye.smallPupil || eye.cataract ? 0.25 : 0.8 }
  const strong = (weight: number) => clamp(lacking * weight * 1.35, 0, 1)
  return { pupil: strong(causes.pupil), haze: strong(causes.haze), dim: strong(causes.dim), blur: strong(causes.blur) }
}
