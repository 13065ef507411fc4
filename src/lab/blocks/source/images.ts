import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const imagesSpec = {
  id: 'data.source:images',
  family: 'source',
  title: 'Photos',
  summary: 'Brings in pictures of people, one row for each picture, with what is written about it.',
  cases: 'Images',
  inputs: [],
  outputs: [{ name: 'images', label: 'Photographs', type: 'Images' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({
      title: 'Data set',
      description: 'Which past photographs to look at. Hidden sites are used by Verify only.',
    }),
  }),
} as const satisfies BlockSpec
