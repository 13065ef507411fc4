/**
 * What a cue takes back: "no pneumonia", "rule out pneumonia", "his mother had pneumonia". A cue reaches over some words of its own
 * sentence, up to a word that ends its reach; a mark that begins there is gone, or is of another kind (after Chapman 2001,
 * NegEx, and Harkema 2009, ConText).
 */
import type { ScopeRule } from '../../core/artefacts/annotations.ts'
import type { Reading, Token } from './reading.ts'
import type { Found } from './values.ts'

/** A cue, word by word, in small letters. */
export function cuesOf(words: readonly string[]): string[][] {
  return words.map((cue) => cue.toLowerCase().split(/\s+/).filter((part) => part !== '')).filter((cue) => cue.length > 0)
}

export interface Scoped {
  found: Found[]
  /** How many marks each rule acted on. */
  acted: ReadonlyMap<string, number>
}

/** Rules act one after another, each on what the one before has left. */
export function scoped(reading: Reading, found: readonly Found[], rules: readonly ScopeRule[]): Scoped {
  const acted = new Map<string, number>()
  let left = [...found]
  for (const rule of rules) {
    const reached = reachedBy(rule, reading)
    const next: Found[] = []
    for (const one of left) {
      if (one.kind !== rule.kind || !reached.some(({ from, to }) => one.from >= from && one.from < to)) next.push(one)
      else {
        acted.set(rule.id, (acted.get(rule.id) ?? 0) + 1)
        if (rule.becomes !== null) next.push({ ...one, kind: rule.becomes })
      }
    }
    left = next
  }
  return { found: left, acted }
}

/** Stretches of the text that some cue of the rule reaches over. */
function reachedBy({ words, side, reach, stops }: ScopeRule, { text, tokens }: Reading): { from: number; to: number }[] {
  const cues = cuesOf(words)
  const ends = cuesOf(stops)
  return tokens.flatMap((_, at) => {
    const length = Math.max(0, ...cues.filter((cue) => fits(tokens, at, cue)).map((cue) => cue.length))
    if (length === 0) return []
    const [first, step] = side === 'before' ? [at + length, 1] : [at - 1, -1]
    let last = first - step
    for (let i = first; Math.abs(i - first) < reach && i >= 0 && i < tokens.length; i += step) {
      const [left, right] = [tokens[Math.min(i, i - step)] as Token, tokens[Math.max(i, i - step)] as Token]
      if (SENTENCE_END.test(text.slice(left.to, right.from)) || ends.some((end) => fits(tokens, i, end))) break
      last = i
    }
    const [a, b] = [tokens[Math.min(first, last)], tokens[Math.max(first, last)]]
    return a && b && (last - first) * step >= 0 ? [{ from: a.from, to: b.to }] : []
  })
}

const SENTENCE_END = /[.;!?](?:\s|$)|\n/

function fits(tokens: readonly Token[], at: number, cue: readonly string[]): boolean {
  return cue.every((part, i) => tokens[at + i]?.lower === part)
}
