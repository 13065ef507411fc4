/**
 * What a quest lets a learner set of a service: each lever with its kind, its words and its bounds, and what all of them together
 * may cost. The ops bench makes a control of each; formulas of the service read their values.
 */
import { z } from 'zod'

const MAX_ENTRIES = 24
const MAX_COST = 1e6
/** The same form as a name of a column: formulas read both. */
const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "staffedBeds"')
const Word = z.string().min(1).max(60)
const Id = z.string().regex(/^[a-z0-9][A-Za-z0-9-]{0,39}$/, 'must be a short name, e.g. "shortest-first"')

function some<Key extends z.ZodString>(key: Key, most = MAX_ENTRIES) {
  return z.record(key, Word).refine((entries) => Object.keys(entries).length >= 1 && Object.keys(entries).length <= most, `must have one to ${most} entries`)
}

const everyLever = {
  label: Word,
  help: z.string().min(1).max(300).optional().describe('a sentence under it'),
}

export const Lever = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    min: z.number().min(-1e6).max(1e6), max: z.number().min(-1e6).max(1e6),
    step: z.number().gt(0).max(1e6).default(1),
    unit: z.string().min(1).max(20).optional(),
    ...everyLever,
  }).describe('a number; formulas read it by the name of the lever'),
  z.strictObject({ kind: z.literal('choice'), options: some(Id, 8).describe('word in formulas, and what the learner reads'), ...everyLever }).describe('one of a few; formulas read the word'),
  z.strictObject({
    kind: z.literal('order'),
    items: some(Word, 12).describe('words of the column, and what the learner reads'),
    of: Name.describe('column of the cases that holds these words: in formulas the lever is the place of the case in the order, 1 for the first'),
    ...everyLever,
  }).describe('which kind of case goes first'),
  z.strictObject({
    kind: z.literal('grid'),
    rows: some(Id, 12), columns: some(Id, 14), options: some(Id, 8),
    ...everyLever,
  }).describe('a week on a wall: one of the options in each cell'),
  z.strictObject({
    kind: z.literal('posts'),
    places: z.array(Word).min(1).max(MAX_ENTRIES).describe('of the map, at which crews may wait'),
    total: z.int().min(1).max(60).describe('crews there are'),
    most: z.int().min(1).max(60).default(60).describe('crews at one place'),
    ...everyLever,
  }).describe('how many crews wait at each place of the map'),
])
export type Lever = z.infer<typeof Lever>

export const Levers = z.record(Name, Lever).refine((levers) => Object.keys(levers).length <= MAX_ENTRIES, `more than ${MAX_ENTRIES} levers`)
export type Levers = z.infer<typeof Levers>

export const Budget = z.strictObject({
  label: Word,
  unit: z.string().min(1).max(20).optional(),
  most: z.number().min(0).max(MAX_COST),
  cost: z.record(z.string().max(80), z.number().min(0).max(MAX_COST))
    .describe('what one of each costs: the number of a lever, a crew at any of its posts, or, as "lever.option", a cell of a grid'),
})
export type Budget = z.infer<typeof Budget>

export const Budgets = z.array(Budget).max(4)
