/** Who comes to be screened: people who live with diabetes, of the town and then of the towns around. */
import { Rng } from '../../core/rng.ts'
import type { Condition, Sex } from './town.ts'
import { grownUps } from './townsfolk.ts'
import { type PersonOnFile, visitor, VISITORS } from './visitors.ts'

export interface Screened {
  /** "P0421" of the town; from P6001 on of the towns around. */
  id: string
  name: string
  sex: Sex
  age: number
}

/** The town has 520 grown people with diabetes and the towns around send 403: nobody else can be called. */
export const MOST_SCREENED = 900

let called: { town: readonly Screened[]; around: readonly Screened[] } | null = null

/** The same for every set, so looked up once. */
export function peopleWithDiabetes(): { town: readonly Screened[]; around: readonly Screened[] } {
  const diabetes: Condition = 'type 2 diabetes'
  const of = (people: readonly PersonOnFile[]): Screened[] => people.filter(({ conditions }) => conditions.includes(diabetes)).map(({ id, name, sex, age }) => ({ id, name, sex, age }))
  called ??= { town: of(grownUps()), around: of(Array.from({ length: VISITORS }, (_, k) => visitor(k))) }
  return called
}

/**
 * `n` different people in an order that the seed decides. Our own are called first; the camera is the only one for miles, so
 * that days with more appointments are filled up from the towns around.
 *
 * @param n at most `MOST_SCREENED`
 */
export function peopleToScreen(seed: string, n: number): Screened[] {
  const { town, around } = peopleWithDiabetes()
  const rng = new Rng(`${seed}/people`)
  return rng.shuffle([...rng.shuffle([...town]), ...rng.shuffle([...around])].slice(0, n))
}
