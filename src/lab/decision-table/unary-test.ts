/**
 * Unary tests, the cells of a decision table: a small part of DMN 1.3's S-FEEL (chapter 9), with one decision of our own about
 * what is not known.
 *
 *   -                 anything, known or not
 *   ED, inpatient     one of these                 "ED" and ED are the same
 *   not(ED)           none of these
 *   >= 6   < 4        comparisons                  numbers only
 *   [1..5]  (1..5]    ranges; ( and ] outside leave the end out
 *   null              not known
 *
 * A comma means "or". A value that is not known answers a test with "not known" (null), and a row whose test is not known does
 * not fire: only "-" and "null" speak of missing values. So `not(ED)` never waves through an order that does not say where.
 */
import type { RuleInput } from '../../core/artefacts/rule-table.ts'

export type Value = string | number | null
/** Yes, no, or null where the value is not known. */
export type Verdict = boolean | null

type Comparison = '<' | '<=' | '>' | '>='
export type Atom =
  | { kind: 'null' }
  | { kind: 'is'; value: string | number }
  | { kind: 'compare'; op: Comparison; than: number }
  | { kind: 'range'; from: number; to: number; fromOpen: boolean; toOpen: boolean }
export type UnaryTest = { kind: 'any' } | { kind: 'some' | 'none'; of: readonly Atom[] }

export type ReadTest = { ok: true; test: UnaryTest } | { ok: false; say: string }

type Of = Pick<RuleInput, 'label' | 'kind' | 'values'>

/** Reads a cell. On failure `say` tells what is wrong and how to mend it. */
export function readTest(written: string, input: Of): ReadTest {
  const text = written.trim()
  if (text === '' || text === '-' || text === '–') return { ok: true, test: { kind: 'any' } }
  const negated = /^not\s*\((.*)\)$/is.exec(text)
  const kind = negated ? 'none' : 'some'
  const parts = splitList(negated ? (negated[1] ?? '') : text)
  if (parts.some((part) => part === '')) return { ok: false, say: 'There is a comma with nothing beside it. Take it out, or write what is missing.' }
  const of: Atom[] = []
  for (const part of parts) {
    const read = readAtom(part, input)
    if (typeof read === 'string') return { ok: false, say: read }
    of.push(read)
  }
  return { ok: true, test: { kind, of } }
}

/** At commas, but not at those inside quotes. */
function splitList(text: string): string[] {
  const parts: string[] = []
  let [part, quoted] = ['', false]
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    if (letter === ',' && !quoted) {
      parts.push(part.trim())
      part = ''
    } else part += letter
  }
  return [...parts, part.trim()]
}

const NUMBER = String.raw`[-+]?\d{1,12}(?:\.\d{1,6})?`
const WHOLE = new RegExp(`^${NUMBER}$`)
const COMPARE = new RegExp(`^(<=|>=|<|>)\\s*(${NUMBER})$`)
const RANGE = new RegExp(`^([[(\\]])\\s*(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})\\s*([\\])[])$`)

function readAtom(part: string, input: Of): Atom | string {
  if (/^(null|unknown)$/i.test(part)) return { kind: 'null' }
  if (part === '-') return 'A dash means "anything" and stands alone. Leave the rest out, or leave the dash out.'
  return input.kind === 'number' ? readNumber(part, input) : readChoice(part, input)
}

function readNumber(part: string, { label }: Of): Atom | string {
  if (WHOLE.test(part)) return { kind: 'is', value: Number(part) }
  const compare = COMPARE.exec(part)
  if (compare) return { kind: 'compare', op: compare[1] as Comparison, than: Number(compare[2]) }
  const range = RANGE.exec(part)
  if (!range) return `"${part}" is not a test for a number. ${label} takes e.g. 6, < 6, >= 6, [1..5] or null.`
  const [from, to] = [Number(range[2]), Number(range[3])]
  if (from > to) return `This range runs backwards: write [${to}..${from}].`
  return { kind: 'range', from, to, fromOpen: range[1] !== '[', toOpen: range[4] !== ']' }
}

function readChoice(part: string, { label, values }: Of): Atom | string {
  const word = /^"(.*)"$/s.exec(part)?.[1] ?? part
  if (!values) return { kind: 'is', value: word }
  const value = values.find((one) => one.toLowerCase() === word.toLowerCase())
  if (value !== undefined) return { kind: 'is', value }
  if (/^[<>=!]/.test(word)) return `${label} is a word, not a number: write e.g. ${values[0]}, or not(${values[0]}).`
  const near = values.find((one) => one.toLowerCase().startsWith(word.toLowerCase().slice(0, 2)))
  return `${label} is never "${word}". ${near ? `Did you mean ${near}?` : `It is one of: ${values.join(', ')}.`}`
}

/** What the test says of a value: true, false, or null for "not known". */
export function ask(test: UnaryTest, value: Value): Verdict {
  if (test.kind === 'any') return true
  if (value === null) return test.of.some(({ kind }) => kind === 'null') ? test.kind === 'some' : null
  return test.of.some((atom) => fits(atom, value)) === (test.kind === 'some')
}

function fits(atom: Atom, value: string | number): boolean {
  switch (atom.kind) {
    case 'null': return false
    case 'is': return value === atom.value
    case 'compare': return typeof value === 'number' && compares(value, atom.op, atom.than)
    case 'range': return typeof value === 'number'
      && (atom.fromOpen ? value > atom.from : value >= atom.from)
      && (atom.toOpen ? value < atom.to : value <= atom.to)
  }
}

function compares(value: number, op: Comparison, than: number): boolean {
  switch (op) {
    case '<': return value < than
    case '<=': return value <= than
    case '>': return value > than
    case '>=': return value >= than
  }
}

/** The test as it is written in a cell, in one way only: "ED,inpatient" and "ed, Inpatient" come out alike. */
export function writeTest(test: UnaryTest): string {
  if (test.kind === 'any') return '-'
  const list = test.of.map(writeAtom).join(', ')
  return test.kind === 'none' ? `not(${list})` : list
}

function writeAtom(atom: Atom): string {
  switch (atom.kind) {
    case 'null': return 'null'
    case 'is': return typeof atom.value === 'string' && /^(null|unknown|-|not\s*\(.*)$|,|^\s|\s$/is.test(atom.value) ? `"${atom.value}"` : String(atom.value)
    case 'compare': return `${atom.op} ${atom.than}`
    case 'range': return `${atom.fromOpen ? '(' : '['}${atom.from}..${atom.to}${atom.toOpen ? ')' : ']'}`
  }
}

/** The test in a sentence: "Payer is StateCare or Atlas PPO", "Weeks of therapy is below 6". */
export function testInWords(test: UnaryTest, label: string): string {
  if (test.kind === 'any') return `${label} may be anything`
  const list = test.of.map(atomInWords)
  return test.kind === 'none' ? `${label} is known and not ${list.join(', nor ')}` : `${label} is ${list.join(' or ')}`
}

const COMPARISONS: Readonly<Record<Comparison, string>> = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' }

function atomInWords(atom: Atom): string {
  switch (atom.kind) {
    case 'null': return 'not known'
    case 'is': return String(atom.value)
    case 'compare': return `${COMPARISONS[atom.op]} ${atom.than}`
    case 'range': return `${atom.fromOpen ? 'above' : 'from'} ${atom.from} ${atom.toOpen ? 'to below' : 'to'} ${atom.to}`
  }
}
