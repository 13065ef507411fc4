import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const rulesTableSpec = {
  id: 'rules.table',
  family: 'decide',
  title: 'Rule table',
  summary: 'Decides every row by a table of rules, read from top to bottom. The rules bench edits it.',
  inputs: [{ name: 'cases', label: 'What is decided', type: 'Table' }],
  outputs: [{ name: 'rulings', label: 'What the rules say', type: 'Rulings' }],
  reads: { artefact: 'ruleTable', namedBy: 'table' },
  params: z.strictObject({
    table: z.string().min(1).max(80).default('ruleTable').meta({ title: 'Table', description: 'Name of the rule table on the bench.' }),
  }),
} as const satisfies BlockSpec
