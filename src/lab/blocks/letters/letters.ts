/** Blocks of the letters: from the charts of stays to what people take home. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const plan = { reads: { artefact: 'letterPlan' }, params: z.strictObject({}) } as const
const through = {
  inputs: [{ name: 'letters', label: 'Letters', type: 'Letters' }],
  outputs: [{ name: 'letters', label: 'Letters', type: 'Letters' }],
  ...plan,
} as const

export const staysSpec = {
  id: 'data.source:stays',
  family: 'source',
  title: 'Stays',
  summary: 'People who go home today, each with a coded list and a note.',
  cases: 'Stays',
  inputs: [],
  outputs: [{ name: 'stays', label: 'Stays', type: 'Stays' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({ title: 'Stays', description: 'Whose letters to write. Hidden weeks are used by Verify only.' }),
  }),
} as const satisfies BlockSpec

export const summarySpec = {
  id: 'lm.generate:summary',
  family: 'text',
  title: 'Write the letter',
  summary: 'A language model writes a letter from the chart, section by section. Here it is a simulation: seeded, and not a real model.',
  inputs: [{ name: 'stays', label: 'Stays', type: 'Stays' }],
  outputs: [{ name: 'letters', label: 'Drafts', type: 'Letters' }],
  ...plan,
} as const satisfies BlockSpec

export const omissionSpec = {
  id: 'check.run:omission',
  family: 'check',
  title: 'What is missing?',
  summary: 'Looks for facts that the sections which must be complete leave out. On or off at the bench.',
  ...through,
} as const satisfies BlockSpec

export const backedSpec = {
  id: 'check.run:backed',
  family: 'check',
  title: 'Does the chart say so?',
  summary: 'Looks up every sentence of a letter in the list, and where the list is silent in the note. On or off at the bench.',
  ...through,
} as const satisfies BlockSpec

export const readabilitySpec = {
  id: 'check.run:readability',
  family: 'check',
  title: 'How hard to read?',
  summary: 'Works out the Flesch-Kincaid grade of each letter, and flags those above the grade set at the bench.',
  ...through,
} as const satisfies BlockSpec

export const signOffSpec = {
  id: 'policy.route:sign-off',
  family: 'decide',
  title: 'Who signs?',
  summary: 'Decides which letters a clinician takes in hand before they go: none, those with a finding, or all.',
  ...through,
} as const satisfies BlockSpec

export const lettersSinkSpec = {
  id: 'sink.result:letters',
  family: 'sink',
  title: 'What people take home',
  summary: 'The letters as they go out. Verify looks at nothing else.',
  inputs: [{ name: 'letters', label: 'Letters', type: 'Letters' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
