import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const triageSpec = {
  id: 'policy.rank:triage',
  family: 'decide',
  title: 'Triage of cases',
  summary: 'Chooses which rows are looked into: those that meet a condition, the most pressing first, as many as there is time for.',
  inputs: [{ name: 'table', label: 'Rows', type: 'Table' }],
  outputs: [{ name: 'decisions', label: 'Cases to look into', type: 'Decisions' }],
  params: z.strictObject({
    when: z.string().min(1).max(400).default('amount > 1000').meta({ title: 'A case when', description: 'A condition on columns. What is missing does not meet it.', control: 'expression' }),
    order: z.string().min(1).max(400).default('amount').meta({ title: 'The largest first of', description: 'A column of numbers, or a sum made of columns.', control: 'expression' }),
    day: z.string().max(40).default('').meta({ title: 'Day', description: 'Column that says on which day a row comes. None: all of them are one day.', control: 'column', optional: true }),
    perDay: z.int().min(1).max(20_000).default(25).meta({ title: 'Cases a day', description: 'How many can be looked into each day.' }),
  }),
} as const satisfies BlockSpec
