/** The red-flag table read against a text: plain words, no model, the same answer every time. */
import type { FlagRow } from '../../core/artefacts/talk-plan.ts'
import { mayHoldSlip, oneSlip } from '../language/one-slip.ts'
import type { FlagFound } from './talk-values.ts'

type Side = 'before' | 'after'

/**
 * @param forgive one letter too many or too few, in words of five letters or more
 * @returns the first row that speaks, with the word it found; null where none does
 */
export function flagReader(rows: readonly FlagRow[], side: Side, forgive: boolean): (text: string) => FlagFound | null {
  const mine = rows.filter(({ reads }) => reads === side || reads === 'both').map((row) => ({ ...row, any: phrases(row.words), none: phrases(row.unless) }))
  return (text) => {
    const read = tokensOf(text)
    for (const { id, title, any, none } of mine) {
      const found = any.find(({ words }) => stands(words, read, forgive))
      // A word that calls it off must be written as it is: forgiving there would silence alarms.
      if (found && !none.some(({ words }) => stands(words, read, false))) return { row: id, title, word: found.text }
    }
    return null
  }
}

interface Phrase {
  text: string
  words: readonly string[]
}

function phrases(written: readonly string[]): Phrase[] {
  return written.map((text) => ({ text, words: tokensOf(text) })).filter(({ words }) => words.length > 0)
}

function tokensOf(text: string): string[] {
  return text.toLowerCase().replaceAll('’', "'").match(/[\p{L}\p{N}']+/gu) ?? []
}

/** The words in a row, the last one with any ending. */
function stands(words: readonly string[], read: readonly string[], forgive: boolean): boolean {
  return read.some((_, at) => at + words.length <= read.length && words.every((word, i) => isWord(word, read[at + i] as string, i === words.length - 1, forgive)))
}

function isWord(word: string, token: string, last: boolean, forgive: boolean): boolean {
  if (token === word || (last && token.startsWith(word))) return true
  if (!forgive || !mayHoldSlip(word)) return false
  return oneSlip(word, token) || (last && (oneSlip(word, token.slice(0, word.length + 1)) || oneSlip(word, token.slice(0, word.length - 1))))
}
