/**
 * The systems that speak to us, each with habits of its own. Every habit is one that interface analysts meet: local sex codes,
 * names in capitals, several numbers and names in one field, other separators, old unit spellings.
 */
import { Rng } from '../../../core/rng.ts'
import { type Person, phoneOf } from '../../data/town.ts'
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

/** What the registers hold of somebody of the town, and what they add to it. */
export interface Registered {
  person: Person
  record: string
  national: string
  gender: Gender
  /** "1961-03-24", or the year alone. */
  birth: string
  /** A name that is not to be used: from before a marriage. */
  formerName: string | null
  /** As they arrive, nobody has asked some people for their number. */
  phone: string | null
  /** Number of somebody else at home, given as well. */
  otherPhone: string | null
}

const FORMER = ['Harrow', 'Bellamy', 'Okoro', 'Castellan', 'Venn', 'Marchetti'] as const

/** The same person stands in the registers in the same way, whenever they come. */
export function register(person: Person): Registered {
  const rng = new Rng(`registers/${person.id}`)
  const { id, sex, born, age, phone, household } = person
  return {
    person,
    record: id,
    national: String(rng.int(100_000_000, 999_999_999)),
    gender: rng.bern(0.03) ? 'unknown' : sex === 'F' ? 'female' : 'male',
    // Of a child somebody always knows the day, and no child has been married.
    birth: rng.bern(0.04) && age >= 18 ? born.slice(0, 4) : born,
    formerName: rng.bern(0.3) && age >= 18 ? rng.pick(FORMER) : null,
    phone: rng.bern(0.75) ? phone : null,
    otherPhone: rng.bern(0.37) && household.length > 0 ? phoneOf(rng.pick(household).i) : null,
  }
}
