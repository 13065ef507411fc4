/** Blocks for records that a quest describes: they come in, go through the map, and are handed on. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

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

export const recordSinkSpec = {
  id: 'sink.result:records',
  family: 'sink',
  title: 'What is wanted',
  summary: 'What the other side receives. Verify looks at nothing else.',
  inputs: [{ name: 'mapped', label: 'Mapped', type: 'Mapped' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
