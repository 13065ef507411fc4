import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { hospital } from '../src/core/hospital.ts'
import type { Fact, FactBody } from '../src/core/log/facts.ts'
import { career, type QuestForCareer } from '../src/core/log/folds.ts'
import { sampleSolution, sampleVerdict } from '../src/core/quest/quest.fixture.ts'
import { Quest } from '../src/core/quest/schema.ts'
import { cardOf, tallyOf } from './vite-quest-cards.ts'

const whole = Quest.parse(JSON.parse(readFileSync('quests/readmission-risk/quest.json', 'utf8')))
const { id } = whole

/** A learner who reads, answers, falls into the trap, takes a hint and finishes with gold. */
const life: FactBody[] = [
  { type: 'quest.accepted', quest: id },
  ...whole.learn.map((_, card): FactBody => ({ type: 'card.read', quest: id, card })),
  ...whole.practice.map((_, step): FactBody => ({ type: 'step.passed', quest: id, step })),
  { type: 'hint.taken', quest: id, hint: 2 },
  { type: 'solution.submitted', quest: id, solution: sampleSolution() },
  { type: 'verdict.given', quest: id, verdict: sampleVerdict({ trap: { id: whole.trap.id } }) },
  { type: 'solution.submitted', quest: id, solution: sampleSolution() },
  { type: 'verdict.given', quest: id, verdict: sampleVerdict({ medal: 'gold' }) },
  ...whole.check.map(({ answer }, question): FactBody => ({ type: 'answer.submitted', quest: id, question, option: answer })),
  { type: 'quest.completed', quest: id },
]
const facts = life.map((body, at) => ({ ...body, deviceId: 'd', seq: at + 1, at: at + 1 }) as Fact)

test('a career counted from the short list is the one counted from the whole files', () => {
  const short = career(facts, [tallyOf(whole) as unknown as QuestForCareer])
  expect(short).toEqual(career(facts, [whole]))
  expect(short.badges.map((badge) => badge.id)).toContain(whole.trap.badge)
  expect(short.xp).toBeGreaterThan(career(facts, []).xp)
})

test('the hospital is the same too', () => {
  const learner = career(facts, [whole])
  expect(hospital(learner, [cardOf(whole)])).toEqual(hospital(learner, [whole]))
})

test('the list carries no words of cards, hints and answers', () => {
  const text = JSON.stringify([cardOf(whole), tallyOf(whole)])
  expect(text).not.toContain(whole.hints[0]?.md)
  expect(text.length).toBeLessThan(4000)
})
