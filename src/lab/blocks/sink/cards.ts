import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const cardsSinkSpec = {
  id: 'sink.result:cards',
  family: 'sink',
  title: 'Cards',
  summary: 'What the ordering screen shows: one CDS Hooks card for each order, while the patient is still in the room.',
  inputs: [{ name: 'rulings', label: 'What the rules say', type: 'Rulings' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
