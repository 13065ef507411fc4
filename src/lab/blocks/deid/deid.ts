/** Blocks that mark notes, and those that make records fit to leave the house: find, replace, act on headers, paint over, check, hand over. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const dataset = z.strictObject({ dataset: z.string().max(40).default('train').meta({ title: 'Which records', description: 'The records it opens: those to practise on, or those to build on.' }) })
const nothing = z.strictObject({})

export const notesSourceSpec = {
  id: 'data.source:notes', family: 'source', title: 'Notes', summary: 'Brings in the notes of the archive.',
  cases: 'Archive', inputs: [], outputs: [{ name: 'text', label: 'notes', type: 'Text' }], params: dataset,
} as const satisfies BlockSpec

export const dicomSourceSpec = {
  id: 'data.source:dicom', family: 'source', title: 'Films', summary: 'Brings in the films of the archive, with their DICOM headers.',
  cases: 'Archive', casesOf: ['notes.phi'], inputs: [], outputs: [{ name: 'films', label: 'films', type: 'Dicom' }], params: dataset,
} as const satisfies BlockSpec

export const findRegexSpec = {
  id: 'text.find:regex', family: 'text', title: 'Find by pattern', summary: 'Marks what has a certain form: dates, numbers, addresses.',
  inputs: [{ name: 'text', label: 'notes', type: 'Text' }], outputs: [{ name: 'spans', label: 'marked notes', type: 'Spans' }], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec

export const findDictionarySpec = {
  id: 'text.find:dictionary', family: 'text', title: 'Find by list', summary: 'Marks words that stand on a list.',
  inputs: [{ name: 'spans', label: 'marked notes', type: 'Spans' }], outputs: [{ name: 'spans', label: 'marked notes', type: 'Spans' }], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec

export const findContextSpec = {
  id: 'text.find:context', family: 'text', title: 'Find by cue', summary: 'Marks what stands beside a cue, such as the name after "Daughter"; and takes back what a cue such as "no" speaks of.',
  inputs: [{ name: 'spans', label: 'marked notes', type: 'Spans' }], outputs: [{ name: 'spans', label: 'marked notes', type: 'Spans' }], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec

export const surrogateSpec = {
  id: 'text.replace:surrogate', family: 'text', title: 'Put something else there', summary: 'Replaces what is marked, the same thing the same way each time.',
  inputs: [{ name: 'spans', label: 'marked notes', type: 'Spans' }], outputs: [{ name: 'spans', label: 'notes to hand over', type: 'Spans' }], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec

export const dicomActionsSpec = {
  id: 'map.table:dicom-actions', family: 'interop', title: 'Film headers', summary: 'Does to each attribute of a header what the table says.',
  inputs: [{ name: 'films', label: 'films', type: 'Dicom' }], outputs: [{ name: 'films', label: 'films', type: 'Dicom' }], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec

export const filmMaskSpec = {
  id: 'img.mask:boxes', family: 'image', title: 'Paint over', summary: 'Paints over what is burnt into the picture, machine by machine.',
  inputs: [{ name: 'films', label: 'films', type: 'Dicom' }], outputs: [{ name: 'films', label: 'films', type: 'Dicom' }], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec

export const consistencySpec = {
  id: 'check.run:consistency', family: 'check', title: 'Do they still belong together?', summary: 'Checks that the files of a study still know each other, and holds the rules against the two readers.',
  inputs: [{ name: 'spans', label: 'notes to hand over', type: 'Spans' }, { name: 'films', label: 'films', type: 'Dicom' }],
  outputs: [{ name: 'release', label: 'the release', type: 'Release' }], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec

export const releaseSinkSpec = {
  id: 'sink.result:release', family: 'sink', title: 'The release', summary: 'What the university receives: notes, and films as DICOM files. Verify looks at nothing else.',
  inputs: [{ name: 'release', label: 'the release', type: 'Release' }], outputs: [], params: nothing,
} as const satisfies BlockSpec

export const spansSinkSpec = {
  id: 'sink.result:spans', family: 'sink', title: 'Marked notes', summary: 'The notes with everything that is marked in them. Verify looks at nothing else.',
  inputs: [{ name: 'spans', label: 'marked notes', type: 'Spans' }], outputs: [], reads: { artefact: 'annotations' }, params: nothing,
} as const satisfies BlockSpec
