import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const ruledSpec = {
  id: 'table.ruled',
  family: 'table',
  title: 'Rules as a column',
  summary: 'Writes what the rules say beside each row, so that a condition can use it together with other columns.',
  inputs: [{ name: 'rulings', label: 'What the rules say', type: 'Rulings' }],
  outputs: [{ name: 'table', label: 'Rows with the answer', type: 'Table' }],
  adds: 'any',
  params: z.strictObject({
    output: z.string().max(40).default('').meta({ title: 'Which answer', description: 'Name of an output of the rule table. Empty: its first one.' }),
    as: z.string().min(1).max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/).default('said').meta({ title: 'Name of the new column', description: 'One word. It holds words, and nothing where no row speaks.' }),
  }),
} as const satisfies BlockSpec
