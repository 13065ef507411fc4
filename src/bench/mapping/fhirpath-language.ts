/** FHIRPath for the editor: its colours. Regular expressions inside `matches('…')` have colours of their own. */
import { bracketMatching } from '@codemirror/language'
import type { Extension } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'

export type TokenKind = 'keyword' | 'string' | 'regexp' | 'number' | 'date' | 'function' | 'name' | 'operator'

export interface Token {
  from: number
  to: number
  kind: TokenKind
}

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['string', /'(?:[^'\\]|\\.)*'?/y],
  ['date', /@[\dT:.+Z-]+/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['keyword', /(?:and|or|xor|implies|in|contains|is|as|div|mod|true|false)\b/y],
  ['function', /[A-Za-z_]\w*(?=\s*\()/y],
  ['name', /[A-Za-z_$%]\w*/y],
  ['operator', /[<>=!~|&+*/-]+/y],
]

/** Signs of a regular expression that mean something other than themselves. */
const REGEX_SIGNS = /\\.|[[\]()^$.*+?|{}]/g

/** Parts with a colour, in their order; what is between them has none. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = tokenAt(text, at)
    if (!token) at++
    else {
      const [before] = tokens.slice(-1)
      const regex = token.kind === 'string' && before?.kind === 'function' && /^(matches|replaceMatches)$/.test(text.slice(before.from, before.to))
      tokens.push(...(regex ? regexTokens(text, token) : [token]))
      at = token.to
    }
  }
  return tokens
}

function tokenAt(text: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const [found] = pattern.exec(text) ?? []
    if (found) return { from: at, to: at + found.length, kind }
  }
  return null
}

function regexTokens(text: string, { from, to }: Token): Token[] {
  const tokens: Token[] = []
  let at = from
  for (const match of text.slice(from, to).matchAll(REGEX_SIGNS)) {
    const start = from + match.index
    if (start > at) tokens.push({ from: at, to: start, kind: 'string' })
    at = start + match[0].length
    tokens.push({ from: start, to: at, kind: 'regexp' })
  }
  return at < to ? [...tokens, { from: at, to, kind: 'string' }] : tokens
}

const MARKS = Object.fromEntries([...new Set(PATTERNS.map(([kind]) => kind)), 'regexp' as const].map((kind) => [kind, Decoration.mark({ class: `expr-${kind}` })]))

function colour(view: EditorView): DecorationSet {
  return Decoration.set(tokensOf(view.state.doc.toString()).flatMap(({ from, to, kind }) => MARKS[kind]?.range(from, to) ?? []))
}

const colours = ViewPlugin.fromClass(class {
  decorations: DecorationSet

  constructor(view: EditorView) {
    this.decorations = colour(view)
  }

  update({ docChanged, view }: ViewUpdate): void {
    if (docChanged) this.decorations = colour(view)
  }
}, { decorations: ({ decorations }) => decorations })

export const fhirPath: Extension = [colours, bracketMatching()]
