import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const vitalsSpec = {
  id: 'data.source:vitals',
  family: 'source',
  title: 'Bedside values',
  summary: 'Oxygen, breathing and pulse, measured when the film was taken. Where nobody measured, the usual value and a note that it is missing.',
  cases: 'Images',
  casesOf: ['cxr.films'],
  inputs: [],
  outputs: [{ name: 'matrix', label: 'Numbers from the bedside', type: 'Matrix' }],
  params: z.strictObject({
    dataset: z.string().min(1).max(80).default('train').meta({
      title: 'Data set',
      description: 'Which past films\' people. It must be the same as for the films.',
    }),
  }),
} as const satisfies BlockSpec
