import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const streamSpec = {
  id: 'data.source:stream',
  family: 'source',
  title: 'Stays',
  summary: 'Brings in stays with their charts: what is written once, what happened, and what was measured hour by hour.',
  cases: 'Stream',
  inputs: [],
  outputs: [{ name: 'stream', label: 'Stays', type: 'Stream' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({
      title: 'Data set',
      description: 'Which past stays to learn from. Hidden ones are used by Verify only.',
    }),
  }),
} as const satisfies BlockSpec
