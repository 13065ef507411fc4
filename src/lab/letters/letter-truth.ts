/** A letter as it went out, claim by claim, against the chart: by what the makers of the chart know, not by what a check found. */
import { contradicts } from './chart.ts'
import { kindOf, type Letter, type LetterLine, type LetterPart, type LetterWords, sameTold, type StayTruth, type Told } from './letter-values.ts'
import { letterCounts, letterGrade, linesOf } from './letter-text.ts'

/** `contradicts`: the chart says otherwise. `unsupported`: the chart says nothing of it. */
export type ClaimIs = 'right' | 'contradicts' | 'unsupported'

export interface JudgedLine {
  line: LetterLine
  is: ClaimIs
  /** What the chart says instead. */
  instead: Told | null
}

export interface JudgedFact {
  told: Told
  critical: boolean
  present: boolean
}

export interface JudgedLetter {
  letter: Letter
  truth: StayTruth
  lines: readonly JudgedLine[]
  facts: readonly JudgedFact[]
  /** Faults of the draft: critical facts left out, and wrong claims. */
  draftFaults: number
  /** Reading grade, and words, as it went out. */
  grade: number
  words: number
}

export function judgeLetter(letter: Letter, truth: StayTruth, words: LetterWords): JudgedLetter {
  const lines = judgeLines(letter.sent, truth, words)
  const facts = judgeFacts(letter.sent, truth, words)
  const draft = judgeLines(letter.draft, truth, words).filter(({ is }) => is !== 'right').length + judgeFacts(letter.draft, truth, words).filter(({ critical, present }) => critical && !present).length
  return { letter, truth, lines, facts, draftFaults: draft, grade: letterGrade(letter.stay, letter.sent), words: letterCounts(letter.stay, letter.sent).words }
}

function judgeLines(parts: readonly LetterPart[], { facts }: StayTruth, words: LetterWords): JudgedLine[] {
  return linesOf(parts).map((line) => {
    const { told } = line
    if (told && facts.some((fact) => sameTold(fact, told))) return { line, is: 'right', instead: null }
    const instead = (told && facts.find((fact) => contradicts(fact, told, words))) ?? null
    return { line, is: instead ? 'contradicts' : 'unsupported', instead }
  })
}

function judgeFacts(parts: readonly LetterPart[], { facts }: StayTruth, words: LetterWords): JudgedFact[] {
  const said = linesOf(parts).flatMap(({ told }) => told ?? [])
  return facts.map((told) => ({ told, critical: kindOf(words, told.kind)?.critical ?? false, present: said.some((one) => sameTold(one, told)) }))
}
