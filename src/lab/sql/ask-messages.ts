/** SQL put to HL7 v2 messages as tables: one question to all of them, or rules to each on its own. */
import type { Database, SqlValue, Statement } from 'sql.js/dist/sql-wasm-inline.js'
import { sqlTokens } from '../../core/sql-text.ts'
import type { Message } from '../interop/v2/message.ts'
import { rowsOfMessage, V2_TABLES, type V2TableShape } from '../interop/v2/tables.ts'
import { type Bounds, checkStatement, inBounds, readRows, SqlProblem } from './bounded-query.ts'
import { sqliteTrouble } from './query-words.ts'
import { withDatabase } from './sqlite.ts'

export const MESSAGE_EXAMPLE = 'SELECT sender, sex, count(*) FROM PID GROUP BY sender, sex'

/** On the page itself, where a person waits at every key: a fraction of a second. */
const QUICK: Bounds = { rows: 2000, lookedAt: 2_000_000 }
/** One message is a handful of lines: every one of them beside every other, and no more. */
const ONE_MESSAGE: Bounds = { rows: 1, lookedAt: 1_000_000 }
const MOST_LINES = 1000

export interface Answer {
  columns: readonly string[]
  rows: readonly (readonly SqlValue[])[]
}

/** One question to all messages at once. SQLite must have been fetched. @throws SqlProblem when it cannot be asked */
export function askMessages(messages: readonly Message[], sql: string): Answer {
  checkStatement(sql, MESSAGE_EXAMPLE)
  return withDatabase((database) => {
    const tables = namedIn([sql])
    create(database)
    const sizes = new Map(V2_TABLES.map(({ name }) => [name, 0]))
    database.run('BEGIN')
    for (const table of tables) {
      const rows = messages.flatMap((message) => rowsOfMessage(table.name, message))
      const insert = inserting(database, table)
      for (const row of rows) insert.run(row)
      insert.free()
      sizes.set(table.name, rows.length)
    }
    database.run('COMMIT')
    return inBounds(database, sql, sizes, QUICK, (statement) => {
      const rows: SqlValue[][] = []
      readRows(statement, QUICK, () => undefined, (row) => rows.push(row))
      return { columns: statement.getColumnNames(), rows }
    })
  })
}

/** What is wrong with a rule before it is put to any message, or null. SQLite must have been fetched. */
export function sqlRuleTrouble(sql: string): string | null {
  try {
    checkStatement(sql, MESSAGE_EXAMPLE)
    withDatabase((database) => {
      create(database)
      inBounds(database, sql, new Map(V2_TABLES.map(({ name }) => [name, MOST_LINES])), ONE_MESSAGE, () => null)
    })
    return null
  } catch (error) {
    if (error instanceof SqlProblem) return error.message
    throw error
  }
}

/**
 * For each rule the messages in which it finds a row, by their place in the list. A rule sees one message at a time: what comes
 * later is not known when a message is let in. Each rule has been looked at before (`sqlRuleTrouble`).
 * @throws SqlProblem when a rule cannot be asked of one of them
 */
export function foundIn(rules: readonly string[], messages: readonly Message[], tick: (done: number) => void): Set<number>[] {
  const found = rules.map(() => new Set<number>())
  if (rules.length === 0) return found
  const tables = namedIn(rules)
  withDatabase((database) => {
    create(database)
    const asked = rules.map((sql) => ({ sql, statement: database.prepare(sql) }))
    const inserts = tables.map((table) => ({ name: table.name, insert: inserting(database, table) }))
    for (const [i, message] of messages.entries()) {
      if (i % 20 === 0) tick(i / messages.length)
      database.run('BEGIN')
      for (const { name, insert } of inserts) {
        const rows = rowsOfMessage(name, message)
        if (rows.length > MOST_LINES) throw new SqlProblem({ from: 0, to: 0, say: `A message has more than ${MOST_LINES} rows in ${name}, too many to be asked.` })
        for (const row of rows) insert.run(row)
      }
      for (const [r, { sql, statement }] of asked.entries()) if (findsRow(database, sql, statement)) found[r]?.add(i)
      // What one message brought is gone before the next.
      database.run('ROLLBACK')
    }
    for (const { insert } of inserts) insert.free()
    for (const { statement } of asked) statement.free()
  })
  return found
}

function findsRow(database: Database, sql: string, statement: Statement): boolean {
  try {
    return statement.step()
  } catch (error) {
    throw new SqlProblem(sqliteTrouble(error, sql, database, V2_TABLES.map(({ name }) => name)))
  } finally {
    statement.reset()
  }
}

/** Only tables that are spoken of are filled. */
function namedIn(queries: readonly string[]): V2TableShape[] {
  const words = new Set(queries.flatMap((sql) => sqlTokens(sql).map(({ text }) => text.toLowerCase())))
  return V2_TABLES.filter(({ name }) => words.has(name.toLowerCase()))
}

function create(database: Database): void {
  for (const { name, columns } of V2_TABLES) database.run(`CREATE TABLE ${name} (${columns.map((column) => `"${column.name}"`).join(', ')})`)
}

function inserting(database: Database, { name, columns }: V2TableShape): Statement {
  return database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`)
}
