/** What stands before a place in a half-written expression, so that what may follow can be offered. FHIRPath must have been fetched. */
import { placeAfter } from './fhirpath-check.ts'
import { FHIRPATH_FUNCTIONS } from './fhirpath-functions.ts'
import { type Place, rootPlace } from './fhirpath-kinds.ts'
import { type FhirPathToken, fhirPathTokens } from './fhirpath-text.ts'

export type Before =
  /** Inside a text or a remark: nothing can be offered. */
  | { at: 'text' }
  /** After a dot: a step into that place. Null: nobody can say what is there. */
  | { at: 'dot'; place: Place | null }
  /** Where a kind is named, of what may stand in that place. */
  | { at: 'type'; place: Place | null }
  /** Where a new operand begins; `inside`: within brackets that are asked of each thing. */
  | { at: 'start'; place: Place; inside: boolean }
  /** Behind an operand: a word such as "and". */
  | { at: 'after' }

/** @param text up to the word that is being written, that word left out */
export function standsBefore(text: string, on: string): Before {
  const tokens = fhirPathTokens(text)
  const last = tokens.at(-1)
  const root = rootPlace(on)
  if (last?.kind === 'unclosed') return { at: 'text' }
  // A remark to the end of the line leaves no token; what is written next belongs to it.
  if (/\/\/[^\n]*$/.test(text.slice(last?.to ?? 0))) return { at: 'text' }
  const scope = scopeAt(tokens, text, root)
  if (last?.text === '.') return { at: 'dot', place: chainBefore(tokens.slice(0, -1), text, scope.self, root) }
  if (scope.type) return { at: 'type', place: scope.input }
  if (last?.text === 'is' || last?.text === 'as') return { at: 'type', place: chainBefore(tokens.slice(0, -1), text, scope.self, root) }
  return last && endsOperand(last) ? { at: 'after' } : { at: 'start', place: scope.self, inside: scope.self !== root }
}

const WORDS = /^(?:and|or|xor|implies|in|contains|is|as|div|mod)$/

function endsOperand({ kind, text }: FhirPathToken): boolean {
  return kind === 'string' || kind === 'number' || kind === 'date' || (kind === 'name' && !WORDS.test(text)) || (kind === 'sign' && /^[)\]}]$/.test(text))
}

interface Scope {
  /** What a name means here. */
  self: Place
  /** Of what the function that is open just here is asked. */
  input: Place | null
  /** That function wants the name of a kind. */
  type: boolean
}

/** Inside the brackets of where(), all() and their kin names mean parts of each thing; inside all others what they mean outside. */
function scopeAt(tokens: readonly FhirPathToken[], text: string, root: Place): Scope {
  const open = lastOpen(tokens)
  if (open < 0) return { self: root, input: null, type: false }
  const outer = scopeAt(tokens.slice(0, open), text, root)
  const name = tokens[open - 1]
  const known = name?.kind === 'name' && tokens[open]?.text === '(' ? FHIRPATH_FUNCTIONS.get(name.text) : undefined
  if (!name || !known) return { self: outer.self, input: null, type: false }
  const input = tokens[open - 2]?.text === '.' ? chainBefore(tokens.slice(0, open - 2), text, outer.self, root) : outer.self
  const type = open === tokens.length - 1 && (known.gives === 'type' || name.text === 'is')
  return { self: known.perThing ? input ?? { kinds: null, said: 'This' } : outer.self, input, type }
}

/** The innermost bracket that is still open, or -1. */
function lastOpen(tokens: readonly FhirPathToken[]): number {
  let closed = 0
  for (let i = tokens.length - 1; i >= 0; i--) {
    const { kind, text } = tokens[i] as FhirPathToken
    if (kind !== 'sign') continue
    if (/^[)\]}]$/.test(text)) closed++
    else if (/^[([{]$/.test(text) && closed-- === 0) return i
  }
  return -1
}

/** The operand that ends with the last token: `name.where(use = 'official')`, `code[0]`, `(a | b)`. */
function chainBefore(tokens: readonly FhirPathToken[], text: string, self: Place, root: Place): Place | null {
  let first = tokens.length
  for (let at = tokens.length - 1; at >= 0;) {
    const end = tokens[at] as FhirPathToken
    if (end.kind === 'sign') {
      if (!/^[)\]]$/.test(end.text)) break
      first = lastOpen(tokens.slice(0, at))
      if (first < 0) return null
      // Brackets belong to what stands directly before them: a function, or the list that is counted in.
      const before = tokens[first - 1]
      if (before && (end.text === ']' || before.kind === 'name') && !(before.kind === 'name' && WORDS.test(before.text))) {
        at = first - 1
        continue
      }
    } else first = at
    if (tokens[first - 1]?.text !== '.') break
    at = first - 2
  }
  const [start, end] = [tokens[first], tokens.at(-1)]
  return start && end ? placeAfter(text.slice(start.from, end.to), self, root) : null
}
