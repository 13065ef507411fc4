import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const burdenSpec = {
  id: 'inspect.view:burden',
  family: 'view',
  title: 'Alarm burden',
  summary: 'Shows what a nurse hears in a shift, and what more or fewer alarms would find.',
  inputs: [{ name: 'alerts', label: 'Look at', type: 'Any', accepts: ['Alerts'] }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
