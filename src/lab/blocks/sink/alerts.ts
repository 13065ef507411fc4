import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const alertsSinkSpec = {
  id: 'sink.result:alerts',
  family: 'sink',
  title: 'The pager',
  summary: 'What the ward hears. Verify plays it over stays that nobody has seen, hour by hour.',
  inputs: [{ name: 'alerts', label: 'Alarms', type: 'Alerts' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
