import type { z } from 'zod'
import type { ColumnMeta, Table } from '../graph/ports.ts'

/** Makes a cohort from a seed: what is written about each case in the end, and how it looked at any moment before. */
export interface Generator {
  /** "cohort.readmission" */
  id: string
  /** Parameters with bounds and defaults. */
  params: z.ZodObject
  /** Every column with its label, unit and the moment it is written. */
  schema: readonly ColumnMeta[]
  /** The whole truth, as the data warehouse holds it long after. Same seed, same table. */
  generate(seed: string, params: Record<string, unknown>): Table
  /** Chance of the outcome that chance itself was drawn with: nobody can know more. By row. */
  truth(seed: string, params: Record<string, unknown>): Float64Array
  /** The table as it looked at that moment: what is not written yet has the value it had then, never a convenient blank. */
  asOf(table: Table, viewAt: string): Table
  /** Ids of traps that its data can spring. */
  traps: readonly string[]
}
