import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const featuresSpec = {
  id: 'table.features',
  family: 'table',
  title: 'Features',
  summary: 'Chooses what the model may look at, and turns categories such as sex into columns of 0 and 1.',
  inputs: [{ name: 'split', label: 'Split', type: 'Split' }],
  outputs: [{ name: 'matrix', label: 'Features', type: 'Matrix' }],
  params: z.strictObject({
    columns: z.array(z.string().min(1).max(200)).min(1).max(64).default(['age']).meta({
      title: 'Columns',
      description: 'Columns, or sums made of them: age, log1p(los), hb < 12. Words such as sex become one column per word.',
      control: 'columns',
    }),
    missing: z.enum(['median', 'median-and-flag', 'drop-row']).default('median').meta({
      title: 'Where a value is missing',
      description: 'Put in the middle value of the training rows, also say that it was missing, or leave the row out.',
      labels: { median: 'Middle value', 'median-and-flag': 'Middle value, and a column that says so', 'drop-row': 'Leave the row out' },
    }),
  }),
} as const satisfies BlockSpec
