import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const thresholdSpec = {
  id: 'policy.threshold',
  family: 'decide',
  title: 'Threshold',
  summary: 'Puts everybody above a fixed score on the list, however many that are.',
  inputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }],
  outputs: [{ name: 'decisions', label: 'Who to ring', type: 'Decisions' }],
  params: z.strictObject({
    value: z.number().min(0).max(100).default(0.5).meta({
      title: 'Above',
      description: 'A risk between 0 and 1, or a number of points for LACE and HOSPITAL.',
    }),
  }),
} as const satisfies BlockSpec
