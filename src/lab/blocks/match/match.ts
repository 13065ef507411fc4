/** Blocks that match people with what they may be offered: files come in, criteria are held against them, lists go out. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const poolSourceSpec = {
  id: 'data.source:pool',
  family: 'source',
  title: 'People and offers',
  summary: 'Brings in people with their files and letters, and what they may be offered.',
  cases: 'Pool',
  inputs: [],
  outputs: [{ name: 'pool', label: 'People and offers', type: 'Pool' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({ title: 'Data set', description: 'Which past people to work on. Hidden ones are used by Verify only.' }),
  }),
} as const satisfies BlockSpec

export const matchCriteriaSpec = {
  id: 'match.criteria',
  family: 'decide',
  title: 'Criteria, one by one',
  summary: 'Holds each criterion of each offer against what is written of each person: met, not met, or not known.',
  inputs: [{ name: 'pool', label: 'People and offers', type: 'Pool' }],
  outputs: [{ name: 'matches', label: 'Matches', type: 'Matches' }],
  reads: { artefact: 'matchPlan' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const rankOffersSpec = {
  id: 'policy.rank:offers',
  family: 'decide',
  title: 'Lists of people',
  summary: 'Makes a list for each offer: what an unknown does, who stands first, how many.',
  inputs: [{ name: 'matches', label: 'Matches', type: 'Matches' }],
  outputs: [{ name: 'offers', label: 'Lists', type: 'Offers' }],
  reads: { artefact: 'matchPlan' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const offersSinkSpec = {
  id: 'sink.result:offers',
  family: 'sink',
  title: 'Offers to sign',
  summary: 'The lists that somebody signs. Verify looks at nothing else.',
  inputs: [{ name: 'offers', label: 'Lists', type: 'Offers' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
