import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const windowSpec = {
  id: 'stream.features:window',
  family: 'signal',
  title: 'Look back',
  summary: 'Makes a row of every charting: what the chart said at that hour and before, and nothing that came later.',
  adds: 'any',
  inputs: [{ name: 'stream', label: 'Stays', type: 'Stream' }],
  outputs: [{ name: 'table', label: 'Moments', type: 'Table' }],
  params: z.strictObject({
    values: z.array(z.string().min(1).max(60)).min(1).max(60).default(['hr']).meta({
      title: 'What is looked at',
      description: 'The latest value, its change from the own start, mean and slope of the window, and since when (in hours).',
      control: 'looks',
      ways: { last: 'Latest', delta: 'Change', mean: 'Mean', slope: 'Slope', since: 'Since' },
    }),
    hours: z.int().min(2).max(72).default(12).meta({ title: 'Window', description: 'How many hours mean and slope look back.' }),
    baseline: z.int().min(1).max(48).default(12).meta({ title: 'Own start', description: 'The mean of so many first hours is what is normal for this person.' }),
  }),
} as const satisfies BlockSpec
