import type { z } from 'zod'
import type { ColumnMeta, PortValue, Table } from '../graph/ports.ts'

/** Something in a generator's parameters that a trainer can mend. */
export interface ParamProblem {
  /** Inside the parameters. */
  path: readonly PropertyKey[]
  what: string
  mend: string
}

/**
 * Makes cases from a seed: what is written about each in the end, and how it looked at any moment before. Most make a Table; a
 * generator of pictures, messages or notes makes the value of its own port type.
 */
export interface Generator<Whole extends PortValue = Table> {
  /** "cohort.readmission" */
  id: string
  /** What its cases are, for the reference for trainers. */
  about: string
  /** Type of port that its cases come out of. */
  makes: Whole['type']
  /** Parameters with bounds and defaults. */
  params: z.ZodObject
  /** Every column with its label, unit and the moment it is written; empty where cases are no rows, or where the quest says which columns. */
  schema: readonly ColumnMeta[]
  /** The whole truth, as the data warehouse holds it long after. Same seed, same table. */
  generate(seed: string, params: Record<string, unknown>): Whole
  /** Chance of the outcome that chance itself was drawn with: nobody can know more. By row. */
  truth?(seed: string, params: Record<string, unknown>): Float64Array
  /** The cases as they looked at that moment, without the truth: what is not written yet has the value it had then. */
  asOf(whole: Whole, viewAt: string): Whole
  /** Where the parameters say which columns there are: those columns, or what is wrong with parameters of the right shape. */
  columnsFor?(params: Record<string, unknown>): { ok: true; columns: readonly ColumnMeta[] } | { ok: false; problems: readonly ParamProblem[] }
  /** For notes: names of what can be marked in them, and of what only looks like it. */
  kindsFor?(params: Record<string, unknown>): { kinds: readonly string[]; decoys: readonly string[] }
  /** What is wrong with parameters of the right shape, where they describe something else than columns. */
  problemsIn?(params: Record<string, unknown>): readonly ParamProblem[]
  /** Ids of traps that its data can spring. */
  traps: readonly string[]
}
