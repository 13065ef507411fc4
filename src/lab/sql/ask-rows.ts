/** One SELECT put to a table, with everything that could go wrong said as a trouble with its place. */
import type { Database, SqlValue, Statement } from 'sql.js/dist/sql-wasm-inline.js'
import { statementTrouble, type SqlTrouble } from '../../core/sql-text.ts'
import { columnOf } from '../graph/table.ts'
import type { Table } from '../graph/ports.ts'
import { callsItself, type PlanStep, rowsLookedAt } from './query-plan.ts'
import { sqliteTrouble } from './query-words.ts'
import { withDatabase } from './sqlite.ts'

/** Column of `rows` that says which row it is. */
export const ROW_ID = 'row_id'
const MOST_ROWS = 50_000
const MOST_LOOKED_AT = 100_000_000
const ROWS_PER_TICK = 1000

export class SqlProblem extends Error {
  override name = 'SqlProblem'
  readonly place: SqlTrouble

  constructor(place: SqlTrouble) {
    super(place.say)
    this.place = place
  }
}

export interface Asked {
  columns: {
    /** As it will be called. */
    name: string
    /** Column of the table that it is, untouched; null when it was computed. */
    from: string | null
    values: SqlValue[]
  }[]
  rows: number
}

/** @throws SqlProblem when the query cannot be run */
export function askRows(table: Table, sql: string, tick: () => void): Asked {
  const trouble = statementTrouble(sql)
  if (trouble) throw new SqlProblem(trouble)
  if (table.ids.length > MOST_ROWS) fail(`The table has more than ${MOST_ROWS} rows. Keep fewer first.`)
  return withDatabase((database) => {
    const marked = markedNames(table, sql)
    fill(database, table, marked, tick)
    database.run('PRAGMA query_only = ON')
    try {
      checkPlan(database, sql, table.ids.length)
      return read(database.prepare(sql), untouchedNames(marked, sql), tick)
    } catch (error) {
      throw error instanceof Error && error.constructor === Error ? new SqlProblem(sqliteTrouble(error, sql, database)) : error
    }
  })
}

function fail(say: string): never {
  throw new SqlProblem({ from: 0, to: 0, say })
}

/**
 * Names of the columns inside the database, with capitals that the query does not use. SQLite takes `age` and `aGE` for the
 * same, and hands a column that goes through untouched on under the name it was made with; one computed or renamed comes as
 * the query writes it. So the two can be told apart, and a late column cannot pass for an early one by taking its name.
 */
function markedNames(table: Table, sql: string): Map<string, string> {
  const names = table.meta.map(({ name }) => name)
  const lower = names.map(inSmallLetters)
  const twice = lower.findIndex((name, i) => lower.indexOf(name) < i)
  if (twice >= 0) fail(`SQL does not tell capitals from small letters, so it cannot have two columns called "${names[twice]}".`)
  return new Map([...names, ...(lower.includes(ROW_ID) ? [] : [ROW_ID])].map((name) => [name, markOf(name, sql)]))
}

/** Columns by their mark. UNION calls two columns by the name of the first, and a name that could not be marked may be a new one. */
function untouchedNames(marked: ReadonlyMap<string, string>, sql: string): Map<string, string> {
  if (/\bunion\b/i.test(sql)) return new Map()
  return new Map([...marked].filter(([, mark]) => !sql.includes(mark)).map(([name, mark]) => [mark, name]))
}

function markOf(name: string, sql: string): string {
  const letters = inSmallLetters(name)
  for (const { index } of letters.matchAll(/[a-z]/g)) {
    const mark = letters.slice(0, index) + letters.charAt(index).toUpperCase() + letters.slice(index + 1)
    if (mark !== name && !sql.includes(mark)) return mark
  }
  return name
}

/** As SQLite sees it: A is a, and É is not é. */
function inSmallLetters(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

function fill(database: Database, table: Table, marked: ReadonlyMap<string, string>, tick: () => void): void {
  const sources = [...marked.keys()].map((name) => columnOf(table, name) ?? { kind: 'category' as const, values: table.ids })
  const declared = [...marked.values()].map((mark, i) => `${quoted(mark)} ${sources[i]?.kind === 'number' ? 'REAL' : 'TEXT'}`)
  database.run(`CREATE TABLE rows (${declared.join(', ')})`)
  database.run('BEGIN')
  const insert = database.prepare(`INSERT INTO rows VALUES (${sources.map(() => '?').join(', ')})`)
  for (let row = 0; row < table.ids.length; row++) {
    if (row % ROWS_PER_TICK === 0) tick()
    insert.run(sources.map(({ values }) => cell(values[row] as number | string)))
  }
  insert.free()
  database.run('COMMIT')
}

/** What is missing is NULL in SQL. */
function cell(value: number | string): SqlValue {
  return value === '' || Number.isNaN(value) ? null : value
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function checkPlan(database: Database, sql: string, rows: number): void {
  const statement = database.prepare(`EXPLAIN QUERY PLAN ${sql}`)
  const plan: PlanStep[] = []
  while (statement.step()) {
    const [id, parent, , detail] = statement.get()
    plan.push({ id: Number(id), parent: Number(parent), detail: String(detail) })
  }
  statement.free()
  if (callsItself(plan)) fail('This query calls itself, and nobody can tell whether it ends. Ask without a table that is made from itself.')
  if (rowsLookedAt(plan, rows) > MOST_LOOKED_AT) fail('This would put every row beside every other, again and again, and take for ever. Join fewer tables, or join them by a column: JOIN … USING (…).')
}

function read(statement: Statement, untouched: ReadonlyMap<string, string>, tick: () => void): Asked {
  const columns = statement.getColumnNames().map((given) => ({ name: untouched.get(given) ?? given, from: untouched.get(given) ?? null, values: [] as SqlValue[] }))
  let rows = 0
  while (statement.step()) {
    if (rows % ROWS_PER_TICK === 0) tick()
    if (++rows > MOST_ROWS) fail(`The answer has more than ${MOST_ROWS} rows. Ask for fewer: add WHERE or LIMIT.`)
    for (const [i, value] of statement.get().entries()) columns[i]?.values.push(value)
  }
  statement.free()
  return { columns, rows }
}
