/**
 * `promptPack`: how an answering desk works, beside the graph. Which books stand on the shelf, how they are cut, what is
 * asked of the language model, what is checked and when the desk says "not in my sources". Edited by the prompt bench, read
 * by the blocks of the desk. How the search ranks is the search block's own kind, so it stands in the graph.
 */
import { z } from 'zod'
import { TalkPlan, talkProblem } from './talk-plan.ts'

export const BOOK_KINDS = ['current', 'superseded', 'blog'] as const
export type BookKind = (typeof BOOK_KINDS)[number]

/** A book of the shelf. Title, year and kind are there to be read; only `id` and `on` decide anything. */
export const ShelfBook = z.strictObject({
  id: z.string().min(1).max(40).describe('a book of the generator: with rag.formulary one of those below, with pages.written one of your own'),
  title: z.string().min(1).max(120),
  year: z.number().int().min(1900).max(2100),
  kind: z.enum(BOOK_KINDS),
  about: z.string().max(300).default(''),
  on: z.boolean().describe('the desk may read it'),
})
export type ShelfBook = z.infer<typeof ShelfBook>

export const CHUNK_WAYS = ['whole', 'section', 'window', 'sentence'] as const
export type ChunkWay = (typeof CHUNK_WAYS)[number]

export const ChunkPlan = z.strictObject({
  way: z.enum(CHUNK_WAYS).describe('how pages are cut into passages'),
  words: z.number().int().min(10).max(200).default(40).describe('length of a window, in words'),
  overlap: z.number().int().min(0).max(60).default(10).describe('words that two neighbouring windows share'),
})
export type ChunkPlan = z.infer<typeof ChunkPlan>

export const TEMPLATES = ['plain', 'cite', 'strict'] as const
export type Template = (typeof TEMPLATES)[number]

export const PromptPack = z.strictObject({
  shelf: z.array(ShelfBook).min(1).max(20),
  chunk: ChunkPlan,
  search: z.strictObject({
    k: z.number().int().min(0).max(12).describe('passages handed to the model; 0: none at all'),
    minScore: z.number().min(0).max(1).describe('weakest match that still counts, as a share of the best the question could get'),
  }),
  template: z.enum(TEMPLATES).describe('what the model is told: answer; answer and cite a passage; answer from the passages only, cited'),
  temperature: z.number().min(0).max(1).describe('how freely the model writes; 0: always the likeliest words'),
  verify: z.boolean().describe('every statement is looked up in the passage that it cites'),
  refuse: z.strictObject({
    when: z.enum(['never', 'unsupported']).describe('whether statements without a source are kept back'),
    say: z.string().min(1).max(200).describe('what the desk says instead'),
  }),
  cascade: z.strictObject({
    cache: z.boolean().describe('a question asked before gets the answer given before'),
    first: z.enum(['small', 'large']).describe('the model that is asked first'),
    escalate: z.boolean().describe('ask the large model when the small one finds nothing'),
    human: z.boolean().describe('what is refused goes to a person'),
  }),
  alarm: z.strictObject({ words: z.array(z.string().trim().min(1).max(60)).max(60) }).optional()
    .describe('a question that holds one of these words goes to a person at once, unread; with any ending'),
  talk: TalkPlan.optional().describe('for a desk that talks over several turns: red flags, quick replies, intents; see docs/from-json/dialogues.md'),
  specimen: z.strictObject({ title: z.string().min(1).max(80), text: z.string().min(1).max(2000) }).optional()
    .describe('a page to try the knife on; decides nothing'),
})
export type PromptPack = z.infer<typeof PromptPack>

export type ReadPromptPack = { ok: true; pack: PromptPack } | { ok: false; say: string }

/** Settings of the desk from outside: a file, a save, a learner's hand. Says the first thing that is wrong. */
export function readPromptPack(written: unknown): ReadPromptPack {
  if (written === undefined || written === null) return { ok: false, say: 'The desk has no settings yet.' }
  const read = PromptPack.safeParse(written)
  if (!read.success) {
    const issue = read.error.issues[0]
    return { ok: false, say: `The settings of the desk cannot be read at ${issue?.path.join('.') || 'their top'}: ${issue?.message ?? 'unknown shape'}.` }
  }
  const ids = read.data.shelf.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice) return { ok: false, say: `Two books on the shelf are called "${twice}". Give each an id of its own.` }
  const { way, words, overlap } = read.data.chunk
  if (way === 'window' && overlap >= words) return { ok: false, say: 'Windows overlap by their whole length, so they never move on. Make the overlap shorter than the window.' }
  const talk = read.data.talk ? talkProblem(read.data.talk) : null
  return talk === null ? { ok: true, pack: read.data } : { ok: false, say: talk }
}
