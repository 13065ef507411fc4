/** What travels through the making of letters: stays with their charts, then letters with what was found in them. */
import type { LetterPlan } from '../../core/artefacts/letter-plan.ts'

/** What somebody states, in the chart or in a letter: a kind of fact, with its values by name. */
export interface Told {
  kind: string
  values: Readonly<Record<string, string>>
}

/** A kind of fact, with all ways to put it: plain data, so that it goes through the door of a worker. Ways hold {values}. */
export interface KindWords {
  id: string
  label: string
  /** FHIR resource that holds it, and its status there. */
  resource: string
  status: string
  /** Somebody may come to harm when it is missing. */
  critical: boolean
  /** The value that says of what or whom it speaks; '' where it speaks of nothing in particular. */
  about: string
  /** Ways of a note and of a letter. */
  note: readonly string[]
  say: readonly string[]
  /** By value: all words that it can be, where these are few; empty where it may be anything. */
  words: Readonly<Record<string, readonly string[]>>
}

export interface LetterWords {
  kinds: readonly KindWords[]
  /** What a model adds that stands in no chart. */
  inventions: readonly string[]
}

/** One entry of the coded list. */
export interface Statement extends Told {
  id: string
}

export interface Stay {
  id: string
  /** Number of the person's record. */
  record: string
  title: string
  opening: string
  closing: string
  list: readonly Statement[]
  /** As somebody on the ward wrote it, sentence by sentence. */
  note: readonly string[]
}

/** What only the makers of the charts know. */
export interface StayTruth {
  facts: readonly Told[]
  /** By sentence of the note: no longer so. */
  stale: readonly boolean[]
}

export interface Stays {
  type: 'Stays'
  stays: readonly Stay[]
  words: LetterWords
  /** By the same index; absent for charts whose letters are still to be written. */
  truth?: readonly StayTruth[]
}

/** One statement of a letter: what is printed, and what the writer meant by it. */
export interface LetterLine {
  text: string
  /** Null for what stands in no chart. */
  told: Told | null
  /** Put in by the clinician who signed. */
  mended?: true
}

export interface LetterPart {
  slot: string
  title: string
  lines: readonly LetterLine[]
}

export type Finding =
  | { is: 'missing'; told: Told; slot: string }
  | { is: 'unbacked'; text: string; slot: string; instead: Told | null }
  | { is: 'hard'; grade: number }

export interface Letter {
  stay: Stay
  /** As the model wrote it. */
  draft: readonly LetterPart[]
  /** What the checks that were switched on have found in the draft. */
  findings: readonly Finding[]
  /** A clinician takes it in hand before it goes. */
  held: boolean
  /** As it goes out. */
  sent: readonly LetterPart[]
}

export interface Letters {
  type: 'Letters'
  stays: Stays
  plan: LetterPlan
  letters: readonly Letter[]
}

/** One statement is another: same kind, same values. */
export function sameTold(a: Told, b: Told): boolean {
  return a.kind === b.kind && keyOf(a) === keyOf(b)
}

const keys = new WeakMap<Told, string>()

/** Text that two statements share only when they say the same. Asked for again and again of statements that never change: kept. */
export function keyOf(told: Told): string {
  const kept = keys.get(told)
  if (kept !== undefined) return kept
  const key = JSON.stringify([told.kind, ...Object.keys(told.values).sort().map((name) => [name, plainWord(told.values[name] ?? '')])])
  keys.set(told, key)
  return key
}

/** Of what or whom it speaks, e.g. the name of a medicine; null where nothing is said. */
export function aboutOf(told: Told, words: LetterWords): string | null {
  const name = kindOf(words, told.kind)?.about ?? ''
  const value = told.values[name]
  return name === '' || value === undefined ? null : `${name} ${plainWord(value)}`
}

export function kindOf(words: LetterWords, id: string): KindWords | undefined {
  return words.kinds.find((kind) => kind.id === id)
}

export function plainWord(word: string): string {
  return word.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** A statement as the list shows it: "Corvelin (dizziness)". */
export function valuesInWords({ values }: Told, kind: KindWords | undefined): string {
  const [first = '', ...others] = Object.entries(values).sort(([a], [b]) => Number(b === kind?.about) - Number(a === kind?.about)).map(([, value]) => value)
  return others.length === 0 ? first : `${first} (${others.join(', ')})`
}
