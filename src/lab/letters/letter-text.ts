/** A letter as it is printed, its reading grade, and the ways to put one fact by how hard they are. */
import { kindOf, type LetterLine, type LetterPart, type LetterWords, type Stay, type Told } from './letter-values.ts'
import { addCounts, countText, gradeOf, readingGrade, type TextCounts } from './readability.ts'
import { fillWay } from './ways.ts'

export interface GradedWay {
  text: string
  grade: number
}

/** All ways in which a letter may put it, from the easiest on. */
export function waysOf(told: Told, words: LetterWords): GradedWay[] {
  return (kindOf(words, told.kind)?.say ?? []).map((way) => {
    const text = fillWay(way, told.values)
    return { text, grade: readingGrade(text) ?? 0 }
  }).sort((a, b) => a.grade - b.grade)
}

export function linesOf(parts: readonly LetterPart[]): LetterLine[] {
  return parts.flatMap(({ lines }) => lines)
}

export interface PrintedLine {
  line: LetterLine
  slot: string
  /** Character offsets in the text. */
  from: number
  to: number
}

/** The whole letter, with the place of each statement. */
export function printed(stay: Stay, parts: readonly LetterPart[]): { text: string; lines: PrintedLine[] } {
  const lines: PrintedLine[] = []
  let text = `${stay.opening}\n`
  for (const { slot, title, lines: own } of parts) {
    if (own.length === 0) continue
    text += `\n${title.toUpperCase()}\n`
    for (const line of own) {
      lines.push({ line, slot, from: text.length, to: text.length + line.text.length })
      text += `${line.text}\n`
    }
  }
  return { text: `${text}\n${stay.closing}\n`, lines }
}

/** Words, sentences and syllables of what is said: greeting and headings are no sentences. */
export function letterCounts({ closing }: Stay, parts: readonly LetterPart[]): TextCounts {
  return addCounts([...linesOf(parts).map(({ text }) => countText(text)), countText(closing)])
}

export function letterGrade(stay: Stay, parts: readonly LetterPart[]): number {
  return gradeOf(letterCounts(stay, parts)) ?? 0
}
