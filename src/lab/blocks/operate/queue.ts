import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const queueSpec = {
  id: 'ops.sim:queue',
  family: 'operate',
  title: 'Night queue',
  summary: 'Plays a whole night at the reading desk with your order, film by film, beside the same night first come, first served.',
  inputs: [{ name: 'list', label: 'Films in order', type: 'Worklist' }],
  outputs: [{ name: 'list', label: 'The same order, tried out', type: 'Worklist' }],
  params: z.strictObject({}),
} as const satisfies BlockSpec
