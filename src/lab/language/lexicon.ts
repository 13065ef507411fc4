/**
 * What can be said on a shelf: its matters, the names it speaks of, the values it gives. The simulated model writes and reads
 * with it, the check looks statements up with it, the judge compares with it. Each kind of shelf brings its own.
 */
import type { Rng } from '../../core/rng.ts'

export interface Matter {
  id: string
  /** The sentence that states it. */
  say(name: string, value: string): string
  /** A value it might have. */
  draw(rng: Rng): string
}

export interface Lexicon {
  /** The matter a sentence or a question speaks of. */
  matterOf(text: string): Matter | undefined
  /** Who or what it speaks of, in that matter, as it is spelt there; null when it names nobody. */
  nameIn(text: string, matter: string): string | null
  /** One name, but for a slip of the finger. */
  sameName(a: string, b: string): boolean
  /** The value a sentence gives in that matter. */
  valueIn(text: string, matter: string): string | null
  /** A sentence that tells whoever answers what to do: text to a reader, a command to a careless model. */
  isOrder(text: string): boolean
  /** Friendly sentences that say nothing, as a talkative model adds them. */
  asides: readonly string[]
}
