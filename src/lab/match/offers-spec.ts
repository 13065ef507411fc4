/**
 * What a trainer writes to have people and offers made: columns and sentences as in `notes.written`, put into dated letters, and
 * offers whose criteria say in formulas what is so and what the file tells. Data, not code; everything is bounded.
 */
import { z } from 'zod'
import { CRITERION_KINDS, MOST_ON_LIST, OfferId } from '../../core/artefacts/match-plan.ts'
import { Formula, few, Name, SyntheticSpec } from '../data/synthetic/spec.ts'
import { WrittenSpec } from '../deid/written/spec.ts'

const MOST_PEOPLE = 4000
const Said = z.string().min(1).max(300)

const Fact = z.strictObject({
  label: z.string().min(1).max(60),
  column: Name.optional().describe('column of the file that tells it, where there is one'),
})

const Letter = z.strictObject({
  title: z.string().min(1).max(60).describe('{column} and {list} as in a sentence'),
  day: Name.describe('column of dates: when it was written'),
  when: Formula.optional().describe('only people for whom it holds have this letter'),
  order: z.array(z.union([Name, z.array(Name).min(1).max(60)])).min(1).max(60).describe('its sentences; those in a list of their own come in any order'),
})

const Criterion = z.strictObject({
  id: OfferId,
  kind: z.enum(CRITERION_KINDS),
  say: Said.describe('as the offer words it'),
  fact: Name.optional().describe('what it is about: one of "facts"'),
  holds: Formula.describe('what is so, for this person, whether or not anybody can tell: "a1c < 8"; latent columns too'),
  known: Formula.optional().describe('whether the file tells; when left out, whether the column of the fact has a value or a letter says it'),
  silent: z.literal(true).optional().describe('it stands in no list, only in what is written about the offer'),
})

const Offer = z.strictObject({
  title: z.string().min(1).max(80),
  about: z.string().min(1).max(600),
  places: z.int().min(1).max(MOST_ON_LIST).describe('people on its list, at most'),
  criteria: z.array(Criterion).min(1).max(16),
})

const { lists, sentences, slips, smallLetters, decoys } = WrittenSpec.shape

export const OffersSpec = z.strictObject({
  ...SyntheticSpec.shape,
  n: z.int().min(1).max(MOST_PEOPLE).optional().describe('people; as many as are written out, or 600'),
  title: z.string().min(1).max(120).default('{name}').describe('how a person is called, with columns in braces'),
  index: Name.describe('column of dates: the day from which time is counted back'),
  group: Name.optional().describe('column of groups between which offers are compared'),
  facts: few(Name, Fact, 24, 'facts').describe('what criteria are about; in a sentence [[fact:words]] says that it is told there'),
  decoys: decoys.describe('what looks as if a fact were told and is not: [[~decoy:words]]'),
  lists, slips, smallLetters,
  sentences: sentences.default({}).describe('of letters'),
  letters: few(Name, Letter, 6, 'letters').default({}).describe('what is written about each person, letter by letter'),
  offers: z.record(OfferId, Offer).refine((offers) => Object.keys(offers).length > 0 && Object.keys(offers).length <= 60, 'must be 1 to 60 offers').describe('what people may be offered, such as trials, with its criteria'),
})
export type OffersSpec = z.infer<typeof OffersSpec>
