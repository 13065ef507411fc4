import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const scoredSpec = {
  id: 'table.scored',
  family: 'table',
  title: 'Score as a column',
  summary: 'Writes the score beside each row that was tested, so that a condition can use it together with other columns.',
  inputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }],
  outputs: [{ name: 'table', label: 'Rows with the score', type: 'Table' }],
  adds: 'any',
  params: z.strictObject({
    as: z.string().min(1).max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/).default('score').meta({ title: 'Name of the new column', description: 'One word. The blocks behind this one can use it.' }),
  }),
} as const satisfies BlockSpec
