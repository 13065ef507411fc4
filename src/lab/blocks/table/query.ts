import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const querySpec = {
  id: 'sql.query',
  family: 'table',
  title: 'SQL query',
  summary: 'Asks the table in SQL, the language of databases: one SELECT, which chooses, computes or counts.',
  inputs: [{ name: 'table', label: 'Table', type: 'Table' }],
  outputs: [{ name: 'table', label: 'Answer', type: 'Table' }],
  adds: 'any',
  params: z.strictObject({
    sql: z.string().min(1).max(2000).default('SELECT * FROM rows').meta({
      title: 'Query',
      description: 'One SELECT. The table is called rows. Keep the column row_id if Verify is to know whose row it is.',
      control: 'sql',
    }),
  }),
} as const satisfies BlockSpec
