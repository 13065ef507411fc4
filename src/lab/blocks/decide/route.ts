import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const routeSpec = {
  id: 'policy.route',
  family: 'decide',
  title: 'If it cannot be read',
  summary: 'Says what happens to people with an eye that nobody could read. They join the others here.',
  inputs: [
    { name: 'decisions', label: 'Who is referred', type: 'Decisions' },
    { name: 'images', label: 'Cannot be read', type: 'Images' },
  ],
  outputs: [{ name: 'decisions', label: 'What happens to everybody', type: 'Decisions' }],
  params: z.strictObject({
    plan: z.enum(['home', 'again', 'refer']).default('home').meta({
      title: 'What happens to them',
      description: 'A referral is a look by a specialist with drops and a lamp. An invitation means another photograph in three months.',
      labels: { home: 'They go home', again: 'Invite them again', refer: 'Refer them' },
    }),
  }),
} as const satisfies BlockSpec
