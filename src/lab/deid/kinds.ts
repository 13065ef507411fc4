/** What can be marked in notes: its name, words and colour. A quest's notes bring kinds of their own; those of a release are these. */
import type { Kind } from '../../core/artefacts/annotations.ts'

/** Eight that can be told apart by most eyes; beside every one stands its word. */
export const KIND_COLOURS = ['blue', 'orange', 'green', 'purple', 'teal', 'red', 'brown', 'grey'] as const
export type KindColour = (typeof KIND_COLOURS)[number]

export interface NoteKind {
  id: Kind
  label: string
  /** What it means, for whoever has to decide. */
  about?: string
  colour: KindColour
}

const name = (id: Kind, label: string, colour: KindColour): NoteKind => ({ id, label, colour })

/** Twenty kinds of identifier: the eighteen of Safe Harbor, with workplaces and other hospitals beside them. */
export const IDENTIFIERS: readonly NoteKind[] = [
  name('NAME', 'Name', 'blue'), name('ADDRESS', 'Address', 'green'), name('POSTCODE', 'Postcode', 'green'), name('DATE', 'Date', 'orange'), name('AGE', 'Age over 89', 'orange'),
  name('PHONE', 'Telephone', 'teal'), name('FAX', 'Fax', 'teal'), name('EMAIL', 'E-mail', 'teal'), name('SSN', 'Social security', 'purple'), name('MRN', 'Record number', 'purple'),
  name('PLAN', 'Insurance', 'purple'), name('ACCOUNT', 'Account', 'purple'), name('LICENCE', 'Licence', 'brown'), name('VEHICLE', 'Number plate', 'brown'), name('DEVICE', 'Device', 'brown'),
  name('URL', 'Web page', 'teal'), name('IP', 'Net address', 'teal'), name('EMPLOYER', 'Employer', 'grey'), name('FACILITY', 'Other hospital', 'grey'), name('UNIQUE', 'Only one person', 'red'),
]

/** "Name" for NAME; the name itself where nobody has declared it. */
export function kindLabel(kinds: readonly NoteKind[], id: Kind): string {
  return kinds.find((kind) => kind.id === id)?.label ?? id
}
