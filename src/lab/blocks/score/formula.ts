import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const formulaPointsSpec = {
  id: 'score.points:formula',
  family: 'score',
  title: 'Points of your own',
  summary: 'Works out points from columns: one for each condition that holds, or any sum. Learns nothing.',
  inputs: [{ name: 'table', label: 'Rows', type: 'Table' }],
  outputs: [{ name: 'scores', label: 'Points', type: 'Scores' }],
  params: z.strictObject({
    expr: z.string().min(1).max(400).default('age > 65').meta({
      title: 'Points',
      description: 'A condition (1 or 0), or a sum of conditions: (hr > 100) + 2 * (rr > 24). What is missing meets no condition.',
      control: 'expression',
    }),
    readable: z.string().max(400).default('').meta({
      title: 'Only when',
      description: 'Where this does not hold, nobody knows: such a row gets no points at all, neither 0 nor more. Empty: every row gets points.',
      control: 'expression',
    }),
  }),
} as const satisfies BlockSpec
