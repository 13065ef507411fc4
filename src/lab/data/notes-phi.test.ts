/** What the notes are like, beside what is known of real ones. */
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../core/artefacts/annotations.ts'
import { archiveOf, NOTES_PARAMS } from '../deid/archive.ts'
import { readTwice } from '../deid/readers.ts'
import { notesPhi } from './notes-phi.ts'
import { person } from './town.ts'

const train = archiveOf('notes-phi/test', NOTES_PARAMS.parse({ n: 400, films: 3 }))
const away = archiveOf('notes-phi/away', NOTES_PARAMS.parse({ n: 200, films: 0, oovNames: 0.5 }))
const marks = train.truth.flatMap((one) => one.marks)
const share = (n: number, of: number) => Math.round((1000 * n) / of) / 1000

describe('notes of a hospital day', () => {
  it('hold about thirteen identifiers of twenty kinds (prototype: 13.7 a note)', () => {
    expect(marks.length / 400).toBeCloseTo(13.1, 0)
    expect(new Set(marks.map(({ kind }) => kind)).size).toBe(KINDS.length)
  })

  it('hold five look-alikes a note, none of them over an identifier', () => {
    expect(train.truth.flatMap((one) => one.decoys).length / 400).toBeGreaterThan(4)
    for (const { marks: own, decoys } of train.truth) for (const decoy of decoys) expect(own.some((mark) => mark.from < decoy.to && decoy.from < mark.to)).toBe(false)
  })

  it('are typed by many hands: small letters, slips and scans in the asked shares', () => {
    expect(share(train.notes.filter(({ text }) => text === text.toLowerCase()).length, 400)).toBeCloseTo(0.06, 1)
    expect(new Set(train.notes.map(({ text }) => text.split('\n')[1]?.split(/[:\d]/)[0])).size).toBeGreaterThan(3)
    const dates = train.truth.flatMap(({ marks: own }, k) => own.filter(({ kind }) => kind === 'DATE').map(({ from, to }) => train.notes[k]?.text.slice(from, to).replaceAll(/\d/g, '9').replaceAll(/[a-z]{3,}/gi, 'x') ?? ''))
    expect(new Set(dates).size).toBeGreaterThanOrEqual(9)
  })

  it('are about grown-up people of the one town, who are called there as everywhere', () => {
    const { text, patient } = train.notes[0] as (typeof train.notes)[number]
    const who = person(Number(patient.slice(1)) - 1)
    expect(text.toLowerCase()).toContain(who.family.toLowerCase())
    expect(who.age).toBeGreaterThanOrEqual(18)
    expect(train.films[0]).toMatchObject({ patient, name: who.name })
  })

  it('speak of half the people by names that stand on no list, when asked to', () => {
    const strangers = away.notes.filter(({ text, patient }) => !text.toLowerCase().includes(person(Number(patient.slice(1)) - 1).family.toLowerCase()))
    expect(share(strangers.length, 200)).toBeGreaterThan(0.4)
  })

  it('are read by two people who find 92 to 95 of 100 each (Deleger 2013: hum)', () => {
    const readings = Array.from({ length: 40 }, (_, i) => archiveOf(`readers/${i}`, NOTES_PARAMS.parse({ n: 5, films: 0 }))).flatMap(({ notes, truth }) => readTwice(notes, truth).map((reading, k) => ({ reading, all: truth[k]?.marks ?? [] })))
    const all = readings.reduce((sum, one) => sum + one.all.length, 0)
    const byA = readings.reduce((sum, { reading, all: own }) => sum + own.filter((mark) => reading.agreed.includes(mark) || reading.disagreements.some(({ from, by }) => from === mark.from && by === 'A')).length, 0)
    expect(share(byA, all)).toBeGreaterThan(0.86)
    expect(share(byA, all)).toBeLessThan(0.95)
  })

  it('are the same for the same seed, and keep the truth to themselves', () => {
    expect(notesPhi.generate('x', { n: 6, films: 1 })).toEqual(notesPhi.generate('x', { n: 6, films: 1 }))
    expect(notesPhi.asOf(notesPhi.generate('x', { n: 6, films: 1 }), 'release').truth).toEqual([])
  })
})
