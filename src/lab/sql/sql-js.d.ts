/** The part of sql.js that is used here; the package brings no types. */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  export type SqlValue = number | string | Uint8Array | null

  export interface Statement {
    bind(values: readonly SqlValue[]): boolean
    /** True while there is a row to read with `get`. */
    step(): boolean
    get(): SqlValue[]
    /** Back to the start, so that it can be run again. */
    reset(): void
    getColumnNames(): string[]
    run(values: readonly SqlValue[]): void
    free(): boolean
  }

  export interface Database {
    run(sql: string): Database
    prepare(sql: string): Statement
    create_function(name: string, call: () => SqlValue): Database
    close(): void
  }

  export interface SqlJs {
    Database: new () => Database
  }

  export default function initSqlJs(): Promise<SqlJs>
}
