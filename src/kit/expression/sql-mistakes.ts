/** What can be said against a query while it is typed. Looks at words only, so it stays silent when in doubt; SQLite has the last word. */
import { isSign, type SqlToken, sqlTokens, type SqlTrouble, statementTrouble } from '../../core/sql-text.ts'

/** Words that SQLite's SELECT is made of. */
const KEYWORDS = new Set(`all and as asc between by case cast collate cross current desc distinct else end escape except exclude exists false filter first following
  from full glob group groups having in indexed inner intersect is isnull join last left like limit match materialized natural no not notnull null nulls offset
  on or order others outer over partition preceding range recursive regexp right row rows select then ties true unbounded union using values when where window with
  integer real text numeric blob int nocase binary rtrim rowid`.split(/\s+/))

/** @param columns of the table; none where they are not known, and then no name is called unknown */
export function sqlMistake(text: string, columns: readonly string[]): SqlTrouble | null {
  if (text.trim() === '') return null
  return statementTrouble(text) ?? (columns.length > 0 ? unknownColumn(text, columns) : null)
}

/** The first name that is neither a column of `rows` nor made by the query itself, with the nearest that is. */
function unknownColumn(text: string, columns: readonly string[]): SqlTrouble | null {
  const tokens = sqlTokens(text)
  const known = new Set([...columns.map((name) => name.toLowerCase()), 'row_id', ...madeNames(tokens)])
  const odd = tokens.find((token, i) => isName(token) && !isSign(tokens[i + 1], '(') && !isSign(tokens[i + 1], '.') && !known.has(token.text.toLowerCase()))
  if (!odd) return null
  const say = odd.kind === 'quoted' ? `There is no column "${odd.text}". A text stands in single quotes: '${odd.text}'.` : `There is no column "${odd.text}".${nearTo(odd.text, columns)}`
  return { from: odd.from, to: odd.to, say }
}

function isName({ kind, text }: SqlToken): boolean {
  return kind === 'quoted' || (kind === 'word' && !KEYWORDS.has(text.toLowerCase()))
}

/** Names that the query gives: `… AS name`, `rows r`, and `name (a, b) AS (…)` with those in its brackets. */
function madeNames(tokens: readonly SqlToken[]): string[] {
  return tokens.flatMap((token, i) => {
    if (!isName(token)) return []
    const [before, next] = [tokens[i - 1], tokens[i + 1]]
    const named = isWord(before, 'as') || isWord(next, 'as') && isSign(tokens[i + 2], '(') || isWord(next, 'as') && isWord(tokens[i + 2], 'materialized')
    const beside = before !== undefined && (isName(before) || before.kind === 'number' || before.kind === 'string' || isSign(before, ')') || isWord(before, 'end') || isWord(before, 'rows'))
    const table = isWord(before, 'from') || isWord(before, 'join') || isWord(before, 'window')
    return named || beside || table || inList(tokens, i) ? [token.text.toLowerCase()] : []
  })
}

/** Inside the brackets of `name (a, b) AS (`. */
function inList(tokens: readonly SqlToken[], at: number): boolean {
  const close = tokens.findIndex((token, i) => i > at && isSign(token, ')'))
  return isWord(tokens[close + 1], 'as') && isSign(tokens[close + 2], '(')
}

function isWord(token: SqlToken | undefined, word: string): boolean {
  return token?.kind === 'word' && token.text.toLowerCase() === word
}

function nearTo(name: string, columns: readonly string[]): string {
  const start = name.slice(0, 3).toLowerCase()
  const near = columns.find((column) => column.toLowerCase().startsWith(start))
  return near ? ` Did you mean ${near}?` : ''
}
