/** Words, numbers and signs of an expression. */

/** Functions and how many values each takes, least and most. `known` is 1 where its value is not missing, words too. */
export const EXPR_FUNCTIONS = { log: [1, 1], log1p: [1, 1], exp: [1, 1], abs: [1, 1], round: [1, 1], min: [2, 8], max: [2, 8], known: [1, 1] } as const

export class ExprError extends Error {
  override name = 'ExprError'
  /** 0-based position in the expression. */
  readonly position: number

  constructor(position: number, message: string) {
    super(message)
    this.position = position
  }
}

export interface Token {
  kind: 'number' | 'text' | 'word' | 'sign' | 'end'
  text: string
  at: number
}

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?/y
const WORD = /[A-Za-z_][A-Za-z0-9_]*/y
const SIGN = /==|!=|<=|>=|[<>+\-*/(),]/y

/** What people write who come from another language, and what it is called here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  '&': 'Write "and" for both.',
  '|': 'Write "or" for either.',
  '!': 'Write "not", or != for different.',
  '=': 'Write == to compare.',
}

/** Always ends with one token of kind 'end'. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const read = (pattern: RegExp): string | null => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0] ?? null
  }
  while (at < text.length) {
    const character = text[at] as string
    if (/\s/.test(character)) {
      at++
      continue
    }
    const quoted = character === "'" || character === '"' ? readQuoted(text, at) : null
    const token = quoted ?? tokenAt(read, at) ?? refuse(character, at)
    tokens.push(token)
    at += quoted ? quoted.text.length + 2 : token.text.length
  }
  tokens.push({ kind: 'end', text: '', at: text.length })
  return tokens
}

function tokenAt(read: (pattern: RegExp) => string | null, at: number): Token | null {
  const number = read(NUMBER)
  if (number) {
    if (!Number.isFinite(Number(number))) throw new ExprError(at, 'This number is too large.')
    return { kind: 'number', text: number, at }
  }
  const word = read(WORD)
  if (word) return { kind: 'word', text: word, at }
  const sign = read(SIGN)
  return sign ? { kind: 'sign', text: sign, at } : null
}

function readQuoted(text: string, at: number): Token {
  const end = text.indexOf(text[at] as string, at + 1)
  if (end < 0) throw new ExprError(at, 'This quote is never closed.')
  return { kind: 'text', text: text.slice(at + 1, end), at }
}

function refuse(character: string, at: number): never {
  throw new ExprError(at, ELSEWHERE[character] ?? `"${character}" has no meaning here.`)
}
