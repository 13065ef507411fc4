import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const qualitySpec = {
  id: 'img.quality',
  family: 'image',
  title: 'Quality gate',
  summary: 'Looks at each photograph before anything else does. Good enough goes one way, the rest goes the other.',
  inputs: [{ name: 'images', label: 'Photographs', type: 'Images' }],
  outputs: [
    { name: 'pass', label: 'Good enough', type: 'Images' },
    { name: 'fail', label: 'Cannot be read', type: 'Images' },
  ],
  params: z.strictObject({
    cut: z.number().min(0).max(1).default(0.35).meta({
      title: 'Quality cut-off',
      description: 'Photographs below this are not read. 0 lets everything through, 1 nothing.',
    }),
    retakes: z.int().min(0).max(3).default(0).meta({
      title: 'Photograph again',
      description: 'How often the nurse tries once more before giving up. Each try takes time at the camera.',
    }),
  }),
} as const satisfies BlockSpec
