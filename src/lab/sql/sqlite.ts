/**
 * SQLite by the `sql.js` package, which is WebAssembly and large, so it is fetched when a quest asks for it (`loadSqlite`);
 * from then on asking is synchronous, as the judge is. The build with the WebAssembly inside its own file is the same for
 * browser and Node, and the service worker keeps it as it keeps any script.
 */
import type { Database, SqlJs } from 'sql.js/dist/sql-wasm-inline.js'

let loaded: SqlJs | null = null

/** A careless query may build texts without measure; SQLite gives up on it here. */
const HEAP_BYTES = 256 * 1_048_576

export async function loadSqlite(): Promise<void> {
  if (loaded) return
  const { default: initSqlJs } = await import('sql.js/dist/sql-wasm-inline.js')
  loaded = await initSqlJs()
}

export function isSqliteLoaded(): boolean {
  return loaded !== null
}

/** An empty database in memory, for as long as the work takes. */
export function withDatabase<T>(work: (database: Database) => T): T {
  if (!loaded) throw new Error('SQLite was not fetched before it was needed: see lab/needs.ts')
  const database = new loaded.Database()
  try {
    database.run(`PRAGMA hard_heap_limit = ${HEAP_BYTES}`)
    return work(database)
  } finally {
    database.close()
  }
}
