import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const filterSpec = {
  id: 'table.filter',
  family: 'table',
  title: 'Keep rows',
  summary: 'Keeps the rows for which a condition holds. Who is left out here never gets onto the list.',
  inputs: [{ name: 'table', label: 'Table', type: 'Table' }],
  outputs: [{ name: 'table', label: 'Rows kept', type: 'Table' }],
  params: z.strictObject({
    expr: z.string().min(1).max(400).default('diedInHosp == 0').meta({
      title: 'Keep a row when',
      description: 'A condition on columns, such as: age >= 18 and diedInHosp == 0',
      control: 'expression',
    }),
  }),
} as const satisfies BlockSpec
