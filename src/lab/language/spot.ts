/** Words found in running text, whatever their case and ending: "visit" is in "Visitors", "arm is numb" in "His arm  is numb!". */

/** @returns whether a text holds one of the words, each from the beginning of a word on */
export function spotter(words: readonly string[]): (text: string) => boolean {
  if (words.length === 0) return () => false
  const pattern = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${words.map(plainPattern).join('|')})`, 'iu')
  return (text) => pattern.test(straight(text))
}

/** The first of the words that a text holds as a whole, the longest where several begin alike; null when it holds none. */
export function finder(words: readonly string[]): (text: string) => string | null {
  if (words.length === 0) return () => null
  const known = new Map(words.map((word) => [straight(word).toLowerCase(), word]))
  const longest = [...words].sort((a, b) => b.length - a.length).map(plainPattern)
  const pattern = new RegExp(`(?:^|[^\\p{L}\\p{N}])(${longest.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
  return (text) => known.get(pattern.exec(straight(text))?.[1]?.replaceAll(/\s+/g, ' ').toLowerCase() ?? '') ?? null
}

/** Curly apostrophes as keyboards write them. */
function straight(text: string): string {
  return text.replaceAll('’', "'")
}

/** A regular expression, with the flag u, that finds just these words. */
export function plainPattern(word: string): string {
  return straight(word).trim().replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
}
