import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const referSpec = {
  id: 'policy.threshold:refer',
  family: 'decide',
  title: 'Refer above',
  summary: 'Sends everybody whose score lies above the cut to a specialist. The others go home with a letter.',
  inputs: [{ name: 'scores', label: 'Scores of people', type: 'Scores' }],
  outputs: [{ name: 'decisions', label: 'Who is referred', type: 'Decisions' }],
  params: z.strictObject({
    value: z.number().min(0).max(1).default(0.5).meta({
      title: 'Refer above',
      description: 'Lower finds more disease and sends more healthy people on. Higher does the opposite.',
    }),
  }),
} as const satisfies BlockSpec
