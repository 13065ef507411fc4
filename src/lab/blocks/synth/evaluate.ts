/** Tests of invented people. They look, and hand nothing on. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const inputs = [{ name: 'synthetic', label: 'Invented people', type: 'Synthetic' }] as const

const predict = z.string().min(1).max(80).default('outcome').meta({ title: 'What is predicted', description: 'A column of 0 and 1.', control: 'column' })
const knows = z.array(z.string().min(1).max(80)).min(1).max(20).default(['age']).meta({ title: 'What the attacker knows', description: 'Columns that a neighbour, an employer or a newspaper could know of somebody.', control: 'columns' })

export const tstrSpec = {
  id: 'eval.run:tstr', family: 'check', title: 'Train here, test there',
  summary: 'Trains a model on invented people and asks it about real ones whom nobody read. Beside it, the same model trained on real people.',
  inputs, outputs: [], params: z.strictObject({ predict }),
} as const satisfies BlockSpec

export const membershipSpec = {
  id: 'eval.run:membership-attack', family: 'check', title: 'Membership attack',
  summary: 'Plays somebody who knows a few things about people, and guesses from the release who was in it. 0.5 is a coin.',
  inputs, outputs: [], params: z.strictObject({ knows }),
} as const satisfies BlockSpec

export const closestSpec = {
  id: 'eval.run:closest-record', family: 'check', title: 'Distance to the closest record',
  summary: 'Measures how far invented people lie from the nearest real one, and whether real strangers lie nearer.',
  inputs, outputs: [], params: z.strictObject({}),
} as const satisfies BlockSpec

export const tradeOffSpec = {
  id: 'inspect.view:trade-off', family: 'view', title: 'Useful and private',
  summary: 'Two meters side by side: what invented people are still good for, and how well somebody can tell who was in.',
  inputs: [{ name: 'synthetic', label: 'Look at', type: 'Any', accepts: ['Synthetic'] }], outputs: [],
  params: z.strictObject({ predict, knows }),
} as const satisfies BlockSpec

export const syntheticSinkSpec = {
  id: 'sink.result:synthetic', family: 'sink', title: 'The release',
  summary: 'The invented people that leave the house. Verify looks at nothing else.',
  inputs, outputs: [], params: z.strictObject({}),
} as const satisfies BlockSpec
