/** From weights to charts: one person, two people, or somebody must look. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const twoThresholdsSpec = {
  id: 'link.decide:two-thresholds',
  family: 'link',
  title: 'Two lines',
  summary: 'Links pairs above the upper line, leaves those below the lower one apart, and has a person look at what lies between.',
  inputs: [{ name: 'pairs', label: 'Pairs with weights', type: 'Pairs' }],
  outputs: [{ name: 'links', label: 'Links', type: 'Links' }],
  params: z.strictObject({
    upper: z.number().min(-60).max(100).default(14).meta({ title: 'Link from', description: 'Weight from which two records become one chart by themselves.' }),
    lower: z.number().min(-60).max(100).default(7).meta({ title: 'Look at from', description: 'Weight from which a person looks at the pair. Below it the two stay apart.' }),
    never: z.array(z.string().min(1).max(40)).max(12).default([]).meta({
      title: 'Never by itself where these differ',
      description: 'Columns among those compared. Where one of them is different, not just close, the pair is not linked whatever its weight.',
      control: 'columns',
    }),
    missing: z.enum(['weigh', 'hold']).default('weigh').meta({
      title: 'Where one of these is missing',
      description: 'Nobody can tell whether it differs. Let the other fields decide, or hold the pair back as well.',
      labels: { weigh: 'The other fields decide', hold: 'Hold it back as well' },
    }),
    held: z.enum(['review', 'apart']).default('review').meta({
      title: 'Such a pair',
      description: 'What happens to a pair that is held back by that.',
      labels: { review: 'A person looks at it', apart: 'Stays apart' },
    }),
  }),
} as const satisfies BlockSpec

export const clusterSpec = {
  id: 'link.decide:cluster',
  family: 'link',
  title: 'Whole charts',
  summary: 'Looks at charts instead of pairs: if A is B and B is C, then A is C, even if A and C were found to be different people.',
  inputs: [{ name: 'links', label: 'Links', type: 'Links' }],
  outputs: [{ name: 'links', label: 'Checked links', type: 'Links' }],
  params: z.strictObject({
    most: z.int().min(2).max(50).default(6).meta({ title: 'Records in one chart', description: 'A link that would make a larger chart goes to a person.' }),
    contradiction: z.boolean().default(true).meta({
      title: 'Hold back contradictions',
      description: 'A link that would put two records into one chart that were compared and not linked goes to a person.',
    }),
  }),
} as const satisfies BlockSpec

export const linksSinkSpec = {
  id: 'sink.result:links',
  family: 'sink',
  title: 'The charts',
  summary: 'Which records are one person from now on. Verify looks at nothing else.',
  inputs: [{ name: 'links', label: 'Links', type: 'Links' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
