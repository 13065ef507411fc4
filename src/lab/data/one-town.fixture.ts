/** Whom each generator shows, and what it says of them: read out of its own kind of value, for `one-town.test.ts`. */
import type { Stays } from '../letters/letter-values.ts'
import type { Archive } from '../deid/values.ts'
import { textAt } from '../dicom/element.ts'
import { TAG } from '../dicom/tags.ts'
import { houseCommittee } from '../governance/committee.fixture.ts'
import type { Findings } from '../governance/year-values.ts'
import type { PortValue, Table } from '../graph/ports.ts'
import { parseMessage, type Segment } from '../interop/v2/message.ts'
import type { FeedMessage } from '../interop/feed/feed-message.ts'
import type { ChestImages } from './chest-films.ts'
import { type Condition, idOf } from './town.ts'

/** What some place shows of somebody. What it does not show is left out. */
export interface Shown {
  record: string
  name?: unknown
  given?: unknown
  family?: unknown
  sex?: unknown
  age?: unknown
  /** The day, or the year alone. */
  born?: unknown
  language?: unknown
  /** House and street, perhaps with the town. */
  address?: unknown
  phone?: unknown
  /** Of somebody else at home. */
  otherPhone?: unknown
  district?: unknown
  deprivation?: unknown
  livesAlone?: unknown
  /** B needs an interpreter. */
  group?: unknown
  conditions?: readonly Condition[]
  /** Ages between which they must be. */
  ages?: readonly [number, number]
}

export interface Register {
  params: readonly Record<string, unknown>[]
  /** Null where a generator shows nobody. */
  shownIn: ((value: PortValue) => Shown[]) | null
}

const SAID = ['name', 'given', 'family', 'sex', 'age', 'born', 'language', 'address', 'phone', 'district', 'deprivation', 'livesAlone', 'group'] as const

/** Rows of a table that calls things what all our tables call them; whose number is in that column, or begins the row's id. */
function rowsOf({ ids, columns }: Table, number?: string): Shown[] {
  return ids.map((id, row) => ({
    record: number === undefined ? (id.split('/')[0] as string) : String(columns[number]?.values[row]),
    ...Object.fromEntries(SAID.flatMap((name) => (columns[name] ? [[name, columns[name].values[row]]] : []))),
  }))
}

const inTable = (value: PortValue) => rowsOf(value as Table, 'pid')
const inTableOf = (value: PortValue) => rowsOf((value as { table: Table }).table, 'pid')

const repetitions = (pid: Segment | undefined, field: number) => (pid?.fields[field - 1] ?? []).map((parts) => parts.map(([text = '']) => text))
const day = (digits: string) => digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
const SEXES: Readonly<Record<string, string>> = { M: 'M', F: 'F', 1: 'M', 2: 'F' }

function inMessage({ raw, defect }: FeedMessage): Shown {
  const pid = parseMessage(raw).segments.find(({ name }) => name === 'PID')
  const one = (field: number) => repetitions(pid, field)[0]?.[0] ?? ''
  const legal = repetitions(pid, 5).find((parts) => parts.at(-1) === 'L') ?? []
  const phone = (equipment: string) => repetitions(pid, 13).find((parts) => parts[2] === equipment)?.[0]
  const said = { sex: SEXES[one(8)], address: one(11), phone: phone('PH'), otherPhone: phone('CP'), born: defect === 'future-birth' || defect === 'no-such-day' ? '' : day(one(7)) }
  return {
    record: repetitions(pid, 3).find((parts) => parts[4] === 'MR')?.[0] ?? '', family: legal[0], given: legal[1],
    // Nothing said, or to be forgotten, or not known: nothing shown.
    ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined && text !== '' && text !== '""')),
  }
}

function inArchive(value: PortValue): Shown[] {
  const { notes, films, truth } = value as Archive
  const inNotes = notes.flatMap(({ text, patient }, k): Shown[] => [
    { record: patient, conditions: text.includes('Diabetes since') ? ['type 2 diabetes'] : [] },
    ...(truth[k]?.marks ?? []).flatMap(({ kind, from, to }): Shown[] => {
      const said = text.slice(from, to)
      if (kind === 'MRN') return [{ record: said }]
      return kind === 'ADDRESS' ? [{ record: patient, address: said }] : []
    }),
  ])
  const inFilms = films.flatMap(({ instances }) => instances.map(({ set }): Shown => {
    const at = (tag: number) => textAt(set, tag)
    const [family, given] = (at(TAG.PatientName) ?? '').split('^')
    return { record: at(TAG.PatientID) ?? '', family, given, born: day(at(TAG.PatientBirthDate) ?? ''), sex: at(0x00100040), address: at(0x00101040), phone: at(0x00102154) }
  }))
  return [...inNotes, ...inFilms]
}

/** In each tool's records nothing is shown but the person. */
function inYear(value: PortValue): Shown[] {
  const { committee, products } = (value as Findings).year
  return products.flatMap(({ id, months }) => {
    const ages = committee.tools[id]?.ages ?? [0, 0]
    return months.flatMap(({ people }) => [...people].map((i): Shown => ({ record: idOf(i), ages })))
  })
}

/** Of a note that says all that it can say of a person, between bars. */
function inWritten(value: PortValue): Shown[] {
  return (value as Archive).notes.flatMap(({ text, patient }): Shown[] => {
    const [name, age, sex, born, language, district, address] = text.split('|').slice(1)
    return [{ record: patient, name, age: Number(age), sex, born, language, district, address }]
  })
}

/** Of the title of a stay that says all that it can say of a person, between bars. */
function inStays(value: PortValue): Shown[] {
  return (value as Stays).stays.map(({ title, record }): Shown => {
    const [name, age, sex, , language, district, address] = title.split('|').slice(1)
    return { record, name, age: Number(age), sex, language, district, address }
  })
}

const TAKEN = ['pid', 'name', 'given', 'family', 'age', 'sex', 'born', 'language', 'district', 'address', 'phone']
const DESCRIBED = { n: 120, columns: Object.fromEntries(TAKEN.map((take) => [take, { draw: 'person', take }])) }

/** Every generator by its id. Whoever adds one says here whom it shows. */
export const REGISTERS: Readonly<Record<string, Register>> = {
  'cohort.readmission': { params: [{ n: 1500 }], shownIn: inTable },
  'retina.eyes': { params: [{ n: 800 }, { n: 300, site: 'community' }], shownIn: (value) => rowsOf((value as { table: Table } & PortValue).table, 'person').map((one) => ({ ...one, conditions: ['type 2 diabetes'] })) },
  'cxr.films': { params: [{ past: 100, n: 180, burst: true }], shownIn: (value) => rowsOf((value as ChestImages).table).map((one, row) => ({ ...one, conditions: (value as ChestImages).cases[row]?.person.conditions ?? [] })) },
  'pa.orders': { params: [{ n: 1000 }], shownIn: inTable },
  'hl7.messages': { params: [{ n: 300 }], shownIn: (value) => (value as unknown as { truth: readonly FeedMessage[] }).truth.map(inMessage) },
  'rag.formulary': { params: [{}], shownIn: null },
  'clinic.appointments': { params: [{ n: 1200 }], shownIn: inTable },
  // Slips of the hand and of the scanner are looked at elsewhere.
  'notes.phi': { params: [{ n: 60, films: 20, oovNames: 0.3, slips: 0, scans: 0, smallLetters: 0 }], shownIn: inArchive },
  'board.timeline': { params: [houseCommittee({})], shownIn: inYear },
  'ecg.patch': { params: [{ n: 60, strips: 1 }], shownIn: inTableOf },
  'table.synthetic': { params: [DESCRIBED], shownIn: inTable },
  'stream.synthetic': { params: [{ ...DESCRIBED, stay: { hours: 12 }, hourly: { pulse: { draw: 'walk', mean: 80, noise: 3, keep: 0.8 } }, chart: { every: 4 } }], shownIn: inTableOf },
  'trace.synthetic': { params: [{ ...DESCRIBED, recording: { hours: 2 }, episodes: { af: { what: 'atrial fibrillation', perDay: 1, minutes: 30 } } }], shownIn: inTableOf },
  'notes.written': {
    params: [{ ...DESCRIBED, kinds: { problem: { label: 'Problem', colour: 'red' } }, sentences: { all: { say: ['[[problem:x]]|{name}|{age}|{sex}|{born}|{language}|{district}|{address}|'] } } }], shownIn: inWritten,
  },
  'records.written': {
    params: [{ ...DESCRIBED, shape: { title: '{name}', fields: TAKEN.filter((take) => take !== 'district'), wanted: { Person: { home: { type: 'text', label: 'District', truth: 'district' } } } } }], shownIn: inTableOf,
  },
  'offers.written': {
    params: [{
      ...DESCRIBED, columns: { ...DESCRIBED.columns, today: { draw: 'date', from: '2026-03-02' } }, index: 'today', facts: { any: { label: 'Anything' } },
      offers: { one: { title: 'One', about: 'One.', places: 5, criteria: [{ id: 'age', kind: 'inclusion', say: 'Of age', holds: 'age >= 18' }] } },
    }], shownIn: inTableOf,
  },
  'flow.synthetic': {
    params: [{ cases: { ...DESCRIBED, n: undefined, people: { patient: { ages: [0, 101] } } }, arrivals: { calls: { label: 'call', perHour: 5 } }, stations: { desk: { label: 'Desk', units: 2 } }, steps: [{ at: 'desk', minutes: 10 }] }], shownIn: inTable,
  },
  'pages.written': { params: [], shownIn: null },
  'dialogues.written': { params: [], shownIn: null },
  'stays.written': {
    params: [{ ...DESCRIBED, title: 'x|{name}|{age}|{sex}|{born}|{language}|{district}|{address}|', facts: { rest: { label: 'Rest', resource: 'CarePlan', note: ['Rest.'], say: ['Rest.'] } }, inventions: ['A.', 'B.'] }], shownIn: inStays,
  },
  // Two clean records of some: slips, and people who only look alike, are not what is asked here.
  'registry.synthetic': { params: [{ ...DESCRIBED, records: { 1: 1, 2: 1 } }], shownIn: inTable },
  'pictures.drawn': { params: [{ ...DESCRIBED, columns: { ...DESCRIBED.columns, ill: { draw: 'bernoulli', p: 0.5 } }, label: 'ill == 1', draw: [{ shape: 'fill', light: 0.2 }] }], shownIn: inTableOf },
}
