import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const costSpec = {
  id: 'inspect.view:cost',
  family: 'view',
  title: 'Cost and time',
  summary: 'What answers cost in tokens, cents and seconds.',
  inputs: [{ name: 'answers', label: 'Answers', type: 'Any', accepts: ['Answers', 'Transcript'] }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
