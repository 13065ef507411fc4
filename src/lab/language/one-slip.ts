/** The same word but for one letter too many or too few, as people type it. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 1) return false
  for (let at = 0; at < long.length; at++) {
    if (long.slice(0, at) + long.slice(at + 1) === short) return true
  }
  return false
}

/** Shorter words are too easily taken for one another. */
const FORGIVEN = 5

/** One of the names, with one slip in one of its longer words; null when the text holds nothing so near. */
export function slippedName(names: readonly string[]): (text: string) => string | null {
  const known = names.map((name) => ({ name, words: wordsOf(name) }))
  return (text) => {
    const read = wordsOf(text)
    return known.find(({ words }) => read.some((_, at) => isNear(words, read.slice(at, at + words.length))))?.name ?? null
  }
}

/** Where a slip may happen in a name: its longer words. */
export function mayHoldSlip(word: string): boolean {
  return word.length >= FORGIVEN && /^\p{L}+$/u.test(word)
}

function isNear(words: readonly string[], read: readonly string[]): boolean {
  if (read.length !== words.length) return false
  const other = words.filter((word, at) => word !== read[at])
  return other.length === 0 || (other.length === 1 && words.every((word, at) => word === read[at] || (mayHoldSlip(word) && oneSlip(word, read[at] as string))))
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
