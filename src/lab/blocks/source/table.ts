import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const tableSpec = {
  id: 'data.source:table',
  family: 'source',
  title: 'Register',
  summary: 'Brings in the rows of a register, one for each case, with every column that was ever written about it.',
  cases: 'Table',
  inputs: [],
  outputs: [{ name: 'table', label: 'Rows', type: 'Table' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({
      title: 'Data set',
      description: 'Which part of the register to learn from. Hidden cases are used by Verify only.',
    }),
  }),
} as const satisfies BlockSpec
