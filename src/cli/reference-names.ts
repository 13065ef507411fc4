/** Names that an artefact must take from the world it is about: books, machines, fields of messages, questions of a committee. */
import type { ArtefactName } from '../core/artefacts/shapes.ts'
import { BOOKS } from '../lab/data/rag-formulary.ts'
import { ACTION_WORDS, ATTRIBUTES } from '../lab/dicom/attributes.ts'
import { MACHINE_WORDS } from '../lab/dicom/burn.ts'
import { leafPaths } from '../lab/interop/fhir/shapes.ts'
import { namedPaths } from '../lab/interop/v2/names.ts'

export interface NameList {
  /** Where the names stand, e.g. "shelf[].id". */
  where: string
  names: { id: string; say: string }[]
}

export const NAMES_INSIDE: Readonly<Partial<Record<ArtefactName, readonly NameList[]>>> = {
  promptPack: [{ where: 'shelf[].id', names: BOOKS.map(({ id, title, year, kind }) => ({ id, say: `${title} (${year}, ${kind})` })) }],
  mapTable: [
    { where: 'rows[].from', names: namedPaths().map(({ path, name }) => ({ id: path, say: name })) },
    { where: 'rows[].to', names: leafPaths().map(({ path, about }) => ({ id: path, say: about })) },
  ],
  annotations: [
    { where: 'films.<name>', names: Object.entries(MACHINE_WORDS).map(([id, say]) => ({ id, say })) },
    { where: 'tags.<name>', names: ATTRIBUTES.map(({ keyword, label, allowed }) => ({ id: keyword, say: `${label} (${allowed.map((letter) => `${letter}, ${ACTION_WORDS[letter]}`).join('; ')})` })) },
  ],
}
