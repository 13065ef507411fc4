import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const decisionsSinkSpec = {
  id: 'sink.result:decisions',
  family: 'sink',
  title: 'The list',
  summary: 'What the ward receives. Verify looks at nothing else.',
  inputs: [{ name: 'decisions', label: 'Who to ring', type: 'Decisions' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
