import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const calibrateSpec = {
  id: 'ml.calibrate',
  family: 'model',
  title: 'Calibrate',
  summary: 'Turns scores into honest risks: when it says 20%, about 20 in 100 come back. Also turns points into risks.',
  inputs: [{ name: 'scores', label: 'Scores', type: 'Scores' }],
  outputs: [{ name: 'scores', label: 'Risks', type: 'Scores' }],
  params: z.strictObject({
    method: z.enum(['platt', 'isotonic']).default('platt').meta({
      title: 'Method',
      description: 'Platt bends all scores along one smooth curve; isotonic fits steps and needs many rows.',
      labels: { platt: 'Platt (smooth curve)', isotonic: 'Isotonic (steps)' },
    }),
    fitOn: z.enum(['test', 'train']).default('test').meta({
      title: 'Learn the curve from',
      description: 'Test rows were not seen by the model, so its promises there are fairer to correct.',
      labels: { test: 'Test rows', train: 'Training rows' },
    }),
  }),
} as const satisfies BlockSpec
