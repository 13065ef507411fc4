import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const ports = {
  inputs: [{ name: 'table', label: 'Labelled rows', type: 'Table' }],
  outputs: [{ name: 'scores', label: 'Points', type: 'Scores' }],
} as const

export const laceSpec = {
  id: 'score.points:lace',
  family: 'score',
  title: 'LACE',
  summary: 'Adds points for length of stay, emergency admission, other illnesses and emergency visits: 0 to 19.',
  ...ports,
  params: z.strictObject({}),
} as const satisfies BlockSpec

export const hospitalSpec = {
  id: 'score.points:hospital',
  family: 'score',
  title: 'HOSPITAL',
  summary: 'Adds points for haemoglobin, oncology, sodium, procedure, emergency admission, earlier stays and length of stay: 0 to 13.',
  ...ports,
  params: z.strictObject({}),
} as const satisfies BlockSpec
