/** The four products in words: names, what their model cards ask, what those who know would answer, and what may be put into a contract. All invented. */
import type { ProductId } from './year-values.ts'

export interface CardField {
  id: string
  label: string
  options: readonly { id: string; text: string }[]
  /** The entry that is true. */
  truth: string
}

export interface ProductWords {
  id: ProductId
  name: string
  short: string
  ward: string
  /** One who comes to harm when it fails, in plain words. */
  harm: string
  /** The sheet that came with it. What it does not say must be asked. */
  sheet: string
  fields: readonly CardField[]
}

const FIELD_LABELS = {
  use: 'What it is for',
  taught: 'What it was taught to predict',
  tested: 'On whom it was tested',
  weak: 'Where it is known to be weak',
  human: 'Who decides in the end',
  owner: 'Who answers for it here',
} as const
type FieldId = keyof typeof FIELD_LABELS

/** The first entry of each field as it is written here is the true one; on the card they stand in the order of the alphabet. */
function fields(entries: Readonly<Record<FieldId, readonly [string, string, string]>>): CardField[] {
  return (Object.keys(FIELD_LABELS) as FieldId[]).map((id) => {
    const options = entries[id].map((text, i) => ({ id: `${id}-${'abc'[i]}`, text })).sort((a, b) => (a.text < b.text ? -1 : 1))
    return { id, label: FIELD_LABELS[id], options, truth: `${id}-a` }
  })
}

export const PRODUCTS: readonly ProductWords[] = [
  {
    id: 'chest', name: 'Chest film sorter', short: 'Films', ward: 'Radiology', harm: 'waited too long for their film to be read',
    sheet: 'LumenSort by a vendor. Puts urgent chest films at the top of the night list. "Tested on 90,000 films." Dr Falk reads every film herself. She signed for it when it came, and she answers for it.',
    fields: fields({
      use: ['Sorts the night list', 'Reads films at night instead of a doctor', 'Finds broken ribs'],
      taught: ['Whether a reader called the film urgent', 'Who later died', 'How long the report took'],
      tested: ['Two distant hospitals, standing films only', 'Ninety thousand films of our own', 'All wards of this house, for a year'],
      weak: ['Films taken in bed, by the portable machine', 'Nothing: it is 99% in agreement', 'Large films'],
      human: ['The duty radiologist reads every film', 'The sorter, at night', 'The vendor\'s help desk'],
      owner: ['Dr Falk, radiology', 'The vendor', 'Nobody yet'],
    }),
  },
  {
    id: 'sepsis', name: 'Sepsis watch', short: 'Sepsis', ward: 'Ward 7', harm: 'had sepsis noticed hours later',
    sheet: 'Built in this house with Ward 7. Reads creatinine, breathing and age each hour and calls a nurse to the bed. Taught on confirmed sepsis in our own records, tested on Ward 7 and the surgical wards for six months. The nurse in charge decides. Sister Malik answers for it.',
    fields: fields({
      use: ['Calls a nurse to the bed', 'Starts treatment by itself', 'Ranks wards by their results'],
      taught: ['Confirmed sepsis, from our records', 'Antibiotics that were given', 'Billing codes'],
      tested: ['Ward 7 and surgery, six months', 'Another country', 'Nobody'],
      weak: ['It believes any unit it is sent', 'Nothing is known', 'Children under one year'],
      human: ['The nurse in charge', 'The alarm', 'The laboratory'],
      owner: ['Sister Malik, wards', 'The laboratory', 'The vendor'],
    }),
  },
  {
    id: 'readmit', name: 'Home-visit list', short: 'Visits', ward: 'Discharge desk', harm: 'came back to hospital without a visit',
    sheet: 'Built in this house. Says who should be visited at home after discharge. Tested on last year\'s discharges of our own wards, with no patient on both sides. Weak for people who have never been here before. The visiting nurses decide whom they see. The discharge desk answers for it.',
    fields: fields({
      use: ['Says whom to visit after discharge', 'Says who may go home', 'Plans the nurses\' holidays'],
      taught: ['Any return, as coders counted it then', 'Only returns that could be avoided', 'Death at home'],
      tested: ['Our own discharges of last year', 'A sample bought from an insurer', 'Twelve volunteers'],
      weak: ['People who were never here before', 'People over sixty', 'Mondays'],
      human: ['The visiting nurses', 'The insurer', 'The list itself'],
      owner: ['The discharge desk', 'The coding office', 'Nobody yet'],
    }),
  },
  {
    id: 'noshow', name: 'Reminder list', short: 'Reminders', ward: 'Outpatients', harm: 'missed an appointment that nobody helped them keep',
    sheet: 'Built in this house. Says whom Priya Anand\'s team should ring before an appointment. Taught on kept and missed bookings, tested on three months of all clinics. It calls and never double-books. Priya Anand decides, and answers for it.',
    fields: fields({
      use: ['Says whom to ring before an appointment', 'Double-books people who may not come', 'Strikes people off the list'],
      taught: ['Whether a booking was kept', 'Who complained', 'Where people live'],
      tested: ['All clinics, three months', 'The private clinic only', 'The vendor\'s demo data'],
      weak: ['It does not know how people travel here', 'It cannot count past a hundred', 'Nothing is known'],
      human: ['Priya Anand\'s team', 'The telephone system', 'The patient\'s family'],
      owner: ['Priya Anand, outpatients', 'The bus company', 'The vendor'],
    }),
  },
]

export function productWords(id: string): ProductWords {
  const found = PRODUCTS.find((product) => product.id === id)
  if (!found) throw new RangeError(`there is no product "${id}"`)
  return found
}

export interface Question {
  id: string
  ask: string
  answer: string
}

/** Six may be put. Some of the answers stand on no sheet; some are worth nothing. */
export const QUESTIONS: readonly Question[] = [
  { id: 'chest-tested', ask: 'Film sorter: ninety thousand films of whom?', answer: 'Of two hospitals a long way from here. All standing, all in daylight hours, says the small print on page 40.' },
  { id: 'chest-weak', ask: 'Film sorter: on which films does it go wrong?', answer: 'Dr Falk: "The portable ones, taken in bed. My sickest patients cannot stand up. The 99% on its screen is how often it agrees with itself."' },
  { id: 'chest-taught', ask: 'Film sorter: what exactly did it learn?', answer: 'Whether a reader had marked the film as urgent. Not what happened to the patient afterwards.' },
  { id: 'sepsis-weak', ask: 'Sepsis watch: what would fool it?', answer: 'Tobias Wren: "A unit. If the laboratory changes how it writes creatinine, the watch will not blink. It believes every number it is sent."' },
  { id: 'readmit-taught', ask: 'Home-visit list: who counts as "came back"?', answer: 'Anybody within thirty days, planned or not: that is how the coders counted when it was taught. They speak of a reform.' },
  { id: 'noshow-weak', ask: 'Reminder list: what does it not know?', answer: 'Priya Anand: "How people get here. Half of the east side comes by the night bus, and the list has never heard of a bus."' },
  { id: 'vendor-sites', ask: 'Vendor: how many hospitals use it?', answer: '"Two hundred and eleven, and growing!" It does not say how many of them ever looked.' },
  { id: 'vendor-award', ask: 'Vendor: what has it won?', answer: 'A glass trophy, shaped like a lung. It is on the reception desk in a city that none of us has visited.' },
  { id: 'house-colour', ask: 'Sepsis watch: could the alarm be teal?', answer: 'Yes. It took the committee forty minutes.' },
]

export interface Clause {
  id: string
  title: string
  about: string
}

/** Three may be asked for: a vendor signs only so much. */
export const CLAUSES: readonly Clause[] = [
  { id: 'pinned', title: 'The version is pinned', about: 'No change without notice and our yes. A new version first reads in silence beside the old one.' },
  { id: 'rollback', title: 'The right to go back', about: 'If a version fails here, the one before is back within a month.' },
  { id: 'logs', title: 'Our records stay ours', about: 'Every score is kept where we can read it, also after the contract ends.' },
  { id: 'uptime', title: 'Never off for more than an hour', about: 'Being on is not the same as being right, but it is pleasant.' },
  { id: 'dashboard', title: 'Gold dashboard', about: 'The same green tick, larger.' },
  { id: 'price', title: 'Price fixed for five years', about: 'The finance office likes it very much.' },
]

/** Fields of all cards: right, wrong, not filled in. */
export function readCards(cards: Readonly<Record<string, Readonly<Record<string, string>>>>): { right: number; wrong: number; empty: number; of: number } {
  const counts = { right: 0, wrong: 0, empty: 0, of: 0 }
  for (const { id, fields: asked } of PRODUCTS) {
    for (const field of asked) {
      const card = Object.hasOwn(cards, id) ? cards[id] : undefined
      const entry = card && Object.hasOwn(card, field.id) ? card[field.id] : ''
      counts.of++
      counts[!entry ? 'empty' : entry === field.truth ? 'right' : 'wrong']++
    }
  }
  return counts
}
