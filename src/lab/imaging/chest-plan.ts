/**
 * A chest laid out for one film: how wide, how deep a breath, where the heart and the two domes of the diaphragm lie.
 * `u` runs from -1 (the patient's right, which is the left of the film) to 1, `v` from 0 (the neck) to 1. Proportions after any
 * anatomy book; nobody real is behind them.
 */
import type { Rng } from '../../core/rng.ts'
import { between, mix, smoothStep } from './raster.ts'

export const CHEST_FINDINGS = ['pneumothorax', 'oedema', 'effusion', 'consolidation', 'cardiomegaly', 'nodule'] as const
export type ChestFinding = (typeof CHEST_FINDINGS)[number]

export type ChestDevice = 'pacemaker' | 'leads' | 'feeding tube' | 'chest drain' | 'sternal wires'

/** What one film shows, all of it decided before a pixel is drawn. */
export interface ChestSubject {
  /** The same chest in every size. */
  seed: string
  sex: 'F' | 'M'
  age: number
  /** 0 lungs like anybody's, 1 big, dark and half empty of vessels (emphysema). */
  emptied: number
  finding: ChestFinding | null
  /** How much of it there is, 0 to 1. */
  severity: number
  /** Side of the patient. */
  side: 'left' | 'right'
  devices: readonly ChestDevice[]
  /** Taken lying in bed with a machine on wheels: a shallow breath, a wide heart, more grain. */
  portable: boolean
}

export interface ChestPlan {
  size: number
  /** One unit of the drawing: films are planned for 512 pixels. */
  unit: number
  /** Turned and tilted a little against the film, in `u`. */
  turn: number
  tilt: number
  breath: number
  width: number
  fat: number
  /** 0 young and chalky, 1 old and thin: how much bone stops. */
  frailBone: number
  exposure: number
  /** +1 where the finding lies to the right of the film (the patient's left), else -1. */
  sign: 1 | -1
  heart: { left: number; right: number; slant: number; depth: number; knob: number }
  /** Half widths at a height: inside of the ribs, outside of the body, shadow of the middle. */
  wall(v: number): number
  skin(v: number): number
  middle(v: number): number
  /** Where the diaphragm begins below a place; nowhere above `domeTop`. */
  dome(u: number): number
  domeTop: number
}

type Knots = readonly (readonly [number, number])[]

const WALL: Knots = [[0.04, 0.02], [0.07, 0.16], [0.11, 0.29], [0.17, 0.4], [0.26, 0.52], [0.38, 0.62], [0.52, 0.69], [0.66, 0.735], [0.8, 0.755], [0.95, 0.74], [1, 0.73]]
const SKIN: Knots = [[0, 0.3], [0.05, 0.42], [0.1, 0.95], [0.15, 1.4], [0.3, 1.25], [0.42, 1], [0.52, 0.92], [0.7, 0.905], [0.9, 0.915], [1, 0.93]]
const MIDDLE: Knots = [[0, 0.2], [0.1, 0.165], [0.18, 0.15], [0.26, 0.145], [0.34, 0.155], [0.44, 0.17], [0.55, 0.15], [0.7, 0.13], [1, 0.13]]

const wallCurve = curveThrough(WALL)
const skinCurve = curveThrough(SKIN)
const middleCurve = curveThrough(MIDDLE)

/** Of the whole inner width of the chest: half or less is a heart of usual size. */
function heartShare(rng: Rng, { finding, severity, portable }: ChestSubject): number {
  const share = finding === 'cardiomegaly' ? mix(0.55, 0.68, severity) : between(rng, 0.41, finding === 'oedema' ? 0.56 : 0.48)
  return share + (portable && finding !== 'cardiomegaly' ? 0.04 : 0)
}

export function planChest(rng: Rng, subject: ChestSubject, size: number): ChestPlan {
  const fat = between(rng, -1, 1)
  const breath = between(rng, -0.035, 0.03) - (subject.portable ? 0.03 : 0) + subject.emptied * 0.035
  const turn = between(rng, -0.03, 0.03)
  const width = between(rng, 0.9, 1.06) - (fat < 0 ? 0.02 : 0)
  const whole = heartShare(rng, subject) * 1.487 * width * (1 - 0.12 * subject.emptied)
  const right = 0.735 + breath + between(rng, -0.012, 0.012)
  const left = right + between(rng, 0.02, 0.045)
  const ripple = between(rng, 0, 7)
  return {
    size, unit: size / 512, turn, breath, width, fat,
    tilt: between(rng, -0.02, 0.02),
    frailBone: Math.min(1, Math.max(0, (subject.age - 20) / 70)),
    exposure: between(rng, -0.04, 0.04),
    sign: subject.side === 'left' ? 1 : -1,
    heart: { left: whole * 0.7, right: whole * 0.3, slant: between(rng, 0.46, 0.66), depth: between(rng, 0.172, 0.202), knob: Math.max(0, (subject.age - 30) / 60) },
    wall: (v) => wallCurve(v - breath * 0.25) * width,
    skin: (v) => skinCurve(v) * width * (1 + fat * 0.045),
    middle: middleCurve,
    domeTop: Math.min(left, right) - 0.004,
    dome(u) {
      const share = smoothStep(-0.16, 0.14, u)
      const [ofRight, ofLeft] = [share < 1 ? domeOn(u, -1, right, subject.emptied) : 0, share > 0 ? domeOn(u, 1, left, subject.emptied) : 0]
      return ofRight * (1 - share) + ofLeft * share + 0.003 * Math.sin(u * 19 + ripple)
    },
  }
}

/** One dome: gentle towards the middle, steep into the sharp corner at the ribs; flat where the lungs are blown up. */
function domeOn(u: number, sign: 1 | -1, top: number, emptied: number): number {
  const out = (u - (sign < 0 ? -0.36 : 0.42)) / 0.38
  const towardsRibs = out * sign > 0
  return top + (1 - 0.45 * emptied) * (towardsRibs ? 0.15 * out * out + 0.03 * out ** 4 : 0.05 * out * out)
}

/** A smooth line through knots (cubic Hermite, slopes from the neighbours), looked up in a table: it is asked for each row. */
function curveThrough(knots: Knots): (x: number) => number {
  const at = (i: number) => knots[Math.min(knots.length - 1, Math.max(0, i))] as readonly [number, number]
  const slopes = knots.map((_, i) => (at(i + 1)[1] - at(i - 1)[1]) / (at(i + 1)[0] - at(i - 1)[0] || 1))
  return (x) => {
    const first = at(0)
    const last = at(knots.length - 1)
    if (x <= first[0]) return first[1]
    if (x >= last[0]) return last[1]
    let i = 0
    while (x > at(i + 1)[0]) i++
    const [x0, y0] = at(i)
    const [x1, y1] = at(i + 1)
    const step = x1 - x0
    const t = (x - x0) / step
    const cube = t ** 3
    return (2 * cube - 3 * t * t + 1) * y0 + (cube - 2 * t * t + t) * step * (slopes[i] as number) + (3 * t * t - 2 * cube) * y1 + (cube - t * t) * step * (slopes[i + 1] as number)
  }
}

/** Planes of one film, row by row, that the parts of the drawing write into. */
export interface FilmPlanes {
  /** How much of the beam is stopped. */
  stop: Float32Array
  /** Centimetres of air on the way. */
  air: Float32Array
  /** 1 inside. */
  body: Uint8Array
  lung: Uint8Array
  heart: Uint8Array
  /** Inside of the ribs above the diaphragm, heart or not. */
  cavity: Uint8Array
  /** 1 where the finding is. */
  found: Uint8Array
}

export function filmPlanes(size: number): FilmPlanes {
  const n = size * size
  const light = () => new Float32Array(n)
  const mask = () => new Uint8Array(n)
  return { stop: light(), air: light(), body: mask(), lung: mask(), heart: mask(), cavity: mask(), found: mask() }
}
