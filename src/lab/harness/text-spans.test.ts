/** Figures of a release, worked by hand on two notes and one study. */
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { Quest } from '../../core/quest/schema.ts'
import { person } from '../data/town.ts'
import { judge } from '../judge.ts'
import { releasedFiles } from '../dicom/release-file.ts'
import { studyOf } from '../dicom/study.ts'
import { IDENTIFIERS } from '../deid/kinds.ts'
import { DAY_READERS } from '../deid/readers.ts'
import type { Note, NoteTruth, Release } from '../deid/values.ts'
import { judgeRelease, textSpans } from './text-spans.ts'

const notes: Note[] = [
  { id: 'N1', title: 'Note', text: 'Ada Barlow, 12 May 2025.', patient: 'P0001' },
  { id: 'N2', title: 'Note', text: 'Bell palsy of Mr Bell.', patient: 'P0002' },
]
const truth: NoteTruth[] = [
  { id: 'N1', marks: [{ from: 0, to: 10, kind: 'NAME' }, { from: 12, to: 23, kind: 'DATE' }], decoys: [] },
  { id: 'N2', marks: [{ from: 17, to: 21, kind: 'NAME' }], decoys: [{ from: 0, to: 4, word: 'Bell', like: 'NAME' }] },
]
const house = { kinds: IDENTIFIERS, readers: DAY_READERS }
const study = studyOf('harness/1', { ...person(12), given: 'Ada', family: 'Barlow' }, 1)
const release = (dates: 'keep' | 'shift' | 'year'): Release => ({
  type: 'Release', keyRight: 0.9, key: { settled: {}, spans: [] },
  spans: { type: 'Spans', dates, text: { type: 'Text', ...house, notes, truth }, found: [[{ from: 0, to: 10, kind: 'NAME', rule: 'a' }, { from: 12, to: 23, kind: 'DATE', rule: 'b' }], [{ from: 0, to: 4, kind: 'NAME', rule: 'c' }]] },
  films: { type: 'Dicom', before: [study], after: [study] }, files: releasedFiles([study], [study]),
})
const metrics = Object.keys(textSpans.metrics).map((fn) => ({ id: fn, label: fn, fn, aggregate: 'mean' as const, format: 'percent' as const }))
const figures = (dates: 'keep' | 'shift' | 'year') => textSpans.judgeSet({ verify: { metrics } } as unknown as Quest, { label: '', seed: '', weight: 1, viewAt: '', whole: { type: 'Archive', ...house, notes, films: [study], truth }, seen: { type: 'Archive', ...house, notes, films: [study], truth: [] } }, release(dates), {}).figures

describe('a release', () => {
  it('is counted by identifiers, by notes, and by what was lost', () => {
    // Two of three identifiers gone; one of two notes leaks; 9 + 9 of 22 signs rightly hidden; the only look-alike lost.
    expect(figures('year')).toMatchObject({ recall: 2 / 3, leakyNotes: 0.5, precision: 18 / 22, decoysLost: 1, shifted: 0, fineDates: 0, keyRight: 0.9 })
  })

  it('has a date that was moved, or left, still in it', () => {
    expect(figures('shift')).toMatchObject({ recall: 2 / 3, shifted: 1, fineDates: 1 })
    expect(figures('keep')).toMatchObject({ recall: 1 / 3, shifted: 0, fineDates: 1 })
  })

  it('that nobody has touched has its films as they were', () => {
    expect(figures('year')).toMatchObject({ threads: 0, filmsClean: 0, filmKept: 1 })
    const { films } = judgeRelease(release('year'), truth)
    expect(films[0]?.lines.filter(({ ok }) => ok).map(({ keyword }) => keyword)).toEqual(expect.arrayContaining(['Modality', 'BodyPartExamined']))
  })

  it('shows the note with the missed name marked, the header before and after, and the picture', () => {
    const set = { ...textSpans.judgeSet({ verify: { metrics } } as unknown as Quest, { label: 'Ward', seed: 's', weight: 1, viewAt: '', whole: { type: 'Archive', ...house, notes, films: [study], truth }, seen: { type: 'Archive', ...house, notes, films: [study], truth: [] } }, release('year'), {}) }
    const cases = textSpans.cases({} as Quest, [set])
    const leak = cases.find(({ outcome }) => outcome === 'leak')
    expect(leak?.exhibits?.[0]).toMatchObject({ kind: 'text', spans: expect.arrayContaining([expect.objectContaining({ from: 17, to: 21, tone: 'missed' })]) as unknown })
    const film = cases.find(({ outcome }) => outcome === 'film')
    expect(film?.exhibits?.map(({ kind }) => kind)).toEqual(['picture', 'diff', 'file', 'file'])
    expect(JSON.stringify(film?.exhibits?.[0])).toContain('still says BARLOW')
  })
})

const quest = Quest.parse(JSON.parse(readFileSync(new URL('../../../quests/deid-release/quest.json', import.meta.url), 'utf8')))

/** The reference with another policy for dates, on one ward. */
function verdictFor(dates: 'shift' | 'year' | 'year-under-90') {
  const { build, data } = quest
  const marks = build.referenceArtefacts['annotations'] as Record<string, unknown>
  return judge({ quest: { ...quest, data: { ...data, hidden: data.hidden.slice(0, 1) } }, solution: { graph: build.reference, artefacts: { annotations: { ...marks, dates } as never } } }, { now: () => 0 })
}

it('earns no gold while a year of birth tells an age over 89, and shows which', () => {
  const verdict = verdictFor('year')
  expect(verdict.medal).toBe('silver')
  const leaks = verdict.cases.filter(({ outcome }) => outcome === 'leak').map(({ exhibits }) => JSON.stringify(exhibits))
  expect(leaks.some((shown) => shown.includes('"the year tells an age over 89"') && shown.includes('"tells an age over 89"'))).toBe(true)
  expect(verdictFor('year-under-90').medal).toBe('gold')
})

it('tells the story of the newspaper when dates were moved', () => {
  const verdict = verdictFor('shift')
  expect(verdict.trap).toEqual({ id: 'shifted-is-not-safe' })
  expect(verdict.story?.map(({ title }) => title)).toEqual(['What the university reads', 'What the reporter knows', "On Thursday's front page"])
})
