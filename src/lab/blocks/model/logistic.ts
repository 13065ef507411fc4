import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const logisticSpec = {
  id: 'ml.logistic',
  family: 'model',
  title: 'Logistic regression',
  summary: 'Weighs the features, adds them up and gives each person a risk. Its weights can be read.',
  inputs: [{ name: 'train', label: 'Features', type: 'Matrix' }],
  outputs: [{ name: 'scores', label: 'Risks', type: 'Scores' }],
  params: z.strictObject({
    l2: z.number().min(0.01).max(1000).default(1).meta({
      title: 'Caution (L2)',
      description: 'Holds the weights back. More caution: smaller weights, less swayed by chance. 1 is a fair start.',
    }),
    classWeight: z.enum(['none', 'balanced']).default('none').meta({
      title: 'Class weight',
      description: 'Balanced counts the rare outcome as if it were half of all. Risks then no longer match what happens.',
      labels: { none: 'None', balanced: 'Balanced' },
    }),
  }),
} as const satisfies BlockSpec
