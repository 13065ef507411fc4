import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const joinSpec = {
  id: 'policy.join',
  family: 'decide',
  title: 'Rules and list together',
  summary: 'Puts a list of cases beside what the rules say, so that both are handed over and judged as one.',
  inputs: [{ name: 'rulings', label: 'What the rules say', type: 'Rulings' }, { name: 'decisions', label: 'Cases to look into', type: 'Decisions' }],
  outputs: [{ name: 'rulings', label: 'Rules and list', type: 'Rulings' }],
  params: z.strictObject({
    as: z.string().min(1).max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/).default('listed').meta({ title: 'Name of the further answer', description: 'One word. It says yes for cases on the list and no for all others.' }),
  }),
} as const satisfies BlockSpec
