import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { MatchPlan } from '../../core/artefacts/match-plan.ts'
import { checkOffers, writtenPool } from './written-pool.ts'
import { offersWritten } from '../data/offers-written.ts'
import { compilePlan, Files, matchPeople, whyLine } from './match-people.ts'
import { offerLists, standing } from './offer-lists.ts'
import { allOf, anyOf, type Truth } from './three-valued.ts'
import { lineWords } from './why-words.ts'

describe('three values', () => {
  const all: Truth[] = [true, false, null]
  it('are joined as Kleene joins them', () => {
    expect(all.map((a) => all.map((b) => allOf([a, b])))).toEqual([[true, false, null], [false, false, false], [null, false, null]])
    expect(all.map((a) => all.map((b) => anyOf([a, b])))).toEqual([[true, true, true], [true, false, null], [true, null, null]])
  })
  it('know nothing where nobody asks', () => expect([allOf([]), anyOf([])]).toEqual([null, null]))
})

/** Four people, written out: on file, told in a letter alone, nowhere, and on file long ago. */
const WRITTEN = {
  n: 4, title: '{name}', index: 'today', group: 'side',
  columns: {
    name: { draw: 'person', take: 'name' }, today: { draw: 'date', from: '2026-03-02' },
    side: { draw: 'category', weights: { hill: 1, harbour: 1 } },
    iron: { draw: 'uniform', from: 20, to: 30, round: 0, latent: true },
    ferritin: { draw: 'formula', expr: 'iron' }, ago: { draw: 'uniform', from: 5, to: 9, round: 0, latent: true },
    day: { draw: 'date', from: 'today', plus: '0 - ago' },
    heart: { draw: 'bernoulli', p: 0, latent: true }, told: { draw: 'bernoulli', p: 0, latent: true }, father: { draw: 'bernoulli', p: 0, latent: true },
  },
  rows: [
    { ferritin: 24, ago: 10, heart: 1, told: 1, side: 'hill' },
    { ferritin: null, iron: 33, ago: 20, heart: 0, told: 1, side: 'harbour' },
    { ferritin: null, iron: 36, ago: 20, heart: 0, told: 0, father: 1, side: 'harbour' },
    { ferritin: 25, ago: 400, heart: 0, told: 0, side: 'hill' },
  ],
  facts: { iron: { label: 'Ferritin', column: 'ferritin' }, heart: { label: 'Heart failure' } },
  decoys: { relative: { label: 'somebody else', like: 'heart' } },
  sentences: {
    iron: { say: ['The van measured [[iron:ferritin {iron}]].'], when: 'told == 1' },
    ill: { say: ['Known [[heart:heart failure]].'], when: 'told == 1 and heart == 1' },
    well: { say: ['No sign of [[heart:heart failure]].'], when: 'told == 1 and heart == 0' },
    father: { say: ['Her father had [[~relative:heart failure]].'], when: 'father == 1' },
  },
  letters: { clinic: { title: 'Letter', day: 'day', order: ['iron', 'ill', 'well', 'father'] } },
  offers: {
    strong: {
      title: 'Strong', about: 'A drink a day.', places: 3,
      criteria: [
        { id: 'iron', kind: 'inclusion', say: 'Ferritin below 40', fact: 'iron', holds: 'iron < 40', known: 'known(ferritin) and ago <= 180 or told == 1' },
        { id: 'heart', kind: 'exclusion', say: 'Heart failure', fact: 'heart', holds: 'heart == 1' },
      ],
    },
  },
}
const pool = writtenPool('four', WRITTEN)
const back = [{ words: ['no sign of'], becomes: 'no' }, { words: ['father'], reach: 4 }]
const PLAN = {
  questions: [
    { id: 'iron', label: 'Ferritin', kind: 'number', evidence: [{ from: 'column', column: 'ferritin', date: 'day' }, { from: 'pattern', find: 'ferritin (\\d+)' }] },
    { id: 'heart', label: 'Heart failure', kind: 'choice', values: ['yes', 'no'], evidence: [{ from: 'words', words: ['heart failure'], back }] },
  ],
  offers: { strong: [{ id: 'iron', kind: 'inclusion', atoms: [{ ask: 'iron', is: '< 40', within: 180 }] }, { id: 'heart', kind: 'exclusion', atoms: [{ ask: 'heart', is: 'yes' }] }] },
  unknown: { inclusion: 'ask', exclusion: 'ask' }, top: 3,
}
const planWith = (change: (plan: typeof PLAN) => unknown) => {
  const copy = structuredClone(PLAN)
  change(copy)
  return MatchPlan.parse(copy)
}
const saidBy = (plan: MatchPlan) => [...matchPeople(compilePlan(plan, pool), pool)[0] ?? []]
const listBy = (plan: MatchPlan) => offerLists(plan, [plan.offers['strong'] ?? []], matchPeople(compilePlan(plan, pool), pool), pool)[0] ?? []
const asIs = planWith(() => {})

describe('a plan, person by person', () => {
  it('says what the file tells: from a column, from a letter, and nothing where nothing is written or it is too old', () => {
    const told = pool.truth?.criteria[0]?.map((one) => [...one.told])
    expect(told).toEqual([[1, 1, -1, -1], [1, 0, -1, -1]])
    expect(saidBy(asIs)).toEqual([1, 1, 1, 0, -1, -1, -1, -1])
  })
  it('takes a father for the patient where nothing takes it back', () => {
    const careless = planWith(({ questions }) => { Object.assign(questions[1]?.evidence[0] ?? {}, { back: [] }) })
    expect(saidBy(careless).filter((_, i) => i % 2 === 1)).toEqual([1, 1, 1, -1])
  })
  it('counts what has no day as of today', () => expect(saidBy(planWith(({ questions }) => { Object.assign(questions[0]?.evidence[0] ?? {}, { date: undefined }) })).at(-2)).toBe(1))
  it('takes silence for a no only where it is told to', () => {
    const hasty = planWith(({ questions }) => { for (const one of questions) Object.assign(one, { silence: 'no' }) })
    expect(saidBy(hasty)).toEqual([1, 1, 1, 0, 0, 0, -1, 0])
  })
  it('shows the sentence or the column that an answer rests on, with its age', () => {
    const compiled = compilePlan(asIs, pool)
    const files = new Files(compiled, pool)
    const say = (row: number, line: number) => lineWords(whyLine(compiled.offers[0]?.[line] as never, compiled, files, row), pool, row)
    expect(say(0, 0)).toBe('ferritin: 24 (10 days old)')
    expect(say(1, 1)).toBe('Letter: “No sign of heart failure.” (20 days old)')
    expect(say(2, 1)).toBe('Nothing is written about heart failure')
    expect(say(3, 0)).toBe('ferritin: 25 (400 days old, too old to count)')
  })
  it('tells which column it does not find, and which test cannot be read', () => {
    const broken = planWith((plan) => { Object.assign(plan.questions[0]?.evidence[0] ?? {}, { column: 'feritin' }); Object.assign(plan.offers.strong[1]?.atoms[0] ?? {}, { is: 'perhaps' }) })
    expect(compilePlan(broken, pool).problems.map(({ say }) => say)).toEqual(['Ferritin, place 1: the file has no column "feritin".', expect.stringMatching(/^Strong, line "heart": Heart failure is never "perhaps"/)])
  })
})

describe('lists', () => {
  const lines = asIs.offers['strong'] ?? []
  it('ask, fail or pass what is not known, by the kind of the line', () => {
    const what = (inclusion: 'ask' | 'fail' | 'pass', exclusion: 'ask' | 'fail' | 'pass') => standing(lines, [-1, -1], { unknown: { inclusion, exclusion } })
    expect([what('ask', 'pass'), what('fail', 'ask'), what('pass', 'pass'), what('ask', 'ask')]).toEqual([{ fits: true, open: [0] }, { fits: false, open: [] }, { fits: true, open: [] }, { fits: true, open: [0, 1] }])
  })
  it('hold whoever fits, the surest first, and keep out whom evidence excludes', () => {
    expect(listBy(asIs)).toEqual([{ row: 1, open: [] }, { row: 2, open: [0, 1] }, { row: 3, open: [0, 1] }])
    expect(listBy(planWith((plan) => { plan.unknown.inclusion = 'fail' }))).toEqual([{ row: 1, open: [] }])
  })
  it('let groups take turns, and end where the places do', () => {
    expect(listBy(planWith((plan) => Object.assign(plan, { turns: true, top: 2 }))).map(({ row }) => row)).toEqual([1, 3])
  })
})

describe('people and offers from a file', () => {
  it('hide from a solution what is so, and what the marks in letters say', () => {
    const seen = offersWritten.asOf(pool, 'decision')
    expect(seen.truth).toBeNull()
    expect(seen.letters.flat().every(({ known, text }) => known === null && text !== '')).toBe(true)
    expect(Object.keys(seen.table.columns)).not.toContain('iron')
  })
  it('are made as the page for trainers describes them', () => {
    const [, json = ''] = /```json\n([^`]+)```/.exec(readFileSync('docs/from-json/criteria.md', 'utf8')) ?? []
    const { params } = JSON.parse(json) as { params: Record<string, unknown> }
    expect(checkOffers(params)).toMatchObject({ ok: true })
    const { truth } = writtenPool('page', params)
    expect(new Set(truth?.criteria[0]?.[1]?.told)).toEqual(new Set([-1, 0, 1]))
  })
  it.each([
    [{ index: 'tody' }, ['index'], 'there is no column "tody"'],
    [{ letters: { clinic: { title: 'L', day: 'day', order: ['iron', 'ill', 'well'] } } }, ['sentences', 'father'], 'the sentence "father" stands in no letter'],
    [{ offers: { strong: { ...WRITTEN.offers.strong, criteria: [{ id: 'a', kind: 'inclusion', say: 'A', holds: 'irn < 4' }] } } }, ['offers', 'strong', 'criteria', 0, 'holds'], 'there is no column and no constant "irn"'],
    [{ sentences: { ...WRITTEN.sentences, ill: { say: ['[[hart:x]]'] } } }, ['sentences', 'ill', 'say', 0], 'there is no kind "hart"'],
  ])('are refused with the place: %j', (change, path, what) => {
    const made = checkOffers({ ...WRITTEN, ...change })
    expect(made.ok ? [] : made.problems).toContainEqual(expect.objectContaining({ path, what }))
  })
})
