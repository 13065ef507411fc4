/**
 * Identifiers as they stand in notes. What a person has everywhere (number, home, telephone, day of birth) is the town's; the
 * rest is invented here: social security numbers begin with 9 (none is given out so), fax numbers with 555-01, addresses on the
 * net are those kept for examples, mail goes to mail.example.
 */
import type { Rng } from '../../core/rng.ts'
import type { Kind } from '../../core/artefacts/annotations.ts'
import { ageOn, person, TOWN_SIZE } from './town.ts'
import { type PersonOnFile, TOWNS_AROUND, visitor, VISITORS } from './visitors.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const EMPLOYERS = ['Birchwood Steel', 'the Fairhaven school district', 'Harbor Bakery', 'Ellis and Daughters', 'the Elkton ferry company', 'Quarry Road Nursery', 'Lantern Street Garage']
const FACILITIES = ['Saint Clair General', 'Fairhaven Clinic', 'Dover Mills Rehabilitation', 'the Kingsferry birth centre', 'Mill Race Surgery']

/** Somebody of the town, or with that chance a visitor whose name nobody has on a list. */
export function somebody(rng: Rng, visitorShare: number): PersonOnFile {
  return rng.uniform() < visitorShare ? visitor(rng.int(0, VISITORS - 1)) : person(rng.int(0, TOWN_SIZE - 1))
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
  /** Age at the stay, marked where it is over 89. */
  age(): string
  phone(of: PersonOnFile): string
  fax(): string
  mrn(): string
  plain(kind: 'SSN' | 'PLAN' | 'ACCOUNT' | 'LICENCE' | 'VEHICLE' | 'DEVICE' | 'IP' | 'POSTCODE'): string
  address(): string
  town(): string
  employer(): string
  facility(): string
  email(): string
  url(): string
}

/** Every place has one, as invented as the place. */
const POSTCODES: Readonly<Record<string, string>> = {
  'Turing Vale': '00142', Fairhaven: '00217', 'Port Ellis': '00223', Birchwood: '00231', 'Dover Mills': '00358', Elkton: '00264', Kingsferry: '00379', Saltmarsh: '00385', 'Upper Wick': '00396',
}

/** @param who whom the note is about */
export function valuesFor(rng: Rng, who: PersonOnFile): Values {
  const year = rng.int(2023, 2025)
  const [month, day] = [rng.int(1, 12), rng.int(1, 24)]
  const digits = (n: number) => Array.from({ length: n }, (_, i) => rng.int(i === 0 ? 1 : 0, 9)).join('')
  const latin = `${who.given}.${who.family}`.normalize('NFD').toLowerCase().replaceAll(/[^a-z.]/g, '')
  const plain = {
    SSN: () => `9${digits(2)}-${digits(2)}-${digits(4)}`,
    PLAN: () => `HPX${digits(8)}`,
    ACCOUNT: () => `AC-${digits(6)}`,
    LICENCE: () => `D${digits(7)}`,
    VEHICLE: () => `${rng.pick(['KLM', 'TRX', 'BQA'])} ${digits(4)}`,
    DEVICE: () => `SN-${digits(3)}${rng.pick(['AX', 'QT', 'ZR'])}${digits(4)}`,
    IP: () => `${rng.pick(['192.0.2', '198.51.100', '203.0.113'])}.${rng.int(1, 254)}`,
    POSTCODE: () => POSTCODES[who.city] ?? '00000',
  }
  const number = (kind: 'PHONE' | 'FAX', whole: string) => {
    const [area, , end] = whole.split('-')
    return marked(kind, rng.pick([`(${area}) 555-${end}`, `${area}-555-${end}`, `${area}.555.${end}`, `${area} 555 ${end}`]))
  }
  return {
    date: () => marked('DATE', rng.pick(DATE_STYLES)(year, month, day + rng.int(0, 4))),
    born: () => marked('DATE', (DATE_STYLES[rng.pick([0, 2, 3, 4, 5])] as (typeof DATE_STYLES)[number])(...(who.born.split('-').map(Number) as [number, number, number]))),
    age: () => {
      const age = ageOn(`${year}-${two(month)}-${two(day)}`, who.born)
      return age > 89 ? marked('AGE', String(age)) : String(age)
    },
    phone: ({ phone }) => number('PHONE', phone),
    fax: () => number('FAX', `${rng.int(2, 9)}9${rng.int(0, 9)}-555-01${two(rng.int(0, 99))}`),
    mrn: () => marked('MRN', who.record),
    plain: (kind) => marked(kind, plain[kind]()),
    address: () => marked('ADDRESS', `${who.address}, ${who.city}`),
    town: () => rng.pick(TOWNS_AROUND),
    employer: () => marked('EMPLOYER', rng.pick(EMPLOYERS)),
    facility: () => marked('FACILITY', rng.pick(FACILITIES)),
    email: () => marked('EMAIL', `${latin}@mail.example`),
    url: () => marked('URL', rng.pick([`https://blog.example/${latin.replace('.', '-')}`, `www.${latin}.example`])),
  }
}
