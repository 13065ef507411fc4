/** Three checks by rule. They read the letter as it is printed and the chart, and know nothing of how the letter came about. */
import type { LetterPlan } from '../../core/artefacts/letter-plan.ts'
import { chartOf, contradicts, soundFacts } from './chart.ts'
import { ELSE_SLOT } from './simulated-writer.ts'
import { type Finding, type LetterPart, type LetterWords, sameTold, type Stay, type Told } from './letter-values.ts'
import { letterGrade, linesOf } from './letter-text.ts'
import { readTold } from './ways.ts'

type Missing = Extract<Finding, { is: 'missing' }>
type Unbacked = Extract<Finding, { is: 'unbacked' }>

/** What the sections that must be complete should hold, and the letter does not say. A section that reads the list alone is held against the list alone. */
export function findMissing(stay: Stay, words: LetterWords, { slots }: Pick<LetterPlan, 'slots'>, parts: readonly LetterPart[]): Missing[] {
  const { list } = chartOf(stay, words)
  return missingOf(slots.filter(({ must }) => must).flatMap(({ id, kinds, from }) =>
    (from === 'list' ? list : soundFacts(stay, words)).filter(({ kind }) => kinds.includes(kind)).map((told) => ({ told, slot: id }))), words, parts)
}

/** Of what is told in the chart: those that the letter does not say. */
export function missingOf(wanted: readonly { told: Told; slot: string }[], words: LetterWords, parts: readonly LetterPart[]): Missing[] {
  const said = linesOf(parts).flatMap(({ text }) => readTold(text, words, 'say') ?? [])
  return wanted.filter(({ told }) => !said.some((one) => sameTold(one, told))).map((one) => ({ is: 'missing', ...one }))
}

/** Statements that the chart does not make: the list says otherwise, or neither list nor note says anything of it. */
export function findUnbacked(stay: Stay, words: LetterWords, parts: readonly LetterPart[]): Unbacked[] {
  const { list, note } = chartOf(stay, words)
  return parts.flatMap(({ slot, lines }) => lines.flatMap(({ text }): Unbacked[] => {
    const told = readTold(text, words, 'say')
    if (!told) return [{ is: 'unbacked', text, slot, instead: null }]
    if (list.some((one) => sameTold(one, told))) return []
    const instead = list.find((one) => contradicts(one, told, words)) ?? null
    return instead === null && note.some((one) => sameTold(one, told)) ? [] : [{ is: 'unbacked', text, slot, instead }]
  }))
}

/** A letter above the grade. */
export function findHard(stay: Stay, grade: number | null, parts: readonly LetterPart[]): Finding[] {
  const own = letterGrade(stay, parts)
  return grade === null || own <= grade ? [] : [{ is: 'hard', grade: own }]
}

/** Section in which a kind of fact is told. */
export function slotOf({ slots }: Pick<LetterPlan, 'slots'>, kind: string): { id: string; title: string } {
  return slots.find(({ kinds }) => kinds.includes(kind)) ?? { id: ELSE_SLOT, title: 'Also good to know' }
}
