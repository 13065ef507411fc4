import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const rpeakSpec = {
  id: 'sig.rpeak',
  family: 'signal',
  title: 'R peaks',
  summary: 'Finds each beat by the steep R wave (Pan and Tompkins, 1985). It always finds something, even where there is no heart.',
  inputs: [{ name: 'signal', label: 'Strips', type: 'Signal' }],
  outputs: [{ name: 'windows', label: 'Strips with beats', type: 'Windows' }],
  params: z.strictObject({
    refractory: z.int().min(150).max(400).default(200).meta({
      title: 'No second beat within',
      description: 'In milliseconds. Longer takes fewer T waves for beats, and misses beats that come very early.',
    }),
  }),
} as const satisfies BlockSpec
