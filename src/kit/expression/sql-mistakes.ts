/** What can be said against a query while it is typed. Looks at words only, so it stays silent when in doubt; SQLite has the last word. */
import { nearest } from '../../core/nearest.ts'
import { isSign, type SqlToken, sqlTokens, type SqlTrouble, statementTrouble } from '../../core/sql-text.ts'
import type { SqlTable } from './sql-table.ts'

/** Words that SQLite's SELECT is made of. */
const KEYWORDS = new Set(`all and as asc between by case cast collate cross current desc distinct else end escape except exclude exists false filter first following
  from full glob group groups having in indexed inner intersect is isnull join last left like limit match materialized natural no not notnull null nulls offset
  on or order others outer over partition preceding range recursive regexp right row rows select then ties true unbounded union using values when where window with
  integer real text numeric blob int nocase binary rtrim rowid`.split(/\s+/))

/** @param tables that there are; where no columns of theirs are known, no name is called unknown */
export function sqlMistake(text: string, tables: readonly SqlTable[], example?: string): SqlTrouble | null {
  if (text.trim() === '') return null
  return statementTrouble(text, example) ?? unknownTable(text, tables) ?? (tables.some(({ columns }) => columns.length > 0) ? unknownColumn(text, tables) : null)
}

/** The first name behind FROM or JOIN that is neither a table nor made by the query itself. */
function unknownTable(text: string, tables: readonly SqlTable[]): SqlTrouble | null {
  const tokens = sqlTokens(text)
  const known = new Set([...tables.map(({ name }) => name.toLowerCase()), ...tokens.flatMap((token, i) => (namesQuery(tokens, i) ? [token.text.toLowerCase()] : []))])
  const odd = tokens.find((token, i) => (isWord(tokens[i - 1], 'from') || isWord(tokens[i - 1], 'join')) && (isName(token) || isWord(token, 'rows')) && !isSign(tokens[i + 1], '(') && !known.has(token.text.toLowerCase()))
  if (!odd) return null
  const names = tables.map(({ name }) => name)
  const near = nearest(odd.text, names)
  const say = names.length === 1 ? `The table is called ${names[0]}.` : near ? `Did you mean ${near}?` : `There are ${names.join(', ')}.`
  return { from: odd.from, to: odd.to, say: `There is no table "${odd.text}". ${say}` }
}

/** The first name that is neither a column of a table nor made by the query itself, with the nearest that is. */
function unknownColumn(text: string, tables: readonly SqlTable[]): SqlTrouble | null {
  const tokens = sqlTokens(text)
  const columns = tables.flatMap((table) => table.columns.map(({ name }) => name))
  const known = new Set([...columns, ...(tables.length > 1 ? tables.map(({ name }) => name) : [])].map((name) => name.toLowerCase()))
  for (const name of madeNames(tokens)) known.add(name)
  const odd = tokens.find((token, i) => isName(token) && !isSign(tokens[i + 1], '(') && !isSign(tokens[i + 1], '.') && !known.has(token.text.toLowerCase()))
  if (!odd) return strayColumn(tokens, tables)
  const say = odd.kind === 'quoted' ? `There is no column "${odd.text}". A text stands in single quotes: '${odd.text}'.` : `There is no column "${odd.text}".${nearTo(odd.text, columns)}`
  return { from: odd.from, to: odd.to, say }
}

/** `PID.unit`: a column that another table has. */
function strayColumn(tokens: readonly SqlToken[], tables: readonly SqlTable[]): SqlTrouble | null {
  for (const [i, token] of tokens.entries()) {
    const table = isSign(tokens[i + 1], '.') ? tables.find(({ name, columns }) => name.toLowerCase() === token.text.toLowerCase() && columns.length > 0) : undefined
    const column = tokens[i + 2]
    if (!table || !column || !isName(column) || table.columns.some(({ name }) => name.toLowerCase() === column.text.toLowerCase())) continue
    return { from: column.from, to: column.to, say: `${table.name} has no column "${column.text}".${nearTo(column.text, table.columns.map(({ name }) => name))}` }
  }
  return null
}

function isName({ kind, text }: SqlToken): boolean {
  return kind === 'quoted' || (kind === 'word' && !KEYWORDS.has(text.toLowerCase()))
}

/** Names that the query gives: `… AS name`, `rows r`, and `name (a, b) AS (…)` with those in its brackets. */
function madeNames(tokens: readonly SqlToken[]): string[] {
  return tokens.flatMap((token, i) => {
    if (!isName(token)) return []
    const before = tokens[i - 1]
    const named = isWord(before, 'as') || namesQuery(tokens, i)
    const beside = before !== undefined && (isName(before) || before.kind === 'number' || before.kind === 'string' || isSign(before, ')') || isWord(before, 'end') || isWord(before, 'rows'))
    const table = isWord(before, 'from') || isWord(before, 'join') || isWord(before, 'window')
    return named || beside || table || inList(tokens, i) ? [token.text.toLowerCase()] : []
  })
}

/** `name AS (…)`, or `name (a, b) AS (…)`: a table that the query makes. */
function namesQuery(tokens: readonly SqlToken[], i: number): boolean {
  const next = tokens[i + 1]
  if (isWord(next, 'as')) return isSign(tokens[i + 2], '(') || isWord(tokens[i + 2], 'materialized') || isWord(tokens[i + 2], 'not')
  if (!isSign(next, '(') || !(isWord(tokens[i - 1], 'with') || isWord(tokens[i - 1], 'recursive') || isSign(tokens[i - 1], ','))) return false
  const close = tokens.findIndex((token, at) => at > i && isSign(token, ')'))
  return isWord(tokens[close + 1], 'as')
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
  const near = columns.find((column) => column.toLowerCase().startsWith(start)) ?? nearest(name, columns)
  return near ? ` Did you mean ${near}?` : ''
}
