import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const ports = {
  inputs: [{ name: 'chunks', label: 'Passages', type: 'Chunks' }],
  outputs: [{ name: 'hits', label: 'Passages found', type: 'Hits' }],
  reads: { artefact: 'promptPack' },
  params: z.strictObject({}),
} as const

export const bm25Spec = {
  id: 'ir.search:bm25', family: 'text', title: 'Word search', ...ports,
  summary: 'Finds passages that hold the words of the question, rare words counting more (BM25, by MiniSearch).',
} as const satisfies BlockSpec

export const hybridSpec = {
  id: 'ir.search:hybrid', family: 'text', title: 'Word and letter search', ...ports,
  summary: 'Word search, and beside it three letters at a time, so that a misspelt name is found all the same.',
} as const satisfies BlockSpec
