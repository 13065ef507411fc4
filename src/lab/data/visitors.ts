/**
 * People from the towns around, who come to our hospital and stand on no list of ours. Visitor `k` is as much the same person
 * everywhere as anybody of the town, with a record of their own: P6001 and up. Many of their names are words, diseases and
 * devices as well; all are carried by real families somewhere, none is meant.
 */
import { clamp, Rng } from '../../core/rng.ts'
import { STREETS } from './town-names.ts'
import { conditionsOf, idOf, type Person, phoneOf, type Sex, TODAY_YEAR, TOWN_SIZE } from './town.ts'

export const VISITORS = 2000
const VISITOR_SEED = 'st-turing-visitors-01'
/** Nobody travels to a hospital without a reason: they are ill this many times as often as our own people. */
const ILL_AS_OFTEN = 1.5

const GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  F: ['Hope', 'Rose', 'Violet', 'Summer', 'Ingrid', 'Xochitl', 'Siobhán', 'Þóra', 'Nizhoni', 'Anne-Marie', 'Aroha'],
  M: ['Will', 'Mark', 'Grant', 'Bao', 'Chidi', 'Mateo', 'Jean-Luc', 'Zé', 'Bo'],
}
const FAMILIES = [
  'Parkinson', 'White', 'Hodgkin', 'Foley', 'Graves', 'Bell', 'Cushing', 'Small', 'Crohn', 'Long', 'Young', "O'Dowd", 'van der Meer', 'de la Cruz', 'Achterberg', 'Lindqvist',
  'Nwachukwu-Hale', 'al Rashid', 'Ng', 'St. Clair', "M'Bala", 'Raynaud', 'Sharp', 'Banks',
] as const

/** The towns around ours. */
export const TOWNS_AROUND = ['Fairhaven', 'Port Ellis', 'Birchwood', 'Dover Mills', 'Elkton', 'Kingsferry', 'Saltmarsh', 'Upper Wick'] as const

/** What a hospital knows of somebody, of the town or not. */
export type PersonOnFile = Pick<Person, 'id' | 'given' | 'family' | 'name' | 'sex' | 'born' | 'age' | 'address' | 'city' | 'phone' | 'record' | 'conditions' | 'household'>

/** @throws RangeError outside 0 to 1,999 */
export function visitor(k: number): PersonOnFile {
  if (!Number.isInteger(k) || k < 0 || k >= VISITORS) throw new RangeError(`there are visitors 0 to ${VISITORS - 1}, not ${k}`)
  const rng = new Rng(`${VISITOR_SEED}/${k}`)
  const sex: Sex = rng.bern(0.52) === 1 ? 'F' : 'M'
  const [given, family] = [rng.pick(GIVEN[sex]), rng.pick(FAMILIES)]
  const age = Math.round(clamp(rng.normal(60, 19), 18, 101))
  const id = idOf(TOWN_SIZE + k)
  return {
    id, record: id, given, family, name: `${given} ${family}`, sex, age,
    born: `${TODAY_YEAR - age}-${two(rng.int(1, 12))}-${two(rng.int(1, 28))}`,
    address: `${rng.int(1, 180)} ${rng.pick(STREETS)}`, city: rng.pick(TOWNS_AROUND), phone: phoneOf(TOWN_SIZE + k), household: [],
    conditions: conditionsOf(age, rng, ILL_AS_OFTEN),
  }
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
