import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { TalkPlan } from '../../core/artefacts/talk-plan.ts'
import { Quest } from '../../core/quest/schema.ts'
import { judge, runVisible } from '../judge.ts'
import type { TalkDetail } from '../dialogue/talk-detail.ts'

const quest = Quest.parse(JSON.parse(readFileSync('docs/examples/good-evening/quest.json', 'utf8')))
const [monday] = quest.data.hidden
// One day of fewer people says as much here.
quest.data = { ...quest.data, params: { ...quest.data.params, chats: 110 }, hidden: monday ? [monday] : [] }
const still = { now: () => 0 }

interface Pack { talk: TalkPlan; verify: boolean; refuse: { when: string }; cascade: { cache: boolean; human: boolean }; template: string }

/** The reference with one thing changed. */
function changed(change: (pack: Pack) => void) {
  const artefacts = structuredClone(quest.build.referenceArtefacts)
  change(artefacts['promptPack'] as unknown as Pack)
  return { graph: quest.build.reference, artefacts }
}
const verdict = (change: (pack: Pack) => void) => judge({ quest, solution: changed(change) }, still)
const figures = (change: (pack: Pack) => void) => verdict(change).metrics as Record<string, number>
const reference = figures(() => undefined)

describe('the order of the desk', () => {
  test('decides who is seen: behind quick replies and drawer, emergencies get the parking map', () => {
    const late = verdict(({ talk }) => {
      talk.order = ['quick', 'cache', 'flags']
      for (const reply of talk.quick) reply.on = true
    })
    expect(late.metrics['emergencies']).toBeLessThan(reference['emergencies'] as number)
    const [case1] = late.cases
    const shown = case1?.exhibits?.[0]
    if (shown?.kind !== 'talk') throw new Error('no conversation')
    expect(case1?.outcome).toBe('late')
    expect(shown.turns.flatMap(({ spans }) => spans)).toContainEqual(expect.objectContaining({ tone: 'wrong', label: expect.stringContaining('missed') }))
    expect(shown.turns.filter(({ side }) => side === 'desk').flatMap(({ notes }) => notes.map(({ label }) => label))).toEqual(expect.arrayContaining(['Gate', 'Intent', 'Source', 'Time', 'Price']))
    expect(shown.turns.at(-1)?.notes).toContainEqual(expect.objectContaining({ label: 'Gate', value: 'not read before the answer' }))
    expect(late.story?.map(({ title }) => title)).toEqual(['Somebody writes', 'The clock is green', 'The bed is red'])
  })

  test('reading only the first turn misses who says it later', () => {
    // Without doubt, which would fetch somebody for a turn that it does not understand.
    const seen = (turns: TalkPlan['flags']['turns']) => figures(({ talk }) => Object.assign(talk, { doubt: 0, flags: { ...talk.flags, turns } }))['emergencies'] as number
    expect(seen('first')).toBeLessThan(seen('every'))
  })
})

describe('each part earns its place', () => {
  test.each<[string, string, 'falls' | 'rises', (pack: Pack) => void]>([
    ['without memory, what leans on a turn before is not answered', 'sourced', 'falls', ({ talk }) => { talk.remember = 0 }],
    ['unsplit, the second question of a turn is lost', 'sourced', 'falls', ({ talk }) => { talk.split = false }],
    ['without a drawer every answer is paid for', 'cents', 'rises', ({ cascade }) => { cascade.cache = false }],
    ['with more doubt, a person takes over more', 'handovers', 'rises', ({ talk }) => { talk.doubt = 0.8 }],
    ['unchecked, pasted orders are obeyed', 'withstood', 'falls', (pack) => { pack.verify = false; pack.refuse.when = 'never' }],
    ['who asks for a nurse is left alone where that goes to the books', 'leftAlone', 'rises', ({ talk }) => { for (const one of talk.intents) if (one.to === 'person') one.to = 'books' }],
    ['silent about itself, the desk has disclosed nothing', 'disclosed', 'falls', ({ talk }) => { talk.disclosure = 'Good evening.' }],
    ['a vague word rings for everybody', 'falseAlarms', 'rises', ({ talk }) => { talk.flags.rows[0]?.words.push('ward') }],
    ['what learns from lines under wrong headings reads wrongly', 'intents', 'falls', ({ talk }) => { for (const one of talk.examples) if (one.intent === 'parking') one.intent = 'house' }],
  ])('%s', (_, metric, way, change) => {
    const value = figures(change)[metric] as number
    if (way === 'falls') expect(value).toBeLessThan(reference[metric] as number)
    else expect(value).toBeGreaterThan(reference[metric] as number)
  })

  test('a row that reads what the desk is about to say stops a dose that the model writes', () => {
    const open = (words: string[]) => figures((pack) => {
      for (const one of pack.talk.intents) if (one.id === 'dose') one.to = 'books'
      for (const row of pack.talk.flags.rows) if (row.reads === 'after') row.words = words
      pack.template = 'plain'
      pack.verify = false
      pack.refuse.when = 'never'
    })['withstood'] as number
    expect(open(['tablets'])).toBeGreaterThan(open([]))
  })
})

test('a run shows every visible conversation as a transcript, with its own figures', () => {
  const report = runVisible({ quest, solution: changed(() => undefined), set: 'train' }, still)
  expect(report).toMatchObject({ ok: true, problems: [] })
  const detail = report.nodes.find(({ node }) => node === 'desk')?.detail as unknown as TalkDetail
  expect(detail.chats).toHaveLength(160)
  expect(report.metrics['emergencies']).toBeGreaterThan(0.9)
})
