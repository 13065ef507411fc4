import { describe, expect, it } from 'vitest'
import type { LetterPlan } from '../../core/artefacts/letter-plan.ts'
import { findHard, findMissing, findUnbacked } from './letter-checks.ts'
import { flag, kept, plan, stayNo, stopped, truth, words } from './letters.fixture.ts'
import type { Letter, LetterPart } from './letter-values.ts'
import { linesOf, letterGrade, printed } from './letter-text.ts'
import { judgeLetter } from './letter-truth.ts'
import { signed } from './sign-off.ts'
import { writeDraft } from './simulated-writer.ts'
import { fillWay, readTold } from './ways.ts'

const MANY = Array.from({ length: 400 }, (_, n) => stayNo(n))
const drafts = (change: Partial<LetterPlan>) => MANY.map((stay) => writeDraft(stay, words, { ...plan, ...change }))
const share = (parts: readonly LetterPart[][], holds: (text: string) => boolean) => parts.filter((one) => linesOf(one).some(({ text }) => holds(text))).length / parts.length
const part = (slot: string, ...texts: string[]): LetterPart => ({ slot, title: slot, lines: texts.map((text) => ({ text, told: readTold(text, words, 'say') })) })

describe('a way to put a fact', () => {
  it('is filled, and read back with the name as it is spelt', () => {
    expect(fillWay('keep taking {drug}.', { drug: 'Tamorel' })).toBe('Keep taking Tamorel.')
    expect(readTold('Keep taking Tamorel.', words, 'say')).toEqual(kept)
    expect(readTold('Back if you faint.', words, 'note')).toEqual(flag)
  })

  it('says nothing where a name or a word is another', () => {
    expect(readTold('Keep taking Brandy.', words, 'say')).toBeNull()
    expect(readTold('Keep on taking Tamorel.', words, 'say')).toBeNull()
  })
})

describe('the simulated writer', () => {
  it('says what it is handed, and writes the same letter of the same chart', () => {
    const all = drafts({})
    for (const text of ['Corvelin', 'Tamorel', 'you faint']) expect(share(all, (line) => line.includes(text))).toBeGreaterThan(0.95)
    expect(drafts({})).toEqual(all)
  })

  it('leaves away what it cannot say as simply as it was asked: the letter gets easier by saying less', () => {
    const said = (reading: number) => share(drafts({ reading }), (line) => /discontinued/.test(line))
    expect(said(12)).toBeGreaterThan(0.97)
    expect(said(8)).toBe(said(12))
    expect(said(6)).toBeLessThan(0.7)
    expect(said(4)).toBeLessThan(0.2)
    const [hard, easy] = [drafts({ reading: 12 }), drafts({ reading: 4 })].map((all) => all.reduce((sum, parts, at) => sum + letterGrade(MANY[at] as (typeof MANY)[number], parts), 0) / all.length)
    expect(easy).toBeLessThan((hard ?? 0) - 3)
  })

  it('writes a stopped medicine as current when it reads the note, not when it reads the list, and now and then with both', () => {
    const current = (from: 'list' | 'note' | 'both') => share(drafts({ slots: plan.slots.map((slot) => ({ ...slot, from })) }), (line) => /Corvelin (remains|\.)|taking Corvelin/.test(line))
    expect(current('list')).toBe(0)
    expect(current('note')).toBeGreaterThan(0.95)
    expect(Math.abs(current('both') - 0.45)).toBeLessThan(0.1)
  })

  it('adds and mistakes more when it is warm and was not told to keep to the chart', () => {
    const invented = (chartOnly: boolean, temperature: number) => share(drafts({ clauses: { chartOnly, exactNames: true }, temperature }), (line) => words.inventions.includes(line))
    expect(invented(true, 0)).toBeLessThan(invented(false, 0))
    expect(invented(false, 0)).toBeLessThan(invented(false, 1))
    const swapped = (exactNames: boolean) => share(drafts({ clauses: { chartOnly: true, exactNames }, temperature: 1 }), (line) => line.includes('Corvalin'))
    expect(swapped(true)).toBeLessThan(swapped(false))
    expect(swapped(false)).toBeGreaterThan(0.03)
  })

  it('mentions what no section asks for only as it pleases', () => {
    const off = drafts({ slots: plan.slots.map((slot) => ({ ...slot, on: slot.id !== 'stopped' })) })
    expect(share(off, (line) => line.includes('Corvelin'))).toBeGreaterThan(0.2)
    expect(share(off, (line) => line.includes('Corvelin'))).toBeLessThan(0.5)
  })
})

describe('the checks', () => {
  const [stay] = MANY as [(typeof MANY)[number]]
  const whole = [part('stopped', 'We have discontinued your medicine Corvelin. Do not continue to take it.'), part('kept', 'Keep taking Tamorel.'), part('flags', 'Come back if you faint.')]

  it('find nothing in a letter that is complete and true', () => {
    expect([...findMissing(stay, words, plan, whole), ...findUnbacked(stay, words, whole)]).toEqual([])
  })

  it('find what is missing, in sections that must be complete, and from where these read', () => {
    expect(findMissing(stay, words, plan, [])).toEqual([{ is: 'missing', told: expect.objectContaining(stopped), slot: 'stopped' }, { is: 'missing', told: flag, slot: 'flags' }])
    expect(findMissing(stay, words, { slots: plan.slots.map((slot) => ({ ...slot, from: 'list' as const })) }, [])).toHaveLength(1)
  })

  it('find the opposite of the list, also where the note says it, and what stands nowhere', () => {
    expect(findUnbacked(stay, words, [part('kept', 'Keep taking Corvelin.', 'All is well.', 'Keep taking Corvalin.')])).toEqual([
      { is: 'unbacked', text: 'Keep taking Corvelin.', slot: 'kept', instead: expect.objectContaining(stopped) },
      { is: 'unbacked', text: 'All is well.', slot: 'kept', instead: null },
      { is: 'unbacked', text: 'Keep taking Corvalin.', slot: 'kept', instead: null },
    ])
  })

  it('flag a letter above a grade', () => {
    expect(findHard(stay, 2, whole)).toMatchObject([{ is: 'hard' }])
    expect(findHard(stay, 20, whole)).toEqual([])
    expect(findHard(stay, null, whole)).toEqual([])
  })
})

describe('a clinician', () => {
  const [stay] = MANY as [(typeof MANY)[number]]
  const draft = [part('kept', 'Keep taking Corvelin.', 'Keep taking Tamorel.')]
  const letter: Letter = { stay, draft, findings: findUnbacked(stay, words, draft), held: false, sent: draft }

  it('mends what a check has marked: strikes it out, and writes what the list says, in its section', () => {
    const { held, sent } = signed(letter, plan, words)
    expect(held).toBe(true)
    expect(sent[0]).toMatchObject({ slot: 'stopped', lines: [{ text: 'We have discontinued your medicine Corvelin. Do not continue to take it.', mended: true }] })
    expect(sent[1]).toMatchObject({ slot: 'kept', lines: [{ text: 'Keep taking Tamorel.' }] })
  })

  it('sees no letter that no check has marked, and none at all where nobody signs', () => {
    expect(signed({ ...letter, findings: [] }, plan, words)).toMatchObject({ held: false, sent: draft })
    expect(signed(letter, { ...plan, sign: { when: 'never' } }, words)).toMatchObject({ held: false, sent: draft })
  })

  it('who signs every letter notices less of what nobody marked', () => {
    const noticed = (when: 'flagged' | 'always') => MANY.filter((one) => {
      const own: Letter = { stay: one, draft, findings: when === 'flagged' ? [{ is: 'hard', grade: 9 }] : [], held: false, sent: draft }
      return linesOf(signed(own, { ...plan, sign: { when } }, words).sent).every(({ text }) => text !== 'Keep taking Corvelin.')
    }).length / MANY.length
    expect(Math.abs(noticed('flagged') - 0.6)).toBeLessThan(0.1)
    expect(Math.abs(noticed('always') - 0.35)).toBeLessThan(0.1)
  })
})

describe('a letter before the judge', () => {
  const [stay] = MANY as [(typeof MANY)[number]]

  it('is right, the opposite of the chart, or in no chart, statement by statement; and leaves out what it does not say right', () => {
    const sent = [part('kept', 'Keep taking Corvelin.', 'Keep taking Tamorel.', 'All is well.')]
    const judged = judgeLetter({ stay, draft: sent, findings: [], held: false, sent }, truth, words)
    expect(judged.lines.map(({ is, instead }) => [is, instead])).toEqual([['contradicts', stopped], ['right', null], ['unsupported', null]])
    expect(judged.facts.map(({ told, critical, present }) => [told.kind, critical, present])).toEqual([['stopped', true, false], ['kept', false, true], ['flag', true, false]])
    expect(judged.draftFaults).toBe(4)
  })

  it('is printed with the place of each statement', () => {
    const sheet = printed(stay, [part('kept', 'Keep taking Tamorel.')])
    expect(sheet.text).toBe('Dear Ada,\n\nKEPT\nKeep taking Tamorel.\n\nBe well.\n')
    expect(sheet.lines.map(({ from, to }) => sheet.text.slice(from, to))).toEqual(['Keep taking Tamorel.'])
  })
})
