/**
 * What the invented formulary speaks of, and how. Medicines, figures and rules are all made up: nothing here may be used on
 * a person. The generator writes with these words; the simulated model and the verifier read with them.
 */
import type { Rng } from '../../core/rng.ts'

export type Shelfmark = 'formulary' | 'handbook'

export interface Topic {
  id: string
  heading: string
  /** Book it stands in. */
  shelfmark: Shelfmark
  unit: string
  /** `{d}` is the medicine, `{v}` the figure. */
  says: readonly string[]
  /** The same under a heading, without the name. */
  saysOfIt: string
  asks: readonly string[]
  /** A sentence without figures that stands beside it. */
  aside: string
  /** Recognises the topic in a sentence or a question. */
  spot: RegExp
  draw(rng: Rng): number
}

/** The more telling first: "after starting" speaks of the blood test, not of the start dose. */
export const TOPICS: readonly Topic[] = [
  {
    id: 'pregnancy', heading: 'Planning a pregnancy', shelfmark: 'formulary', unit: 'weeks', spot: /pregnan/i,
    says: ['Stop {d} {v} weeks before a planned pregnancy.', 'A planned pregnancy needs {v} weeks without {d} first.'],
    saysOfIt: 'Stop it {v} weeks before a planned pregnancy.',
    asks: ['How many weeks before a planned pregnancy is {d} stopped?', 'Someone on {d} plans a pregnancy. How long before must it stop?'],
    aside: 'Talk about contraception at every visit.', draw: (rng) => rng.int(2, 16),
  },
  {
    id: 'surgery', heading: 'Before surgery', shelfmark: 'handbook', unit: 'hours', spot: /surgery|operation/i,
    says: ['Hold {d} for {v} hours before planned surgery.', 'Before planned surgery, leave out {d} for {v} hours.'],
    saysOfIt: 'Hold it for {v} hours before planned surgery.',
    asks: ['How many hours before surgery is {d} held?', 'Surgery is planned. For how long do we leave out {d}?'],
    aside: 'Restart when the patient eats and drinks.', draw: (rng) => rng.int(1, 9) * 6,
  },
  {
    id: 'kidneys', heading: 'Kidneys', shelfmark: 'handbook', unit: 'mL/min', spot: /egfr|kidney/i,
    says: ['Halve the dose of {d} when eGFR falls below {v} mL/min.', 'With an eGFR under {v} mL/min, give half the dose of {d}.'],
    saysOfIt: 'Halve the dose when eGFR falls below {v} mL/min.',
    asks: ['Below which eGFR is the dose of {d} halved?', 'At what kidney function do we halve {d}?'],
    aside: 'Look again after one week.', draw: (rng) => rng.int(4, 14) * 5,
  },
  {
    id: 'blood', heading: 'Blood tests', shelfmark: 'formulary', unit: 'days', spot: /potassium|blood test/i,
    says: ['Check potassium {v} days after starting {d}.', 'Potassium is checked {v} days after the first dose of {d}.'],
    saysOfIt: 'Check potassium {v} days after starting it.',
    asks: ['How many days after starting {d} is potassium checked?', 'When is the first potassium blood test on {d}?'],
    aside: 'Write the result in the blue folder.', draw: (rng) => rng.int(3, 28),
  },
  {
    id: 'limit', heading: 'Daily limit', shelfmark: 'formulary', unit: 'mg', spot: /no more than|most|limit/i,
    says: ['Give no more than {v} mg of {d} in one day.', 'The daily limit of {d} is {v} mg.'],
    saysOfIt: 'Give no more than {v} mg in one day.',
    asks: ['What is the daily limit of {d}?', 'What is the most {d} an adult may have in a day?'],
    aside: 'Share it out over the day.', draw: (rng) => rng.int(8, 60) * 10,
  },
  {
    id: 'start', heading: 'Start dose', shelfmark: 'formulary', unit: 'mg', spot: /start/i,
    says: ['The usual adult start dose of {d} is {v} mg once a day.', 'Adults start on {v} mg of {d} once a day.'],
    saysOfIt: 'The usual adult start dose is {v} mg once a day.',
    asks: ['What is the usual start dose of {d} for an adult?', 'How much {d} does an adult start on?'],
    aside: 'Give it with food.', draw: (rng) => rng.int(2, 40) * 5,
  },
]

export function topicOf(text: string): Topic | undefined {
  return TOPICS.find(({ spot }) => spot.test(text))
}

const BEGINNINGS = ['Velo', 'Cora', 'Nexi', 'Talo', 'Miri', 'Sera', 'Quan', 'Ludo', 'Pavo', 'Zeni']
const ENDINGS = ['fenin', 'statil', 'maxan', 'prilone', 'doxil', 'vastor', 'mabine', 'lorin']
/** Every medicine there could be. */
export const MEDICINES: readonly string[] = BEGINNINGS.flatMap((beginning) => ENDINGS.map((ending) => beginning + ending))

const NAME = new RegExp(String.raw`\b[A-Z][a-z]{1,6}(?:${ENDINGS.join('|')})\b`)

/** The medicine a text speaks of, as it is spelt there. */
export function medicineIn(text: string): string | null {
  return NAME.exec(text)?.[0] ?? null
}

const UNITS = ['mg', 'hours', 'weeks', 'days', 'mL/min']
const FIGURE = new RegExp(String.raw`\b(\d+) (?:${UNITS.join('|')})(?![a-z])`)

/** The figure with a unit that a sentence gives: "40" of "40 mg". */
export function figureIn(text: string): string | null {
  return FIGURE.exec(text)?.[1] ?? null
}

/** @param words one of a topic's patterns */
export function filled(words: string, medicine: string, value: string): string {
  return words.replace('{d}', medicine).replace('{v}', value)
}
