/** FHIRPath as it is written: its words and signs, and what can be said against them before anybody reads the whole. */
import type { AstNode } from './fhirpath-engine.ts'

export type FhirPathKind = 'name' | 'string' | 'number' | 'date' | 'sign' | 'unclosed' | 'odd'

export interface FhirPathToken {
  kind: FhirPathKind
  /** As written. */
  text: string
  from: number
  to: number
}

export interface TextTrouble {
  from: number
  to: number
  say: string
}

/** After the grammar that the `fhirpath` package reads by (FHIRPath.g4). */
const PATTERNS: readonly (readonly [FhirPathKind | 'space', RegExp])[] = [
  ['space', /\s+|\/\*[^]*?\*\/|\/\/[^\r\n]*/y],
  ['unclosed', /\/\*[^]*/y],
  ['string', /'(?:\\[^]|[^'\\])*'/y],
  ['name', /`(?:\\[^]|[^`\\])*`/y],
  ['unclosed', /['`][^]*/y],
  ['date', /@(?:\d{4}(?:-\d\d(?:-\d\d)?)?(?:T(?:\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:\d\d)?)?)?|T\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?)/y],
  ['number', /\d+\.\d+|\d+L?/y],
  ['name', /[$%]?[A-Za-z_][A-Za-z0-9_]*/y],
  ['sign', /<=|>=|!=|!~|[()[\]{}.,|=~<>+\-*/&:%]/y],
]

/** Words, texts and signs in their order; spaces and remarks are left out. */
export function fhirPathTokens(text: string): FhirPathToken[] {
  const tokens: FhirPathToken[] = []
  for (let at = 0; at < text.length;) {
    const [kind, raw] = tokenAt(text, at)
    if (kind !== 'space') tokens.push({ kind, text: raw, from: at, to: at + raw.length })
    at += raw.length
  }
  return tokens
}

function tokenAt(text: string, at: number): [FhirPathKind | 'space', string] {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const [raw] = pattern.exec(text) ?? []
    if (raw) return [kind, raw]
  }
  return ['odd', String.fromCodePoint(text.codePointAt(at) ?? 0)]
}

const PAIRS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** For each bracket the place of its partner in the list, where it has one. */
export function partners(tokens: readonly FhirPathToken[]): Map<number, number> {
  const found = new Map<number, number>()
  const open: number[] = []
  for (const [i, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue
    if ('([{'.includes(text)) open.push(i)
    else if (PAIRS[text] !== undefined && tokens[open.at(-1) ?? -1]?.text === PAIRS[text]) {
      const from = open.pop() as number
      found.set(from, i).set(i, from)
    }
  }
  return found
}

/** What a look at words and signs alone can say, or null. */
export function signTrouble(text: string): TextTrouble | null {
  const tokens = fhirPathTokens(text)
  const closed = partners(tokens)
  for (const [i, token] of tokens.entries()) {
    const words = tokenTrouble(token, tokens[i + 1], tokens[i - 1]) ?? bracketTrouble(token, closed.has(i))
    if (words) return { from: token.from, to: token.kind === 'unclosed' ? text.length : token.to, say: words }
  }
  return null
}

/** Signs of other languages, and what says the same here. */
const INSTEAD: Readonly<Record<string, string>> = {
  '"': 'A text stands in single quotes: \'final\'.', '!': '"Not" is written .not(), and "differs" is !=.', ';': 'One question needs no semicolon.',
  '?': 'To choose between two, write iif(question, this, that).', '#': '# means nothing here.', '@': 'After @ stands a date such as @2025-03-07, or @T14:05 for a time.', '$': 'After $ stands this, index or total: $this.',
  '^': 'A power is written .power(2).', '’': 'A text stands in straight quotes: \'final\'.', '‘': 'A text stands in straight quotes: \'final\'.', '“': 'A text stands in single straight quotes: \'final\'.', '”': 'A text stands in single straight quotes: \'final\'.',
}

function tokenTrouble({ kind, text }: FhirPathToken, next: FhirPathToken | undefined, before: FhirPathToken | undefined): string | null {
  if (kind === 'unclosed') return text.startsWith('/*') ? 'This remark is opened with /* and never closed.' : `This ${text.startsWith('`') ? 'name' : 'text'} is opened with ${text.charAt(0)} and never closed.`
  if (kind === 'odd') return INSTEAD[text] ?? `FHIRPath has no sign "${text}".`
  if (kind === 'name' && text.startsWith('$') && !/^\$(?:this|index|total)$/.test(text)) return `There is no ${text}. There are $this, $index and $total.`
  if (kind !== 'sign') return null
  if (text === '=' && next?.text === '=') return 'Equal is one sign: write =.'
  if (text === '&' && next?.text === '&') return 'Write the word: and.'
  if (text === '|' && next?.text === '|') return 'Write the word: or.'
  if (text === '<' && next?.text === '>') return 'Differs is written !=.'
  if (text === '.' && before === undefined) return 'Before the dot stands what is asked.'
  if (text === '.' && next?.kind !== 'name') return 'After the dot stands an element or a function.'
  if (text === '%' && next?.kind !== 'string' && next?.text.startsWith('`') !== true) return 'After % stands the name of something that is known beforehand: %resource.'
  return null
}

function bracketTrouble({ kind, text }: FhirPathToken, closed: boolean): string | null {
  if (kind !== 'sign' || closed) return null
  if ('([{'.includes(text)) return `A bracket ${text} is opened and never closed.`
  return PAIRS[text] === undefined ? null : `A bracket ${text} is closed that was never opened.`
}

/** The trouble of a text whose signs are all in order, and which all the same cannot be read beyond `at`, a place from 0. */
export function orderTrouble(text: string, at: number | null): TextTrouble {
  const tokens = fhirPathTokens(text)
  const last = tokens.at(-1)
  if (!last) return { from: 0, to: text.length, say: 'Ask something, such as status.exists().' }
  const i = at === null ? -1 : tokens.findIndex(({ to }) => to > at)
  const odd = tokens[i]
  if (!odd) {
    if (at === null) return { from: 0, to: text.length, say: 'This is no question yet.' }
    return { from: last.from, to: last.to, say: isOperator(last) ? `Something is missing after ${shown(last)}.` : 'Something is missing at the end: a bracket, a quote, or the other half of a comparison.' }
  }
  const before = tokens[i - 1]
  const place = { from: odd.from, to: odd.to }
  if (before && !isOperator(before) && before.text !== '(' && !isOperator(odd) && !/^[)\],}.]$/.test(odd.text)) return { ...place, say: `Between ${shown(before)} and ${shown(odd)} something is missing: a sign such as = or a word such as and.` }
  if (before && isOperator(before) && isOperator(odd)) return { ...place, say: `${shown(odd)} cannot follow ${shown(before)}: something is missing between them.` }
  if (before && (isOperator(before) || before.text === '(') && /^[)\],}]$/.test(odd.text)) return { ...place, say: `Something is missing before ${shown(odd)}.` }
  return { ...place, say: `${shown(odd)} cannot stand here.` }
}

const OPERATOR = /^(?:<=|>=|!=|!~|[|=~<>+\-*/&,]|and|or|xor|implies|in|contains|is|as|div|mod)$/

function isOperator({ kind, text }: FhirPathToken): boolean {
  return (kind === 'sign' || kind === 'name') && OPERATOR.test(text)
}

function shown({ text }: FhirPathToken): string {
  return text.length > 24 ? `"${text.slice(0, 23)}…"` : `"${text}"`
}

const ESCAPES: Readonly<Record<string, string>> = { f: '\f', n: '\n', r: '\r', t: '\t' }

/** What a text in quotes says, without its quotes and escapes. */
export function textOf(written: string): string {
  return written.slice(1, -1).replace(/\\(?:u([0-9A-Fa-f]{4})|([^]))/g, (_, code: string | undefined, sign: string) => (code ? String.fromCharCode(Number.parseInt(code, 16)) : ESCAPES[sign] ?? sign))
}

/** Finds a part of an expression in its text. The package counts lines and columns from 1, and some parts have no place of their own. */
export function placesOf(text: string): (node: AstNode) => Pick<TextTrouble, 'from' | 'to'> {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (node) => {
    const placed = placedIn(node)
    if (!placed?.start) return { from: 0, to: text.length }
    const from = Math.min(text.length, (starts[placed.start.line - 1] ?? 0) + placed.start.column - 1)
    return { from, to: Math.min(text.length, from + Math.max(1, placed.length ?? 1) + (node.type === 'ExternalConstantTerm' ? 1 : 0)) }
  }
}

function placedIn(node: AstNode): AstNode | null {
  if (node.start) return node
  for (const child of node.children ?? []) {
    const placed = placedIn(child)
    if (placed) return placed
  }
  return null
}
