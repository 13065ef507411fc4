/**
 * Who lies in hospital: grown people of the town as they are in every quest, with what a hospital finds out about them and
 * nobody else asks. All of it hangs on the person, none on the ward or the day.
 */
import { clamp, Rng } from '../../core/rng.ts'
import { hardshipOf } from './hardship.ts'
import type { Condition, Person, Sex } from './town.ts'
import { ADULT_FROM, agedBetween } from './townsfolk.ts'

export interface Inpatient {
  /** "P0421" */
  pid: string
  name: string
  age: number
  sex: Sex
  /** 1 = best-off fifth of neighbourhoods, 5 = worst-off. */
  deprivation: number
  /** B needs an interpreter: two in three of those who speak another language than English at home. */
  group: 'A' | 'B'
  /** Nobody else has this address. */
  livesAlone: 0 | 1
  /** Points for illnesses of the town's list and for others, 12 at most (Charlson 1987). */
  charlson: number
  cancer: 0 | 1
  weakKidneys: 0 | 1
  /** Mean 0, spread 1. Measured by nobody. */
  frailty: number
}

/** Points by Charlson's index of 1987 for what the town's list has of it; cancer and the rest are the hospital's to know. */
const POINTS: Readonly<Partial<Record<Condition, number>>> = { 'type 2 diabetes': 1, 'heart failure': 1, dementia: 1, 'chronic kidney disease': 2 }
const LUNGS: readonly Condition[] = ['asthma', 'COPD']
const CANCER_POINTS = 2
const NEEDS_INTERPRETER = 0.66

const known = new Map<string, Inpatient>()

export function inpatientOf(person: Person): Inpatient {
  const met = known.get(person.id)
  if (met) return met
  const { id, name, age, sex, address, conditions, household, language } = person
  const rng = new Rng(`inpatient/${id}`)
  const frailty = rng.normal()
  const cancer = rng.bern(clamp(0.02 + 0.001 * (age - 40), 0.01, 0.075))
  const one: Inpatient = {
    pid: id, name, age, sex,
    deprivation: hardshipOf(address),
    group: language !== 'English' && rng.bern(NEEDS_INTERPRETER) === 1 ? 'B' : 'A',
    livesAlone: household.length === 0 ? 1 : 0,
    charlson: Math.min(12, pointsOf(conditions) + CANCER_POINTS * cancer + otherPoints(rng, age, frailty)),
    cancer,
    weakKidneys: conditions.includes('chronic kidney disease') ? 1 : 0,
    frailty,
  }
  known.set(id, one)
  return one
}

function pointsOf(conditions: readonly Condition[]): number {
  const lungs = conditions.some((one) => LUNGS.includes(one)) ? 1 : 0
  return conditions.reduce((sum, one) => sum + (POINTS[one] ?? 0), lungs)
}

/** An old heart attack, a stroke, a liver: what the town's list leaves out, more of it with age. */
function otherPoints(rng: Rng, age: number, frailty: number): number {
  return rng.negbin(clamp(0.06 + 0.006 * (age - 30), 0.03, 0.3) * Math.exp(0.18 * frailty), 1.2)
}

/** Ages of medical inpatients: mean and spread in years (curriculum 6.1). */
const AGES = [63, 17] as const
/** The town has somebody of every age up to this one. */
const OLDEST = 99

/**
 * The next patient. An age is drawn first, so that a ward is as old as wards are; then somebody of that age, the ill more often
 * than the well. Who has been here before may come again: in a ward of 1,500 stays about one in five belongs to such a person.
 */
export function admit(rng: Rng): Inpatient {
  const age = Math.round(clamp(rng.normal(...AGES), ADULT_FROM, OLDEST))
  const shelf = agedBetween(age, age)
  for (;;) {
    const one = inpatientOf(rng.pick(shelf))
    if (rng.uniform() < admissionChance(one)) return one
  }
}

/** Against the illest of the same age. */
function admissionChance({ charlson }: Inpatient): number {
  return Math.min(1, 0.2 + 0.2 * charlson)
}

