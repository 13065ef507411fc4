import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const answersSinkSpec = {
  id: 'sink.result:answers',
  family: 'sink',
  title: 'The desk',
  summary: 'What is read at the desk. Verify looks at nothing else.',
  inputs: [{ name: 'answers', label: 'What is read at the desk', type: 'Answers' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
