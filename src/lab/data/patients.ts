/** Finds people of the town for patients whom a generator has already drawn: of that sex, and as near in age as can be had. */
import { hashSeed } from '../../core/rng.ts'
import { type FaceInTheCrowd, faceOf, type Sex, TOWN_SIZE } from './town.ts'

const OLDEST = 110

let shelves: ReadonlyMap<string, readonly FaceInTheCrowd[]> | null = null

/** People by sex and age; the same for every cohort, so made once. */
function townBySexAndAge(): ReadonlyMap<string, readonly FaceInTheCrowd[]> {
  if (shelves) return shelves
  const found = new Map<string, FaceInTheCrowd[]>()
  for (let i = 0; i < TOWN_SIZE; i++) {
    const face = faceOf(i)
    const shelf = found.get(face.sex + face.age)
    if (shelf) shelf.push(face)
    else found.set(face.sex + face.age, [face])
  }
  shelves = found
  return found
}

export interface Patient {
  /** "P0421"; once the town has run out of people, those from out of town: "P0421-2". */
  pid: string
  name: string
}

/**
 * Nobody is given out twice by one finder. Takes nothing from the cohort's own stream of chance: the seed only decides where
 * on each shelf to begin.
 */
export class PatientFinder {
  private readonly start: number
  private readonly taken = new Map<string, number>()
  private round = 1

  constructor(seed: string) {
    this.start = hashSeed(`${seed}/patients`)
  }

  next(sex: Sex, age: number): Patient {
    const { id, name } = this.nearest(sex, age) ?? this.nextRound(sex, age)
    return { pid: this.round === 1 ? id : `${id}-${this.round}`, name }
  }

  private nearest(sex: Sex, age: number): FaceInTheCrowd | null {
    for (let away = 0; away <= OLDEST; away++) {
      const found = this.takeFrom(sex + String(age - away)) ?? this.takeFrom(sex + String(age + away))
      if (found) return found
    }
    return null
  }

  private takeFrom(key: string): FaceInTheCrowd | null {
    const shelf = townBySexAndAge().get(key) ?? []
    const taken = this.taken.get(key) ?? 0
    if (taken >= shelf.length) return null
    this.taken.set(key, taken + 1)
    return shelf[(this.start + taken) % shelf.length] ?? null
  }

  private nextRound(sex: Sex, age: number): FaceInTheCrowd {
    this.round++
    this.taken.clear()
    return this.nearest(sex, age) as FaceInTheCrowd
  }
}
