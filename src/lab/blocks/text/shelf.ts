import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const shelfSpec = {
  id: 'corpus.shelf',
  family: 'source',
  title: 'Shelf',
  summary: 'The books the desk may read, and the questions it is asked. The desk bench switches books on and off.',
  cases: 'Shelf',
  casesOf: ['rag.formulary', 'pages.written'],
  inputs: [],
  outputs: [{ name: 'shelf', label: 'Books in use', type: 'Shelf' }],
  reads: { artefact: 'promptPack' },
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({ title: 'Questions', description: 'Whose questions to answer. Hidden days are used by Verify only.' }),
  }),
} as const satisfies BlockSpec
