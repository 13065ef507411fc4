/**
 * `pages.written`: books that a quest writes itself, page by page, with facts drawn anew for every seed; and what is asked of
 * them. What a trainer knows of their own desk, without code.
 */
import type { Shelf } from '../../language/desk-values.ts'
import type { Generator } from '../generator.ts'
import { firstProblem } from '../param-words.ts'
import { readSpec } from './read-spec.ts'
import { shelfFor } from './shelf.ts'
import { PagesSpec } from './spec.ts'

function generate(seed: string, written: Record<string, unknown>): Shelf {
  const read = readSpec(written)
  if (!read.ok) throw new Error(`The books that this quest describes cannot be written. ${firstProblem(read, written)}`)
  return shelfFor(read.spec, seed)
}

export const writtenPages: Generator<Shelf> = {
  id: 'pages.written',
  about: 'a shelf of books that the parameters write page by page, and the questions that are brought to its desk',
  makes: 'Shelf',
  params: PagesSpec,
  schema: [],
  generate,
  asOf: ({ truth: _hidden, ...seen }) => seen,
  problemsIn(written) {
    const read = readSpec(written)
    return read.ok ? [] : read.problems
  },
  traps: ['old-edition', 'planted-line', 'too-late'],
}
