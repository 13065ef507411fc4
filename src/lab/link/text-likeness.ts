/** How alike two written names are, and how they sound. */

/** "Müller-Lüdenscheidt " -> "mullerludenscheidt": small letters and digits, nothing else. */
export function folded(text: string): string {
  return text.normalize('NFD').toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '').replaceAll('đ', 'd').replaceAll('ł', 'l')
}

/**
 * Jaro's likeness of two words, 0 to 1: letters they share no further apart than half the longer word, and how many of those stand
 * in another order. Jaro 1989, J Am Stat Assoc 84:414.
 */
export function jaro(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const mine: string[] = []
  for (let i = 0; i < a.length; i++) {
    const to = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= to; j++) {
      if (taken[j] === 1 || a[i] !== b[j]) continue
      taken[j] = 1
      mine.push(a[i] as string)
      break
    }
  }
  if (mine.length === 0) return 0
  let [moved, at] = [0, 0]
  for (let j = 0; j < b.length; j++) if (taken[j] === 1 && mine[at++] !== b[j]) moved++
  const shared = mine.length
  return (shared / a.length + shared / b.length + (shared - moved / 2) / shared) / 3
}

const PREFIX = 4
const PREFIX_WORTH = 0.1

/** Jaro's likeness, raised for a common beginning of up to four letters. Winkler 1990, Proc Section Survey Res Methods (ASA), 354. */
export function jaroWinkler(a: string, b: string): number {
  const like = jaro(a, b)
  let same = 0
  while (same < PREFIX && same < a.length && a[same] === b[same]) same++
  return like + same * PREFIX_WORTH * (1 - like)
}

const CODES: Readonly<Record<string, string>> = Object.fromEntries(
  [['bfpv', '1'], ['cgjkqsxz', '2'], ['dt', '3'], ['l', '4'], ['mn', '5'], ['r', '6']].flatMap(([letters = '', code = '']) => [...letters].map((letter) => [letter, code])),
)

/**
 * American Soundex: the first letter and three digits for the sounds that follow, "r163" for Robert. Letters of one code beside each
 * other, or with h or w between them, count once. Source: US National Archives, The Soundex Indexing System.
 */
export function soundex(text: string): string {
  const word = folded(text).replaceAll(/[^a-z]/g, '')
  if (word === '') return ''
  let code = word[0] as string
  let before = CODES[code] ?? ''
  for (const letter of word.slice(1)) {
    const digit = CODES[letter] ?? ''
    if (digit !== '' && digit !== before) code += digit
    if (digit !== '' || !'hw'.includes(letter)) before = digit
    if (code.length === 4) return code
  }
  return code.padEnd(4, '0')
}
