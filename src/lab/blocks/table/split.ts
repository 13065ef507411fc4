import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const splitSpec = {
  id: 'ml.split',
  family: 'table',
  title: 'Split',
  summary: 'Sets some rows aside for the test, so that the model is asked about people it has not seen.',
  inputs: [{ name: 'table', label: 'Labelled rows', type: 'Table' }],
  outputs: [{ name: 'split', label: 'Train and test', type: 'Split' }],
  params: z.strictObject({
    method: z.enum(['random-rows', 'grouped', 'temporal', 'grouped-temporal']).default('random-rows').meta({
      title: 'How to split',
      description: 'By chance; whole patients; the latest months; or the latest months with their patients kept out of training.',
      labels: {
        'random-rows': 'Rows by chance (a patient may be on both sides)', grouped: 'Whole patients by chance', temporal: 'Latest months for the test',
        'grouped-temporal': 'Latest months, no patient on both sides',
      },
    }),
    group: z.string().min(1).max(80).default('pid').meta({
      title: 'Patient column',
      description: 'Rows with the same value belong to one patient.',
      control: 'column',
      showWhen: { method: ['grouped', 'grouped-temporal'] },
    }),
    time: z.string().min(1).max(80).default('month').meta({
      title: 'Time column',
      description: 'A number that grows with time.',
      control: 'column',
      showWhen: { method: ['temporal', 'grouped-temporal'] },
    }),
    testShare: z.number().min(0.05).max(0.6).default(0.25).meta({
      title: 'Share for the test',
      description: 'Of the rows, the patients or the months. 0.25 is a quarter.',
      percent: true,
    }),
    seed: z.int().min(0).max(999_999).default(1).meta({
      title: 'Shuffle number',
      description: 'The same number gives the same split; try another to see how much is luck.',
      showWhen: { method: ['random-rows', 'grouped'] },
    }),
  }),
} as const satisfies BlockSpec
