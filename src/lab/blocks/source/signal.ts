import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const signalSpec = {
  id: 'data.source:signal',
  family: 'source',
  title: 'Strips',
  summary: 'Brings in strips of ECG from patches, one row for each strip, with what is written about it.',
  cases: 'Signal',
  inputs: [],
  outputs: [{ name: 'signal', label: 'Strips', type: 'Signal' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({
      title: 'Data set',
      description: 'Which past strips to look at. Hidden sets are used by Verify only.',
    }),
  }),
} as const satisfies BlockSpec
