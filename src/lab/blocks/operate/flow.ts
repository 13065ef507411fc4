import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const planSpec = {
  id: 'ops.plan',
  family: 'operate',
  title: 'Plan',
  summary: 'Lays the work out as the levers say: which list goes where, how many beds and crews there are. Set on the tab Running the day.',
  inputs: [{ name: 'cases', label: 'Cases', type: 'Table' }],
  outputs: [{ name: 'plan', label: 'Plan', type: 'Plan' }],
  reads: { artefact: 'servicePlan' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const flowSimSpec = {
  id: 'ops.sim:flow',
  family: 'operate',
  title: 'Lived futures',
  summary: 'Lives the plan through many futures, each with other chance: who comes, who waits, who is sent home.',
  inputs: [{ name: 'plan', label: 'Plan', type: 'Plan' }],
  outputs: [{ name: 'days', label: 'Futures as lived', type: 'Events' }],
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const planSinkSpec = {
  id: 'sink.result:plan',
  family: 'sink',
  title: 'The plan on the wall',
  summary: 'How the service will be run. Verify looks at nothing else.',
  inputs: [{ name: 'days', label: 'Futures as lived', type: 'Events' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
