import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const bandPassSpec = {
  id: 'sig.filter',
  family: 'signal',
  title: 'Band-pass',
  summary: 'Keeps what swings at the pace of a heart beat, and takes away breathing below it and muscles and mains above it.',
  inputs: [{ name: 'signal', label: 'Strips', type: 'Signal' }],
  outputs: [{ name: 'signal', label: 'Filtered strips', type: 'Signal' }],
  params: z.strictObject({
    low: z.number().min(0.05).max(40).default(5).meta({
      title: 'Slowest kept',
      description: 'In swings a second (Hz). Breathing sways at about 0.25; the T wave is gone from about 5.',
    }),
    high: z.number().min(1).max(95).default(15).meta({
      title: 'Fastest kept',
      description: 'In swings a second (Hz). Mains hum at 50; a QRS lives between 5 and 15.',
    }),
  }),
} as const satisfies BlockSpec
