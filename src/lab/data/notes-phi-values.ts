/**
 * Identifiers as they stand in notes, all invented: social security numbers begin with 9 (none is given out so), telephone
 * numbers with 555-01, addresses on the net are those kept for examples, mail goes to mail.example.
 */
import type { Rng } from '../../core/rng.ts'
import type { Kind } from '../../core/artefacts/annotations.ts'
import { person, type Person, TOWN_SIZE } from './town.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const TOWNS = ['Fairhaven', 'Port Ellis', 'Birchwood', 'Dover Mills', 'Elkton', 'Kingsferry', 'Saltmarsh', 'Upper Wick']
const EMPLOYERS = ['Birchwood Steel', 'the Fairhaven school district', 'Harbor Bakery', 'Ellis and Daughters', 'the Elkton ferry company', 'Quarry Road Nursery', 'Lantern Street Garage']
const FACILITIES = ['Saint Clair General', 'Fairhaven Clinic', 'Dover Mills Rehabilitation', 'the Kingsferry birth centre', 'Mill Race Surgery']

/** From out of town. Many are words, diseases and devices as well; all are carried by real families somewhere, none is meant. */
const VISITORS = {
  given: ['Hope', 'Rose', 'Will', 'Mark', 'Grant', 'Violet', 'Summer', 'Bao', 'Chidi', 'Ingrid', 'Mateo', 'Xochitl', 'Siobhán', 'Jean-Luc', 'Þóra', 'Nizhoni', 'Anne-Marie', 'Zé', 'Aroha', 'Bo'],
  family: ['Parkinson', 'White', 'Hodgkin', 'Foley', 'Graves', 'Bell', 'Cushing', 'Small', 'Crohn', 'Long', 'Young', "O'Dowd", 'van der Meer', 'de la Cruz', 'Achterberg', 'Lindqvist', 'Nwachukwu-Hale', 'al Rashid', 'Ng', 'St. Clair', "M'Bala", 'Raynaud', 'Sharp', 'Banks'],
} as const

/** A named person in a note. */
export interface Named {
  given: string
  family: string
}

/** Somebody of the town, or with that chance a visitor whose name nobody has on a list. */
export function somebody(rng: Rng, visitorShare: number): Named {
  if (rng.uniform() < visitorShare) return visitor(rng)
  return person(rng.int(0, TOWN_SIZE - 1))
}

export function visitor(rng: Rng): Named {
  return { given: rng.pick(VISITORS.given), family: rng.pick(VISITORS.family) }
}

export function marked(kind: Kind, text: string): string {
  return `⟦${kind}:${text}⟧`
}

/** An ordinary word that looks like an identifier. */
export function decoy(text: string): string {
  return `⟦~:${text}⟧`
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Nine ways to write a day. Only the first six carry the year. */
export const DATE_STYLES: readonly ((year: number, month: number, day: number) => string)[] = [
  (y, m, d) => `${m}/${d}/${y}`,
  (y, m, d) => `${two(m)}/${two(d)}/${two(y % 100)}`,
  (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`,
  (y, m, d) => `${d} ${MONTHS[m - 1]?.slice(0, 3)} ${y}`,
  (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  (y, m, d) => `${two(d)}.${two(m)}.${y}`,
  (_, m, d) => `${m}/${d}`,
  (_, m, d) => `${d}${ordinal(d)} of ${MONTHS[m - 1]}`,
  (y, m, d) => `${two(d)}-${MONTHS[m - 1]?.slice(0, 3)}-${two(y % 100)}`,
]

function ordinal(day: number): string {
  if (day > 3 && day < 21) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

export interface Values {
  /** Some day around the stay. */
  date(): string
  born(): string
  phone(kind?: 'PHONE' | 'FAX'): string
  mrn(): string
  plain(kind: 'SSN' | 'PLAN' | 'ACCOUNT' | 'LICENCE' | 'VEHICLE' | 'DEVICE' | 'IP' | 'POSTCODE'): string
  address(who: Person): string
  town(): string
  employer(): string
  facility(): string
  email(who: Named): string
  url(who: Named): string
}

/** @param patient whose age and home the values fit */
export function valuesFor(rng: Rng, patient: Person): Values {
  const year = rng.int(2023, 2025)
  const [month, day] = [rng.int(1, 12), rng.int(1, 24)]
  const digits = (n: number) => Array.from({ length: n }, (_, i) => rng.int(i === 0 ? 1 : 0, 9)).join('')
  const mrn = rng.pick([digits(7), `${digits(2)}-${digits(6)}`])
  const latin = ({ given, family }: Named) => `${given}.${family}`.normalize('NFD').toLowerCase().replaceAll(/[^a-z.]/g, '')
  const home = rng.pick(TOWNS)
  const plain = {
    SSN: () => `9${digits(2)}-${digits(2)}-${digits(4)}`,
    PLAN: () => `HPX${digits(8)}`,
    ACCOUNT: () => `AC-${digits(6)}`,
    LICENCE: () => `D${digits(7)}`,
    VEHICLE: () => `${rng.pick(['KLM', 'TRX', 'BQA'])} ${digits(4)}`,
    DEVICE: () => `SN-${digits(3)}${rng.pick(['AX', 'QT', 'ZR'])}${digits(4)}`,
    IP: () => `${rng.pick(['192.0.2', '198.51.100', '203.0.113'])}.${rng.int(1, 254)}`,
    POSTCODE: () => digits(5),
  }
  return {
    date: () => marked('DATE', rng.pick(DATE_STYLES)(year, month, day + rng.int(0, 4))),
    born: () => marked('DATE', (DATE_STYLES[rng.pick([0, 2, 3, 4, 5])] as (typeof DATE_STYLES)[number])(...(patient.born.split('-').map(Number) as [number, number, number]))),
    phone: (kind = 'PHONE') => {
      const [area, end] = [rng.int(201, 989), two(rng.int(0, 99))]
      return marked(kind, rng.pick([`(${area}) 555-01${end}`, `${area}-555-01${end}`, `${area}.555.01${end}`, `${area} 555 01${end}`]))
    },
    mrn: () => marked('MRN', mrn),
    plain: (kind) => marked(kind, plain[kind]()),
    address: ({ address }) => marked('ADDRESS', `${address}, ${home}`),
    town: () => rng.pick(TOWNS),
    employer: () => marked('EMPLOYER', rng.pick(EMPLOYERS)),
    facility: () => marked('FACILITY', rng.pick(FACILITIES)),
    email: (who) => marked('EMAIL', `${latin(who)}@mail.example`),
    url: (who) => marked('URL', rng.pick([`https://blog.example/${latin(who).replace('.', '-')}`, `www.${latin(who)}.example`])),
  }
}
