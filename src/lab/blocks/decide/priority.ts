import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

/** Minutes from which on the limit is no limit. */
export const NO_LIMIT = 600

export const prioritySpec = {
  id: 'policy.rank:priority',
  family: 'decide',
  title: 'Reading order',
  summary: 'Says which film is read next: urgent ones at once, then those that have waited too long, then by risk and age.',
  inputs: [{ name: 'scores', label: 'Risks', type: 'Scores' }],
  outputs: [{ name: 'list', label: 'Films in order', type: 'Worklist' }],
  params: z.strictObject({
    order: z.enum(['risk', 'arrival']).default('risk').meta({
      title: 'Order',
      description: 'By risk, or first come, first served as it was before.',
      labels: { risk: 'By risk', arrival: 'First come' },
    }),
    urgentFrom: z.number().min(0).max(1).default(1).meta({
      title: 'Urgent from',
      description: 'From this risk on a film is read at once and the ward is telephoned, which takes two minutes. 1: no film is urgent.',
    }),
    ageing: z.number().min(0).max(0.02).default(0).meta({
      title: 'Ageing',
      description: 'What each minute of waiting adds to the risk. At 0.002 a film gains 0.2 in a hundred minutes. 0: waiting counts for nothing.',
    }),
    maxWait: z.int().min(15).max(NO_LIMIT).default(NO_LIMIT).meta({
      title: 'Longest wait',
      description: 'After so many minutes a film goes before all others but the urgent ones. 600: no limit.',
    }),
  }),
} as const satisfies BlockSpec
