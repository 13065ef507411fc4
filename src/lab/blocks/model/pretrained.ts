import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const pretrainedSpec = {
  id: 'ml.pretrained',
  family: 'model',
  title: 'Vendor box',
  summary: 'A bought model, closed and finished: it looks at one photograph of an eye and gives a score from 0 to 1, no reasons.',
  inputs: [{ name: 'images', label: 'Photographs', type: 'Images' }],
  outputs: [{ name: 'scores', label: 'Score of each eye', type: 'Scores' }],
  params: z.strictObject({}),
} as const satisfies BlockSpec
