/** `stays.written`: stays in a hospital that a quest describes in its own JSON, each with the chart that a letter is written from. */
import type { Stays } from '../letters/letter-values.ts'
import { StaysSpec } from '../letters/written/spec.ts'
import { checkStays, writtenStays } from '../letters/written/stays.ts'
import type { Generator } from './generator.ts'

export const staysWritten: Generator<Stays> = {
  id: 'stays.written',
  about: 'stays in the hospital that the parameters describe, fact by fact: a coded list, a note that does not always keep up with it, and the ways in which a letter may put each fact',
  makes: 'Stays',
  params: StaysSpec,
  schema: [],
  generate: writtenStays,
  asOf: ({ truth: _hidden, ...seen }) => seen,
  problemsIn: checkStays,
  traps: ['fluent-omission'],
}
