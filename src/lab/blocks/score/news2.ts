import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

export const news2Spec = {
  id: 'score.points:news2',
  family: 'score',
  title: 'NEWS2',
  summary: 'Adds points for breathing, saturation, oxygen, blood pressure, pulse, alertness and temperature: 0 to 20.',
  inputs: [{ name: 'table', label: 'Moments', type: 'Table' }],
  outputs: [{ name: 'scores', label: 'Points', type: 'Scores' }],
  params: z.strictObject({
    scale: z.enum(['1', '2']).default('1').meta({
      title: 'Oxygen scale',
      description: 'Scale 2 is for people who live with too much carbon dioxide: for them 88 to 92% is enough.',
      labels: { 1: 'Scale 1 for everybody', 2: 'Scale 2 for those who need it' },
    }),
    flag: z.string().min(1).max(80).default('hypercapnic').meta({
      title: 'Who needs Scale 2',
      description: 'A column of 0 and 1: 1 for those whose saturation should be 88 to 92%.',
      control: 'column',
      showWhen: { scale: ['2'] },
    }),
  }),
} as const satisfies BlockSpec
