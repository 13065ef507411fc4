/** Notes that a quest describes in its own JSON, with every mark known. What `notes.written` gives out. */
import { evaluate } from '../../graph/bind-expr.ts'
import { ExprError } from '../../graph/expr.ts'
import type { Table } from '../../graph/ports.ts'
import type { Archive } from '../values.ts'
import type { Generator, ParamProblem } from '../../data/generator.ts'
import { firstProblem } from '../../data/param-words.ts'
import { drawColumns } from '../../data/synthetic/draw.ts'
import { ROW_NUMBER } from '../../data/synthetic/spec.ts'
import { composeNote, type NoteFacts } from './compose.ts'
import { readWritten, type WrittenPlan } from './plan.ts'

/** @throws Error that says what is wrong with a description that was not checked */
export function writtenNotes(seed: string, written: Record<string, unknown>): Archive {
  const read = readWritten(written)
  if (!read.ok) throw new Error(`The notes that this quest describes cannot be written. ${firstProblem(read, written)}`)
  const { plan } = read
  const facts = noteFacts(plan.spec, drawColumns(plan.columns, seed), plan.columns.n)
  const made = Array.from({ length: plan.columns.n }, (_, row) => composeNote(plan, facts, row, seed))
  return {
    type: 'Archive', films: [], readers: plan.spec.readers,
    kinds: Object.entries(plan.spec.kinds).map(([id, { label, about, colour }]) => ({ id, label, colour, ...(about ? { about } : {}) })),
    decoyWords: Object.fromEntries(Object.entries(plan.spec.decoys).map(([sort, { label }]) => [sort, label])),
    notes: made.map(({ note }) => note), truth: made.map(({ known }) => known),
  }
}

/**
 * What the columns and formulas say of each of `n` notes.
 * @throws Unfitting for a formula that does not fit its columns
 */
export function noteFacts(spec: WrittenPlan['spec'], columns: NoteFacts['columns'], n: number): NoteFacts {
  const numbers = (value: (row: number) => number) => ({ kind: 'number' as const, values: Float64Array.from({ length: n }, (_, row) => value(row)) })
  const table: Table = {
    type: 'Table', ids: Array.from({ length: n }, () => ''), meta: [],
    columns: { ...Object.fromEntries(Object.entries(spec.constants).map(([name, value]) => [name, numbers(() => value)])), [ROW_NUMBER]: numbers((row) => row + 1), ...columns },
  }
  const amounts = new Map(Object.entries(spec.sentences).map(([name, sentence]) => [name, Object.fromEntries((['when', 'chance', 'times'] as const).flatMap((field) => {
    const amount = sentence[field]
    return amount === undefined ? [] : [[field, typeof amount === 'number' ? numbers(() => amount).values : fitted(['sentences', name, field], amount, table)]]
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

/** Everything that is wrong with the description. */
export function checkWritten(written: Record<string, unknown>): ReturnType<NonNullable<Generator['columnsFor']>> {
  const read = readWritten(written)
  if (!read.ok) return { ok: false, problems: read.problems }
  try {
    noteFacts(read.plan.spec, drawColumns({ ...read.plan.columns, n: 0 }, ''), 0)
  } catch (error) {
    if (error instanceof Unfitting) return { ok: false, problems: [error.problem] }
    throw error
  }
  // They are material for sentences: nobody is shown a table.
  return { ok: true, columns: [] }
}

