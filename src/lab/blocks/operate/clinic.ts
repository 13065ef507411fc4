import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const clinicSimSpec = {
  id: 'ops.sim:clinic',
  family: 'operate',
  title: 'Clinic days',
  summary: 'Lives through the clinic\'s days under your plan: who comes, who waits. The plan is set on the tab Running the day.',
  inputs: [{ name: 'scores', label: 'Risk of staying away', type: 'Scores' }],
  outputs: [
    { name: 'days', label: 'Days as lived', type: 'Events' },
    { name: 'seats', label: 'Who shares a place', type: 'Decisions' },
  ],
  reads: { artefact: 'plan' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const policySinkSpec = {
  id: 'sink.result:policy',
  family: 'sink',
  title: 'The clinic',
  summary: 'What the clinic will do from Monday. Verify looks at nothing else.',
  inputs: [{ name: 'days', label: 'Days as lived', type: 'Events' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
