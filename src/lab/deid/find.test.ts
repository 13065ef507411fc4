import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CueRule, FindRule } from '../../core/artefacts/annotations.ts'
import { echoes, finderFor } from './find.ts'
import { safePattern } from './safe-pattern.ts'
import { sameButForASlip } from './slips.ts'

const cue = (words: string[], rest: Partial<CueRule> = {}): FindRule => ({ id: 'r', how: 'cue', kind: 'NAME', side: 'before', take: 'name', slips: false, words, ...rest })
const hidden = (text: string, rule: FindRule, scans = false) => finderFor({ rules: [rule], scans }).find(text).map(({ from, to }) => text.slice(from, to))

it('a note is read anew when it is taken for a scan, and as before when it is not', () => {
  const [note, plate]: [string, FindRule] = ['Room O7, ward 3.', { id: 'r', how: 'pattern', kind: 'UNIQUE', find: 'Room \\d+' }]
  expect([false, true, false].map((scans) => hidden(note, plate, scans))).toEqual([[], ['Room O7'], []])
  expect(hidden('Room O8, ward 3.', plate, true)).toEqual(['Room O8'])
})

describe('a cue', () => {
  it('takes the name after it, with all its parts', () => {
    expect(hidden('Seen by Dr. Ada van der Meer on Monday.', cue(['Dr']))).toEqual(['Ada van der Meer'])
    expect(hidden("Patient: O'DOWD, Anne-Marie  |  Record no. 12", cue(['Patient']))).toEqual(["O'DOWD, Anne-Marie"])
    expect(hidden('Next of kin: Ada St. Clair, 555', cue(['kin']))).toEqual(['Ada St. Clair'])
    expect(hidden('Seen by Dr Mr Barlow.', cue(['Dr']))).toEqual(['Barlow'])
  })

  it('leaves alone what is no name', () => {
    expect(hidden('Daughter can be reached.', cue(['Daughter']))).toEqual([])
    expect(hidden('Name: MRN 123', cue(['Name']))).toEqual([])
    expect(hidden('Wife.\n\nParkinson disease', cue(['Wife']))).toEqual([])
  })

  it('reads notes typed without capitals', () => {
    expect(hidden('nursing note. pt is calm today and slept well. mr de la cruz is a bit better and eats.', cue(['mr']))).toEqual(['de la cruz'])
  })

  it('takes the name that stands before it', () => {
    expect(hidden('Ada was tearful. Pain was tearful.', cue(['was tearful'], { side: 'after' }))).toEqual(['Ada'])
  })

  it('takes numbers in one piece, and phrases to the comma or the full stop', () => {
    expect(hidden('Arrived by car, plate KLM 4821.', cue(['plate'], { take: 'number' }))).toEqual(['KLM 4821'])
    expect(hidden('MRN: 12-345678 DOB', cue(['MRN'], { take: 'number' }))).toEqual(['12-345678'])
    expect(hidden('Lives at 12 Mill Race, Elkton 12345. Eats.', cue(['Lives at'], { take: 'phrase' }))).toEqual(['12 Mill Race'])
    expect(hidden('Lives at 12 Mill Race, Elkton 12345. Eats.', cue(['Lives at'], { take: 'sentence' }))).toEqual(['12 Mill Race, Elkton 12345'])
  })

  it('forgives one slip of the finger when asked', () => {
    expect(hidden('Daugther Ada rang.', cue(['Daughter']))).toEqual([])
    expect(hidden('Daugther Ada rang.', cue(['Daughter'], { slips: true }))).toEqual(['Ada'])
  })
})

describe('patterns and lists', () => {
  it('hide the first group where there is one', () => {
    expect(hidden('A 94 year old, room 94.', { id: 'r', how: 'pattern', kind: 'AGE', find: '\\b(9\\d) year' })).toEqual(['94'])
  })

  it('hide the letters that the group took, not the same letters before it', () => {
    const places = (text: string, find: string) => finderFor({ rules: [{ id: 'r', how: 'pattern', kind: 'AGE', find }], scans: false }).find(text).map(({ from, to }) => [from, to])
    expect(places('aa', 'a(a)')).toEqual([[1, 2]])
    expect(places('Bed 94, aged 94.', 'Bed \\d+, aged (\\d+)')).toEqual([[13, 15]])
    expect(places('aged 94, age 94', 'aged? (?:(\\d+),|(\\d+))')).toEqual([[5, 7], [13, 15]])
    // A group that took part and took nothing hides nothing.
    expect(places('ab', 'a(c?)b')).toEqual([])
  })

  it('read what a scanner mixed up only when told to', () => {
    const phone: FindRule = { id: 'r', how: 'pattern', kind: 'PHONE', find: '\\d{3}-\\d{3}-\\d{4}' }
    expect(hidden('Ring 4l5-555-O1O2 at noon.', phone)).toEqual([])
    expect(hidden('Ring 4l5-555-O1O2 at noon.', phone, true)).toEqual(['4l5-555-O1O2'])
  })

  it('miss nothing at the seam of a long line', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1300 }), (before) => {
      const text = `${'word '.repeat(before / 5)}415-555-0123 ${'word '.repeat(80)}`
      expect(new Set(hidden(text, { id: 'r', how: 'pattern', kind: 'PHONE', find: '\\b\\d{3}-\\d{3}-\\d{4}\\b' }))).toEqual(new Set(['415-555-0123']))
    }), { numRuns: 60 })
  })

  it('take whole words from a list', () => {
    expect(hidden('Hope and hopeful Hope-Marie; Hope.', { id: 'r', how: 'list', kind: 'NAME', capitals: true, words: ['Hope'] })).toEqual(['Hope', 'Hope'])
  })

  it('say what is wrong with a rule instead of running it', () => {
    expect(finderFor({ rules: [{ id: 'r', how: 'pattern', kind: 'DATE', find: '(' }], scans: false }).problems).toHaveLength(1)
    expect(finderFor({ rules: [cue([])], scans: false }).problems[0]?.say).toBe('Name at least one cue.')
  })
})

it('finds a name again elsewhere in the same note, and only that word', () => {
  const text = 'Mr White is here. White count 5. whitewash.'
  expect(echoes(text, [{ from: 3, to: 8, kind: 'NAME', rule: 'r' }]).map(({ from, to }) => [from, text.slice(from, to)])).toEqual([[18, 'White']])
})

describe('a pattern from a stranger', () => {
  it('is refused when it could hold the page', () => {
    for (const bad of ['(a+)+', '(?:a|b*)+x', '(\\w{1,9}){2,}', 'a+b+c+d+', '(?=a)b', '(a)\\1', '((a)', 'a)', '', '[', '(a|a)+$', '(?:\\w|\\d)*x', '(?:a{0,12}){12}$', '(?:(?:a|b|ab){9}){9}', 'a?'.repeat(21), '(?:a|a)?(?:a|a)?a+a+a+b', '(?:a|a+(?:a){0,9}a){3}']) expect(safePattern(bad).ok, bad).toBe(false)
  })

  it('is let through when it cannot', () => {
    for (const good of ['\\b\\d{1,2}/\\d{1,2}/\\d{2,4}\\b', '(?:Mr|Ms)\\.? [A-Z]\\w+', '\\b\\d{1,3}(?:\\.\\d{1,3})?\\b', '[()+*]{2}', '\\p{Lu}\\p{L}+', '(?:Dr|Mr|Mrs|Ms)?\\.? [A-Z]+', '(?:\\d{3}-){2}\\d{4}', '(?:\\d{4})+', '(?:a|b|c){3}']) expect(safePattern(good), good).toMatchObject({ ok: true })
  })

  it('is answered at once on a nasty line, however brackets, choices and repetitions are put into each other', () => {
    const often = fc.constantFrom('', '', '+', '*', '?', '{3}', '{9}', '{0,9}', '{2,}', '+?')
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom('a', 'b', '\\w', '.', '[ab]'),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => a + b),
        fc.tuple(tie('pattern'), tie('pattern'), often).map(([a, b, n]) => `(?:${a}|${b})${n}`),
        fc.tuple(tie('pattern'), often).map(([a, n]) => `(?:${a})${n}`),
        fc.tuple(fc.constantFrom('a', '\\w', '.'), often).map(([a, n]) => a + n)),
    }))
    fc.assert(fc.property(pattern, (written) => {
      const found = safePattern(`${written}!!`)
      if (!found.ok) return
      const started = process.cpuUsage().user
      'a'.repeat(40).match(found.regex)
      expect(process.cpuUsage().user - started, written).toBeLessThan(2_000_000)
    }), { numRuns: 150 })
  })

  it('is answered at once on a nasty line, whatever got through', () => {
    const signs = fc.constantFrom('a', 'b', '\\w', '.', '(', ')', '+', '*', '?', '|', '{1,3}', '[ab]', '(?:')
    fc.assert(fc.property(fc.array(signs, { maxLength: 12 }), (parts) => {
      const found = safePattern(parts.join(''))
      if (!found.ok) return
      const started = process.cpuUsage().user
      for (const _ of `${'a'.repeat(40)}!`.matchAll(found.regex)) { /* only that it ends */ }
      expect(process.cpuUsage(undefined).user - started).toBeLessThan(2_000_000)
    }), { numRuns: 150 })
  })
})

it('knows a slip of the finger from another word', () => {
  expect(sameButForASlip('daughter', 'daugther')).toBe(true)
  expect(sameButForASlip('daughter', 'daughte')).toBe(true)
  expect(sameButForASlip('daughter', 'daughters')).toBe(true)
  expect(sameButForASlip('sister', 'mister')).toBe(true)
  expect(sameButForASlip('brother', 'bother')).toBe(true)
  expect(sameButForASlip('sister', 'master')).toBe(false)
  expect(sameButForASlip('works', 'kworsd')).toBe(false)
})
