/** What a lexicon is made from: plain data, which goes through the door of a worker and can be made into the same lexicon on both sides. */
import { z } from 'zod'

export const LexiconSource = z.discriminatedUnion('kind', [z.object({ kind: z.literal('formulary') })])
export type LexiconSource = z.infer<typeof LexiconSource>
