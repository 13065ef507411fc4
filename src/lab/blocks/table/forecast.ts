import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const forecastSpec = {
  id: 'table.forecast',
  family: 'table',
  title: 'Forecast as a column',
  summary: 'Asks the forecast about other rows, and writes one of its levels beside each: the middle, or what 85 of 100 do not exceed.',
  inputs: [
    { name: 'table', label: 'Rows', type: 'Table' },
    { name: 'forecast', label: 'Forecast with its spread', type: 'Quantiles' },
  ],
  outputs: [{ name: 'table', label: 'Rows with the forecast', type: 'Table' }],
  adds: 'any',
  params: z.strictObject({
    quantile: z.number().min(0.05).max(0.95).default(0.5).meta({ title: 'Level', description: 'What so large a share does not exceed. 50%: the middle. 85%: 15 of 100 take longer.', percent: true }),
    as: z.string().min(1).max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/).default('foretold').meta({ title: 'Name of the new column', description: 'One word. A plan reads forecasts under their names.' }),
  }),
} as const satisfies BlockSpec
