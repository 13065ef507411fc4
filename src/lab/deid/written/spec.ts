/**
 * What a trainer writes to have notes made: what is known of each note, as columns of a table; sentences with slots; and which
 * words in them are to be marked. Data, not code: columns and formulas are those of `table.synthetic`, everything is bounded.
 */
import { z } from 'zod'
import { MAX_EXPR_LENGTH } from '../../graph/expr.ts'
import { KIND_COLOURS } from '../kinds.ts'
import { SyntheticSpec } from '../../data/synthetic/spec.ts'

export const MOST_NOTES = 1000
/** Characters of one note. Marks made by hand reach no further. */
export const MOST_LETTERS = 6000

const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "ruledOut"')
const Formula = z.string().min(1).max(MAX_EXPR_LENGTH)
const Amount = z.union([z.number().min(0).max(100), Formula]).describe('a number, or a formula over columns and constants')
const Said = z.string().min(1).max(400)
const Share = z.number().min(0).max(1)

function few<Value extends z.ZodType>(value: Value, most: number, what: string) {
  return z.record(Name, value).refine((entries) => Object.keys(entries).length <= most, `more than ${most} ${what}`)
}

const Kind = z.strictObject({
  label: z.string().min(1).max(40),
  about: z.string().min(1).max(200).optional().describe('what it means, for whoever has to decide'),
  colour: z.enum(KIND_COLOURS),
})
const Decoy = z.strictObject({
  label: z.string().min(1).max(60).describe('why it is not to be marked: "ruled out"'),
  like: Name.describe('the kind that somebody in a hurry takes it for'),
})
const Sentence = z.strictObject({
  say: z.array(Said).min(1).max(40).describe('ways to say it: {column}, {list}, {column:date}; [[kind:words]] is to be marked, [[~decoy:words]] is not'),
  when: Formula.optional().describe('only in notes for which it holds'),
  chance: Amount.optional().describe('0 to 1, each time'),
  times: Amount.optional().describe('how often in one note; once when left out'),
})

export const WrittenSpec = z.strictObject({
  ...SyntheticSpec.shape,
  n: z.int().min(1).max(MOST_NOTES).optional().describe('notes; as many as are written out, or 600'),
  columns: SyntheticSpec.shape.columns.describe('what is known of each note; a formula may read any other column'),
  title: z.string().min(1).max(60).default('Note').describe('of every note; {column} and {list} as in a sentence'),
  kinds: few(Kind, 12, 'kinds').describe('what is to be marked'),
  decoys: few(Decoy, 12, 'look-alikes').default({}).describe('what looks like it and is not to be marked'),
  lists: few(z.array(z.string().min(1).max(120)).min(1).max(200), 40, 'lists').default({}).describe('words for slots; no word of a list comes twice in one note while there are others'),
  sentences: few(Sentence, 60, 'sentences'),
  order: z.array(z.union([Name, z.array(Name).min(1).max(60)])).max(60).optional()
    .describe('of the sentences; those in a list of their own come in any order. As they are written, when left out'),
  slips: z.number().min(0).max(0.2).default(0).describe('chance that a longer word is mistyped'),
  smallLetters: Share.default(0).describe('share of notes typed without capitals'),
  readers: z.strictObject({
    notes: z.int().min(0).max(20).default(5).describe('notes that two people have read by hand'),
    misses: Share.default(0.07).describe('chance that one of them misses a mark'),
    falseMarks: Share.default(0.12).describe('chance that one of them marks a look-alike'),
  }).default({ notes: 5, misses: 0.07, falseMarks: 0.12 }),
})
export type WrittenSpec = z.infer<typeof WrittenSpec>
