/** Everybody of the town at once, worked out when first asked for: many generators look through them all. */
import { type Person, person, TOWN_SIZE } from './town.ts'

/** Grown up, as a hospital counts. */
export const ADULT_FROM = 18
/** Nobody of the town is older. */
const OLDEST = 101

let everybody: readonly Person[] | null = null
const byAges = new Map<string, readonly Person[]>()

/** All 6,000, in order. */
export function townsfolk(): readonly Person[] {
  everybody ??= Array.from({ length: TOWN_SIZE }, (_, i) => person(i))
  return everybody
}

/** Those from `youngest` to `oldest` years, both included, in order. */
export function agedBetween(youngest: number, oldest: number): readonly Person[] {
  const key = `${youngest}-${oldest}`
  const found = byAges.get(key) ?? townsfolk().filter(({ age }) => age >= youngest && age <= oldest)
  byAges.set(key, found)
  return found
}

export function grownUps(): readonly Person[] {
  return agedBetween(ADULT_FROM, OLDEST)
}
