/**
 * `letterPlan`: how a letter is made from the chart of a stay, beside the graph. Its sections and where each takes its facts from,
 * what the model is told, what is checked, and which letters wait for a person. Edited by the prompt bench, read by the blocks of
 * the letters.
 */
import { z } from 'zod'

export const GROUNDS = ['list', 'note', 'both'] as const
/** Where a section takes its facts from: the coded list of the record, the note that somebody wrote, or both. */
export type Ground = (typeof GROUNDS)[number]

export const SIGN_WHEN = ['never', 'flagged', 'always'] as const
export type SignWhen = (typeof SIGN_WHEN)[number]

const KindName = z.string().max(40).regex(/^[A-Za-z][A-Za-z0-9]*$/, 'must be one word of letters and digits, e.g. "stopped"')

export const LetterSlot = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be lower-case words joined by hyphens, e.g. "red-flags"'),
  title: z.string().min(1).max(60).describe('heading in the letter'),
  kinds: z.array(KindName).min(1).max(12).describe('facts that belong here: names under data.params.facts'),
  on: z.boolean().describe('the model is asked for this section; without it, such facts stand in the letter only as the model pleases'),
  from: z.enum(GROUNDS).describe('where its facts come from: the coded list, the note, or both'),
  must: z.boolean().describe('the check for what is missing looks for these facts'),
})
export type LetterSlot = z.infer<typeof LetterSlot>

export const READING = { easiest: 3, hardest: 12 } as const

export const LetterPlan = z.strictObject({
  slots: z.array(LetterSlot).min(1).max(12).describe('sections of the letter, in order'),
  reading: z.int().min(READING.easiest).max(READING.hardest).describe('school grade for which the model is asked to write'),
  temperature: z.number().min(0).max(1).describe('how freely the model writes; 0: always the likeliest words'),
  clauses: z.strictObject({
    chartOnly: z.boolean().describe('the model is told to write only what stands in the chart'),
    exactNames: z.boolean().describe('the model is told to copy names letter by letter'),
  }),
  checks: z.strictObject({
    missing: z.boolean().describe('look for facts that the letter leaves out'),
    backed: z.boolean().describe('look up every sentence in the chart'),
    grade: z.int().min(READING.easiest).max(READING.hardest).nullable().describe('flag letters that are harder to read than this school grade; null: do not'),
  }),
  sign: z.strictObject({ when: z.enum(SIGN_WHEN).describe('which letters a clinician takes in hand before they go') }),
})
export type LetterPlan = z.infer<typeof LetterPlan>

export type ReadLetterPlan = { ok: true; plan: LetterPlan } | { ok: false; say: string }

/** A plan from outside: a file, a save, a learner's hand. Says the first thing that is wrong. */
export function readLetterPlan(written: unknown): ReadLetterPlan {
  if (written === undefined || written === null) return { ok: false, say: 'The letters have no plan yet.' }
  const read = LetterPlan.safeParse(written)
  if (!read.success) {
    const issue = read.error.issues[0]
    return { ok: false, say: `The plan of the letters cannot be read at ${issue?.path.join('.') || 'its top'}: ${issue?.message ?? 'unknown shape'}.` }
  }
  const { slots } = read.data
  const ids = slots.map(({ id }) => id)
  const twice = ids.find((id, at) => ids.indexOf(id) !== at)
  if (twice !== undefined) return { ok: false, say: `Two sections of the letter are called "${twice}". Give each an id of its own.` }
  const kinds = slots.flatMap((slot) => slot.kinds)
  const shared = kinds.find((kind, at) => kinds.indexOf(kind) !== at)
  if (shared !== undefined) return { ok: false, say: `"${shared}" belongs to two sections of the letter. A fact is told in one place.` }
  return { ok: true, plan: read.data }
}
