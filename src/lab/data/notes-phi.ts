/**
 * `notes.phi`: notes of a hospital day on people of the town, with every identifier known (curriculum 6.4), and the films of
 * some of the same people as DICOM studies.
 *
 * Not tidy: five kinds of note, several hands for each sentence, nine ways to write a date, slips of the finger, notes typed
 * without a capital, scans that read O for 0, visitors whose names are words or illnesses and stand on nobody's list.
 */
import { archiveOf, NOTES_PARAMS } from '../deid/archive.ts'
import { IDENTIFIERS } from '../deid/kinds.ts'
import type { Archive } from '../deid/values.ts'
import type { Generator } from './generator.ts'

export const notesPhi: Generator<Archive> = {
  id: 'notes.phi',
  about: 'notes of a hospital day with every identifier known, and films of some of the same people as DICOM studies',
  makes: 'Archive',
  params: NOTES_PARAMS,
  schema: [],
  generate: (seed, params) => archiveOf(seed, NOTES_PARAMS.parse(params)),
  asOf: (whole) => ({ ...whole, truth: [] }),
  kindsFor: () => ({ kinds: IDENTIFIERS.map(({ id }) => id), decoys: [] }),
  traps: ['shifted-is-not-safe'],
}
