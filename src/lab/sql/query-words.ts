/** What SQLite says of a query, in plain words and with the place in the text, which SQLite itself does not tell here. */
import type { Database } from 'sql.js/dist/sql-wasm-inline.js'
import { sqlTokens, type SqlTrouble } from '../../core/sql-text.ts'

/**
 * @param error what `database` threw when it was handed `sql`
 * @param tables that there are
 */
export function sqliteTrouble(error: unknown, sql: string, database: Database, tables: readonly string[]): SqlTrouble {
  const message = messageOf(error)
  const [, odd] = /^near "([^]*)": syntax error$/.exec(message) ?? []
  if (odd !== undefined) return { ...oddPlace(odd, sql, database), say: `"${odd}" cannot stand here.` }
  if (message === 'incomplete input') return { from: Math.max(0, sql.length - 1), to: sql.length, say: 'Something is missing at the end: a bracket, or the rest of the sentence.' }
  const [, what, name = ''] = /^(no such column|no such table|no such function|ambiguous column name): (\S+)/.exec(message) ?? []
  if (what) return { ...wordPlace(name, sql), say: wordsFor(what, name, tables) }
  if (/out of memory|too big/.test(message)) return { from: 0, to: sql.length, say: 'This makes more than there is room for. Ask for fewer rows, or shorter texts.' }
  return { from: 0, to: sql.length, say: `SQLite says: ${message}.` }
}

function wordsFor(what: string, name: string, tables: readonly string[]): string {
  switch (what) {
    case 'no such column': return `There is no column "${name}".`
    case 'no such table': return `There is no table "${name}". ${tables.length === 1 ? `The table is called ${tables[0]}.` : `There are ${tables.join(', ')}.`}`
    case 'no such function': return `There is no function ${name}().`
    default: return `"${name}" could mean a column of either table. Say which: a.${name}`
  }
}

type Place = Pick<SqlTrouble, 'from' | 'to'>

function wordPlace(name: string, sql: string): Place {
  const last = (name.split('.').at(-1) ?? name).toLowerCase()
  const found = sqlTokens(sql).find(({ text }) => text.toLowerCase() === last)
  return found ? { from: found.from, to: found.to } : { from: 0, to: sql.length }
}

/** SQLite stops at the first sign it cannot take. If that sign stands there more than once, the text up to each is tried. */
function oddPlace(odd: string, sql: string, database: Database): Place {
  const places = sqlTokens(sql).filter(({ from, to }) => sql.slice(from, to) === odd)
  const stopsThere = ({ to }: Place): boolean => {
    try {
      database.prepare(sql.slice(0, to)).free()
      return false
    } catch (error) {
      return messageOf(error).startsWith('near ')
    }
  }
  const found = places.length === 1 ? places[0] : places.find(stopsThere)
  return found ? { from: found.from, to: found.to } : { from: 0, to: sql.length }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
