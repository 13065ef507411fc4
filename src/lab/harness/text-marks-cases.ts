/** Hidden notes to open: with what was missed, what was taken for something else, what was marked for nothing, and what was right. */
import type { CaseReport, Exhibit } from '../../core/verdict.ts'
import { countOf } from '../blocks/say.ts'
import { kindLabel } from '../deid/kinds.ts'
import type { SpanScore } from '../deid/span-score.ts'
import type { Archive } from '../deid/values.ts'
import type { MarksSet } from './text-marks.ts'
import { spreadEvenly } from './spread-evenly.ts'

type Outcome = 'missed' | 'needless' | 'caught'

const SHOWN: Readonly<Record<Outcome, number>> = { missed: 5, needless: 5, caught: 3 }

/** A note of a hidden set. */
export interface NoteAt {
  set: MarksSet
  k: number
  score: SpanScore
}

export function notesIn(sets: readonly MarksSet[]): NoteAt[] {
  return sets.flatMap((set) => set.scores.map((score, k) => ({ set, k, score })))
}

export function markCases(sets: readonly MarksSet[]): CaseReport[] {
  const notes = notesIn(sets)
  const missed = ({ score }: NoteAt) => score.wanted.filter(({ got }) => got === null).length
  const of: Readonly<Record<Outcome, NoteAt[]>> = {
    missed: notes.filter((at) => missed(at) > 0),
    needless: notes.filter((at) => missed(at) === 0 && at.score.extra.length > 0),
    caught: notes.filter((at) => missed(at) === 0 && at.score.extra.length === 0 && at.score.wanted.length > 0),
  }
  return (Object.keys(SHOWN) as Outcome[]).flatMap((outcome) => spreadEvenly(of[outcome], SHOWN[outcome]).map((at) => caseOf(at, outcome)))
}

function caseOf(at: NoteAt, outcome: Outcome): CaseReport {
  const { set, k, score } = at
  const note = set.archive.notes[k]
  if (!note) throw new RangeError('no such note')
  const row = (column: string, label: string, value: number) => ({ column, label, value, known: true })
  return {
    id: `${set.seed}/${note.id}`, set: set.label, title: `${note.title} ${note.id}`, outcome, say: sayOf(score, outcome, set.archive),
    exhibits: [markedNote(at, 'The note, with your marks and what should be marked')],
    sections: [
      {
        title: 'Counted',
        rows: [
          row('wanted', 'To be marked', score.wanted.length), row('exact', 'Marked from the first letter to the last', score.wanted.filter(({ got }) => got === 'exact').length),
          row('overlap', 'Marked in part', score.wanted.filter(({ got }) => got === 'overlap').length), row('missed', 'Missed', score.wanted.filter(({ got }) => got === null).length),
          row('extra', 'Marked for nothing', score.extra.length), row('decoys', 'Words that only look like it', score.decoys.length), row('taken', 'Of these marked', score.decoys.filter(({ taken }) => taken).length),
        ],
      },
    ],
  }
}

function sayOf({ wanted, extra }: SpanScore, outcome: Outcome, { kinds }: Archive): string {
  if (outcome === 'caught') return `All ${wanted.length === 1 ? 'that is to be marked is' : `${wanted.length} are`} marked, and nothing else.`
  if (outcome === 'needless') return `Nothing was missed. ${countOf(extra.length, 'mark')} too many.`
  const missed = wanted.filter(({ got }) => got === null)
  const names = [...new Set(missed.map(({ mark }) => kindLabel(kinds, mark.kind).toLowerCase()))]
  return `${countOf(missed.length, 'place')} missed: ${names.join(', ')}.${extra.length > 0 ? ` And ${countOf(extra.length, 'mark')} too many.` : ''}`
}

/** The note itself: what was found, what was missed, and what was marked and should not be, each with its word. */
export function markedNote({ set: { archive }, k, score }: NoteAt, caption: string): Exhibit {
  const label = (kind: string) => kindLabel(archive.kinds, kind).toLowerCase()
  const sortOf = (from: number, to: number) => score.decoys.find(({ decoy, taken }) => taken && decoy.from < to && from < decoy.to)?.decoy.sort
  const right = score.wanted.map(({ mark, got }) => ({
    from: mark.from, to: mark.to, label: got === null ? `missed: ${label(mark.kind)}` : got === 'overlap' ? `${label(mark.kind)}, in part` : label(mark.kind), tone: got === null ? 'missed' as const : 'right' as const,
  }))
  const wrong = score.extra.filter(({ from, to }) => !right.some((one) => one.from < to && from < one.to)).map(({ from, to, kind }) => {
    const sort = sortOf(from, to)
    return { from, to, label: `no ${label(kind)}${sort ? `: ${archive.decoyWords?.[sort] ?? sort}` : ''}`, tone: 'wrong' as const }
  })
  return { kind: 'text', caption, text: archive.notes[k]?.text ?? '', spans: apart([...right, ...wrong].sort((a, b) => a.from - b.from)) }
}

/** In order, none over another: of two that overlap the first stays. */
function apart<Span extends { from: number; to: number }>(spans: readonly Span[]): Span[] {
  let end = 0
  return spans.filter(({ from, to }) => {
    const free = from >= end
    if (free) end = to
    return free
  })
}
