/** Text with {placeholders}: what stands in braces, and its sentences, which are the same before and after filling. */
import { type Sentence, sentencesOf } from '../../language/passages.ts'

/** Names in braces, each once. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? ''))]
}

/** A brace that opens or closes nothing; null when there is none. */
export function strayBrace(text: string): string | null {
  return /[{}]/.exec(text.replaceAll(/\{[^{}]*\}/g, ''))?.[0] ?? null
}

export function filled(text: string, value: (name: string) => string): string {
  return text.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => value(name))
}

/** Sentences as they stand in a page. */
export function sentencesIn(text: string): Sentence[] {
  return sentencesOf(text.replaceAll(/\s+/g, ' '))
}

/** What follows the last full stop, where something does. */
export function unfinished(text: string): string | null {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const rest = line.slice(sentencesOf(line).at(-1)?.to ?? 0).trim()
  return /[^\s"')]/.test(rest) ? rest : null
}
