/**
 * What a trainer writes to have stays made, each with a chart and a letter to be written: who lies there, as columns of a table;
 * kinds of fact, with the ways in which a list, a note and a letter put them. Bounds keep a stranger's file harmless.
 */
import { z } from 'zod'
import { Amount, few, Formula, Name, SyntheticSpec } from '../../data/synthetic/spec.ts'

export const MOST_STAYS = 300
/** Of one kind in one stay. */
export const MOST_TIMES = 8

const Share = z.number().min(0).max(1)
/** Stands inside a sentence, so it must not end one. */
const Word = z.string().trim().min(1).max(80).regex(/^[^.!?{}\n\r]+$/, 'must be words without . ! ? { } and in one line, for they stand inside a sentence')
const Value = z.string().trim().min(1).max(120).regex(/^[^.!?\n\r]+$/, 'must be words without . ! ? and in one line, for they stand inside a sentence')
const Line = z.string().trim().min(1).max(300).regex(/^[^\n\r]+$/, 'must stand in one line')
const Sentences = Line.regex(/[.!?:]$/, 'must end with . ! ? or :')

export const FactSpec = z.strictObject({
  label: z.string().min(1).max(60).describe('what the list calls it'),
  resource: z.string().max(40).regex(/^[A-Z][A-Za-z]+$/, 'must be the name of a FHIR resource, e.g. "MedicationStatement"').describe('the FHIR resource that holds it: Condition, MedicationStatement, AllergyIntolerance, Appointment, CarePlan'),
  status: z.string().max(40).default('').describe('its status there: "active", "stopped"'),
  critical: z.boolean().default(false).describe('somebody may come to harm when a letter leaves it out'),
  values: few(Name, Value, 4, 'values').default({}).describe('what it says: words, {column} and {list}; no word of a list comes twice in one stay while there are others'),
  about: Name.optional().describe('the value that says of what it speaks, such as the medicine; two facts about the same thing may contradict each other. The first one when left out'),
  when: Formula.optional().describe('only in stays for which it holds'),
  chance: Amount.optional().describe('0 to 1, each time'),
  times: Amount.optional().describe('how often in one stay; once when left out'),
  inList: Share.default(1).describe('chance that it stands in the coded list'),
  inNote: Share.default(1).describe('chance that it stands in the note; what would stand nowhere stands in the list'),
  note: z.array(Sentences).min(1).max(8).describe('ways in which the note puts it, with {values}'),
  stale: z.strictObject({
    as: Name.describe('kind of fact that was true before'),
    chance: Share.describe('that it still stands in the note'),
    values: few(Name, Value, 4, 'values').default({}).describe('what is said otherwise; other values are the same'),
  }).optional().describe('what the note also says, from before'),
  say: z.array(Sentences).min(1).max(8).describe('ways in which a letter puts it, with {values}: from hard to easy'),
})
export type FactSpec = z.infer<typeof FactSpec>

export const StaysSpec = z.strictObject({
  ...SyntheticSpec.omit({ catalogue: true }).shape,
  n: z.int().min(1).max(MOST_STAYS).optional().describe('stays; as many as are written out, or 60'),
  columns: SyntheticSpec.shape.columns.describe('what is known of each stay; a formula may read any other column'),
  lists: few(Name, z.array(Word).min(1).max(200), 40, 'lists').default({}).describe('words for values'),
  facts: few(Name, FactSpec, 24, 'kinds of fact').describe('what a chart can say, in the order of the list'),
  title: Line.default('{name}').describe('of each stay, with {columns}'),
  opening: Line.default('Dear {name},').describe('first line of each letter, with {columns}; not counted for its reading grade'),
  closing: Sentences.default('With our best wishes, your team.').describe('last line of each letter'),
  chatter: z.array(Sentences).max(20).default([]).describe('sentences of the note that say nothing a letter needs; up to three in each'),
  inventions: z.array(Sentences).min(2).max(20).describe('what a model adds that stands in no chart'),
})
export type StaysSpec = z.infer<typeof StaysSpec>
