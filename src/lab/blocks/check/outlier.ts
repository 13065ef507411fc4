/** How far everybody lies from everybody, or from their peers. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const ports = {
  inputs: [{ name: 'table', label: 'Rows', type: 'Table' }],
  outputs: [{ name: 'table', label: 'Rows with the distance', type: 'Table' }],
} as const

const value = z.string().min(1).max(400).default('amount').meta({ title: 'What is compared', description: 'A column of numbers, or a sum made of columns.', control: 'expression' })
const per = z.string().max(40).default('').meta({ title: 'Who is compared', description: 'One figure for each of its values, e.g. each provider: the mean of their rows. None: every row by itself.', control: 'column', optional: true })
const as = (otherwise: string) => z.string().min(1).max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/).default(otherwise).meta({ title: 'Name of the new column', description: 'One word. The blocks behind this one can use it.' })

export const outlierSpec = {
  id: 'stat.outlier',
  family: 'check',
  title: 'Distance from all',
  summary: 'Writes beside each row how many standard deviations it lies from the mean of all.',
  ...ports,
  adds: 'any',
  params: z.strictObject({ value, per, as: as('distance') }),
} as const satisfies BlockSpec

export const peersSpec = {
  id: 'stat.outlier:peers',
  family: 'check',
  title: 'Distance from peers',
  summary: 'Writes beside each row how far it lies from those who do the same work, so that different is not taken for odd.',
  ...ports,
  adds: 'any',
  params: z.strictObject({
    value, per,
    peers: z.array(z.string().min(1).max(40)).min(1).max(6).default(['specialty']).meta({ title: 'Peers are alike in', description: 'Columns that say who does the same work.', control: 'columns' }),
    measure: z.enum(['log-ratio', 'robust-z']).default('log-ratio').meta({
      title: 'Measured as',
      description: 'Log ratio: 0.7 is twice the middle of the peers, 1.1 three times. Robust z: distance in spreads of the peers.',
      labels: { 'log-ratio': 'Log of the ratio to their middle', 'robust-z': 'Robust z' },
    }),
    least: z.int().min(2).max(1000).default(5).meta({ title: 'Peers needed', description: 'With fewer of them there is nobody to compare with, and the distance is missing.' }),
    as: as('peerDistance'),
  }),
} as const satisfies BlockSpec
