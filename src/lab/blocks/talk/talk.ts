/** Blocks of a desk that talks over several turns: what the bench and the palette know of them. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const reads = { artefact: 'promptPack' } as const
const none = z.strictObject({})

export const dialoguesSpec = {
  id: 'data.source:dialogues', family: 'source', title: 'Conversations', reads,
  summary: 'The books the desk may read, and the turns of those who talk to it, read as the desk is told to read them.',
  cases: 'Shelf', casesOf: ['dialogues.written'],
  inputs: [],
  outputs: [{ name: 'shelf', label: 'Books and turns', type: 'Shelf' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({ title: 'Conversations', description: 'Which day to talk through. Hidden days are used by Verify only.' }),
  }),
} as const satisfies BlockSpec

export const redFlagSpec = {
  id: 'rules.table:red-flag', family: 'check', title: 'Red flags', reads,
  summary: 'Holds every turn against a table of plain words, before the model and behind it. No model can talk it out of that.',
  inputs: [{ name: 'shelf', label: 'Turns', type: 'Shelf' }],
  outputs: [{ name: 'flags', label: 'Red flags', type: 'Flags' }],
  params: none,
} as const satisfies BlockSpec

export const intentSpec = {
  id: 'ml.text:intent', family: 'model', title: 'What is meant', reads,
  summary: 'Learns from labelled examples what a turn is about: naive Bayes, or a linear model over TF-IDF.',
  inputs: [{ name: 'shelf', label: 'Turns', type: 'Shelf' }],
  outputs: [{ name: 'intents', label: 'What is meant', type: 'Intents' }],
  params: none,
} as const satisfies BlockSpec

export const handoverSpec = {
  id: 'policy.route:handover', family: 'decide', title: 'Who takes over', reads,
  summary: 'Sends each intent to the books, to a fixed reply, to a no or to a person; and to a person where the intent is in doubt.',
  inputs: [{ name: 'intents', label: 'What is meant', type: 'Intents' }],
  outputs: [{ name: 'intents', label: 'Where it goes', type: 'Intents' }],
  params: none,
} as const satisfies BlockSpec

export const cascadeSpec = {
  id: 'lm.cascade', family: 'text', title: 'Talk', reads,
  summary: 'Plays the conversations: drawer, small model, large model, person, each with its time and price. The models are a simulation.',
  inputs: [
    { name: 'hits', label: 'Passages found', type: 'Hits' },
    { name: 'flags', label: 'Red flags', type: 'Flags' },
    { name: 'intents', label: 'Where turns go', type: 'Intents' },
  ],
  outputs: [{ name: 'transcript', label: 'Conversations', type: 'Transcript' }],
  params: z.strictObject({
    engine: z.enum(['simulation']).default('simulation').meta({ title: 'Engine', description: 'What writes the answers that are judged: always the simulation, labelled wherever it speaks.' }),
    personCents: z.number().min(0).max(1000).default(0).meta({ title: 'Price of a person', description: 'Cents for a conversation that a person takes over, added to the price of the models.' }),
  }),
} as const satisfies BlockSpec

export const latencySpec = {
  id: 'inspect.view:latency', family: 'view', title: 'Waiting',
  summary: 'How long people wait for a reply, and for what.',
  inputs: [{ name: 'transcript', label: 'Conversations', type: 'Any', accepts: ['Transcript'] }],
  outputs: [],
  params: none,
} as const satisfies BlockSpec

export const transcriptSinkSpec = {
  id: 'sink.result:transcript', family: 'sink', title: 'Transcripts',
  summary: 'The conversations as they went. Verify looks at nothing else.',
  inputs: [{ name: 'transcript', label: 'Conversations', type: 'Transcript' }],
  outputs: [],
  params: none,
} as const satisfies BlockSpec
