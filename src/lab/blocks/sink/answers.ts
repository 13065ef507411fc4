import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const answersSinkSpec = {
  id: 'sink.result:answers',
  family: 'sink',
  title: 'The desk',
  summary: 'What the nurse at the library desk reads. Verify looks at nothing else.',
  inputs: [{ name: 'answers', label: 'What the nurse reads', type: 'Answers' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
