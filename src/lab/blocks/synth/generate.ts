/** Ways of inventing people from people. */
import { z } from 'zod'
import type { BlockSpec } from '../../graph/block.ts'

const ports = {
  inputs: [
    { name: 'people', label: 'People', type: 'Table' },
    { name: 'outsiders', label: 'Kept out', type: 'Table', optional: true },
  ],
  outputs: [{ name: 'synthetic', label: 'Invented people', type: 'Synthetic' }],
} as const

const columns = z.array(z.string().min(1).max(80)).min(1).max(60).default(['age']).meta({ title: 'Columns to invent', description: 'Only these are made. Leave out names and numbers of patients.', control: 'columns' })
const rows = z.int().min(0).max(20_000).default(0).meta({ title: 'How many people', description: '0: as many as there are to learn from.' })
const seed = z.int().min(0).max(999_999).default(1).meta({ title: 'Draw number', description: 'The same number gives the same people; try another to see how much is luck.' })
const shared = z.int().min(0).max(1000).default(0).meta({
  title: 'People who share an end', description: 'With 11, the eleven lowest values become one, the eleven highest too, and words that fewer have become "other". 0: every value as it is.',
})
const epsilon = (least: number, otherwise: number) => z.number().min(least).max(50).default(otherwise).meta({ title: 'Privacy budget (epsilon)', description: 'How much all looks at people together may tell about one of them. Less is more private, and noisier.' })
const bandsOf = (otherwise: number, title: string, description: string) => z.int().min(2).max(40).default(otherwise).meta({ title, description })
const bands = bandsOf(10, 'Bands of a number', 'Cells that the range of a column of numbers is cut into. More cells are finer, and each holds fewer people.')
const column = (title: string, description: string) => z.string().max(80).default('').meta({ title, description, control: 'column', optional: true })
const few = (title: string, description: string, most: number) => z.array(z.string().min(1).max(80)).max(most).default([]).meta({ title, description, control: 'columns', optional: true })

export const marginalSpec = {
  id: 'synth.generate:marginal', family: 'model', title: 'Column by column',
  summary: 'Draws every column by itself from what people have. Each looks right, and nothing hangs together.',
  ...ports, params: z.strictObject({ columns, shared, rows, seed }),
} as const satisfies BlockSpec

export const copulaSpec = {
  id: 'synth.generate:copula', family: 'model', title: 'Copula',
  summary: 'Keeps how each column is spread and how columns hang together in pairs (Gaussian copula), and forgets the people.',
  ...ports,
  params: z.strictObject({
    columns,
    epsilon: epsilon(0, 0).meta({ title: 'Privacy budget (epsilon)', description: '0: no noise, and nothing is promised. Above 0: half for the columns, half for how they hang together.' }),
    bands: bandsOf(10, 'Bands of a number', 'With a budget: cells that the range of a column of numbers is cut into.'),
    shared, rows, seed,
  }),
} as const satisfies BlockSpec

export const treechainSpec = {
  id: 'synth.generate:treechain', family: 'model', title: 'Chain of trees',
  summary: 'Invents one column after the other: a tree finds people who are alike so far, and one of them lends the value.',
  ...ports,
  params: z.strictObject({
    columns,
    leaf: z.int().min(1).max(1000).default(20).meta({ title: 'People in a leaf', description: 'So many must be alike before one of them lends a value. With few, people are copied.' }),
    rows, seed,
  }),
} as const satisfies BlockSpec

export const memoriserSpec = {
  id: 'synth.generate:memoriser', family: 'model', title: 'Near copies',
  summary: 'Takes real people and moves each a little, as a generator does that has learnt them by heart.',
  ...ports,
  params: z.strictObject({
    columns,
    jitter: z.number().min(0).max(5).default(0.25).meta({ title: 'How far numbers move', description: 'In standard deviations of the column.' }),
    swap: z.number().min(0).max(1).default(0.1).meta({ title: 'How often a word changes', description: 'Chance that a word, or a yes or no, is somebody else\'s.', percent: true }),
    exact: few('Kept as they are', 'Columns that are copied, so that maps and tables of them stay right.', 20),
    rows, seed,
  }),
} as const satisfies BlockSpec

export const dpSpec = {
  id: 'synth.generate:dp', family: 'model', title: 'Noised counts',
  summary: 'Counts people in cells, adds noise, and draws people from the counts (differential privacy). Every look is paid for.',
  ...ports,
  params: z.strictObject({
    columns,
    epsilon: epsilon(0.01, 3),
    around: few('All hang on', 'Up to two columns that every other is counted with, such as what you want to predict. None: nothing hangs together.', 2),
    apart: column('Few people, counted apart', 'A column of 0 and 1 that is 1 for a few people. They drown in the noise unless they get a part of the budget of their own.'),
    keep: few('Kept for the few', 'Columns that are counted once more among those few alone.', 20),
    share: z.number().min(0.05).max(0.95).default(0.3).meta({ title: 'Their part of the budget', description: 'Split evenly over how many they are and each column kept for them.', percent: true }),
    bandsFew: bandsOf(4, 'Bands for the few', 'Cells of a column kept for them. With eleven people, a few cells tell more than many.'),
    bands, rows, seed,
  }),
} as const satisfies BlockSpec
