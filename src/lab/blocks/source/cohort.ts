import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const cohortSpec = {
  id: 'data.source:cohort',
  family: 'source',
  title: 'Discharges',
  summary: 'Brings in past cases, one row each, with every column that was ever written about them.',
  cases: 'Table',
  inputs: [],
  outputs: [{ name: 'table', label: 'Stays', type: 'Table' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({
      title: 'Data set',
      description: 'Which past cases to learn from. Hidden ones are used by Verify only.',
    }),
  }),
} as const satisfies BlockSpec
