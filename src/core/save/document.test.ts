import { describe, expect, test } from 'vitest'
import { asFacts, sampleLook } from '../log/fact.fixture.ts'
import type { Fact, FactBody } from '../log/facts.ts'
import { sampleSolution, sampleVerdict } from '../quest/quest.fixture.ts'
import { asideOf } from './aside.ts'
import { readSave, writeSave } from './document.ts'
import { migrate } from './migrations/migrate.ts'

const quest = 'lost-labels'
const played: FactBody[] = [
  { type: 'game.started' },
  { type: 'player.named', name: 'Ada', look: sampleLook },
  { type: 'quest.accepted', quest },
  { type: 'solution.submitted', quest, solution: sampleSolution() },
  { type: 'verdict.given', quest, verdict: sampleVerdict({ medal: 'gold', trap: { id: 'future-leak' } }) },
  { type: 'answer.submitted', quest, question: 0, option: 1 },
]
const facts = asFacts(played)
const doc = (change: object): string => JSON.stringify({ format: 'st-turing-save', version: 1, deviceId: 'x', facts, ...change })
const withFact = (fact: unknown): string => doc({ facts: [...facts, fact] })
const reasonOf = (text: string): string => {
  const read = readSave(text)
  if (read.ok) return 'ok'
  expect(read.say).toMatch(/Nothing was changed\.$/)
  return read.reason
}

describe('a save file', () => {
  test('comes back as it was written', () => {
    expect(readSave(writeSave(facts, 'ward-laptop'))).toEqual({ ok: true, document: { format: 'st-turing-save', version: 1, deviceId: 'ward-laptop', facts } })
  })

  test('of somebody who has not played yet is a save too', () => {
    expect(readSave(writeSave([])).ok).toBe(true)
  })

  test('keeps facts that only a later version knows', () => {
    const later = { type: 'badge.shared', with: ['Grace'], deviceId: 'x', seq: 9, at: 5 }
    const read = readSave(withFact(later))
    expect(read.ok && read.document.facts.at(-1)).toEqual(later)
  })

  test('cut off anywhere is refused and says that nothing was changed', () => {
    const whole = writeSave(facts)
    for (let length = 0; length < whole.length; length += 97) expect(reasonOf(whole.slice(0, length))).toMatch(/corrupt|not-a-save/)
  })

  test.each([
    ['a picture', '\u0089PNG\r\n', 'not-a-save'],
    ['another JSON file', '{"name":"st"}', 'not-a-save'],
    ['a list', '[]', 'not-a-save'],
    ['a newer version', doc({ version: 2 }), 'newer'],
    ['no version', doc({ version: null }), 'corrupt'],
    ['version zero', doc({ version: 0 }), 'corrupt'],
    ['no facts', doc({ facts: null }), 'corrupt'],
    ['a fact that is a word', withFact('hello'), 'corrupt'],
    ['a fact without a time', withFact({ type: 'game.started', deviceId: 'x', seq: 1 }), 'corrupt'],
    ['a fact with a wrong stage', withFact({ ...facts[2], type: 'stage.entered', stage: 'heaven' }), 'corrupt'],
    ['a colour that is a style sheet', withFact({ ...facts[1], look: { ...sampleLook, skin: 'url(http://x)' } }), 'corrupt'],
    ['a prototype key', doc({}).replace('"x"', '"x","__proto__":{"admin":true}'), 'corrupt'],
    ['far too large', doc({ deviceId: 'x'.repeat(21_000_000) }), 'too-big'],
    ['too many facts', doc({ facts: Array.from({ length: 200_001 }, () => 0) }), 'too-big'],
  ])('%s is refused', (_name, text, reason) => expect(reasonOf(text)).toBe(reason))

  test('an entry that nobody knows inside a known fact is dropped', () => {
    const read = readSave(withFact({ ...facts[2], seq: 9, evil: '<script>' }))
    expect(read.ok && read.document.facts.at(-1)).not.toHaveProperty('evil')
  })
})

describe('a save that was set aside', () => {
  const found = { version: 1, deviceId: 'ward-laptop', facts }

  test('is a save like any other: it comes back as it was', () => {
    const aside = asideOf(found, 'replaced', 1_700_000_000_000)
    expect(aside).toMatchObject({ player: 'Ada', why: 'replaced', at: 1_700_000_000_000 })
    expect(readSave(aside.text)).toEqual({ ok: true, document: { format: 'st-turing-save', version: 1, deviceId: 'ward-laptop', facts } })
  })

  test('with damaged entries gives back the others and says how many are missing; the text keeps them all', () => {
    const aside = asideOf({ ...found, facts: [null, ...facts, { type: 'player.named', name: 7 }, 'rubbish'] }, 'damaged', 0)
    expect(readSave(aside.text)).toMatchObject({ ok: true, document: { facts }, unreadable: 3 })
    expect(aside.text).toContain('rubbish')
    expect(aside.player).toBeNull()
  })

  test('in which nothing can be read is refused', () => {
    expect(reasonOf(asideOf({ ...found, facts: [1, 2] }, 'damaged', 0).text)).toBe('corrupt')
  })

  test('by a newer version waits for that version', () => {
    expect(reasonOf(asideOf({ ...found, version: 2 }, 'newer', 0).text)).toBe('newer')
  })

  test('as it lay in the database, before they were put aside as files, opens too', () => {
    const old = JSON.stringify({ app: 'st-turing', head: { format: 1, deviceId: 'd', seq: 9, at: 1, lastBy: 'd' }, facts: [...facts, {}] }, null, 1)
    expect(readSave(old)).toMatchObject({ ok: true, document: { deviceId: 'd', facts }, unreadable: 1 })
    expect(reasonOf(old.replace('"format": 1', '"format": 2'))).toBe('newer')
    expect(reasonOf('{"app":"st-turing","head":null}')).toBe('corrupt')
  })
})

describe('saves of earlier versions', () => {
  test('walk through every step in between', () => {
    const steps = { 1: (save: object) => ({ ...save, a: 1 }), 2: (save: object) => ({ ...save, b: 2 }) }
    expect(migrate({ version: 1 }, 1, 3, steps)).toEqual({ version: 3, a: 1, b: 2 })
  })

  test('whose step is missing are refused', () => {
    expect(migrate({ version: 1 }, 1, 3, { 2: (save) => save })).toBeNull()
  })

  test('this version needs no step', () => {
    const save = { version: 1, facts: [] as Fact[] as never[] }
    expect(migrate(save, 1)).toBe(save)
  })
})
