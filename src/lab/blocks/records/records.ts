/** Blocks for records that a quest describes: they come in, go through the map, and are handed on. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'
import { DESK_BLANKS, DESK_FIRST } from '../../payer/spec.ts'

export const recordsSourceSpec = {
  id: 'data.source:records',
  family: 'source',
  title: 'The records',
  summary: 'Brings in records as their senders write them.',
  cases: 'Records',
  inputs: [],
  outputs: [{ name: 'records', label: 'Records', type: 'Records' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({ title: 'Data set', description: 'Which past records to work on. Hidden ones are used by Verify only.' }),
  }),
} as const satisfies BlockSpec

export const recordMapSpec = {
  id: 'map.table:records',
  family: 'interop',
  title: 'The map',
  summary: 'Carries each value from the field of a record to the element that is wanted, as the map beside the graph says.',
  inputs: [{ name: 'records', label: 'Records', type: 'Records' }],
  outputs: [{ name: 'mapped', label: 'Mapped', type: 'Mapped' }],
  reads: { artefact: 'mapTable' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const requestDeskSpec = {
  id: 'policy.desk:requests',
  family: 'decide',
  title: 'The desk',
  summary: 'Looks up what was left to a person, sends each request, and answers what comes back.',
  inputs: [{ name: 'mapped', label: 'Mapped', type: 'Mapped' }],
  outputs: [{ name: 'mapped', label: 'To be sent', type: 'Mapped' }],
  params: z.strictObject({
    first: z.enum(DESK_FIRST).default('oldest').meta({ title: 'Who is next', description: 'Whoever waits longest, expedited ones, or those that came back with a question.' }),
    blanks: z.enum(DESK_BLANKS).default('send').meta({ title: 'What stays empty', description: 'Goes out empty, or a person looks for it first.' }),
  }),
} as const satisfies BlockSpec

export const recordSinkSpec = {
  id: 'sink.result:records',
  family: 'sink',
  title: 'What is wanted',
  summary: 'What the other side receives. Verify looks at nothing else.',
  inputs: [{ name: 'mapped', label: 'Mapped', type: 'Mapped' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
