/**
 * The systems that speak to us, each with habits of its own. Every habit is one that interface analysts meet: local sex codes,
 * names in capitals, several numbers and names in one field, other separators, old unit spellings.
 */
import type { Rng } from '../../../core/rng.ts'
import type { Person } from '../../data/town.ts'
import { properName } from '../map/transforms.ts'
import { type Delimiters, STANDARD } from '../v2/message.ts'

export const DIALECTS = ['registration', 'desk', 'clinic'] as const
export type Dialect = (typeof DIALECTS)[number]

export type Class = 'inpatient' | 'emergency' | 'outpatient'
export type Gender = 'female' | 'male' | 'unknown'

export interface Sender {
  application: string
  title: string
  delimiters: Delimiters
  capitals: boolean
  sex: Readonly<Record<Gender, string>>
  classes: Readonly<Record<Class, string>>
  /** Puts the national number before our own. */
  nationalFirst: boolean
}

export const SENDERS: Readonly<Record<Dialect, Sender>> = {
  registration: {
    application: 'REG98', title: 'the registration system of 1998', delimiters: STANDARD, capitals: true, nationalFirst: true,
    sex: { male: '1', female: '2', unknown: '9' }, classes: { inpatient: 'IP', emergency: 'ER', outpatient: 'OP' },
  },
  desk: {
    application: 'DESK', title: 'the new front desk', delimiters: STANDARD, capitals: false, nationalFirst: false,
    sex: { male: 'M', female: 'F', unknown: 'U' }, classes: { inpatient: 'I', emergency: 'E', outpatient: 'O' },
  },
  clinic: {
    application: 'CLINIC', title: 'the clinic downstairs', delimiters: { ...STANDARD, component: '!', repetition: '*' }, capitals: false, nationalFirst: true,
    sex: { male: 'M', female: 'F', unknown: 'U' }, classes: { inpatient: 'I', emergency: 'E', outpatient: 'O' },
  },
}

/** Capitals, where the name can be read back from them: "McDonald" cannot, so that old system was taught to keep it. */
export function nameFor({ capitals }: Sender, name: string): string {
  const loud = name.toUpperCase()
  return capitals && properName(loud) === name ? loud : name
}

/** Facts about a person that the feed adds to the town's own. */
export interface Registered {
  person: Person
  record: string
  national: string
  gender: Gender
  /** "1961-03-24", or the year alone. */
  birth: string
  /** A name that is not to be used: from before a marriage. */
  formerName: string | null
  address: string | null
  phone: string | null
  mobile: string | null
}

const FORMER = ['Harrow', 'Bellamy', 'Okoro', 'Castellan', 'Venn', 'Marchetti'] as const

export function register(rng: Rng, person: Person): Registered {
  return {
    person,
    record: person.id,
    national: String(rng.int(100_000_000, 999_999_999)),
    gender: rng.bern(0.03) ? 'unknown' : person.sex === 'F' ? 'female' : 'male',
    // Of a child somebody always knows the day.
    birth: rng.bern(0.04) && person.age >= 18 ? person.born.slice(0, 4) : person.born,
    formerName: rng.bern(0.25) ? rng.pick(FORMER) : null,
    address: rng.bern(0.12) ? `Rose & Crown Cottage, ${person.address}` : person.address,
    phone: rng.bern(0.85) ? phoneNumber(rng) : null,
    mobile: rng.bern(0.3) ? phoneNumber(rng) : null,
  }
}

/** 555-01xx is kept free for invented numbers. */
export function phoneNumber(rng: Rng): string {
  return `555-01${String(rng.int(0, 99)).padStart(2, '0')}`
}
