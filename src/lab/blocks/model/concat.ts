import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const concatSpec = {
  id: 'fuse.concat',
  family: 'model',
  title: 'Join sides',
  summary: 'Puts two sets of numbers about the same people side by side: what the film shows and what the bedside says.',
  inputs: [
    { name: 'first', label: 'One set of numbers', type: 'Matrix' },
    { name: 'second', label: 'The other set', type: 'Matrix' },
  ],
  outputs: [{ name: 'matrix', label: 'Both together', type: 'Matrix' }],
  params: z.strictObject({}),
} as const satisfies BlockSpec
