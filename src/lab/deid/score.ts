/** What was left in a note and what was taken out needlessly. Counts signs, not words, so that half a name is half a leak. */
import type { DatePolicy } from '../../core/artefacts/annotations.ts'
import { released, tellsOver89 } from './surrogate.ts'
import type { Found, Mark, Note, NoteTruth } from './values.ts'

export interface NoteScore {
  identifiers: number
  /** Identifiers of which something can still be read. */
  missed: readonly Mark[]
  /** Those of them that were found, and of which a year stayed that tells an age over 89 (45 CFR 164.514(b)(2)(i)(C)). */
  agesTold: readonly Mark[]
  /** Signs that were hidden, blanks aside, and those of them that belong to an identifier. */
  hidden: number
  rightlyHidden: number
  /** Words that were hidden and identify nobody, look-alikes first. */
  needless: readonly { from: number; to: number }[]
  /** Dates found and moved to another day. */
  shifted: number
  /** Dates that still say more than a year. */
  fineDates: number
  dates: number
  decoys: number
  decoysLost: number
}

export function scoreNote(note: Pick<Note, 'text' | 'patient'>, { marks, decoys }: Pick<NoteTruth, 'marks' | 'decoys'>, found: readonly Found[], dates: DatePolicy | null): NoteScore {
  const { text } = note
  const acts = found.filter(({ kind }) => !(kind === 'DATE' && (dates ?? 'keep') === 'keep'))
  const covered = maskOf(text, acts)
  const gold = maskOf(text, marks)
  const touched = maskOf(text, found)
  const isDate = (mark: Mark) => mark.kind === 'DATE'
  const old = released(note, found, dates ?? 'keep').filter((piece) => piece.kind === 'DATE' && tellsOver89(piece.text))
  const agesTold = marks.filter((mark) => isDate(mark) && all(text, covered, mark) && old.some(({ from, to }) => from < mark.to && mark.from < to))
  const missed = marks.filter((mark) => !all(text, covered, mark) || agesTold.includes(mark))
  let [hidden, rightlyHidden] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    if (!covered[i] || !SIGN.test(text[i] as string)) continue
    hidden++
    rightlyHidden += gold[i] as number
  }
  const shifted = dates === 'shift' ? marks.filter((mark) => isDate(mark) && all(text, touched, mark)).length : 0
  return {
    identifiers: marks.length, missed, agesTold, hidden, rightlyHidden,
    needless: runsOf(covered, gold, text), shifted,
    fineDates: marks.filter((mark) => isDate(mark) && (dates === 'keep' || dates === 'shift' || dates === null || !all(text, covered, mark))).length,
    dates: marks.filter(isDate).length,
    decoys: decoys.length, decoysLost: decoys.filter((place) => some(covered, place)).length,
  }
}

const SIGN = /[\p{L}\p{N}]/u

function maskOf(text: string, places: readonly { from: number; to: number }[]): Uint8Array {
  const mask = new Uint8Array(text.length)
  for (const { from, to } of places) mask.fill(1, from, to)
  return mask
}

function all(text: string, mask: Uint8Array, { from, to }: Mark): boolean {
  for (let i = from; i < to; i++) if (!mask[i] && SIGN.test(text[i] as string)) return false
  return true
}

function some(mask: Uint8Array, { from, to }: { from: number; to: number }): boolean {
  return mask.subarray(from, to).some((on) => on === 1)
}

function runsOf(covered: Uint8Array, gold: Uint8Array, text: string): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let i = 0; i < covered.length; i++) {
    if (!covered[i] || gold[i] || !SIGN.test(text[i] as string)) continue
    const last = runs.at(-1)
    if (last && last.to === i) last.to = i + 1
    else runs.push({ from: i, to: i + 1 })
  }
  return runs
}
