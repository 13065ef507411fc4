/**
 * What a trainer writes to have a registry made in which people stand more than once: who they are, column by column as in
 * `table.synthetic`, and how their records come to differ. Data, not code.
 */
import { z } from 'zod'
import { MAX_EXPR_LENGTH } from '../../graph/expr.ts'
import { SyntheticSpec } from '../synthetic/spec.ts'

export const MAX_RECORDS = 20_000

const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "givenName"')
const Word = z.string().min(1).max(80)
const Share = z.number().min(0).max(1)
const Chance = z.union([Share, z.string().min(1).max(MAX_EXPR_LENGTH)]).describe('a chance, or a formula over columns of the person, e.g. "0.2 * (sex == \'F\')"')

function few<Value extends z.ZodType>(key: z.ZodString, value: Value, most: number, what: string) {
  return z.record(key, value).refine((entries) => Object.keys(entries).length <= most, `more than ${most} ${what}`)
}

const Slips = z.strictObject({
  typo: Share.default(0).describe('a letter or digit wrong, doubled, left out, or changed with its neighbour'),
  nickname: Share.default(0).describe('the short form of a given name, where it has one'),
  short: Share.default(0).describe('written short: "Rd" for Road, "St" for Street'),
  plain: Share.default(0).describe('in capitals, without accents'),
  dayMonth: Share.default(0).describe('day and month of a date change places, where that is a date'),
  instead: z.strictObject({ share: Share, say: Word }).optional().describe('a value that somebody types where none is known, e.g. "1900-01-01"'),
  missing: Share.default(0).describe('nothing is written'),
})
export type Slips = z.infer<typeof Slips>

export const RegistrySpec = SyntheticSpec.omit({ rows: true, n: true }).extend({
  n: z.int().min(2).max(MAX_RECORDS).default(600).describe('different people; there are more records than that'),
  records: few(z.string().regex(/^[1-6]$/, 'must be a number of records from "1" to "6"'), z.number().min(0).max(1000), 6, 'numbers of records').default({ 1: 6, 2: 3, 3: 1 })
    .describe('how many people have so many records, in proportion'),
  sites: few(Word, z.strictObject({
    weight: z.number().gt(0).max(1000).default(1).describe('how many records are from here, in proportion'),
    errors: z.number().min(0).max(20).default(1).describe('how many times as many slips are made here'),
  }), 12, 'sites').default({}).describe('where records were made, by name; the table then has a column "site"'),
  likes: few(Name, z.strictObject({
    share: Share.describe('of people: they are such a double of somebody else'),
    same: z.array(Name).min(1).max(20).describe('columns in which they are the same'),
  }), 6, 'kinds of doubles').default({}).describe('different people who look alike, by what they are to each other: twin, junior'),
  changes: few(Name, z.strictObject({ share: Chance, columns: z.array(Name).min(1).max(20).describe('columns that are new') }), 8, 'changes').default({})
    .describe('what happens to people between two records: moved, married. What is new comes from people who are not in the registry'),
  swaps: z.array(z.strictObject({ share: Share, columns: z.tuple([Name, Name]) })).max(6).default([]).describe('two values stand in each other\'s place, in that share of records'),
  errors: few(Name, Slips, 60, 'columns').default({}).describe('what goes wrong in writing, by column'),
})
export type RegistrySpec = z.infer<typeof RegistrySpec>

/** Columns that the registry itself makes: who a record is about, whose double that person is, and where it was written. */
export const PERSON = 'person'
export const ALIKE = 'alike'
export const SITE = 'site'
