import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const anomalySpec = {
  id: 'ml.anomaly',
  family: 'model',
  title: 'Isolation forest',
  summary: 'Finds rows that are soon alone when rows are parted by chance. It needs no label, and says odd, not guilty.',
  inputs: [{ name: 'train', label: 'Features', type: 'Matrix' }],
  outputs: [{ name: 'scores', label: 'Oddness', type: 'Scores' }],
  params: z.strictObject({
    trees: z.int().min(10).max(300).default(100).meta({ title: 'Number of trees', description: 'More of them give steadier scores.' }),
    sample: z.int().min(16).max(1024).default(256).meta({ title: 'Rows for each tree', description: 'A small sample keeps the odd ones from hiding in a crowd.' }),
    seed: z.int().min(1).max(9999).default(1).meta({ title: 'Luck', description: 'Another number parts the rows in another way.' }),
  }),
} as const satisfies BlockSpec
