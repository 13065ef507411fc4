import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const convbankSpec = {
  id: 'img.convbank',
  family: 'image',
  title: 'Film features',
  summary: 'Slides small patterns over each film and notes where each of them answers: a picture becomes a row of numbers.',
  inputs: [{ name: 'images', label: 'Films', type: 'Images' }],
  outputs: [{ name: 'matrix', label: 'Numbers from films', type: 'Matrix' }],
  params: z.strictObject({
    kernels: z.int().min(1).max(20).default(12).meta({
      title: 'Patterns',
      description: 'How many small patterns look at the film. One sees edges in one direction; twelve see most of what there is.',
    }),
    grid: z.int().min(1).max(5).default(4).meta({
      title: 'Parts across and down',
      description: 'The film is cut into so many parts each way. 1 cannot tell left from right, nor top from bottom.',
    }),
  }),
} as const satisfies BlockSpec
