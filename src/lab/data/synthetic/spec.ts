/**
 * What a trainer writes to have a table of invented people or records made: each column with the way it is drawn. Data, not
 * code: formulas are those of `lab/graph/expr.ts`, everything is bounded, and what it means is in `draw.ts`.
 */
import { z } from 'zod'
import { MAX_EXPR_LENGTH } from '../../graph/expr.ts'
import { CONDITION_NAMES } from '../town.ts'

const MAX_ROWS = 20_000
const MAX_COLUMNS = 120
const MAX_PEOPLE = 6
const MAX_CONSTANTS = 60
const MAX_WORDS = 60
const MAX_THINGS = 300
/** How often a thing of the catalogue comes, in proportion. */
export const TIMES = 'times'
/** Rows times columns, latent ones too. */
export const MAX_CELLS = 600_000
/** Characters of all formulas together. */
export const MAX_FORMULAS = 20_000
/** The number of the row, from 1: every formula may read it. */
export const ROW_NUMBER = 'row'

export const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "heartRate"')
const Word = z.string().min(1).max(120)
export const Formula = z.string().min(1).max(MAX_EXPR_LENGTH).describe('over other columns and constants, e.g. "12 + 0.4 * age"')
export const Amount = z.union([z.number().min(-1e9).max(1e9), Formula]).describe('a number, or a formula over other columns and constants')
export type Amount = z.infer<typeof Amount>

/** A record with so many entries at most. */
export function few<Value extends z.ZodType>(key: z.ZodString, value: Value, most: number, what: string) {
  return z.record(key, value).refine((entries) => Object.keys(entries).length <= most, `more than ${most} ${what}`)
}

const everyColumn = {
  per: Name.optional().describe('draw once for each value of that column: the role of one member of staff, the habit of one ward'),
  missing: Amount.optional().describe('chance that the value is missing, 0 to 1'),
  latent: z.literal(true).optional().describe('for other columns only: it never reaches the table'),
  before: z.union([z.number(), Word]).optional().describe('what stands there until the value is written; nothing when left out'),
}
const everyNumber = {
  min: z.number().optional().describe('lower values become this'),
  max: z.number().optional().describe('higher values become this'),
  round: z.int().min(0).max(6).optional().describe('decimals'),
  ...everyColumn,
}

const Draws = [
  z.strictObject({ draw: z.literal('uniform'), from: Amount, to: Amount, ...everyNumber }),
  z.strictObject({ draw: z.literal('normal'), mean: Amount, sd: Amount, ...everyNumber }),
  z.strictObject({ draw: z.literal('lognormal'), median: Amount, sigma: Amount.describe('standard deviation of the logarithm'), ...everyNumber }),
  z.strictObject({ draw: z.literal('exponential'), mean: Amount, ...everyNumber }),
  z.strictObject({ draw: z.literal('gamma'), mean: Amount, shape: Amount, ...everyNumber }),
  z.strictObject({ draw: z.literal('poisson'), mean: Amount, ...everyNumber }),
  z.strictObject({ draw: z.literal('negbin'), mean: Amount, shape: Amount.describe('the smaller, the wider: variance is mean + mean² / shape'), ...everyNumber }),
  z.strictObject({
    draw: z.literal('bernoulli'),
    p: Amount.optional().describe('chance of yes, 0 to 1'),
    logit: Formula.optional().describe('its log-odds, instead of p'),
    rate: z.number().gt(0).lt(1).optional().describe('share of yes to reach: the log-odds of all rows are shifted by as much as it takes'),
    words: z.tuple([Word, Word]).optional().describe('[no, yes] in words; 0 and 1 when left out'),
    ...everyColumn,
  }),
  z.strictObject({ draw: z.literal('category'), weights: few(Word, Amount, MAX_WORDS, 'words').describe('how often each word comes, in proportion'), ...everyColumn }),
  z.strictObject({
    draw: z.literal('date'),
    from: z.string().max(40).describe('a day such as "2025-03-01", or another column of dates'),
    plus: Amount.default(0),
    unit: z.enum(['days', 'hours', 'minutes']).default('days').describe('of plus; with hours and minutes the time of day is told too'),
    ...everyColumn,
  }),
  z.strictObject({
    draw: z.literal('person'),
    who: Name.default('patient'),
    take: z.enum(['pid', 'name', 'given', 'family', 'age', 'sex', 'born', 'language', 'district', 'address', 'phone']),
    ...everyColumn,
  }),
  z.strictObject({ draw: z.literal('condition'), who: Name.default('patient'), condition: z.enum(CONDITION_NAMES), ...everyColumn }),
  z.strictObject({ draw: z.literal('formula'), expr: Formula, ...everyNumber }),
  z.strictObject({
    draw: z.literal('rules'),
    hit: z.enum(['FIRST', 'COLLECT']).default('FIRST').describe('the first that holds speaks, or all that hold, joined by "; "'),
    rows: z.array(z.strictObject({ when: Formula, say: Word })).min(1).max(60),
    otherwise: Word.optional(),
    ...everyColumn,
  }),
] as const
const Draw = z.discriminatedUnion('draw', Draws)
export type Draw = z.infer<typeof Draw>

const Age = z.int().min(0).max(120)
const People = z.strictObject({
  ages: z.tuple([Age, Age]).default([0, 120]),
  sex: z.enum(['F', 'M']).optional(),
  pool: z.int().min(1).max(2000).optional().describe('only so many different people'),
  again: z.number().min(0).max(0.95).default(0).describe('chance that it is the person of the row before'),
  householdOf: z.strictObject({ who: Name, share: z.number().min(0).max(1) }).optional().describe('share of rows in which it is somebody who lives with that person'),
})
export type People = z.infer<typeof People>

export const SyntheticSpec = z.strictObject({
  n: z.int().min(1).max(MAX_ROWS).optional().describe('rows; as many as are written out, or 600'),
  prefix: z.string().regex(/^[A-Za-z]{1,4}$/, 'must be one to four letters').default('R').describe('of the ids of rows'),
  people: few(Name, People, MAX_PEOPLE, 'people in one row').default({ patient: { ages: [0, 120], again: 0 } }).describe('people of the town in each row, by their part in it'),
  constants: few(Name, z.number(), MAX_CONSTANTS, 'constants').default({}).describe('numbers that formulas may name and a set may change'),
  catalogue: z.array(few(Name, z.union([z.number(), Word]), 24, 'entries of one thing')).max(MAX_THINGS).optional()
    .describe('things that rows are about, such as the tests of three laboratories: each row is about one of them, drawn by "times"; formulas read its entries by name'),
  columns: few(Name, Draw, MAX_COLUMNS, 'columns').describe('in the order of the table; a formula may read any other column'),
  rows: z.array(z.record(Name, z.union([z.number(), z.string().max(200), z.null()]))).max(500).default([])
    .describe('the first rows, written out: what is said stands, what is not is drawn, null is missing'),
})
export type SyntheticSpec = z.infer<typeof SyntheticSpec>

/** The part of a larger description that says which columns there are. */
export function columnsPart({ n, prefix, people, constants, columns, rows }: Omit<SyntheticSpec, 'catalogue'>): SyntheticSpec {
  return { ...(n === undefined ? {} : { n }), prefix, people, constants, columns, rows, catalogue: [] }
}
