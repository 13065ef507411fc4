/**
 * How hard a text is to read: the Flesch-Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975, source kincaid), a
 * school grade of the United States. It counts words, sentences and syllables, and nothing else: it does not know what a text says
 * or leaves out.
 */
export interface TextCounts {
  sentences: number
  words: number
  syllables: number
}

/**
 * Grade of running text: 0.39 x words per sentence + 11.8 x syllables per word - 15.59. Null for a text without a word. Easy texts
 * have grades near 0 and below.
 */
export function readingGrade(text: string): number | null {
  return gradeOf(countText(text))
}

/** The same of what was counted already, e.g. of several texts together. */
export function gradeOf({ sentences, words, syllables }: TextCounts): number | null {
  return words === 0 ? null : 0.39 * (words / Math.max(1, sentences)) + 11.8 * (syllables / words) - 15.59
}

/**
 * Words, sentences and syllables. A sentence ends with . ! ? or : (a full stop inside a number or after one letter ends none), and a
 * rest without an end is one too. A word is whatever stands between blanks and holds a letter or a digit; parts joined by a hyphen
 * are one word.
 */
export function countText(text: string): TextCounts {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,:-]*/gu) ?? []
  const ends = text.match(/[.!?:]+(?=[\s"')\]]|$)/g) ?? []
  const abbreviations = text.match(/(?<![\p{L}\p{N}])\p{L}\.(?=\s)/gu) ?? []
  const rest = /[\p{L}\p{N}][^.!?:]*$/u.test(text.trimEnd()) && !/[.!?:]["')\]]*$/.test(text.trimEnd()) ? 1 : 0
  return { words: words.length, sentences: ends.length - abbreviations.length + rest, syllables: words.reduce((sum, word) => sum + keptSyllables(word), 0) }
}

export function addCounts(counts: readonly TextCounts[]): TextCounts {
  return counts.reduce((sum, { sentences, words, syllables }) => ({ sentences: sum.sentences + sentences, words: sum.words + words, syllables: sum.syllables + syllables }), { sentences: 0, words: 0, syllables: 0 })
}

const MOST_KEPT = 5000
const counted = new Map<string, number>()

/** Letters say the same words over and over. */
function keptSyllables(word: string): number {
  const kept = counted.get(word)
  if (kept !== undefined) return kept
  if (counted.size >= MOST_KEPT) counted.clear()
  const n = syllablesIn(word)
  counted.set(word, n)
  return n
}

/** Words whose spelling tells too little. */
const KNOWN: Readonly<Record<string, number>> = {
  any: 2, anyone: 3, anything: 3, every: 2, everything: 3, everyone: 3, something: 2, someone: 2, sometimes: 2, somewhere: 2, people: 2, evening: 2,
  area: 3, idea: 3, diet: 2, quiet: 2, being: 2, doing: 2, going: 2, seeing: 2, science: 2, diabetes: 4, create: 2, naive: 2, poem: 2, eye: 1, eyes: 1, hour: 1, our: 1, hours: 1,
  business: 2, different: 3, interest: 2, lion: 2, quietly: 3, real: 2, really: 3, theatre: 3, trial: 2, usually: 4, usual: 3, via: 2, vehicle: 3, whatever: 3, whenever: 3, wherever: 3, therefore: 2, lifestyle: 2,
  whereas: 2, forehead: 2, arrhythmia: 4, aches: 1, ache: 1, headache: 2, headaches: 2, stomach: 2, used: 1, use: 1, uses: 2, rhythm: 2, stable: 2, fluid: 2, fluids: 2, ruin: 2, suicide: 3, tired: 1,
  violet: 3, appropriate: 4, immediate: 4, immediately: 5,
}

/**
 * Syllables of one word by rules of spelling, at least 1: groups of vowels, without those that are silent. A number counts as one
 * syllable, as most programs have it. Right for nearly all everyday words; a name nobody has ever spoken is a guess.
 */
export function syllablesIn(word: string): number {
  const parts = word.toLowerCase().split(/[^\p{L}]+/u).filter((part) => part !== '' && part !== 's')
  if (parts.length === 0) return 1
  // "don't", "Ada's": what follows the apostrophe is no word. "Did-n't" has one syllable more than "did".
  const short = /^(\p{L}+)['’]\p{L}{1,2}$/u.exec(word.replace(/[.,:-]+$/, ''))?.[1]
  if (short !== undefined) return syllablesOf(short.toLowerCase()) + (/[dsz]n$/i.test(short) ? 1 : 0)
  return parts.reduce((sum, part) => sum + syllablesOf(part), 0)
}

function syllablesOf(word: string): number {
  // An accent on the last e says that it is spoken.
  const plain = word.replace(/é$/, 'ey').normalize('NFD').replaceAll(/\p{M}/gu, '')
  if (Object.hasOwn(KNOWN, plain)) return KNOWN[plain] as number
  let stem = plain
  let more = 0
  // "care-ful", "safe-ly": the e before the ending is silent.
  const ending = /^(.{2,}e)(fully|ful|lessly|less|ness|ments|ment|ly|times|where)$/.exec(stem)
  if (ending) {
    stem = ending[1] as string
    more = ending[2] === 'fully' || ending[2] === 'lessly' ? 2 : 1
  }
  if (/[^aeiouy]ed$/.test(stem) && !/[td]ed$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^aeiouyscgxz]es$/.test(stem) && !/(?:sh|ch|[^aeiouy]l)es$/.test(stem)) stem = stem.slice(0, -2)
  else if (/[^aeiouy]e$/.test(stem) && !/[^aeiouylr]le$/.test(stem)) stem = stem.slice(0, -1)
  const groups = (stem.match(/[aeiouy]+/g) ?? []).length
  // Two vowels in a row that are spoken apart.
  const apart = (stem.match(/i(?:a(?!n?t?io)|u(?!s$)|o(?!n|us))|[^cstgx]io(?=n)|[^cstgx]ious|eo(?!p|n$|us$)|ua(?=[lt]|ry)|[aeou]i(?=ng)|y(?=ing)|iet|uou/g) ?? []).length
  const soft = (stem.match(/[ct]ia|sia$|gia[nrt]/g) ?? []).length
  return Math.max(1, groups + apart - soft + more)
}
