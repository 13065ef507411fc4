/** Who wears a patch: grown people of the town, older ones more often; and what kind of heart each of them has. */
import { clamp, Rng } from '../../core/rng.ts'
import type { Look } from '../signal/ecg-trace.ts'
import type { Heart } from '../signal/heart-rhythm.ts'
import { type FaceInTheCrowd, faceOf, TOWN_SIZE } from './town.ts'

let grown: readonly FaceInTheCrowd[] | null = null

/** Grown people of the town; the same for every set, so looked up once. */
function grownPeople(): readonly FaceInTheCrowd[] {
  grown ??= Array.from({ length: TOWN_SIZE }, (_, i) => faceOf(i)).filter(({ age }) => age >= 18)
  return grown
}

/** `n` different people, drawn without putting back, each with a weight (Efraimidis & Spirakis 2006: smallest exponential first). */
export function peopleWithPatch(seed: string, n: number): FaceInTheCrowd[] {
  const rng = new Rng(`${seed}/people`)
  const drawn = grownPeople().map((person) => ({ person, turn: rng.exp(0.25 + clamp((person.age - 30) / 45, 0, 1)) }))
  return drawn.sort((a, b) => a.turn - b.turn).slice(0, n).map(({ person }) => person)
}

export interface Wearer extends FaceInTheCrowd {
  heart: Heart
  look: Look
  /** How often fibrillation is on a strip: 0 never, 1 always. */
  af: number
  ectopic: boolean
}

export interface Shares {
  /** Share of people who have atrial fibrillation. */
  afRate: number
  /** Share of people who have frequent extra beats. */
  ectopyRate: number
}

/** Of people with fibrillation, share who are never without it: 10% of people beside 5.5% in whom it comes and goes (source afold). */
const PERSISTENT = 0.65

/** People with their hearts. Fibrillation grows with age: twice as common each ten years, on the whole as often as asked. */
export function wearersOf(seed: string, n: number, { afRate, ectopyRate }: Shares): Wearer[] {
  const people = peopleWithPatch(seed, n)
  const odds = people.map(({ age }) => 2 ** ((age - 65) / 10))
  const usual = odds.reduce((sum, odd) => sum + odd, 0) / Math.max(1, odds.length)
  return people.map((person, i) => {
    const rng = new Rng(`${seed}/heart/${person.id}`)
    const fibrillates = rng.bern(Math.min(0.95, (afRate * (odds[i] as number)) / usual)) === 1
    return {
      ...person,
      af: !fibrillates ? 0 : rng.bern(PERSISTENT) === 1 ? 1 : 0.5,
      ectopic: rng.bern(ectopyRate) === 1,
      heart: drawHeart(rng, person.age),
      look: drawLook(rng),
    }
  })
}

/**
 * What breathing does from beat to beat fades with age, fast at first (source hrvage), and differs greatly between people of one
 * age. Fibrillation under treatment runs at 60 to 130 a minute, more or less evenly.
 */
export function drawHeart(rng: Rng, age: number): Heart {
  return {
    interval: 60 / clamp(rng.normal(71, 10), 46, 112),
    swing: clamp(0.022 + 0.058 * Math.exp(-(age - 18) / 22), 0, 1) * rng.lognormal(1, 0.5),
    breath: clamp(rng.normal(0.25, 0.045), 0.13, 0.38),
    fibrillating: 60 / clamp(rng.normal(86, 17), 56, 140),
    evenness: 3 + rng.gamma(1.3, 4),
    early: clamp(rng.gamma(1.6, 0.07), 0.02, 0.3),
    fromVentricles: rng.bern(0.5) === 1 ? 0.85 : 0.1,
    everyNth: rng.bern(0.7) === 1 ? 2 : 3,
  }
}

export function drawLook(rng: Rng): Look {
  return { height: clamp(rng.lognormal(0.95, 0.28), 0.45, 1.9), t: clamp(rng.normal(1, 0.35), 0.1, 1.7), fWaves: { height: clamp(rng.lognormal(0.045, 0.5), 0.015, 0.12), perSecond: clamp(rng.normal(6.2, 0.8), 4, 9) } }
}
