import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const rulingsSinkSpec = {
  id: 'sink.result:rulings',
  family: 'sink',
  title: 'The rulings',
  summary: 'What is done with each case, as the rules say. Verify looks at nothing else.',
  inputs: [{ name: 'rulings', label: 'What the rules say', type: 'Rulings' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
