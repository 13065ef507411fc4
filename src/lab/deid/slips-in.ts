import type { Rng } from '../../core/rng.ts'

/** Two letters change places in the middle of a longer word, with that chance for each such word. */
export function slipsIn(part: string, rng: Rng, rate: number): string {
  return part.replaceAll(/[A-Za-z]{6,}/g, (word) => {
    if (rng.uniform() >= rate) return word
    const at = rng.int(1, word.length - 3)
    return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
  })
}
