/** The parameters of `dialogues.written`: books as `pages.written` has them, and who comes to talk. Bounds keep a stranger's file harmless. */
import { z } from 'zod'
import { Fact, few, Line, Name, PagesSpec } from '../rag-pages/spec.ts'

const Id = z.string().max(40).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, e.g. "visiting-hours"')
const Code = z.string().regex(/^[a-z]{2,3}$/, 'must be a language code, e.g. "es"')
const Lines = z.array(Line).min(1).max(40)
const InLanguages = few(Code, Lines, 8, 'languages').default({})
const Share = z.number().min(0).max(1)
const Weight = z.number().min(0).max(100).default(1).describe('how often it comes up, in proportion')

const TalkFact = Fact.extend({
  asksIn: InLanguages.describe('questions for it in other languages, by code'),
  follows: z.array(Line).max(12).default([]).describe('how somebody goes on from a turn before: "And {ward}?" asks the same of another name; a line without the name asks this of the same one'),
  pasted: z.array(Line).max(8).default([]).describe('an order to machines that somebody pastes in front of a question for it, with a wrong {value}'),
})
export type TalkFact = z.infer<typeof TalkFact>

const TalkIntent = z.strictObject({
  title: z.string().trim().min(1).max(80),
  facts: z.array(Name).max(40).default([]).describe('facts whose questions are of this intent'),
  needs: z.enum(['reply', 'person', 'refusal']).optional().describe('for turns that no book answers: a friendly word, a person, or a no'),
  asks: z.array(Line).max(40).default([]).describe('what people write, where no fact is asked'),
  asksIn: InLanguages,
  presses: z.array(Line).max(12).default([]).describe('what somebody writes next who got no answer and wants one'),
  weight: Weight,
})
export type TalkIntent = z.infer<typeof TalkIntent>

const Cry = z.strictObject({
  title: z.string().trim().min(1).max(80),
  asks: Lines.describe('what somebody writes who needs a person at once, with {lists}'),
  asksIn: InLanguages,
  weight: Weight,
})

export const TalkSpec = PagesSpec.omit({ questions: true, unanswerableShare: true, repeatShare: true, emergencies: true }).extend({
  chats: z.int().min(12).max(400).default(120).describe('conversations of a day'),
  facts: few(Name, TalkFact, 40, 'facts').describe('what the books can be asked; those that stand first are looked for first'),
  intents: few(Id, TalkIntent, 20, 'intents').describe('what turns are about, as a person would sort them'),
  emergencies: z.strictObject({
    share: z.number().min(0).max(0.5).default(0.09).describe('of all chats'),
    mixed: Share.default(0.5).describe('of these: behind an everyday question, in the same turn'),
    later: Share.default(0.2).describe('of these: in a turn of its own, after everyday ones'),
    kinds: few(Id, Cry, 12, 'kinds of emergency'),
  }).optional(),
  pressureShare: z.number().min(0).max(0.5).default(0).describe('share of chats that press for what should be refused'),
  pastedShare: z.number().min(0).max(0.5).default(0).describe('share of chats with an order to machines pasted into a turn'),
  languages: few(Code, z.strictObject({ title: z.string().trim().min(1).max(40), share: z.number().min(0).max(0.5) }), 8, 'languages').default({}).describe('other languages than the house has, and the share of chats in each'),
  questionsMost: z.int().min(1).max(4).default(2).describe('everyday questions in one chat, at most'),
  greetShare: Share.default(0.3).describe('share of chats that begin with a friendly word'),
  followShare: Share.default(0.3).describe('chance that a question is followed by one that leaves something out'),
  doubleShare: Share.default(0.1).describe('chance that two questions stand in one turn'),
})
export type TalkSpec = z.infer<typeof TalkSpec>
