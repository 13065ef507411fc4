/** How often, when and with what chance something is said in each row: numbers and formulas of a description, worked out. */
import { drawColumns } from '../../data/synthetic/draw.ts'
import type { Plan } from '../../data/synthetic/plan.ts'
import { ROW_NUMBER } from '../../data/synthetic/spec.ts'
import type { ParamProblem } from '../../data/generator.ts'
import { evaluate } from '../../graph/bind-expr.ts'
import { ExprError } from '../../graph/expr.ts'
import type { Column, Table } from '../../graph/ports.ts'

export const AMOUNTS = ['when', 'chance', 'times'] as const
export type SaidWhen = Readonly<Partial<Record<(typeof AMOUNTS)[number], number | string | undefined>>>

/** What the columns and formulas say of every row. */
export interface RowFacts {
  columns: Readonly<Record<string, Column>>
  /** By name, for each row; nothing where it is not said. */
  amounts: ReadonlyMap<string, { when?: Float64Array; chance?: Float64Array; times?: Float64Array }>
}

/** Things that may be said, by name; `under` is the key of the description that holds them, for the place of a problem. */
export interface Said {
  under: string
  parts: Readonly<Record<string, SaidWhen>>
}

/**
 * Draws `n` rows and works out what is said in each.
 * @throws Unfitting for a formula of the right shape that does not fit its columns
 */
export function rowFacts(plan: Plan, said: Said, n: number, seed: string): RowFacts {
  return factsOfRows(plan.spec.constants, drawColumns({ ...plan, n }, seed), said, n)
}

/**
 * The same of `n` rows that have been drawn.
 * @throws Unfitting for a formula of the right shape that does not fit its columns
 */
export function factsOfRows(constants: Readonly<Record<string, number>>, columns: RowFacts['columns'], said: Said, n: number): RowFacts {
  const numbers = (value: (row: number) => number) => ({ kind: 'number' as const, values: Float64Array.from({ length: n }, (_, row) => value(row)) })
  const table: Table = {
    type: 'Table', ids: Array.from({ length: n }, () => ''), meta: [],
    columns: { ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, numbers(() => value)])), [ROW_NUMBER]: numbers((row) => row + 1), ...columns },
  }
  const amounts = new Map(Object.entries(said.parts).map(([name, part]) => [name, Object.fromEntries(AMOUNTS.flatMap((field) => {
    const amount = part[field]
    return amount === undefined ? [] : [[field, typeof amount === 'number' ? numbers(() => amount).values : fitted([said.under, name, field], amount, table)]]
  }))]))
  return { columns, amounts }
}

/** A formula of the right shape that does not fit its columns, with its place. */
export class Unfitting extends Error {
  override name = 'Unfitting'
  readonly problem: ParamProblem

  constructor(problem: ParamProblem) {
    super(problem.what)
    this.problem = problem
  }
}

function fitted(path: string[], formula: string, table: Table): Float64Array {
  try {
    return evaluate(formula, table)
  } catch (error) {
    if (!(error instanceof ExprError)) throw error
    throw new Unfitting({ path, what: `the formula does not fit its columns from character ${error.position + 1} on`, mend: error.message })
  }
}
