/** The parameters of `pages.written`: what a trainer writes about books, and about what is asked of them. Bounds keep a stranger's file harmless. */
import { z } from 'zod'
import { BOOK_KINDS } from '../../../core/artefacts/prompt-pack.ts'

const MAX_LISTS = 20
const MAX_FACTS = 40
const MAX_BOOKS = 20
/** Values of one fact. */
export const MAX_VALUES = 500
/** Pages of all books together, once they are written. */
export const MAX_PAGES = 600
/** Characters of all pages together. */
export const MAX_LETTERS = 400_000

export const Name = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "visitingEnd"')
const BookId = z.string().max(40).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, e.g. "guide-2026"')
/** Goes into the middle of a sentence, so it must not end one. */
const Word = z.string().trim().min(1).max(60).regex(/^[^.!?#{}[\]\n\r]+$/, 'must be words without . ! ? # { } [ ] and in one line, for they stand inside a sentence')
const Spot = z.string().trim().min(2).max(60).regex(/^[^{}\n\r]+$/, 'must be a word or a few, in one line')
export const Line = z.string().trim().min(1).max(300).regex(/^[^#[\]\n\r]+$/, 'must be one line without # [ ]')
const Text = z.string().trim().min(1).max(2000).regex(/^[^#[\]]+$/, 'must be sentences without # [ ]')

/** A record with so many entries at most. */
export function few<Value extends z.ZodType>(key: z.ZodString, value: Value, most: number, what: string) {
  return z.record(key, value).refine((entries) => Object.keys(entries).length <= most, `more than ${most} ${what}`)
}

const Value = z.union([
  z.strictObject({
    from: z.int().min(0).max(1_000_000), to: z.int().min(0).max(1_000_000), step: z.int().min(1).max(100_000).default(1),
    unit: Word.describe('stands behind the number: "hours", "o\'clock"'),
  }),
  z.strictObject({ words: z.array(Word).min(2).max(60).describe('one of these') }),
])

export const Fact = z.strictObject({
  of: Name.optional().describe('a list: drawn for each of its names; without it, once for the whole house'),
  value: Value.describe('a number with its unit, or one of a few words'),
  spot: z.array(Spot).min(1).max(20).describe('words by which a sentence or a question is known to be about this; any ending counts'),
  say: Line.describe('the sentence that states it, with {the list} and {this fact}'),
  asks: z.array(Line).min(1).max(12).describe('questions for it, with {the list}'),
  silent: z.number().min(0).max(1).default(0).describe('chance that the books in force leave it out'),
  weight: z.number().min(0).max(100).default(1).describe('how often it is asked, in proportion'),
})
export type Fact = z.infer<typeof Fact>

const Section = z.strictObject({
  heading: Line,
  text: z.union([Text, z.array(Text).min(1).max(8)]).describe('sentences with {facts} and {lists}; of several texts one is drawn'),
  planted: z.literal(true).optional().describe('an order to machines that somebody put there: what it says is wrong'),
})
export type Section = z.infer<typeof Section>

const Page = z.strictObject({
  per: Name.optional().describe('a list: one such page for each of its names'),
  title: Line,
  sections: z.array(Section).min(1).max(20),
})
export type Page = z.infer<typeof Page>

const Book = z.strictObject({
  title: z.string().trim().min(1).max(120),
  year: z.int().min(1900).max(2100),
  kind: z.enum(BOOK_KINDS).describe('in force, replaced, or a source that nobody checks'),
  pages: z.array(Page).min(1).max(40).optional(),
  pagesOf: BookId.optional().describe('the same pages as that book has'),
  share: z.number().min(0).max(1).default(1).describe('chance for each page that this book has it'),
  differs: z.number().min(0).max(1).default(0).describe('chance for each fact that this book says something else'),
})
export type Book = z.infer<typeof Book>

const Emergencies = z.strictObject({
  share: z.number().min(0).max(0.5).default(0.1).describe('of all questions'),
  mixed: z.number().min(0).max(1).default(0.5).describe('share of them that stand behind an everyday question'),
  asks: z.array(Line).min(1).max(40).describe('what somebody writes who needs a person at once, with {lists}'),
})

export const PagesSpec = z.strictObject({
  questions: z.int().min(6).max(200).default(80).describe('questions of a day'),
  unanswerableShare: z.number().min(0).max(0.5).default(1 / 6).describe('share of questions that no book in force answers'),
  slipShare: z.number().min(0).max(1).default(0).describe('share of questions with one letter too many or too few in a name'),
  repeatShare: z.number().min(0).max(0.5).default(0.15).describe('share of questions that somebody has asked before, word for word'),
  lists: few(Name, z.array(Word).min(1).max(60), MAX_LISTS, 'lists').default({}).describe('names and words, by what they are: what facts are about, and what only varies'),
  facts: few(Name, Fact, MAX_FACTS, 'facts').describe('what can be asked; those that stand first are looked for first'),
  books: few(BookId, Book, MAX_BOOKS, 'books').describe('what the desk may read'),
  emergencies: Emergencies.optional().describe('questions that must go to a person'),
  asides: z.array(Line).min(1).max(12).default(['That is how it usually goes.', 'Most people find it easy.', 'Nothing else is needed.']).describe('what a talkative model adds'),
})
export type PagesSpec = z.infer<typeof PagesSpec>
