/**
 * One film and the person behind it: what is in the chest, how they breathe, when they came, how long the film takes to read.
 * Whether a film is critical is made up for teaching: a collapsed lung of any size, or lungs filling with water.
 */
import { clamp, type Rng } from '../../core/rng.ts'
import type { ChestDevice, ChestFinding, ChestSubject } from '../imaging/chest-plan.ts'
import { between } from '../imaging/raster.ts'
import type { Person } from './town.ts'

export interface Vitals {
  /** Per cent of oxygen in the blood; NaN where nobody measured. */
  spo2: number
  /** Breaths a minute. */
  resp: number
  /** Beats a minute. */
  pulse: number
}

export type CameFrom = 'emergency department' | 'ward' | 'intensive care' | 'clinic'

export interface ChestCase {
  /** "P0421/F": the film of that person. */
  id: string
  person: Person
  /** What the pixels are drawn from. */
  subject: ChestSubject
  critical: boolean
  from: CameFrom
  vitals: Vitals
  /** Belongs to the night that is played; else it is one of the past films to learn from. */
  tonight: boolean
  /** Minute of arrival, 0 at 23:40; below 0 it was waiting already. */
  arrives: number
  /** Minutes a radiologist needs for it. */
  minutes: number
}

/** How often each finding is met among films that can wait. */
const CAN_WAIT: readonly (readonly [ChestFinding | null, number])[] = [[null, 54], ['consolidation', 15], ['effusion', 12], ['cardiomegaly', 14], ['nodule', 5]]
/** Of critical films: one in six is a small collapse, with hardly a sign on the film, and every other time none at the bedside. */
const CRITICAL = [['large', 0.5], ['small', 0.08], ['silent', 0.08], ['oedema', 0.34]] as const
export type CriticalKind = (typeof CRITICAL)[number][0]

/** `n` kinds in their shares and in an order of chance: a night has as many small collapses as others, up to rounding. */
export function criticalKinds(rng: Rng, n: number): CriticalKind[] {
  let until = 0
  const bounds = CRITICAL.map(([kind, share]) => [kind, (until += share)] as const)
  const start = rng.uniform()
  const kinds = Array.from({ length: n }, (_, i) => bounds.find(([, bound]) => (i + start) / n < bound)?.[0] ?? 'oedema')
  return rng.shuffle(kinds)
}

interface Drawn {
  finding: ChestFinding | null
  severity: number
  /** How hard breathing is, 0 to 1. */
  distress: number
}

function drawIllness(rng: Rng, critical: CriticalKind | null): Drawn {
  if (critical === 'small' || critical === 'silent') {
    return { finding: 'pneumothorax', severity: between(rng, 0.04, 0.18), distress: critical === 'small' ? between(rng, 0.2, 0.5) : between(rng, 0, 0.08) }
  }
  if (critical !== null) {
    const severity = critical === 'large' ? between(rng, 0.3, 1) : between(rng, 0.35, 1)
    return { finding: critical === 'large' ? 'pneumothorax' : 'oedema', severity, distress: clamp(severity * between(rng, 0.3, 0.95), 0, 1) }
  }
  const finding = rng.weighted(CAN_WAIT)
  const severity = between(rng, 0.1, finding === 'effusion' ? 0.6 : 1)
  const troubled = finding === null || finding === 'nodule' ? rng.gamma(1, 0.05) : severity * between(rng, 0, 0.5)
  return { finding, severity, distress: clamp(troubled, 0, 1) }
}

const NOBODY_MEASURED: Readonly<Record<CameFrom, number>> = { 'emergency department': 0.05, ward: 0.12, 'intensive care': 0, clinic: 0.5 }

export interface CaseTimes {
  tonight: boolean
  arrives: number
}

/** One case; takes its chance from its own stream alone, so that a night with other times has the same people. */
export function drawCase(rng: Rng, seed: string, person: Person, critical: CriticalKind | null, times: CaseTimes): ChestCase {
  const illness = drawIllness(rng, critical)
  const emptied = person.conditions.includes('COPD') ? between(rng, 0.35, 1) : person.age > 60 ? between(rng, 0, 0.25) : 0
  const from = rng.weighted<CameFrom>([['emergency department', 44], ['ward', 36], ['intensive care', 8 + 14 * illness.distress], ['clinic', illness.distress > 0.3 ? 2 : 12]])
  const portable = from === 'intensive care' || (from === 'ward' && rng.bern(0.45) === 1) || (from === 'emergency department' && rng.bern(0.12) === 1)
  const id = `${person.id}/F`
  const subject: ChestSubject = {
    seed: `${seed}/${id}`, sex: person.sex, age: person.age, emptied, finding: illness.finding, severity: illness.severity,
    side: rng.bern(0.5) ? 'left' : 'right', devices: drawDevices(rng, person, portable), portable,
  }
  return {
    id, person, subject, critical: critical !== null, from, ...times,
    vitals: drawVitals(rng, illness.distress, emptied, NOBODY_MEASURED[from]),
    minutes: clamp(rng.lognormal(illness.finding === null ? 2.6 : 3.4, 0.4), 0.8, 12),
  }
}

/** Devices lie over well and ill chests alike: here a tube tells nothing about what is critical. */
function drawDevices(rng: Rng, { age, conditions }: Person, portable: boolean): ChestDevice[] {
  const chances: readonly (readonly [ChestDevice, number])[] = [
    ['leads', portable ? 0.6 : 0.08], ['feeding tube', portable ? 0.25 : 0.01], ['pacemaker', age > 65 ? (conditions.includes('heart failure') ? 0.25 : 0.06) : 0.005], ['sternal wires', age > 60 ? 0.06 : 0.005],
  ]
  return chances.filter(([, chance]) => rng.bern(chance) === 1).map(([device]) => device)
}

function drawVitals(rng: Rng, distress: number, emptied: number, missing: number): Vitals {
  const spo2 = clamp(Math.round(97.4 - 3.2 * emptied - 9.5 * distress + rng.normal(0, 2.2)), 70, 100)
  return {
    spo2: rng.bern(missing) ? Number.NaN : spo2,
    resp: clamp(Math.round(16 + 2.5 * emptied + 11 * distress + rng.normal(0, 3.8)), 8, 44),
    pulse: clamp(Math.round(82 + 28 * distress + rng.normal(0, 16)), 45, 160),
  }
}
