import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const groundingSpec = {
  id: 'check.run:grounding',
  family: 'check',
  title: 'Check the sources',
  summary: 'Looks up every statement in the passage it cites: same name, same matter, same figure. On or off at the desk.',
  inputs: [{ name: 'answers', label: 'Answers', type: 'Answers' }],
  outputs: [{ name: 'checked', label: 'Checked answers', type: 'Answers' }],
  reads: { artefact: 'promptPack' },
  params: z.strictObject({}),
} as const satisfies BlockSpec
