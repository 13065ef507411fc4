/** Marks in two notes, counted by hand. */
import { describe, expect, it } from 'vitest'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import type { Archive, Found, NoteTruth, Spans } from '../deid/values.ts'
import { textMarks } from './text-marks.ts'

const notes = [
  { id: 'N1', title: 'Letter', text: 'Severe asthma. No gout. Took a scan.', patient: 'P1' },
  { id: 'N2', title: 'Letter', text: 'Gout again.', patient: 'P2' },
  { id: 'N3', title: 'Letter', text: 'Well.', patient: 'P3' },
]
const truth: NoteTruth[] = [
  { id: 'N1', marks: [{ from: 0, to: 13, kind: 'problem' }, { from: 31, to: 35, kind: 'test' }], decoys: [{ from: 18, to: 22, word: 'gout', like: 'problem', sort: 'negated' }] },
  { id: 'N2', marks: [{ from: 0, to: 4, kind: 'problem' }], decoys: [] },
  { id: 'N3', marks: [], decoys: [] },
]
const archive: Archive = {
  type: 'Archive', films: [], notes, truth, readers: { notes: 0, misses: 0, falseMarks: 0 }, decoyWords: { negated: 'ruled out' },
  kinds: [{ id: 'problem', label: 'Problem', colour: 'red' }, { id: 'test', label: 'Test', colour: 'blue' }],
}
const hit = (from: number, to: number, kind: string): Found => ({ from, to, kind, rule: 'r' })
// "asthma" in part (two rules), "gout" that was ruled out, the scan as a problem; nothing in the second note, nothing in the third.
const found = [[hit(7, 13, 'problem'), hit(9, 13, 'problem'), hit(18, 22, 'problem'), hit(31, 35, 'problem')], [], []]
const spans: Spans = { type: 'Spans', text: { ...archive, type: 'Text' }, found, dates: null, key: { settled: {}, spans: [], right: 0.75 } }

function measured(fn: string, params: Metric['params'] = {}): number | null {
  const quest = { verify: { metrics: [{ id: 'm', label: fn, fn, params, aggregate: 'mean', format: 'percent' }] } } as unknown as Quest
  return textMarks.judgeSet(quest, { label: '', seed: 's', weight: 1, viewAt: '', whole: archive, seen: archive }, spans, {}).figures['m'] ?? null
}

describe('marks in notes', () => {
  it('are counted so that they overlap, or from the first letter to the last', () => {
    expect(measured('recall')).toBeCloseTo(1 / 3, 12)
    expect(measured('precision')).toBeCloseTo(1 / 3, 12)
    expect(measured('f1')).toBeCloseTo(1 / 3, 12)
    expect(measured('recall', { match: 'exact' })).toBe(0)
  })

  it('of the wrong kind are a miss and a false mark', () => {
    expect(measured('recall', { kind: 'problem' })).toBe(1 / 2)
    expect(measured('recall', { kind: 'test' })).toBe(0)
    expect(measured('precision', { kind: 'test' })).toBeNull()
  })

  it('are counted by notes as well', () => {
    expect(measured('missedNotes')).toBe(1)
    expect(measured('missedNotes', { kind: 'problem' })).toBe(1 / 2)
    expect(measured('blankNotes')).toBe(1 / 2)
    expect(measured('falseMarks')).toBeCloseTo(2 / 3, 12)
  })

  it('on words that only look like it are counted by why', () => {
    expect(measured('decoysMarked')).toBe(1)
    expect(measured('decoysMarked', { decoy: 'negated' })).toBe(1)
    expect(measured('decoysMarked', { decoy: 'family' })).toBeNull()
    expect(measured('keyRight')).toBe(0.75)
  })

  it('are shown in their note: missed, in part, and what was taken for something else, with why', () => {
    const quest = { verify: { metrics: [] } } as unknown as Quest
    const set = textMarks.judgeSet(quest, { label: 'Monday', seed: 's', weight: 1, viewAt: '', whole: archive, seen: archive }, spans, {})
    const [first, second] = textMarks.cases(quest, [set])
    expect(first).toMatchObject({ outcome: 'missed', say: '1 place missed: test. And 2 marks too many.' })
    expect(first?.exhibits?.[0]).toMatchObject({ spans: [{ from: 0, to: 13, label: 'problem, in part', tone: 'right' }, { from: 18, to: 22, label: 'no problem: ruled out', tone: 'wrong' }, { from: 31, to: 35, label: 'missed: test', tone: 'missed' }] })
    expect(second).toMatchObject({ outcome: 'missed', say: '1 place missed: problem.' })
    expect(textMarks.views(quest, [set]).map((view) => 'title' in view && view.title)).toEqual(['Kind by kind', 'Look-alikes that were marked', 'Marked for nothing', 'Missed'])
    expect(textMarks.story?.(quest, [set])[1]).toMatchObject({ say: '"gout" is marked. What the note says of it: ruled out.' })
  })
})
