import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const capacitySpec = {
  id: 'policy.capacity',
  family: 'decide',
  title: 'Capacity',
  summary: 'Takes the people at the top until the team is full. The cut it finds is kept for later patients.',
  inputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }],
  outputs: [{ name: 'decisions', label: 'Who to ring', type: 'Decisions' }],
  params: z.strictObject({
    share: z.number().min(0.01).max(1).default(0.1).meta({
      title: 'Share to follow',
      description: 'Of all people who go home, how many the team can follow. One in five is 0.2.',
      percent: true,
    }),
    fixOn: z.enum(['test', 'train']).default('test').meta({
      title: 'Find the score on',
      description: 'Test rows are closer to what will come: the model has not seen them.',
      labels: { test: 'Test rows', train: 'Training rows' },
    }),
  }),
} as const satisfies BlockSpec
