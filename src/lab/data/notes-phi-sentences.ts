/** What stands in a note: several hands, each with its own way to say the same thing. Marked parts are identifiers or look-alikes. */
import type { Rng } from '../../core/rng.ts'
import { decoy, marked, somebody, type Values } from './notes-phi-values.ts'
import { person } from './town.ts'
import type { PersonOnFile } from './visitors.ts'

export interface Scene {
  rng: Rng
  /** Whom the note is about. */
  who: PersonOnFile
  values: Values
  visitorShare: number
}

const REASONS = ['chest pain', 'dyspnea', 'cellulitis', 'a hip fracture', 'pneumonia', 'a fall at home', 'vomiting', 'a swollen knee']
const name = (text: string) => marked('NAME', text)
const full = ({ given, family }: PersonOnFile) => name(`${given} ${family}`)

export const TITLES = ['Discharge summary', 'Progress note', 'ED note', 'Clinic letter', 'Nursing note'] as const

export function opening({ rng, who, values }: Scene, title: string): string[] {
  const head = rng.pick([
    () => `${title.toUpperCase()}\nPatient: ${full(who)}   MRN: ${values.mrn()}   DOB: ${values.born()}`,
    () => `${title.toUpperCase()}\nPatient: ${name(`${who.family.toUpperCase()}, ${who.given}`)}  |  Record no. ${values.mrn()}  |  born ${values.born()}`,
    () => `${title}\nRe: ${full(who)}, born ${values.born()}, hospital number ${values.mrn()}`,
    () => `${title}\nName: ${full(who)}. MRN ${values.mrn()}.`,
  ])()
  const reason = rng.pick(REASONS)
  const age = values.age()
  const title1 = who.sex === 'M' ? 'Mr' : rng.pick(['Ms', 'Mrs'])
  const intro = rng.pick([
    () => `${title1}. ${name(who.family)} is a ${age} year old admitted ${values.date()} with ${reason}.`,
    () => `${title1} ${name(who.family)}, aged ${age}, came in on ${values.date()} because of ${reason}.`,
    () => `${age}-year-old ${who.sex === 'M' ? 'man' : 'woman'}, admitted on ${values.date()} with ${reason}.`,
    () => `This ${age} yo presented ${values.date()} with ${reason}.`,
  ])()
  return [`${head}\n\n${intro}`]
}

type Fact = (scene: Scene) => string

const other = ({ rng, visitorShare }: Scene) => somebody(rng, visitorShare)
/** One of several ways to say it. */
const ways = (...said: Fact[]): Fact => (scene) => scene.rng.pick(said)(scene)
const he = ({ who }: Scene) => (who.sex === 'M' ? 'He' : 'She')

/** Each at most once in a note. */
export const FACTS: readonly Fact[] = [
  ways((s) => `Seen by Dr. ${name(other(s).family)} on ${s.values.date()}.`, (s) => `Reviewed with Dr ${name(other(s).family)} on ${s.values.date()}.`, (s) => `Ward round ${s.values.date()}: Dr ${full(other(s))}.`, (s) => `Discussed with consultant ${full(other(s))}.`),
  kin,
  ways((s) => `${name(s.who.given)} was tearful but hopeful; ${decoy('hope')} is noted in the plan.`, (s) => `${name(s.who.given)} says the pain is better.`, (s) => `Told ${name(s.who.given)} about the scan.`, (s) => `${name(other(s).given)} was told by telephone.`),
  ways((s) => `Lives at ${s.values.address()} ${s.values.plain('POSTCODE')}.`, (s) => `Home: ${s.values.address()}, ${s.values.plain('POSTCODE')}.`, (s) => `Address ${s.values.address()} ${s.values.plain('POSTCODE')}.`),
  ways((s) => `Works for ${s.values.employer()}.`, (s) => `Employed at ${s.values.employer()}.`, (s) => `Retired from ${s.values.employer()}.`),
  ways((s) => `Transferred from ${s.values.facility()}.`, (s) => `Previously seen at ${s.values.facility()}.`),
  ways((s) => `Email ${s.values.email()}.`, (s) => `Telephone ${s.values.phone(s.who)}.`, (s) => `${he(s)} writes from ${s.values.email()}.`),
  ways((s) => `SSN ${s.values.plain('SSN')}.`, (s) => `Social security no. ${s.values.plain('SSN')}.`),
  ways((s) => `Pacemaker serial ${s.values.plain('DEVICE')}.`, (s) => `Hip implant ${s.values.plain('DEVICE')}.`),
  (s) => `Portal login from ${s.values.plain('IP')}.`,
  ways((s) => `Member ID ${s.values.plain('PLAN')}.`, (s) => `Insurance no. ${s.values.plain('PLAN')}.`),
  ways((s) => `Fax results to ${s.values.fax()}.`, (s) => `Results by fax: ${s.values.fax()}.`),
  ways((s) => `Arrived by car, plate ${s.values.plain('VEHICLE')}.`, (s) => `Number plate ${s.values.plain('VEHICLE')} noted at the gate.`),
  ways((s) => `Follow-up ${s.values.date()} with Dr. ${name(other(s).family)}.`, (s) => `Back in clinic on ${s.values.date()}.`, (s) => `Next appointment: ${s.values.date()}.`),
  ways((s) => `${he(s)} is the ${marked('UNIQUE', `former mayor of ${s.values.town()}`)}.`, (s) => `Known in town as the ${marked('UNIQUE', `lighthouse keeper of ${s.values.town()}`)}.`, (s) => `In the news as the ${marked('UNIQUE', `winner of the ${s.values.town()} regatta`)}.`),
  (s) => `See ${s.values.url()}.`,
  (s) => `Driving licence ${s.values.plain('LICENCE')} copied at registration.`,
  ways((s) => `Account ${s.values.plain('ACCOUNT')}.`, (s) => `Billed to account ${s.values.plain('ACCOUNT')}.`),
]

function kin(scene: Scene): string {
  const { rng, who, values } = scene
  const partner = who.household.find(({ relation }) => relation === 'partner')
  const home = who.household.filter(({ i, relation }) => relation === 'partner' || ((relation === 'child' || relation === 'brother or sister') && person(i).age >= 18))
  const near = home.length > 0 ? rng.pick(home) : null
  const one = near ? person(near.i) : other(scene)
  const word = near ? kinWord(one, near.relation) : kinWord(one, relationByAge(who.age - one.age))
  return rng.pick([
    () => `${word} ${full(one)} can be reached at ${values.phone(one)}.`,
    () => `Next of kin: ${full(one)}, ${values.phone(one)}.`,
    () => `${word} ${name(one.given)} (${values.phone(one)}) will collect.`,
    ...(partner ? [() => `Lives with partner ${name(person(partner.i).given)}.`] : []),
  ])()
}

/** Of somebody who lives elsewhere; where the years fit nothing, they live next door. */
function relationByAge(younger: number): string {
  if (younger >= 18 && younger <= 45) return 'child'
  return Math.abs(younger) <= 15 ? 'brother or sister' : 'neighbour'
}

function kinWord({ sex }: PersonOnFile, relation: string): string {
  const [woman, man] = { partner: ['Wife', 'Husband'], child: ['Daughter', 'Son'], 'brother or sister': ['Sister', 'Brother'] }[relation] ?? ['Neighbour', 'Neighbour']
  return (sex === 'F' ? woman : man) as string
}

export function signature(scene: Scene): string {
  const { rng } = scene
  return rng.pick([() => `\nSigned ${full(other(scene))}, RN`, () => `\nDictated by ${full(other(scene))}`, () => `\nNurse ${name(other(scene).family)}`, () => ''])()
}

/** Look like names, dates or numbers, and are medicine or plain English. */
export const DECOYS: readonly ((rng: Rng, who: PersonOnFile) => string)[] = [
  (r) => `Strength ${decoy(`${r.int(2, 5)}/5`)} in both legs.`,
  (r) => `${decoy('Parkinson')} disease, tremor improved on carbidopa ${decoy(`${r.pick([10, 25])}/100`)}.`,
  () => `${decoy('Foley')} catheter removed.`,
  () => `No evidence of ${decoy('Hodgkin')} lymphoma.`,
  (r) => `${decoy('Graves')} disease, TSH ${(r.uniform() * 4).toFixed(2)}.`,
  (r) => `BP ${decoy(`${r.int(95, 170)}/${r.int(55, 95)}`)}, HR ${r.int(55, 120)}.`,
  (r) => `Pain ${decoy(`${r.int(0, 10)}/10`)}.`,
  (r) => `${decoy('White')} count ${(r.uniform() * 15 + 3).toFixed(1)}.`,
  () => `${decoy('Cushing')} syndrome ruled out.`,
  () => `${decoy('Bell')} palsy resolving.`,
  (r) => `Moved to room ${decoy(String(r.int(100, 699)))} bed ${r.int(1, 4)}.`,
  () => `${decoy('Crohn')} disease in remission since childhood.`,
  (r) => `Glasgow 15. NEWS2 ${r.int(0, 8)}.`,
  () => `${decoy('Small')} bowel rest; ${decoy('long')} discussion about diet.`,
  // An illness of the town's list only where the patient has it.
  (r, who) => `${who.conditions.includes('type 2 diabetes') ? 'Diabetes' : 'Glasses'} since ${decoy(String(r.int(2001, 2019)))}.`,
  () => `${decoy('Will')} review in the morning.`,
  () => `${decoy('Mark')} the site before theatre.`,
  () => `Temperature ${decoy('rose')} to 38.2 overnight.`,
  () => `${decoy('Raynaud')} phenomenon, hands kept warm.`,
  () => `${decoy('Young')} at heart, walks every day.`,
]
