/** Notes that a quest describes in its own JSON, with every mark known. What `notes.written` gives out. */
import type { Archive } from '../values.ts'
import type { Generator } from '../../data/generator.ts'
import { firstProblem } from '../../data/param-words.ts'
import { rowFacts, type RowFacts, Unfitting } from './amounts.ts'
import { composeNote } from './compose.ts'
import { readWritten, type WrittenPlan } from './plan.ts'

/** @throws Error that says what is wrong with a description that was not checked */
export function writtenNotes(seed: string, written: Record<string, unknown>): Archive {
  const read = readWritten(written)
  if (!read.ok) throw new Error(`The notes that this quest describes cannot be written. ${firstProblem(read, written)}`)
  const { plan } = read
  const facts = factsOf(plan, plan.columns.n, seed)
  const made = Array.from({ length: plan.columns.n }, (_, row) => composeNote(plan, facts, row, seed))
  return {
    type: 'Archive', films: [], readers: plan.spec.readers,
    kinds: Object.entries(plan.spec.kinds).map(([id, { label, about, colour }]) => ({ id, label, colour, ...(about ? { about } : {}) })),
    decoyWords: Object.fromEntries(Object.entries(plan.spec.decoys).map(([sort, { label }]) => [sort, label])),
    notes: made.map(({ note }) => note), truth: made.map(({ known }) => known),
  }
}

function factsOf({ spec, columns }: WrittenPlan, n: number, seed: string): RowFacts {
  return rowFacts(columns, { under: 'sentences', parts: spec.sentences }, n, seed)
}

/** Everything that is wrong with the description. */
export function checkWritten(written: Record<string, unknown>): ReturnType<NonNullable<Generator['columnsFor']>> {
  const read = readWritten(written)
  if (!read.ok) return { ok: false, problems: read.problems }
  try {
    factsOf(read.plan, 0, '')
  } catch (error) {
    if (error instanceof Unfitting) return { ok: false, problems: [error.problem] }
    throw error
  }
  // They are material for sentences: nobody is shown a table.
  return { ok: true, columns: [] }
}

