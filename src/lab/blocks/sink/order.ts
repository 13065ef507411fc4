import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const orderSinkSpec = {
  id: 'sink.result:order',
  family: 'sink',
  title: 'The worklist',
  summary: 'The order in which films come up on the radiologist\'s screen. Verify looks at nothing else.',
  inputs: [{ name: 'list', label: 'Films in order', type: 'Worklist' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
