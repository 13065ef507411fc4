/**
 * The one town that every quest draws its people from. Person `i` has the same name, home, language, illnesses and family
 * everywhere, and nothing is stored: a person is a seed. Everybody here is invented.
 */
import { clamp, Rng } from '../../core/rng.ts'
import { NAME_POOLS, type NamePool, STREETS } from './town-names.ts'

export const TOWN_SIZE = 6000
/** Where they all live. */
export const CITY = 'Turing Vale'
const CITY_SEED = 'st-turing-town-01'
/** Ages are counted at the end of this year. */
export const TODAY_YEAR = 2025
/** People are dealt into households a block at a time, so that a family is found without looking at the whole town. */
const BLOCK = 12
const WEIGHTED_POOLS = NAME_POOLS.map((pool) => [pool, pool.weight] as const)

export type Sex = 'F' | 'M'
export type Relation = 'partner' | 'parent' | 'child' | 'brother or sister' | 'household'
export const CONDITION_NAMES = ['hypertension', 'type 2 diabetes', 'asthma', 'COPD', 'heart failure', 'chronic kidney disease', 'depression', 'arthritis', 'dementia'] as const
export type Condition = (typeof CONDITION_NAMES)[number]

export interface Person {
  /** "P0001" to "P6000". */
  id: string
  i: number
  given: string
  family: string
  name: string
  sex: Sex
  /** ISO date. */
  born: string
  /** Whole years at the end of the town's year. */
  age: number
  language: string
  /** House and street; the town is `city`. */
  address: string
  city: string
  /** Nobody else has it: "391-555-0107". */
  phone: string
  /** Number of the hospital's record, the same in every system: HL7, DICOM, notes. */
  record: string
  conditions: Condition[]
  household: { i: number; relation: Relation }[]
}

interface Home {
  members: number[]
  pool: NamePool
  family: string
  address: string
}

type Role = 'first adult' | 'partner' | 'child' | 'other'

/** @throws RangeError outside 0 to 5,999 */
export function person(i: number): Person {
  if (!Number.isInteger(i) || i < 0 || i >= TOWN_SIZE) throw new RangeError(`the town has people 0 to ${TOWN_SIZE - 1}, not ${i}`)
  const home = homeOf(i)
  const { sex, year, role } = coreOf(i, home)
  const rng = new Rng(`${CITY_SEED}/${i}`)
  const given = givenName(rng, sex, home)
  const month = rng.int(1, 12)
  const day = rng.int(1, 28)
  const age = TODAY_YEAR - year
  return {
    id: idOf(i),
    i,
    given,
    family: home.family,
    name: `${given} ${home.family}`,
    sex,
    born: `${year}-${pad(month)}-${pad(day)}`,
    age,
    language: home.pool.language,
    address: home.address,
    city: CITY,
    phone: phoneOf(i),
    record: idOf(i),
    conditions: conditionsOf(age, rng),
    household: home.members.filter((member) => member !== i).map((member) => ({ i: member, relation: relationOf(role, coreOf(member, home).role) })),
  }
}

export interface FaceInTheCrowd {
  id: string
  name: string
  sex: Sex
  age: number
}

/** Who somebody is at first sight: what `person` says, without working out family and illnesses. */
export function faceOf(i: number): FaceInTheCrowd {
  const home = homeOf(i)
  const { sex, year } = coreOf(i, home)
  return { id: idOf(i), name: `${givenName(new Rng(`${CITY_SEED}/${i}`), sex, home)} ${home.family}`, sex, age: TODAY_YEAR - year }
}

/** "P0001" for person 0. Numbers above the town's belong to people from elsewhere. */
export function idOf(i: number): string {
  return `P${String(i + 1).padStart(4, '0')}`
}

const PHONES = 8000
/** Has no divisor in common with `PHONES`, so that no number comes twice, and neighbours do not have neighbouring ones. */
const PHONE_STRIDE = 3307

/** Of 8,000 numbers that ring nowhere: 555-01xx is kept for stories, and no area code has a 9 in the middle. */
export function phoneOf(i: number): string {
  const n = (i * PHONE_STRIDE) % PHONES
  return `${2 + Math.floor(n / 1000)}9${Math.floor(n / 100) % 10}-555-01${pad(n % 100)}`
}

/** The first draw of a person's own seed, in `person` as in `faceOf`. */
function givenName(rng: Rng, sex: Sex, { pool }: Home): string {
  return rng.pick(sex === 'F' ? pool.women : pool.men)
}

/** Whole years on a day of somebody who was born on another, both as ISO dates. */
export function ageOn(day: string, born: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4))
  return day.slice(5) < born.slice(5) ? years - 1 : years
}

function pad(n: number): string {
  return String(n).padStart(2, '0')
}

/** Household of a person: its block is dealt into homes of one to five by the block's own seed. */
function homeOf(i: number): Home {
  const block = Math.floor(i / BLOCK)
  const rng = new Rng(`${CITY_SEED}/block/${block}`)
  let first = block * BLOCK
  const end = Math.min(first + BLOCK, TOWN_SIZE)
  for (;;) {
    const size = Math.min(rng.weighted([[1, 34], [2, 36], [3, 13], [4, 12], [5, 5]]), end - first)
    const pool = rng.weighted(WEIGHTED_POOLS)
    const family = rng.pick(pool.families)
    const address = `${rng.int(1, 180)} ${rng.pick(STREETS)}`
    if (i < first + size) return { members: Array.from({ length: size }, (_, k) => first + k), pool, family, address }
    first += size
  }
}

/** Older than most towns, as a hospital sees it. Partners are near in age; children are 20 to 40 years younger. */
function coreOf(i: number, home: Home): { sex: Sex; year: number; role: Role } {
  const first = home.members[0] as number
  const oldest = new Rng(`${CITY_SEED}/home/${first}`)
  const size = home.members.length
  const eldestAge = Math.round(clamp(oldest.normal(size > 2 ? 46 : 65, size > 2 ? 11 : 17), 19, 101))
  const eldestSex: Sex = oldest.bern(0.52) === 1 ? 'F' : 'M'
  if (i === first) return { sex: eldestSex, year: TODAY_YEAR - eldestAge, role: 'first adult' }
  const rng = new Rng(`${CITY_SEED}/member/${i}`)
  const second = i === first + 1
  if (second && oldest.bern(0.8) === 1) {
    const sex: Sex = rng.bern(0.95) === 1 ? other(eldestSex) : eldestSex
    return { sex, year: TODAY_YEAR - Math.round(clamp(eldestAge + rng.normal(-1, 4), 19, 101)), role: 'partner' }
  }
  const sex: Sex = rng.bern(0.5) === 1 ? 'F' : 'M'
  if (eldestAge < 24) return { sex, year: TODAY_YEAR - rng.int(18, 30), role: 'other' }
  return { sex, year: TODAY_YEAR - Math.max(0, eldestAge - rng.int(20, 40)), role: 'child' }
}

function other(sex: Sex): Sex {
  return sex === 'F' ? 'M' : 'F'
}

function relationOf(mine: Role, theirs: Role): Relation {
  if (mine === 'other' || theirs === 'other') return 'household'
  if (mine === 'child') return theirs === 'child' ? 'brother or sister' : 'parent'
  return theirs === 'child' ? 'child' : 'partner'
}

/** Chance of having it at 40 and at 80; in between a straight line. Rounded from what general practice sees. */
const CONDITIONS: readonly (readonly [Condition, number, number])[] = [
  ['hypertension', 0.1, 0.58], ['type 2 diabetes', 0.05, 0.2], ['asthma', 0.09, 0.08], ['COPD', 0.01, 0.1], ['heart failure', 0.003, 0.09],
  ['chronic kidney disease', 0.01, 0.25], ['depression', 0.13, 0.09], ['arthritis', 0.06, 0.45], ['dementia', 0, 0.11],
]

/** `often`: how many times as likely each is as among people of the town. */
export function conditionsOf(age: number, rng: Rng, often = 1): Condition[] {
  return CONDITIONS.filter(([, at40, at80]) => rng.bern(clamp(often * (at40 + ((age - 40) / 40) * (at80 - at40)), 0, 0.9)) === 1).map(([name]) => name)
}
