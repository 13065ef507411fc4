/** One SELECT put to a database that is already filled, with an end to its work, and every trouble in plain words with its place. */
import type { Database, SqlValue, Statement } from 'sql.js/dist/sql-wasm-inline.js'
import { statementTrouble, type SqlTrouble } from '../../core/sql-text.ts'
import { callsItself, type PlanStep, rowsLookedAt } from './query-plan.ts'
import { sqliteTrouble } from './query-words.ts'

export interface Bounds {
  /** Rows that an answer may have. */
  rows: number
  /** Rows that SQLite may look at, by its own plan. */
  lookedAt: number
}

/** For the judge, off the main thread. */
export const WIDE: Bounds = { rows: 50_000, lookedAt: 100_000_000 }

const ROWS_PER_TICK = 1000

export class SqlProblem extends Error {
  override name = 'SqlProblem'
  readonly place: SqlTrouble

  constructor(place: SqlTrouble) {
    super(place.say)
    this.place = place
  }
}

/** @throws SqlProblem when it is not one SELECT that gives the same answer every time */
export function checkStatement(sql: string, example?: string): void {
  const trouble = statementTrouble(sql, example)
  if (trouble) throw new SqlProblem(trouble)
}

/**
 * Lets `work` run the query, which has been checked before (`checkStatement`); nothing can be written meanwhile.
 * @param tables rows of each table
 * @throws SqlProblem when the query cannot be run
 */
export function inBounds<T>(database: Database, sql: string, tables: ReadonlyMap<string, number>, bounds: Bounds, work: (statement: Statement) => T): T {
  database.run('PRAGMA query_only = ON')
  let statement: Statement | null = null
  try {
    checkPlan(database, sql, tables, bounds)
    statement = database.prepare(sql)
    return work(statement)
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? new SqlProblem(sqliteTrouble(error, sql, database, [...tables.keys()])) : error
  } finally {
    statement?.free()
    database.run('PRAGMA query_only = OFF')
  }
}

/** Reads the answer row by row and gives their number. @throws SqlProblem when it has too many */
export function readRows(statement: Statement, { rows: most }: Bounds, tick: () => void, take: (row: SqlValue[]) => void): number {
  let rows = 0
  while (statement.step()) {
    if (rows % ROWS_PER_TICK === 0) tick()
    if (++rows > most) fail(`The answer has more than ${most} rows. Ask for fewer: add WHERE or LIMIT.`)
    take(statement.get())
  }
  return rows
}

function checkPlan(database: Database, sql: string, tables: ReadonlyMap<string, number>, { lookedAt }: Bounds): void {
  const statement = database.prepare(`EXPLAIN QUERY PLAN ${sql}`)
  const plan: PlanStep[] = []
  while (statement.step()) {
    const [id, parent, , detail] = statement.get()
    plan.push({ id: Number(id), parent: Number(parent), detail: String(detail) })
  }
  statement.free()
  if (callsItself(plan)) fail('This query calls itself, and nobody can tell whether it ends. Ask without a table that is made from itself.')
  if (rowsLookedAt(plan, tables) > lookedAt) fail('This would put every row beside every other, again and again, and take for ever. Join fewer tables, or join them by a column: JOIN … USING (…).')
}

function fail(say: string): never {
  throw new SqlProblem({ from: 0, to: 0, say })
}
