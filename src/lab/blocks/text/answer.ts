import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const answerSpec = {
  id: 'lm.generate:answer',
  family: 'text',
  title: 'Write an answer',
  summary: 'A language model reads the passages and answers. Here it is a simulation: seeded, and not a real model.',
  inputs: [{ name: 'hits', label: 'Passages found', type: 'Hits' }],
  outputs: [{ name: 'answers', label: 'Answers', type: 'Answers' }],
  reads: { artefact: 'promptPack' },
  params: z.strictObject({
    engine: z.enum(['simulation']).default('simulation').meta({ title: 'Engine', description: 'What writes the answers that are judged: always the simulation, labelled wherever it speaks.' }),
  }),
} as const satisfies BlockSpec
