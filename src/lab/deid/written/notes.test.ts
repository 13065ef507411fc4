import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person } from '../../data/town.ts'
import { checkWritten, writtenNotes } from './notes.ts'

type Written = Record<string, unknown>
const LETTER: Written = {
  n: 60,
  columns: { name: { draw: 'person', take: 'name' }, pid: { draw: 'person', take: 'pid' }, seen: { draw: 'date', from: '2025-03-01', plus: 'row' }, ill: { draw: 'bernoulli', p: 0.5 } },
  title: 'Clinic letter',
  kinds: { problem: { label: 'Problem', colour: 'red' }, test: { label: 'Test', colour: 'blue' } },
  decoys: { negated: { label: 'ruled out', like: 'problem' } },
  lists: { illness: ['asthma', 'gout', 'pneumonia', 'anaemia'], scan: ['chest film', 'scan of {part}'], part: ['the knee', 'the hip'] },
  sentences: {
    head: { say: ['Re: {name}, seen {seen:date}.'] },
    has: { say: ['assessment: [[problem:{illness}]].', 'She has [[problem:{illness}]].'], when: 'ill == 1', times: 2 },
    not: { say: ['No [[~negated:{illness}]].'] },
    test: { say: ['We did a [[test:{scan}]].'], chance: 0.5 },
    sign: { say: ['\nSigned'] },
  },
  order: ['head', ['has', 'not', 'test'], 'sign'],
}
const changed = (change: Written, sentences: Written = {}): Written => ({ ...LETTER, ...change, sentences: { ...LETTER['sentences'] as Written, ...sentences } })
const said = ({ notes, truth }: ReturnType<typeof writtenNotes>) => notes.map(({ text }, k) => (truth[k]?.marks ?? []).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`))
const problemsOf = (written: Written) => {
  const checked = checkWritten(written)
  return checked.ok ? [] : checked.problems.map(({ path, what, mend }) => `${path.join('.')}: ${what}. ${mend}`)
}

describe('notes that a file describes', () => {
  const day = writtenNotes('day-1', LETTER)

  it('hold people of the town, dates in several hands, and lists within lists', () => {
    expect(day.notes).toHaveLength(60)
    for (const { text, patient, title } of day.notes) {
      expect(title).toBe('Clinic letter')
      expect(text).toMatch(new RegExp(`^Re: ${person(Number(patient.slice(1)) - 1).name}, seen [^{}]+\\.`))
      expect(text).toMatch(/\nSigned$/)
      expect(text).not.toMatch(/[[\]{}]/)
    }
    expect(new Set(day.notes.map(({ text }) => /seen (.*?)[.] (?=[A-Z])/.exec(text)?.[1]?.replaceAll(/\d+/g, '0').replaceAll(/[A-Z][a-z]+/g, 'M'))).size).toBeGreaterThanOrEqual(5)
    expect(day.notes.some(({ text }) => text.includes('scan of the hip'))).toBe(true)
  })

  it('know every word that is to be marked, and every one that only looks like it', () => {
    const marks = said(day)
    expect(new Set(marks.flat().filter((one) => one.startsWith('problem')))).toEqual(new Set(['asthma', 'gout', 'pneumonia', 'anaemia'].map((one) => `problem: ${one}`)))
    expect(new Set(marks.map((own) => own.filter((one) => one.startsWith('problem')).length))).toEqual(new Set([0, 2]))
    expect(day.truth.flatMap(({ decoys }) => decoys.map(({ sort, like }) => `${sort} ${like}`)).every((one) => one === 'negated problem')).toBe(true)
    const tested = marks.filter((own) => own.some((one) => one.startsWith('test'))).length / 60
    expect(Math.abs(tested - 0.5)).toBeLessThan(0.2)
  })

  it('begin a sentence with a capital, and never say one illness twice in a note', () => {
    expect(day.notes.some(({ text }) => text.includes('Assessment: '))).toBe(true)
    for (const [k, { text }] of day.notes.entries()) {
      const words = [...(day.truth[k]?.marks ?? []).filter(({ kind }) => kind === 'problem'), ...(day.truth[k]?.decoys ?? [])].map(({ from, to }) => text.slice(from, to))
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('come in any order inside a list, and where they stand outside of one', () => {
    const first = new Set(day.notes.map(({ text }) => ['No ', 'We did', 'Assessment', 'She has'].map((start) => [text.indexOf(start), start] as const).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0]?.[1]))
    expect(first.size).toBeGreaterThan(2)
  })

  it('are the same from the same seed, and keep every other sentence when one is added', () => {
    expect(writtenNotes('day-1', LETTER)).toEqual(day)
    expect(said(writtenNotes('day-2', LETTER))).not.toEqual(said(day))
    const longer = writtenNotes('day-1', changed({ order: ['head', ['has', 'not', 'test', 'diet'], 'sign'] }, { diet: { say: ['Eats well.'] } }))
    expect(longer.notes.map(({ text }) => text.replace(/ Eats well\./, ''))).toEqual(day.notes.map(({ text }) => text))
    expect(said(longer)).toEqual(said(day))
  })

  it('may be mistyped or typed without capitals, and the marks stand where the words do', () => {
    const careless = writtenNotes('day-1', changed({ slips: 0.2, smallLetters: 1 }))
    expect(careless.notes.every(({ text }) => text === text.toLowerCase())).toBe(true)
    const words = said(careless).flat()
    expect(words).toHaveLength(said(day).flat().length)
    expect(words.some((one) => one.startsWith('problem') && !/asthma|gout|pneumonia|anaemia/.test(one))).toBe(true)
    expect(words.every((one) => /^\w+: [a-z]/.test(one))).toBe(true)
  })

  it('have no character outside of their text marked, whatever is written', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a ', '[[problem:x]]', '{illness}', '[[~negated:{illness}]]', '\n', 'Ünde', '[[test:{scan}]] '), { minLength: 1, maxLength: 12 }), (parts) => {
      const { notes, truth } = writtenNotes('any', changed({ n: 3, order: undefined, sentences: { one: { say: [parts.join('')], times: 3 } } }))
      for (const [k, { text }] of notes.entries()) {
        for (const { from, to } of [...(truth[k]?.marks ?? []), ...(truth[k]?.decoys ?? [])]) expect(from >= 0 && to > from && to <= text.length).toBe(true)
      }
    }), { numRuns: 60 })
  })
})

describe('what is wrong with a description is said with its place', () => {
  it.each([
    ['a kind nobody declared', changed({}, { has: { say: ['[[problm:gout]]'] } }), 'sentences.has.say.0: there is no kind "problm". Did you mean "problem"?'],
    ['a list nobody wrote', changed({}, { has: { say: ['{ilness}'] } }), 'sentences.has.say.0: there is no column and no list "ilness". Did you mean "illness"?'],
    ['a look-alike nobody declared', changed({}, { not: { say: ['[[~neg:gout]]'] } }), 'sentences.not.say.0: there is no look-alike "neg". Use one of: negated; or add it to "decoys".'],
    ['a mark that is not closed', changed({}, { has: { say: ['[[problem:gout]'] } }), 'sentences.has.say.0: a mark is not closed, or not opened, at "[[problem:gout]". Write [[kind:words]], with the name of a kind and no mark inside another.'],
    ['a slot that is not closed', changed({}, { has: { say: ['{illness'] } }), 'sentences.has.say.0: a slot is not closed, or not opened, at "{illness". Write {column} or {list}.'],
    ['a way to write that is not there', changed({}, { head: { say: ['{seen:year}'] } }), 'sentences.head.say.0: a slot cannot be written as "year". Write {day:date} for a date in words, or {day} as it is.'],
    ['a formula over nothing', changed({}, { has: { say: ['x'], when: 'il == 1' } }), 'sentences.has.when: there is no column and no constant "il". Did you mean "ill"?'],
    ['words where a number must stand', changed({}, { has: { say: ['x'], times: 'name + 1' } }), /^sentences.has.times: the formula does not fit its columns from character 1 on/],
    ['a sentence without a place', changed({}, { diet: { say: ['x'] } }), 'order: the sentence "diet" has no place. Add it, or leave "order" out.'],
    ['a place without a sentence', changed({ order: ['head', ['has', 'not', 'test'], 'sig'] }), 'order.2: there is no sentence "sig". Did you mean "sign"?'],
    ['a list that leads back', changed({ lists: { illness: ['{scan}'], scan: ['{illness}'] } }), 'lists.illness: the list "illness" leads back to itself. Write the words out, or use another list.'],
    ['nothing to mark', { ...LETTER, kinds: {}, decoys: {}, sentences: { head: { say: ['x'] } }, order: ['head'] }, 'kinds: there is nothing to mark. Declare a kind, e.g. "problem": { "label": "Problem", "colour": "red" }.'],
    ['a mark inside a list', changed({ lists: { ...LETTER['lists'] as Written, part: ['[[problem:knee]]'] } }), 'lists.part.0: only sentences hold marks. Put the mark around the slot instead: [[problem:{part}]].'],
    ['too many notes', changed({ n: undefined, rows: [], columns: { name: { draw: 'persn' } } }), undefined],
  ])('%s', (_, written, sentence) => {
    if (sentence !== undefined) expect(problemsOf(written)[0]).toMatch(sentence instanceof RegExp ? sentence : new RegExp(`^${sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`))
    if (sentence === undefined) expect(() => writtenNotes('x', written)).toThrow(/^The notes that this quest describes cannot be written. data.params.columns.name/)
  })
})
