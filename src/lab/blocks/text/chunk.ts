import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const chunkSpec = {
  id: 'text.chunk',
  family: 'text',
  title: 'Cut into passages',
  summary: 'Cuts every page into passages: whole, by section, in windows or by sentence, as the desk says.',
  inputs: [{ name: 'shelf', label: 'Books', type: 'Shelf' }],
  outputs: [{ name: 'chunks', label: 'Passages', type: 'Chunks' }],
  reads: { artefact: 'promptPack' },
  params: z.strictObject({}),
} as const satisfies BlockSpec
