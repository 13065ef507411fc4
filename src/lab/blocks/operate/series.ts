import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const seriesSpec = {
  id: 'forecast.series',
  family: 'operate',
  title: 'Beds ahead',
  summary: 'Counts beds day by day before anything has happened: from the day on which the plan brings somebody in, and the spread of their stay.',
  inputs: [
    { name: 'plan', label: 'Plan', type: 'Plan' },
    { name: 'stays', label: 'Stays with their spread', type: 'Quantiles' },
  ],
  outputs: [],
  params: z.strictObject({
    station: z.string().min(1).max(40).default('ward').meta({ title: 'Beds of', description: 'Name of the station in the service, e.g. ward.' }),
    unit: z.enum(['days', 'hours', 'minutes']).default('days').meta({ title: 'Stays are counted in', description: 'The unit of what is foretold.', labels: { days: 'Days', hours: 'Hours', minutes: 'Minutes' } }),
    share: z.number().min(0.5).max(0.99).default(0.85).meta({ title: 'How careful', description: 'The upper line: beds that so large a share of weeks does not exceed.', percent: true }),
    others: z.int().min(0).max(120).default(0).meta({ title: 'Beds for others', description: 'Beds that people take who are not on the list: those who lie there already, emergencies.' }),
  }),
} as const satisfies BlockSpec
