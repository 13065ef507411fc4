/** Two letters, counted by hand. */
import { describe, expect, it } from 'vitest'
import type { Metric, Quest } from '../../core/quest/schema.ts'
import { plan, stayNo, truth, words } from '../letters/letters.fixture.ts'
import type { Letter, LetterPart, Letters, Stays } from '../letters/letter-values.ts'
import { readTold } from '../letters/ways.ts'
import { letters } from './letters.ts'

const part = (slot: string, ...texts: string[]): LetterPart => ({ slot, title: slot, lines: texts.map((text) => ({ text, told: readTold(text, words, 'say') })) })
const stays: Stays = { type: 'Stays', stays: [stayNo(1), stayNo(2)], words, truth: [truth, truth] }
const sheets = [
  // The stopped medicine as current; the warning is not there.
  [part('kept', 'Keep taking Corvelin.', 'Keep taking Tamorel.')],
  // Complete, and one kind word too many.
  [part('stopped', 'We have discontinued your medicine Corvelin. Do not continue to take it.'), part('kept', 'Keep taking Tamorel.'), part('flags', 'Come back if you faint.', 'All is well.')],
]
const own: Letters = { type: 'Letters', stays, plan, letters: sheets.map((sent, at): Letter => ({ stay: stays.stays[at] as (typeof stays.stays)[number], draft: sent, findings: [], held: at === 1, sent })) }

function measured(fn: string, params: Metric['params'] = {}): number | null {
  return letters.testFigures(own, [{ id: 'm', label: fn, fn, params, aggregate: 'mean', format: 'decimal' }])['m'] ?? null
}
const quest = { verify: { metrics: [] } } as unknown as Quest
const judged = () => letters.judgeSet(quest, { label: 'A week', seed: 's', weight: 1, viewAt: '', whole: stays, seen: stays }, own, {})

describe('letters', () => {
  it('are counted fact by fact and claim by claim', () => {
    expect(measured('criticalPresent')).toBe(2 / 4)
    expect(measured('criticalPresent', { kind: 'flag' })).toBe(1 / 2)
    expect(measured('factsPresent')).toBe(4 / 6)
    expect(measured('incomplete')).toBe(1 / 2)
    expect(measured('wrongClaims')).toBe(2 / 2)
    expect(measured('invented')).toBe(1 / 2)
    expect(measured('contradicted')).toBe(1 / 2)
    expect(measured('held')).toBe(1 / 2)
    expect(measured('heldForNothing')).toBe(0)
    expect(measured('draftFaults')).toBe((3 + 1) / 2)
    // Be well. is a part of each: 3 + 3 + 2 and 7 + 6 + 3 + 5 + 3 + 2 words.
    expect(measured('words')).toBe((8 + 25) / 2)
    expect(measured('hardLetters', { grade: -5 })).toBe(1)
  })

  it('open with what is wrong and what is missing, beside the chart', () => {
    const cases = letters.cases(quest, [judged()])
    expect(cases.map(({ outcome }) => outcome)).toEqual(['missing', 'wrong'])
    const [sheet, list, note] = cases[0]?.exhibits ?? []
    expect(sheet).toMatchObject({ kind: 'text', spans: [{ label: 'the chart says Stopped: Corvelin', tone: 'wrong' }] })
    expect(list).toMatchObject({ text: 'Stopped: Corvelin (MedicationStatement, stopped)\nKept: Tamorel (MedicationStatement, active)', spans: [{ from: 0, label: 'missing, and the letter says otherwise', tone: 'wrong' }] })
    expect(note).toMatchObject({ spans: [{ label: 'no longer so', tone: 'note' }, { label: 'not in the letter', tone: 'missed' }] })
    expect(letters.views(quest, [judged()]).map((view) => 'title' in view && view.title)).toEqual(['What became of the letters', 'Fact by fact', 'How hard to read'])
  })

  it('tell the trap on the letter that left out most', () => {
    expect(letters.story?.(quest, [judged()])).toMatchObject([{ exhibit: { kind: 'text' } }, { say: expect.stringContaining('Stopped: Corvelin. It is not in the letter.') }, { say: expect.stringContaining('1 letter of 2') }])
  })
})
