import { z } from 'zod'
import type { BlockSpec, PortSpec } from '../../graph/block.ts'
import type { PortType } from '../../graph/ports.ts'

const scored = ['Scores', 'Decisions'] as const
const tabular = ['Table', 'Split', 'Matrix', 'Scores', 'Decisions'] as const

function input(accepts: readonly PortType[]): PortSpec[] {
  return [{ name: 'from', label: 'Look at', type: 'Any', accepts }]
}

function view<const Kind extends string>(kind: Kind, title: string, summary: string, accepts: readonly PortType[]) {
  return {
    id: `inspect.view:${kind}`, family: 'view', title, summary, inputs: input(accepts), outputs: [], params: z.strictObject({}),
  } as const satisfies BlockSpec
}

export const rocSpec = view('roc', 'ROC curve', 'Shows how well the scores put the right person first.', scored)
export const calibrationSpec = view('calibration', 'Calibration', 'Holds promised risk against what came true.', scored)
export const timelineSpec = view('timeline', 'Timeline', 'Shows when each column is written, and which of them are in use.', tabular)
export const coefficientsSpec = view('coefficients', 'What it leans on', 'Shows what the model leans on most.', scored)
export const confusionSpec = view('confusion', 'On the list, or not', 'Counts who was on the list, and what then came true.', ['Decisions'])

export const groupsSpec = {
  id: 'inspect.view:groups',
  family: 'view',
  title: 'Groups',
  summary: 'Shows whether the list finds people of every group equally often.',
  inputs: input(['Decisions']),
  outputs: [],
  params: z.strictObject({
    by: z.string().min(1).max(80).default('group').meta({
      title: 'Group by',
      description: 'A column of words, such as the language group or the sex.',
      control: 'column',
    }),
  }),
} as const satisfies BlockSpec
