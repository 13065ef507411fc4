import { describe, expect, it } from 'vitest'
import { DAY_READERS, keyRight, noteKeyCounts, readTwice } from './readers.ts'
import { scoreNote } from './score.ts'
import { released } from './surrogate.ts'
import type { Found, Mark, Note } from './values.ts'

// "Mr Graves came on 3/14/2025 with Graves disease."
const text = 'Mr Graves came on 3/14/2025 with Graves disease.'
const marks: Mark[] = [{ from: 3, to: 9, kind: 'NAME' }, { from: 18, to: 27, kind: 'DATE' }]
const truth = { marks, decoys: [{ from: 33, to: 39, word: 'Graves', like: 'NAME' }] }
const letter = { text, patient: 'P0001' }
const found = (from: number, to: number, kind: Found['kind'] = 'NAME'): Found => ({ from, to, kind, rule: 'r' })

describe('a note that was gone through', () => {
  it('leaks what was not hidden to its last letter', () => {
    expect(scoreNote(letter, truth, [found(3, 9), found(18, 27, 'DATE')], 'year')).toMatchObject({ identifiers: 2, missed: [], hidden: 13, rightlyHidden: 13, fineDates: 0, decoysLost: 0 })
    expect(scoreNote(letter, truth, [found(3, 8), found(18, 27, 'DATE')], 'year').missed).toEqual([marks[0]])
    expect(scoreNote(letter, truth, [], 'year').missed).toEqual(marks)
  })

  it('counts medicine that was lost, sign by sign', () => {
    // Graves twice (12 letters) and the date (7 digits; strokes do not count): 13 of 19 rightly.
    expect(scoreNote(letter, truth, [found(3, 9), found(33, 39), found(18, 27, 'DATE')], 'year')).toMatchObject({ hidden: 19, rightlyHidden: 13, decoysLost: 1, needless: [{ from: 33, to: 39 }] })
  })

  it('does not take a date for gone that was left, and takes one that was moved for still fine', () => {
    expect(scoreNote(letter, truth, [found(3, 9), found(18, 27, 'DATE')], 'keep')).toMatchObject({ missed: [marks[1]], fineDates: 1, shifted: 0 })
    expect(scoreNote(letter, truth, [found(3, 9), found(18, 27, 'DATE')], 'shift')).toMatchObject({ missed: [], fineDates: 1, shifted: 1 })
  })
})

describe('a year of birth', () => {
  const born = (year: number) => ({ text: `Born 3/14/${year}, seen 5/2/2025.`, patient: 'P0001' })
  const dates: Mark[] = [{ from: 5, to: 14, kind: 'DATE' }, { from: 21, to: 29, kind: 'DATE' }]
  const all = dates.map(({ from, to }) => found(from, to, 'DATE'))
  const score = (year: number, policy: 'keep' | 'shift' | 'year' | 'year-under-90') => scoreNote(born(year), { marks: dates, decoys: [] }, all, policy)

  it('that tells an age over 89 is an identifier left in, though nothing finer than a year is', () => {
    expect(score(1927, 'year')).toMatchObject({ missed: [dates[0]], agesTold: [dates[0]], fineDates: 0 })
    expect(score(1927, 'shift')).toMatchObject({ missed: [dates[0]], agesTold: [dates[0]] })
    expect(score(1927, 'year-under-90')).toMatchObject({ missed: [], agesTold: [], fineDates: 0 })
  })

  it('may stay up to an age of 89 at the end of the year (45 CFR 164.514(b)(2)(i)(C): cfr164)', () => {
    expect(score(1935, 'year').missed).toEqual([dates[0]])
    expect(score(1936, 'year').missed).toEqual([])
    const said = (year: number) => released(born(year), all, 'year-under-90').map((piece) => piece.text).join('')
    expect(said(1935)).toBe('Born [90+], seen 2025.')
    expect(said(1936)).toBe('Born 1936, seen 2025.')
  })

  it('counts as left in once, whether the day stayed with it or not', () => {
    expect(score(1927, 'keep')).toMatchObject({ missed: dates, agesTold: [], fineDates: 2 })
  })

  it('with two digits lies in the past', () => {
    const short = { text: 'Born 03/14/27, seen 05/02/25.', patient: 'P0001' }
    expect(released(short, [found(5, 13, 'DATE'), found(20, 28, 'DATE')], 'year').map((piece) => piece.text).join('')).toBe('Born 1927, seen 2025.')
  })
})

describe('what stands there instead', () => {
  const note: Note = { id: 'N', title: 'Note', text, patient: 'P0001' }
  const said = (dates: 'keep' | 'shift' | 'year') => released(note, [found(3, 9), found(18, 27, 'DATE')], dates).map((piece) => piece.text).join('')

  it('is another name, and the year of a date or what the policy says', () => {
    expect(said('year')).toMatch(/^Mr \w+ came on 2025 with Graves disease\.$/)
    expect(said('keep')).toContain('3/14/2025')
    expect(said('shift')).toMatch(/came on 2025-0[12]-\d\d with/)
  })

  it('keeps the days between two dates of a patient when they are moved', () => {
    const two = 'On 3/14/2025 and on 17 Mar 2025.'
    const pieces = released({ ...note, text: two }, [found(3, 12, 'DATE'), found(20, 31, 'DATE')], 'shift').filter(({ kind }) => kind).map(({ text: date }) => Number(date.slice(-2)) + 30 * Number(date.slice(5, 7)))
    expect((pieces[1] ?? 0) - (pieces[0] ?? 0)).toBe(3)
  })
})

describe('two readers', () => {
  const notes: Note[] = [{ id: 'N1', title: 'Note', text, patient: 'P1' }]
  const known = [{ id: 'N1', ...truth }]

  it('are settled rightly when all that is an identifier is in the key, and nothing else', () => {
    const readings = readTwice({ notes, truth: known, readers: DAY_READERS })
    const settled = Object.fromEntries(readings.flatMap(({ disagreements }) => disagreements.map(({ id, from }) => [id, marks.some((mark) => mark.from === from) ? 'yes' as const : 'no' as const])))
    const missing = marks.filter((mark) => !readings[0]?.agreed.includes(mark) && !readings[0]?.disagreements.some(({ from }) => from === mark.from))
    const spans = missing.map((mark, i) => ({ id: `m${i}`, note: 'N1', ...mark }))
    expect(keyRight(noteKeyCounts(readings, known, { settled, spans }))).toBe(1)
    expect(keyRight(noteKeyCounts(readings, known, { settled, spans: [...spans, { id: 'x', note: 'N1', from: 33, to: 39, kind: 'NAME' }] }))).toBeCloseTo(2 / 3, 10)
  })
})
