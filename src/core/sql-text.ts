/**
 * SQL as it is written, before anybody runs it: its words and signs, and what can be said against it at a glance. Editors
 * underline with this while somebody types; the block `sql.query` asks the same before it hands the text to SQLite.
 */
export type SqlKind = 'word' | 'quoted' | 'string' | 'number' | 'sign' | 'unclosed'

export interface SqlToken {
  kind: SqlKind
  /** As written; of a quoted name the name alone. */
  text: string
  from: number
  to: number
}

/** A place in the text, in characters from 0, and what is wrong there. */
export interface SqlTrouble {
  from: number
  to: number
  say: string
}

const PATTERNS: readonly (readonly [SqlKind | 'space', RegExp])[] = [
  ['space', /\s+|--[^\n]*|\/\*[^]*?\*\//y],
  ['unclosed', /\/\*[^]*/y],
  ['string', /'(?:[^']|'')*'/y],
  ['quoted', /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/y],
  ['unclosed', /['"`[][^]*/y],
  ['number', /\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+/iy],
  ['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
  ['sign', /\|\||<=|>=|<>|!=|==|[^]/y],
]

/** Words, names and signs in their order; comments and spaces are left out. */
export function sqlTokens(text: string): SqlToken[] {
  const tokens: SqlToken[] = []
  for (let at = 0; at < text.length;) {
    const [kind, raw] = tokenAt(text, at)
    if (kind !== 'space') tokens.push({ kind, text: kind === 'quoted' ? unquoted(raw) : raw, from: at, to: at + raw.length })
    at += raw.length
  }
  return tokens
}

function tokenAt(text: string, at: number): [SqlKind | 'space', string] {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const [raw] = pattern.exec(text) ?? []
    if (raw) return [kind, raw]
  }
  return ['sign', text.charAt(at)]
}

function unquoted(raw: string): string {
  const sign = raw.at(-1) as string
  return raw.slice(1, -1).replaceAll(sign + sign, sign)
}

const WRITES = /^(?:insert|update|delete|drop|create|alter|replace|attach|detach|vacuum|reindex|pragma)$/i
const CLOCK_AND_CHANCE = /^(?:random|randomblob|current_date|current_time|current_timestamp)$/i
const TIMES = /^(?:date|time|datetime|julianday|unixepoch)$/i

/** Why this is not one SELECT that gives the same answer every time; null when nothing speaks against it so far. */
export function statementTrouble(text: string, example = 'SELECT * FROM rows'): SqlTrouble | null {
  const tokens = sqlTokens(text)
  const [first] = tokens
  if (!first) return { from: 0, to: text.length, say: `Write a query, such as ${example}.` }
  const unclosed = tokens.find(({ kind }) => kind === 'unclosed')
  if (unclosed) return about(unclosed, 'This is opened and never closed.')
  if (!/^(?:select|with)$/i.test(first.text)) {
    return about(first, WRITES.test(first.text) ? `${first.text.toUpperCase()} changes data. A query here only reads: begin with SELECT or WITH.` : 'A query begins with SELECT or WITH.')
  }
  const end = tokens.findIndex((token) => isSign(token, ';'))
  const second = end < 0 ? undefined : tokens[end + 1]
  if (second) return { from: second.from, to: text.length, say: 'One query at a time: nothing can follow the semicolon.' }
  for (const [i, token] of tokens.entries()) {
    const say = tokenTrouble(token, tokens[i + 1], tokens[i + 2])
    if (say) return about(token, say)
  }
  return null
}

function tokenTrouble(token: SqlToken, next: SqlToken | undefined, afterNext: SqlToken | undefined): string | null {
  const called = isSign(next, '(')
  if (token.kind === 'string') return /^'now'$/i.test(token.text) ? 'A query must give the same answer tomorrow, so it cannot ask what time it is. Write the date out.' : null
  if (token.kind !== 'word') return null
  if (/^(?:insert|update|delete)$/i.test(token.text)) return `${token.text.toUpperCase()} changes data. A query here only reads.`
  if (CLOCK_AND_CHANCE.test(token.text)) return `A query must give the same answer every time, so it cannot use ${token.text}.`
  return TIMES.test(token.text) && called && isSign(afterNext, ')') ? `${token.text}() without a date asks what time it is. Write the date out.` : null
}

const TYPES = /^(?:int|integer|real|text|numeric|blob|materialized)$/i

/** Names that a query gives its columns: `avg(age) AS mean`. */
export function namesGiven(text: string): string[] {
  const tokens = sqlTokens(text)
  return tokens.filter(({ kind, text: name }, i) => /^as$/i.test(tokens[i - 1]?.text ?? '') && (kind === 'quoted' || (kind === 'word' && !TYPES.test(name)))).map((token) => token.text)
}

export function isSign(token: SqlToken | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign
}

function about({ from, to }: SqlToken, say: string): SqlTrouble {
  return { from, to, say }
}
