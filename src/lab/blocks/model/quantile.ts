import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const quantileSpec = {
  id: 'ml.quantile',
  family: 'model',
  title: 'Quantiles',
  summary: 'Foretells a number with its spread: for each row what 5, 10, up to 95 of 100 such rows do not exceed.',
  inputs: [{ name: 'train', label: 'Features', type: 'Matrix' }],
  outputs: [{ name: 'quantiles', label: 'Forecast with its spread', type: 'Quantiles' }],
  params: z.strictObject({
    of: z.string().min(1).max(400).default('minutes').meta({
      title: 'What is foretold',
      description: 'A column of numbers, or a sum made of columns. Rows in which it is missing are left out.',
      control: 'expression',
    }),
    scale: z.enum(['log', 'plain']).default('log').meta({
      title: 'What the features do',
      description: 'They add to it, or they multiply it. Times and days are rather multiplied: a frail person stays half as long again, not one day more.',
      labels: { log: 'Multiply it', plain: 'Add to it' },
    }),
  }),
} as const satisfies BlockSpec
