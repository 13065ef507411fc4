import { describe, expect, it } from 'vitest'
import { keyRight, readTwice } from './readers.ts'
import { scoreNote } from './score.ts'
import { released } from './surrogate.ts'
import type { Found, Mark, Note } from './values.ts'

// "Mr Graves came on 3/14/2025 with Graves disease."
const text = 'Mr Graves came on 3/14/2025 with Graves disease.'
const marks: Mark[] = [{ from: 3, to: 9, kind: 'NAME' }, { from: 18, to: 27, kind: 'DATE' }]
const truth = { marks, decoys: [{ from: 33, to: 39, word: 'Graves' }] }
const found = (from: number, to: number, kind: Found['kind'] = 'NAME'): Found => ({ from, to, kind, rule: 'r' })

describe('a note that was gone through', () => {
  it('leaks what was not hidden to its last letter', () => {
    expect(scoreNote(text, truth, [found(3, 9), found(18, 27, 'DATE')], 'year')).toMatchObject({ identifiers: 2, missed: [], hidden: 13, rightlyHidden: 13, fineDates: 0, decoysLost: 0 })
    expect(scoreNote(text, truth, [found(3, 8), found(18, 27, 'DATE')], 'year').missed).toEqual([marks[0]])
    expect(scoreNote(text, truth, [], 'year').missed).toEqual(marks)
  })

  it('counts medicine that was lost, sign by sign', () => {
    // Graves twice (12 letters) and the date (7 digits; strokes do not count): 13 of 19 rightly.
    expect(scoreNote(text, truth, [found(3, 9), found(33, 39), found(18, 27, 'DATE')], 'year')).toMatchObject({ hidden: 19, rightlyHidden: 13, decoysLost: 1, needless: [{ from: 33, to: 39 }] })
  })

  it('does not take a date for gone that was left, and takes one that was moved for still fine', () => {
    expect(scoreNote(text, truth, [found(3, 9), found(18, 27, 'DATE')], 'keep')).toMatchObject({ missed: [marks[1]], fineDates: 1, shifted: 0 })
    expect(scoreNote(text, truth, [found(3, 9), found(18, 27, 'DATE')], 'shift')).toMatchObject({ missed: [], fineDates: 1, shifted: 1 })
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
    const readings = readTwice(notes, known)
    const settled = Object.fromEntries(readings.flatMap(({ disagreements }) => disagreements.map(({ id, from }) => [id, marks.some((mark) => mark.from === from) ? 'yes' as const : 'no' as const])))
    const missing = marks.filter((mark) => !readings[0]?.agreed.includes(mark) && !readings[0]?.disagreements.some(({ from }) => from === mark.from))
    const spans = missing.map((mark, i) => ({ id: `m${i}`, note: 'N1', ...mark }))
    expect(keyRight(readings, known, { settled, spans })).toBe(1)
    expect(keyRight(readings, known, { settled, spans: [...spans, { id: 'x', note: 'N1', from: 33, to: 39, kind: 'NAME' }] })).toBeCloseTo(2 / 3, 10)
  })
})
