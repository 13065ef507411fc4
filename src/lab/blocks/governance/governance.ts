/** Blocks of the board: the year's records, what is watched, what the contract says, the vote, the cards, the minute book. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const FINDINGS_IN = [{ name: 'records', label: 'Records', type: 'Findings' }] as const
const FINDINGS_OUT = [{ name: 'records', label: 'Records', type: 'Findings' }] as const

export const yearSourceSpec = {
  id: 'data.source:year',
  family: 'source',
  title: 'The year',
  summary: 'Twelve months of records of the tools on the table, month by month.',
  cases: 'Findings',
  inputs: [],
  outputs: FINDINGS_OUT,
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({ title: 'Year', description: 'Whose year to look at. Hidden years are used by Verify only.' }),
  }),
} as const satisfies BlockSpec

export const psiWatchSpec = {
  id: 'monitor.watch:psi',
  family: 'check',
  title: 'Other people',
  summary: 'Watches whether the people of the month are those a tool was made for: the population stability index (PSI).',
  inputs: FINDINGS_IN,
  outputs: FINDINGS_OUT,
  params: z.strictObject({
    limit: z.number().min(0.01).max(1).default(0.25).meta({ title: 'Alarm above', description: 'PSI of the input that moved most. Under 0.1 is little, above 0.25 is a lot, as a rule of thumb.' }),
  }),
} as const satisfies BlockSpec

export const calibrationWatchSpec = {
  id: 'monitor.watch:calibration',
  family: 'check',
  title: 'Kept promises',
  summary: 'Watches whether what a tool promises also happens: how many, and whether high risks are higher (slope).',
  inputs: FINDINGS_IN,
  outputs: FINDINGS_OUT,
  params: z.strictObject({
    measure: z.enum(['bedside', 'dashboard']).default('bedside').meta({
      title: 'Measured', description: 'At the bedside a nurse notes what happened to each patient. A dashboard shows what the supplier sends.',
    }),
    ratio: z.number().min(1.05).max(3).default(1.4).meta({ title: 'Alarm when off by', description: 'So many times more, or fewer, than promised.' }),
    slope: z.number().min(0).max(0.95).default(0.6).meta({ title: 'Alarm when the slope is under', description: '1 is right; 0 means that a high risk says nothing.' }),
  }),
} as const satisfies BlockSpec

export const subgroupWatchSpec = {
  id: 'monitor.watch:subgroup',
  family: 'check',
  title: 'Every group',
  summary: 'Watches whether promises hold for the people whom a mean forgets as for everybody else.',
  inputs: FINDINGS_IN,
  outputs: FINDINGS_OUT,
  params: z.strictObject({
    ratio: z.number().min(1.05).max(4).default(1.8).meta({ title: 'Alarm when apart by', description: 'Happened over promised in the group, against the rest: so many times.' }),
  }),
} as const satisfies BlockSpec

export const volumeWatchSpec = {
  id: 'monitor.watch:volume',
  family: 'check',
  title: 'How busy',
  summary: 'Watches alerts week by week (a CUSUM chart) and how many of them staff set aside.',
  inputs: FINDINGS_IN,
  outputs: FINDINGS_OUT,
  params: z.strictObject({
    h: z.number().min(1).max(12).default(5).meta({ title: 'Alarm above', description: 'Standard deviations that may add up before it rings. 4 or 5 is usual.' }),
  }),
} as const satisfies BlockSpec

export const contractSpec = {
  id: 'board.contract',
  family: 'operate',
  title: 'The contract',
  summary: 'What the vendor has signed. The board bench chooses the clauses.',
  inputs: FINDINGS_IN,
  outputs: FINDINGS_OUT,
  reads: { artefact: 'board' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const voteSpec = {
  id: 'board.vote',
  family: 'operate',
  title: 'The vote',
  summary: 'Each month the committee votes on its papers. In years to come it decides like cases alike, as it last voted.',
  inputs: FINDINGS_IN,
  outputs: [{ name: 'minutes', label: 'Minutes', type: 'Board' }],
  reads: { artefact: 'board' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const cardSpec = {
  id: 'board.card',
  family: 'operate',
  title: 'Model cards',
  summary: 'What anybody may read about each tool before using it. The board bench fills them in.',
  inputs: [{ name: 'minutes', label: 'Minutes', type: 'Board' }],
  outputs: [{ name: 'minutes', label: 'Minutes and cards', type: 'Board' }],
  reads: { artefact: 'board' },
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const logSinkSpec = {
  id: 'sink.result:log',
  family: 'sink',
  title: 'The minute book',
  summary: 'What the house will be asked about. Verify looks at nothing else.',
  inputs: [{ name: 'minutes', label: 'Minutes', type: 'Board' }],
  outputs: [],
  params: z.strictObject({}),
} as const satisfies BlockSpec
