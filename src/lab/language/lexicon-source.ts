/** What a lexicon is made from: plain data, which goes through the door of a worker and makes the same lexicon on both sides. */
import { z } from 'zod'

const WrittenValue = z.union([
  z.object({ from: z.number(), to: z.number(), step: z.number(), unit: z.string() }),
  z.object({ words: z.array(z.string()) }),
])
const WrittenMatter = z.object({
  id: z.string(),
  /** List of the names that it is said of; null where it holds for the whole house. */
  of: z.string().nullable(),
  /** Words it is told by. */
  spot: z.array(z.string()),
  /** The sentence that states it, with {its list} and {its id}. */
  say: z.string(),
  value: WrittenValue,
})
export type WrittenMatter = z.infer<typeof WrittenMatter>

export const LexiconSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('formulary') }),
  /** Matters that stand first are looked for first. */
  z.object({ kind: z.literal('written'), names: z.record(z.string(), z.array(z.string())), matters: z.array(WrittenMatter), asides: z.array(z.string()) }),
])
export type LexiconSource = z.infer<typeof LexiconSource>
