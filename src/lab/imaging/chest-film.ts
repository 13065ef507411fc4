/**
 * A chest film drawn from a seed: a body in the way of a beam, the film that catches what is left of it, and how it is developed.
 * The same chest can be drawn large for people and small for a computer. Synthetic, for teaching; not for diagnosis.
 */
import { clamp, Rng } from '../../core/rng.ts'
import type { Drawing } from '../graph/ports.ts'
import { layBones } from './chest-bones.ts'
import { layDevices } from './chest-devices.ts'
import { layFinding } from './chest-findings.ts'
import { type ChestFinding, type ChestPlan, type ChestSubject, filmPlanes, type FilmPlanes, planChest } from './chest-plan.ts'
import { layFlesh, layTissue } from './chest-soft.ts'
import { layAirways, layVessels } from './chest-vessels.ts'
import { writeLetters } from './film-letters.ts'
import { between, blurred, softNoise, type SoftNoise } from './raster.ts'

export interface ChestFilm extends Drawing {
  channels: 1
  /** 1 where the finding is; nowhere in a chest without one. */
  found: Uint8Array
  lung: Uint8Array
  heart: Uint8Array
}

export const FINDING_LABELS: Readonly<Record<ChestFinding, string>> = {
  pneumothorax: 'air beside the lung', oedema: 'water in the lungs', effusion: 'water beside the lung',
  consolidation: 'pneumonia', cardiomegaly: 'wide heart', nodule: 'nodule',
}

let grain: SoftNoise | null = null

/** The same subject and size give the same pixels. `size` in pixels of a side. */
export function drawChest(subject: ChestSubject, size = 384): ChestFilm {
  const stream = (name: string) => new Rng(`${subject.seed}/${name}`)
  // One sheet of noise for all films; each film reads it from another place.
  grain ??= softNoise(new Rng('chest-grain'))
  const plan = planChest(stream('plan'), subject, size)
  const planes = filmPlanes(size)
  const collapse = layTissue(stream('tissue'), plan, subject, planes)
  layFlesh(stream('flesh'), plan, subject, planes, grain)
  layAirways(stream('airways'), plan, subject, planes)
  layBones(stream('bones'), plan, planes)
  layVessels(plan, subject, planes)
  layFinding({ rng: stream('finding'), plan, subject, planes, noise: grain, collapse })
  const devices = layDevices(subject.devices, plan)
  for (let at = 0; at < devices.stop.length; at++) planes.stop[at] = (planes.stop[at] as number) + (devices.stop[at] as number)
  if (subject.finding === 'cardiomegaly') planes.found.set(planes.heart)
  const place = placeOnFilm(stream('place'), subject, size)
  const pixels = moved(developed(stream('beam'), plan, subject, planes, devices.there), place, size)
  for (const mask of [planes.found, planes.lung, planes.heart]) if (place.x !== 0 || place.y !== 0) mask.set(moved(mask, place, size))
  frame(pixels, size)
  if (size > 128) stamp(pixels, size, subject.portable)
  return {
    width: size, height: size, channels: 1, pixels,
    marks: subject.finding ? marksOf(planes.found, size, FINDING_LABELS[subject.finding], subject.finding === 'oedema') : [],
    found: planes.found, lung: planes.lung, heart: planes.heart,
  }
}

/** How strongly tissue stops the beam on our scale. */
const HARDNESS = 3
const BORDER = 6

/** Beam through body, veiled by scatter, speckled by chance, made readable by the curve and the sharpening of every film system. */
function developed(rng: Rng, plan: ChestPlan, { portable }: ChestSubject, { stop, body }: FilmPlanes, devices: Uint8Array): Uint8ClampedArray {
  const { size, unit } = plan
  const square = (light: Float32Array, radius: number, passes: number) => blurred(light, size, size, radius * unit, passes)
  const left = new Float32Array(stop.length)
  for (let at = 0; at < left.length; at++) left[at] = Math.exp(-(stop[at] as number) * HARDNESS)
  const [veil, fine] = [square(left, 26, 2), square(left, 0.7, 1)]
  // Small pixels gather more quanta each.
  const speckle = (portable ? 0.026 : 0.017) * Math.min(1, Math.sqrt(size / 512) * 1.15)
  const film = new Float32Array(size * size)
  for (let at = 0; at < film.length; at++) {
    const light = (fine[at] as number) * 0.9 + (veil[at] as number) * 0.1
    film[at] = -Math.log(Math.max(0.004, light + rng.normal() * speckle * Math.sqrt(light * 0.35 + 0.0004))) / HARDNESS
  }
  const [near, wide] = [square(film, 9, 2), square(film, 40, 2)]
  const middle = 0.5 + plan.exposure * 0.6 + plan.fat * 0.03
  const pixels = new Uint8ClampedArray(size * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const at = y * size + x
      const value = film[at] as number
      const crisp = value + 0.5 * (value - (near[at] as number)) + 0.1 * (value - (wide[at] as number))
      let white = clamp((1 / (1 + Math.exp(-(crisp - middle) * 5.2)) - 0.06) * 1.075, 0, 1)
      if (white > 0.8) white = 0.8 + (white - 0.8) * 0.86
      if (!body[at] && !devices[at]) white *= 0.55
      pixels[at] = Math.round(255 * white)
    }
  }
  return pixels
}

interface Shift {
  x: number
  y: number
}

/** Nobody stands in the very middle, and somebody in a bed even less so. */
function placeOnFilm(rng: Rng, { portable }: ChestSubject, size: number): Shift {
  const room = (portable ? 0.032 : 0.02) * size
  return { x: Math.round(between(rng, -room, room)), y: Math.round(between(rng, -room, room)) }
}

/** Shifted as a whole; what comes in from the edge is what was at the edge. */
function moved<Plane extends Uint8Array | Uint8ClampedArray>(plane: Plane, { x: right, y: down }: Shift, size: number): Plane {
  const out = plane.slice() as Plane
  for (let y = 0; y < size; y++) {
    const from = clamp(y - down, 0, size - 1) * size
    for (let x = 0; x < size; x++) {
      const at = x - right
      out[y * size + x] = plane[from + (at < 0 ? 0 : at >= size ? size - 1 : at)] as number
    }
  }
  return out
}

/** The black border that the beam's own window leaves. */
function frame(pixels: Uint8ClampedArray, size: number): void {
  const border = Math.max(1, Math.round((BORDER * size) / 512))
  for (let k = 0; k < size; k++) {
    for (let b = 0; b < border; b++) {
      for (const at of [b * size + k, (size - 1 - b) * size + k, k * size + b, k * size + size - 1 - b]) pixels[at] = 6
    }
  }
}

/** The radiographer's letter: L beside the patient's left, so that nobody reads a film the wrong way round. */
function stamp(pixels: Uint8ClampedArray, size: number, portable: boolean): void {
  const put = (x: number, y: number) => {
    if (x >= 0 && y >= 0 && x < size && y < size) pixels[y * size + x] = 238
  }
  writeLetters('L', put, { x: Math.round(0.9 * size), y: Math.round(0.035 * size), size: Math.max(1, Math.round((4 * size) / 512)) })
  if (portable) writeLetters('PORTABLE', put, { x: Math.round(0.05 * size), y: Math.round(0.93 * size), size: Math.max(1, Math.round((2 * size) / 512)) })
}

/** A box round what was found; one for each lung where both are ill. */
function marksOf(found: Uint8Array, size: number, label: string, both: boolean): Drawing['marks'] {
  const halves = both ? [[0, size / 2], [size / 2, size]] as const : [[0, size]] as const
  return halves.flatMap(([from, to]) => {
    let [left, right, top, bottom] = [size, -1, size, -1]
    for (let y = 0; y < size; y++) {
      for (let x = from; x < to; x++) {
        if (!found[y * size + x]) continue
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
    }
    if (right < 0) return []
    const room = Math.round(size * 0.012)
    return [{ x: Math.max(0, left - room), y: Math.max(0, top - room), w: right - left + 2 * room, h: bottom - top + 2 * room, label }]
  })
}
