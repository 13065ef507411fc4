import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const labelSpec = {
  id: 'table.label',
  family: 'table',
  title: 'Label',
  summary: 'Says what is to be predicted: yes or no for every row. The list will look for exactly this.',
  inputs: [{ name: 'table', label: 'Table', type: 'Table' }],
  outputs: [{ name: 'table', label: 'Labelled rows', type: 'Table' }],
  params: z.strictObject({
    expr: z.string().min(1).max(400).default('readmit30').meta({
      title: 'Yes when',
      description: 'A column of 0 and 1, or a condition. readmit30: came back unplanned within 30 days.',
      control: 'expression',
    }),
    exclude: z.string().max(400).default('').meta({
      title: 'Leave out a row when',
      description: 'A condition for rows that can be neither yes nor no. Empty: leave nobody out.',
      control: 'expression',
    }),
  }),
} as const satisfies BlockSpec
