import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'
import { MEASURED_PORTS } from './measured.ts'

export const rrSpec = {
  id: 'sig.features:rr',
  family: 'signal',
  title: 'Times between beats',
  summary: 'Makes rows: how fast a heart beats on each strip, and how unevenly (RMSSD, pNN50, turning points, entropy).',
  ...MEASURED_PORTS,
  adds: ['beats', 'hr', 'rmssd', 'pnn50', 'turning', 'cosen'],
  params: z.strictObject({
    least: z.int().min(6).max(60).default(12).meta({
      title: 'Fewest beats',
      description: 'With fewer beats on a strip the figures are left out: they would say little.',
    }),
  }),
} as const satisfies BlockSpec
