/** Who comes to be screened: the people of the town who live with diabetes, then those of the next town. */
import { Rng } from '../../core/rng.ts'
import { type Person, person, type Sex, TOWN_SIZE } from './town.ts'

export interface Screened {
  /** "P0421" of the town; "N0007" of the next one. */
  id: string
  name: string
  sex: Sex
  age: number
}

let withDiabetes: readonly Person[] | null = null

/** Grown people of the town with type 2 diabetes; the same for every set, so looked up once. */
export function peopleWithDiabetes(): readonly Person[] {
  withDiabetes ??= Array.from({ length: TOWN_SIZE }, (_, i) => person(i)).filter(({ age, conditions }) => age >= 18 && conditions.includes('type 2 diabetes'))
  return withDiabetes
}

/**
 * `n` different people in an order that the seed decides. The town has some five hundred; after them come people of the next
 * town, who carry one person's first name and another's family name and are nobody in any other quest.
 */
export function peopleToScreen(seed: string, n: number): Screened[] {
  const town = peopleWithDiabetes()
  const rng = new Rng(`${seed}/people`)
  const here = rng.shuffle([...town]).slice(0, n).map(({ id, name, sex, age }) => ({ id, name, sex, age }))
  const visitors = Array.from({ length: n - here.length }, (_, i) => {
    const { given, sex, age } = rng.pick(town)
    return { id: `N${String(i + 1).padStart(4, '0')}`, name: `${given} ${rng.pick(town).family}`, sex, age }
  })
  return rng.shuffle([...here, ...visitors])
}
