import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const smallCellSpec = {
  id: 'check.run:smallcell',
  family: 'check',
  title: 'Small cells',
  summary: 'Looks for few invented people who are alike in the columns you choose, and tells less about them, or leaves them out.',
  inputs: [{ name: 'synthetic', label: 'Invented people', type: 'Synthetic' }],
  outputs: [{ name: 'synthetic', label: 'Without small cells', type: 'Synthetic' }],
  params: z.strictObject({
    columns: z.array(z.string().min(1).max(80)).min(1).max(8).default(['age']).meta({
      title: 'A cell is alike in', description: 'Columns that somebody outside could know. The last one is given up first.', control: 'columns',
    }),
    least: z.int().min(2).max(200).default(11).meta({ title: 'People in a cell', description: 'A cell with fewer is small. Eleven is a common rule of public payers.' }),
    how: z.enum(['merge', 'suppress']).default('merge').meta({
      title: 'What becomes of a small cell', description: 'Merged: values are taken away, from the last column on, until enough are alike. Suppressed: the rows are left out.',
      labels: { merge: 'Merge with others', suppress: 'Leave out' },
    }),
  }),
} as const satisfies BlockSpec
