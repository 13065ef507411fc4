/** `notes.written`: notes that a quest describes in its own JSON, sentence by sentence. */
import { checkWritten, writtenNotes } from '../deid/written/notes.ts'
import { WrittenSpec } from '../deid/written/spec.ts'
import type { Archive } from '../deid/values.ts'
import type { Generator } from './generator.ts'

export const notesWritten: Generator<Archive> = {
  id: 'notes.written',
  about: 'notes that the parameters describe, sentence by sentence, with every word known that is to be marked',
  makes: 'Archive',
  params: WrittenSpec,
  schema: [],
  generate: writtenNotes,
  asOf: (whole) => ({ ...whole, truth: [] }),
  columnsFor: checkWritten,
  kindsFor: ({ kinds, decoys }) => ({ kinds: Object.keys((kinds ?? {}) as object), decoys: Object.keys((decoys ?? {}) as object) }),
  traps: [],
}
