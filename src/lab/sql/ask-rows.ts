/** One SELECT put to a table, with everything that could go wrong said as a trouble with its place. */
import type { Database, SqlValue } from 'sql.js/dist/sql-wasm-inline.js'
import { columnOf } from '../graph/table.ts'
import type { Table } from '../graph/ports.ts'
import { checkStatement, inBounds, readRows, SqlProblem, WIDE } from './bounded-query.ts'
import { withDatabase } from './sqlite.ts'

/** Column of `rows` that says which row it is. */
export const ROW_ID = 'row_id'
const ROWS_PER_TICK = 1000

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
  checkStatement(sql)
  if (table.ids.length > WIDE.rows) fail(`The table has more than ${WIDE.rows} rows. Keep fewer first.`)
  return withDatabase((database) => {
    const marked = markedNames(table, sql)
    fill(database, table, marked, tick)
    const sizes = new Map([['rows', table.ids.length]])
    return inBounds(database, sql, sizes, WIDE, (statement) => {
      const untouched = untouchedNames(marked, sql)
      const columns = statement.getColumnNames().map((given) => ({ name: untouched.get(given) ?? given, from: untouched.get(given) ?? null, values: [] as SqlValue[] }))
      const rows = readRows(statement, WIDE, tick, (values) => {
        for (const [i, value] of values.entries()) columns[i]?.values.push(value)
      })
      return { columns, rows }
    })
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
