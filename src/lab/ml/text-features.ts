/** What a small text classifier sees of a line: words, or words with their letters three and four at a time. */
export type TextReading = 'words' | 'letters'

/** Features of a line with how often each stands in it, in the order in which they first stand there. */
export function featuresOf(text: string, reading: TextReading): Map<string, number> {
  const found = new Map<string, number>()
  const add = (feature: string) => found.set(feature, (found.get(feature) ?? 0) + 1)
  for (const word of text.toLowerCase().normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []) {
    add(word)
    if (reading === 'letters') {
      const padded = `_${word}_`
      for (const n of [3, 4]) for (let at = 0; at + n <= padded.length; at++) add(`~${padded.slice(at, at + n)}`)
    }
  }
  return found
}

export interface LabelledText {
  text: string
  label: string
}

/** Chance of each label for a line; they add up to 1. */
export type TextClassifier = (text: string) => Map<string, number>

/** Logarithms to chances, without overflow. */
export function chancesOf(logs: readonly number[]): number[] {
  const top = Math.max(...logs)
  const raised = logs.map((log) => Math.exp(log - top))
  const sum = raised.reduce((a, b) => a + b, 0)
  return raised.map((one) => one / sum)
}
