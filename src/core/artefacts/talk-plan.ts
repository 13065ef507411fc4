/**
 * The part of `promptPack` that a desk has which talks over several turns: what is looked at first, the red-flag table, quick
 * replies, the intents with the examples they are learned from, and what the desk says of itself.
 */
import { z } from 'zod'

/** What is tried on a turn before any model is asked; the first one that answers has answered. */
export const TALK_STEPS = ['flags', 'quick', 'cache'] as const
export type TalkStep = (typeof TALK_STEPS)[number]

const Words = z.array(z.string().trim().min(1).max(60)).max(60)
const Id = z.string().min(1).max(40)

export const FLAG_SIDES = ['before', 'after', 'both'] as const

/** A row of the red-flag table: any of these words and none of those. */
export const FlagRow = z.strictObject({
  id: Id,
  title: z.string().min(1).max(80),
  words: Words.describe('one of these, with any ending'),
  unless: Words.default([]).describe('and none of these'),
  reads: z.enum(FLAG_SIDES).default('before').describe('before the model: what was written to the desk; after: what the desk is about to say'),
})
export type FlagRow = z.infer<typeof FlagRow>

export const QuickReply = z.strictObject({
  id: Id,
  title: z.string().min(1).max(80),
  words: Words,
  say: z.string().min(1).max(300),
  on: z.boolean(),
})
export type QuickReply = z.infer<typeof QuickReply>

export const ROUTES = ['books', 'reply', 'refuse', 'person', 'call'] as const
export type TalkRoute = (typeof ROUTES)[number]

export const IntentPlan = z.strictObject({
  id: Id,
  title: z.string().min(1).max(80),
  to: z.enum(ROUTES).describe('search the books; a fixed reply; say no; a person takes over; a person is called at once'),
  say: z.string().max(300).default('').describe('the fixed reply'),
  keep: z.boolean().default(false).describe('its answers may go into the drawer'),
})
export type IntentPlan = z.infer<typeof IntentPlan>

export const LEARNERS = ['bayes', 'linear'] as const
export const READS = ['words', 'letters'] as const

export const TalkPlan = z.strictObject({
  order: z.array(z.enum(TALK_STEPS)).length(TALK_STEPS.length).describe('what is tried first, second, third; then the intents, and then the model'),
  flags: z.strictObject({
    rows: z.array(FlagRow).max(40),
    turns: z.enum(['first', 'every']).describe('which turns of a chat are read'),
    forgive: z.boolean().default(false).describe('one letter too many or too few, in longer words'),
  }),
  quick: z.array(QuickReply).max(20).default([]),
  intents: z.array(IntentPlan).min(2).max(24),
  examples: z.array(z.strictObject({ text: z.string().trim().min(1).max(200), intent: Id })).max(400).describe('what the intents are learned from'),
  learner: z.strictObject({
    kind: z.enum(LEARNERS).describe('naive Bayes, or linear over TF-IDF'),
    reads: z.enum(READS).describe('whole words, or letters three and four at a time as well'),
  }),
  doubt: z.number().min(0).max(0.95).describe('less sure of the intent than this: a person takes over'),
  split: z.boolean().default(false).describe('a turn is answered question by question'),
  remember: z.number().int().min(0).max(4).describe('turns before that are read along, where a turn leaves something out'),
  drawer: z.enum(['exact', 'alike']).describe('kept answers: for the same words, or for the same matter'),
  disclosure: z.string().max(200).describe('stands before the first reply of a chat'),
  handover: z.string().min(1).max(200).describe('said when a person takes over'),
})
export type TalkPlan = z.infer<typeof TalkPlan>

/** What is wrong beyond the shape, in a sentence; null where nothing is. */
export function talkProblem({ order, flags, quick, intents, examples }: TalkPlan): string | null {
  if (new Set(order).size < TALK_STEPS.length) return `The order of the desk names a step twice. Each of ${TALK_STEPS.join(', ')} stands there once.`
  for (const [what, rows] of [['Two rows of the red-flag table', flags.rows], ['Two quick replies', quick], ['Two intents', intents]] as const) {
    const twice = rows.map(({ id }) => id).find((id, at, ids) => ids.indexOf(id) < at)
    if (twice !== undefined) return `${what} are called "${twice}". Give each an id of its own.`
  }
  const known = new Set(intents.map(({ id }) => id))
  const stray = examples.find(({ intent }) => !known.has(intent))
  if (stray) return `The example "${stray.text}" is of the intent "${stray.intent}", and there is none. Choose one of: ${[...known].join(', ')}.`
  const mute = intents.find(({ to, say }) => to === 'reply' && say.trim() === '')
  return mute ? `The intent "${mute.title}" has a fixed reply, and no words for it. Write them into its "say".` : null
}
