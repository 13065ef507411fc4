import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const gbtSpec = {
  id: 'ml.gbt',
  family: 'model',
  title: 'Boosted trees',
  summary: 'Asks many short chains of yes-or-no questions, each chain mending what those before it got wrong.',
  inputs: [{ name: 'train', label: 'Features', type: 'Matrix' }],
  outputs: [{ name: 'scores', label: 'Risks', type: 'Scores' }],
  params: z.strictObject({
    trees: z.int().min(1).max(300).default(60).meta({
      title: 'Number of trees',
      description: 'How many chains of questions.',
    }),
    depth: z.int().min(1).max(6).default(2).meta({
      title: 'Questions in a row',
      description: 'Longer chains see finer patterns, and more patterns that are only luck.',
    }),
    rate: z.number().min(0.01).max(0.5).default(0.1).meta({
      title: 'Learning rate',
      description: 'How much of each correction is believed. Smaller needs more trees.',
    }),
  }),
} as const satisfies BlockSpec
