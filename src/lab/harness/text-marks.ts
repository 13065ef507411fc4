/** `text-marks`: marks in notes, whatever their kinds are, held against what should be marked. */
import { z } from 'zod'
import type { Metric } from '../../core/quest/schema.ts'
import { keyOf, readTwice } from '../deid/readers.ts'
import { countSpans, type Match, scoreSpans, type SpanCounts, type SpanScore } from '../deid/span-score.ts'
import type { Archive, NoteTruth, Spans } from '../deid/values.ts'
import type { PortValue } from '../graph/ports.ts'
import type { Figures, Harness, JudgedSet, MetricSpec } from './harness.ts'
import { markCases } from './text-marks-cases.ts'
import { markStory } from './text-marks-story.ts'
import { markViews } from './text-marks-views.ts'

export interface MarksSet extends JudgedSet {
  spans: Spans
  /** The notes with the words for their kinds, and the truth about them. */
  archive: Archive
  scores: readonly SpanScore[]
}

interface Judged {
  scores: readonly SpanScore[]
  keyRight: number | null
}

const ofKind = z.strictObject({
  kind: z.string().max(40).optional().describe('only marks of this kind'),
  match: z.enum(['exact', 'overlap']).optional().describe('from the first letter to the last, or so that they overlap (overlap)'),
})

const marksMetrics = {
  recall: { say: 'of what should be marked: marked, with its kind', params: ofKind },
  precision: { say: 'of the marks: right', params: ofKind },
  f1: { say: 'both in one figure: the harmonic mean of recall and precision', params: ofKind },
  missedNotes: { say: 'of the notes with something to mark: those in which anything was missed', params: ofKind },
  blankNotes: { say: 'of the notes with something to mark: those in which all of it was missed', params: ofKind },
  falseMarks: { say: 'marks that answer to nothing, per note', params: ofKind },
  decoysMarked: { say: 'of the words that only look like it: marked all the same', params: z.strictObject({ decoy: z.string().max(40).optional().describe('only look-alikes of this name') }) },
  keyRight: { say: 'how far the key made of two readers is the truth: marks they share, of all that are in either' },
} as const satisfies Readonly<Record<string, MetricSpec>>

const share = (part: number, of: number): number | null => (of === 0 ? null : part / of)
const counted = (of: (counts: SpanCounts, notes: number) => number | null) => ({ scores }: Judged, { params }: Metric): number | null =>
  of(countSpans(scores, (params?.['match'] as Match | undefined) ?? 'overlap', params?.['kind'] as string | undefined), scores.length)

type Measure = (judged: Judged, metric: Metric) => number | null

const MEASURES: Readonly<Record<string, Measure>> = {
  recall: counted(({ right, wanted }) => share(right, wanted)),
  precision: counted(({ right, found }) => share(right, found)),
  f1: counted(({ right, wanted, found }) => share(2 * right, wanted + found)),
  missedNotes: counted(({ notes, notesMissed }) => share(notesMissed, notes)),
  blankNotes: counted(({ notes, notesBlank }) => share(notesBlank, notes)),
  falseMarks: counted(({ right, found }, notes) => share(found - right, notes)),
  decoysMarked: ({ scores }, { params }) => {
    const decoys = scores.flatMap((score) => score.decoys).filter(({ decoy }) => params?.['decoy'] === undefined || decoy.sort === params['decoy'])
    return share(decoys.filter(({ taken }) => taken).length, decoys.length)
  },
  keyRight: ({ keyRight }) => keyRight,
} satisfies Record<keyof typeof marksMetrics, Measure>

export const textMarks: Harness<MarksSet> = {
  id: 'text-marks',
  about: 'marks in notes, of whatever kinds the quest declares, against what should be marked',
  judges: 'Spans',
  generators: ['notes.written'],
  metrics: marksMetrics,
  testFigures(result, metrics) {
    const spans = spansIn(result)
    return figuresOf(judged(spans, settledTruth(spans)), metrics)
  },
  judgeSet(quest, { label, seed, weight, whole }, result) {
    if (whole.type !== 'Archive') throw new TypeError(`text-marks reads an Archive, not ${whole.type}`)
    const archive = whole as Archive
    const spans = spansIn(result)
    const own = judged(spans, archive.truth)
    return { label, seed, weight, n: archive.notes.length, spans, archive, scores: own.scores, figures: figuresOf(own, quest.verify.metrics) }
  },
  whyNull: ({ fn }) => (fn === 'precision' ? 'Nothing was marked, so there is no share of it to speak of.' : fn === 'keyRight' ? 'Nobody has read any of these notes by hand.' : 'There was nothing of this kind in the notes.'),
  cases: (_, sets) => markCases(sets),
  views: (_, sets) => markViews(sets),
  story: (_, sets) => markStory(sets),
}

/** @throws TypeError when the graph ends in something else */
function spansIn(result: PortValue): Spans {
  const from = result.type === 'Result' ? (result as { from: PortValue }).from : result
  if (from.type !== 'Spans') throw new TypeError(`text-marks judges Spans, not ${from.type}`)
  return from as Spans
}

/** Notes beyond the end of `truth` are left out: nobody has read them. */
function judged({ found, key }: Spans, truth: readonly NoteTruth[]): Judged {
  return { scores: truth.map((known, k) => scoreSpans(known, found[k] ?? [])), keyRight: key?.right ?? null }
}

/** What the learner believes: the notes that two readers have read, by the key as it was settled. */
function settledTruth({ text, key }: Spans): NoteTruth[] {
  const readings = readTwice(text)
  const marks = keyOf(readings, key ?? { settled: {}, spans: [] })
  return readings.map(({ note }, k) => ({ id: note.id, marks: marks.filter((mark) => mark.note === note.id), decoys: text.truth[k]?.decoys ?? [] }))
}

/** @throws Error for a metric that names no known function: `quest check` finds it before a learner does */
function figuresOf(own: Judged, metrics: readonly Metric[]): Figures {
  return Object.fromEntries(metrics.map((metric) => {
    const measure = Object.hasOwn(MEASURES, metric.fn) ? MEASURES[metric.fn] : undefined
    if (!measure) throw new Error(`metric "${metric.id}" names "${metric.fn}", and text-marks has no such function`)
    return [metric.id, measure(own, metric)]
  }))
}
