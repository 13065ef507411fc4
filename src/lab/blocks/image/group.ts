import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const ports = {
  inputs: [{ name: 'scores', label: 'Scores of eyes', type: 'Scores' }],
  outputs: [{ name: 'scores', label: 'Score of each person', type: 'Scores' }],
} as const

export const worstSpec = {
  id: 'agg.group:worst',
  family: 'image',
  title: 'Worst eye',
  summary: 'From eyes to people: each person gets the higher score of their eyes.',
  ...ports,
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const meanSpec = {
  id: 'agg.group:mean',
  family: 'image',
  title: 'Mean of both eyes',
  summary: 'From eyes to people: each person gets the mean of their eyes.',
  ...ports,
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const anySpec = {
  id: 'agg.group:any',
  family: 'image',
  title: 'Either eye',
  summary: 'From eyes to people: two doubtful eyes add up to more than one (1 minus the product of what is left).',
  ...ports,
  params: z.strictObject({}),
} as const satisfies BlockSpec
