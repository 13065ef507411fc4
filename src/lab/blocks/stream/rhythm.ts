import { z } from 'zod'
import type { BlockSpec, PortSpec } from '../../graph/block.ts'
import { QUALITY_FIGURES, RR_FIGURES } from '../../stream/rhythm-figures.ts'

const ports = {
  family: 'signal',
  inputs: [{ name: 'stream', label: 'Patches', type: 'Stream' }],
  outputs: [{ name: 'stream', label: 'Patches, measured', type: 'Stream' }] satisfies readonly PortSpec[],
} as const

export const patchQualitySpec = {
  id: 'stream.features:quality',
  title: 'Quality of windows',
  summary: 'Measures on every window of a patch how much its beats look alike. Noise has beats too; they do not look alike.',
  ...ports,
  adds: Object.keys(QUALITY_FIGURES),
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const patchRrSpec = {
  id: 'stream.features:rr',
  title: 'Rhythm of windows',
  summary: 'Measures on every window of a patch how fast the heart beats, and how unevenly: RMSSD/mean, pNN50, turning points.',
  ...ports,
  adds: Object.keys(RR_FIGURES),
  params: z.strictObject({
    least: z.int().min(6).max(60).default(12).meta({ title: 'Fewest beats', description: 'With fewer beats in a window its figures are left out: they would say little.' }),
  }),
} as const satisfies BlockSpec
