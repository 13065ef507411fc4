import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const refuseSpec = {
  id: 'policy.route:refuse',
  family: 'decide',
  title: 'Say it is not there',
  summary: 'Decides what is shown: everything, or only what is backed. With nothing left, the desk says "not in my sources".',
  inputs: [{ name: 'answers', label: 'Checked answers', type: 'Answers' }],
  outputs: [{ name: 'answers', label: 'What is read at the desk', type: 'Answers' }],
  reads: { artefact: 'promptPack' },
  params: z.strictObject({}),
} as const satisfies BlockSpec
