import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'
import { MEASURED_PORTS } from './measured.ts'

export const signalQualitySpec = {
  id: 'sig.features:quality',
  family: 'signal',
  title: 'Signal quality',
  summary: 'Makes rows: whether the beats of a strip look alike, how much of it is flat, and how long no beat was found.',
  ...MEASURED_PORTS,
  adds: ['sqi', 'flat', 'gap'],
  params: z.strictObject({
    flatBelow: z.number().min(0.01).max(0.5).default(0.08).meta({
      title: 'Flat below',
      description: 'In millivolts. A second in which the trace moves less than this shows no heart.',
    }),
  }),
} as const satisfies BlockSpec
