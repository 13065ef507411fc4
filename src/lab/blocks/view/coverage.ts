import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const coverageSpec = {
  id: 'inspect.view:coverage',
  family: 'view',
  title: 'Coverage',
  summary: 'Shows whether a forecast with its spread holds: does what 85 of 100 should not exceed hold 85 of 100, in every group?',
  inputs: [{ name: 'from', label: 'Look at', type: 'Any', accepts: ['Quantiles'] }],
  outputs: [],
  params: z.strictObject({
    quantile: z.number().min(0.05).max(0.95).default(0.85).meta({ title: 'Share to look at', description: 'In groups. 0.85 is what 85 of 100 should not exceed.', percent: true }),
    by: z.string().max(80).default('').meta({ title: 'Group by', description: 'A column of words, such as the kind of operation. None: all together.', control: 'column', optional: true }),
  }),
} as const satisfies BlockSpec
