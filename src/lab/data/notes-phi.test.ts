/** What the notes are like, beside what is known of real ones. */
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../core/artefacts/annotations.ts'
import { IDENTIFIERS } from '../deid/kinds.ts'
import { archiveOf, NOTES_PARAMS } from '../deid/archive.ts'
import { readTwice } from '../deid/readers.ts'
import { textAt } from '../dicom/element.ts'
import { TAG } from '../dicom/tags.ts'
import { notesPhi } from './notes-phi.ts'
import { NAME_POOLS } from './town-names.ts'
import { person, TOWN_SIZE } from './town.ts'
import { type PersonOnFile, visitor } from './visitors.ts'

const train = archiveOf('notes-phi/test', NOTES_PARAMS.parse({ n: 400, films: 3 }))
const away = archiveOf('notes-phi/away', NOTES_PARAMS.parse({ n: 200, films: 40, oovNames: 0.5 }))
const marks = train.truth.flatMap((one) => one.marks)
const truth = (k: number) => train.truth[k]?.marks ?? []
/** Whoever has that record number. */
function onFile(record: string): PersonOnFile {
  const i = Number(record.slice(1)) - 1
  return i < TOWN_SIZE ? person(i) : visitor(i - TOWN_SIZE)
}
/** As if no scanner and no hurried hand had been at it. */
const tidy = (text: string) => text.toLowerCase().replaceAll('o', '0').replaceAll('l', '1')
const share = (n: number, of: number) => Math.round((1000 * n) / of) / 1000

describe('notes of a hospital day', () => {
  // Longer documents hold more: 19,498 in 889 discharge summaries, 21.9 each (source i2b2006). Ours are a third shorter.
  it('hold about thirteen identifiers (prototype: 13.7 a note), of twenty kinds: the eighteen of Safe Harbor, some in parts (source sh18)', () => {
    expect(marks.length / 400).toBeCloseTo(13.1, 0)
    expect(marks.length / 400).toBeLessThan(19_498 / 889)
    expect(new Set(marks.map(({ kind }) => kind)).size).toBe(IDENTIFIERS.length)
  })

  // Nobody has counted look-alikes in real notes; systems keep 97.9 of 100 of what they take out (precision, source nfer), on far
  // fewer. Five a note is the design of curriculum 6.4, so that lists of words fail.
  it('hold five look-alikes a note, none of them over an identifier', () => {
    expect(train.truth.flatMap((one) => one.decoys).length / 400).toBeGreaterThan(4)
    for (const { marks: own, decoys } of train.truth) for (const decoy of decoys) expect(own.some((mark) => mark.from < decoy.to && decoy.from < mark.to)).toBe(false)
  })

  // No published share of slips and scans: curriculum 6.4 asks for them, since three of ten systems only passed F1 0.90 on real hands (source i2b2).
  it('are typed by many hands: small letters, slips and scans in the asked shares', () => {
    expect(share(train.notes.filter(({ text }) => text === text.toLowerCase()).length, 400)).toBeCloseTo(0.06, 1)
    expect(new Set(train.notes.map(({ text }) => text.split('\n')[1]?.split(/[:\d]/)[0])).size).toBeGreaterThan(3)
    const dates = train.truth.flatMap(({ marks: own }, k) => own.filter(({ kind }) => kind === 'DATE').map(({ from, to }) => train.notes[k]?.text.slice(from, to).replaceAll(/\d/g, '9').replaceAll(/[a-z]{3,}/gi, 'x') ?? ''))
    expect(new Set(dates).size).toBeGreaterThanOrEqual(9)
  })

  it('are about grown-up people, who are called, numbered and housed there as everywhere', () => {
    for (const { notes, truth, films } of [train, away]) {
      for (const [k, { text, patient }] of notes.entries()) {
        const who = onFile(patient)
        expect(who.age).toBeGreaterThanOrEqual(18)
        const said = (kind: Kind) => (truth[k]?.marks ?? []).filter((mark) => mark.kind === kind).map(({ from, to }) => tidy(text.slice(from, to)))
        expect(said('MRN').every((number) => number === tidy(who.record))).toBe(true)
        expect(said('ADDRESS').every((address) => address === tidy(`${who.address}, ${who.city}`))).toBe(true)
        expect(tidy(text)).toContain(tidy(who.family))
      }
      for (const { patient, name, instances: [film] } of films) {
        const who = onFile(patient)
        const header = (tag: number) => textAt(film?.set ?? [], tag)
        expect([name, header(TAG.PatientName), header(TAG.PatientID), header(0x00101040), header(0x00102154)]).toEqual([who.name, `${who.family}^${who.given}`, who.record, `${who.address}, ${who.city}`, who.phone])
      }
    }
  })

  it('give a patient the age of that day, and mark it from 90 on', () => {
    const ages = train.notes.flatMap(({ text, patient }, k) => {
      const said = /(\d+)(?:[ -]year| yo )|aged (\d+)/.exec(text)
      const seen = truth(k).filter(({ kind }) => kind === 'DATE').map(({ from, to }) => /202[345]/.exec(text.slice(from, to))?.[0]).find((year) => year !== undefined)
      return said && seen ? [{ said: Number(said[1] ?? said[2]), turns: Number(seen) - Number(onFile(patient).born.slice(0, 4)), marked: truth(k).some(({ kind }) => kind === 'AGE') }] : []
    })
    expect(ages.length).toBeGreaterThan(100)
    for (const { said, turns, marked } of ages) {
      expect([turns - 1, turns]).toContain(said)
      expect(marked).toBe(said > 89)
    }
  })

  it('name the partner and the children whom a patient has at home', () => {
    const partners = train.notes.flatMap(({ text, patient }) => {
      const named = /Lives with partner (\S+)\./.exec(text)?.[1]
      return named ? [{ named, has: onFile(patient).household.filter(({ relation }) => relation === 'partner').map(({ i }) => person(i).given) }] : []
    })
    expect(partners.length).toBeGreaterThan(5)
    for (const { named, has } of partners) expect(has).toContain(named)
  })

  it('are about visitors for half the people, when asked to: names on no list, and numbers that nobody of the town has', () => {
    const visitors = away.notes.filter(({ patient }) => Number(patient.slice(1)) > TOWN_SIZE)
    expect(share(visitors.length, 200)).toBeCloseTo(0.5, 0)
    for (const { patient } of visitors) expect(NAME_POOLS.flatMap(({ families }) => families)).not.toContain(onFile(patient).family)
  })

  it('are read by two people who find 92 to 95 of 100 each (Deleger 2013: hum)', () => {
    const readings = Array.from({ length: 40 }, (_, i) => archiveOf(`readers/${i}`, NOTES_PARAMS.parse({ n: 5, films: 0 }))).flatMap((archive) => readTwice(archive).map((reading, k) => ({ reading, all: archive.truth[k]?.marks ?? [] })))
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
