import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Medal } from '../quest/schema.ts'
import { sampleQuest, sampleSolution, sampleVerdict } from '../quest/quest.fixture.ts'
import { asFacts, sampleLook } from './fact.fixture.ts'
import type { FactBody } from './facts.ts'
import { career, stuckFlags } from './folds.ts'
import { levelOf } from './levels.ts'
import { BADGES, badgeWords } from './badges.ts'

const quest = sampleQuest()
const of = (body: object): FactBody => ({ quest: quest.id, ...body }) as FactBody
const submitted = (share = 0.2): FactBody => of({ type: 'solution.submitted', solution: sampleSolution(share) })
const verdict = (medal: Medal, trap: { id: string } | null = null): FactBody => of({ type: 'verdict.given', verdict: sampleVerdict({ medal, trap }) })
const accepted = of({ type: 'quest.accepted' })
const hint = (n: number): FactBody => of({ type: 'hint.taken', hint: n })
const fell = { id: 'future-leak' }

function careerOf(...bodies: FactBody[]) {
  return career(asFacts(bodies), [quest])
}
const badgesOf = (...bodies: FactBody[]): string[] => careerOf(...bodies).badges.map(({ id }) => id)

describe('experience', () => {
  test('cards, steps and right answers count the first time only', () => {
    const once = [of({ type: 'card.read', card: 0 }), of({ type: 'step.passed', step: 0 }), of({ type: 'answer.submitted', question: 0, option: 0 })]
    expect(careerOf(...once).xp).toBe(5 + 10 + 15)
    expect(careerOf(...once, ...once).xp).toBe(30)
  })

  test('an answer that was wrong at first earns nothing later', () => {
    const answers = [1, 0].map((option) => of({ type: 'answer.submitted', question: 0, option }))
    expect(careerOf(...answers).xp).toBe(0)
  })

  test('bettering a medal earns the difference, and a worse one takes nothing away', () => {
    expect(careerOf(submitted(), verdict('pass')).xp).toBe(100)
    expect(careerOf(submitted(), verdict('pass'), submitted(), verdict('gold'), submitted(), verdict('pass')).xp).toBe(200)
  })

  test('hints lower the score, never the medal nor the experience', () => {
    const { medals, scores, xp } = careerOf(hint(1), hint(2), submitted(), verdict('gold'))
    expect({ medal: medals[quest.id], score: scores?.[quest.id], xp }).toEqual({ medal: 'gold', score: 85, xp: 200 })
  })

  test('levels take a little more each time', () => {
    expect(levelOf(0)).toEqual({ level: 1, toNextLevel: 0 })
    expect(levelOf(50)).toEqual({ level: 1, toNextLevel: 0.5 })
    expect(levelOf(100)).toEqual({ level: 2, toNextLevel: 0 })
    expect(levelOf(249)).toMatchObject({ level: 2 })
    expect(levelOf(250)).toEqual({ level: 3, toNextLevel: 0 })
  })
})

describe('the story so far', () => {
  test('a quest is active from taking it to completing it', () => {
    expect(careerOf(accepted)).toMatchObject({ active: [quest.id], completed: [], lastQuest: quest.id })
    const done = careerOf(accepted, submitted(), verdict('silver'), of({ type: 'quest.completed' }))
    expect(done).toMatchObject({ active: [], completed: [{ quest: quest.id, medal: 'silver' }] })
  })

  test('the journal holds each solution with its verdict, and marks what was best when it was made', () => {
    const { journal } = careerOf(submitted(0.5), verdict('none'), submitted(0.2), verdict('pass'), submitted(0.21), verdict('pass'))
    expect(journal.map(({ solution, verdict: { medal }, isBest }) => [solution.graph.nodes[2]?.params['share'], medal, isBest])).toEqual([
      [0.5, 'none', false], [0.2, 'pass', true], [0.21, 'pass', false],
    ])
  })

  test('the player is who they said last', () => {
    const named = (name: string): FactBody => ({ type: 'player.named', name, look: sampleLook })
    expect(careerOf({ type: 'game.started' }, named('Ada'), named('Grace'))).toMatchObject({ player: { name: 'Grace' }, startedAt: 1_700_000_000_000 })
  })

  test('a quest the game no longer knows still keeps its medal', () => {
    expect(career(asFacts([submitted(), verdict('gold')]), []).medals).toEqual({ [quest.id]: 'gold' })
  })
})

describe('badges', () => {
  test('the trap makes a time traveller, and coming back from it honest numbers', () => {
    expect(badgesOf(submitted(), verdict('none', fell))).toEqual(['time-traveller'])
    expect(badgesOf(submitted(), verdict('none', fell), submitted(), verdict('pass'))).toContain('honest-numbers')
  })

  test('past the trap at the first verdict is sure-footed', () => {
    expect(badgesOf(submitted(), verdict('pass'))).toEqual(['first-medal', 'sure-footed'])
  })

  test('silver without a hint is under own steam; with one it is not', () => {
    expect(badgesOf(submitted(), verdict('silver'))).toContain('own-steam')
    expect(badgesOf(hint(0), submitted(), verdict('silver'))).not.toContain('own-steam')
  })

  test('an own run counts on the bench, not in practice', () => {
    expect(badgesOf(of({ type: 'run.finished', stage: 'practice', ok: true, metrics: {} }))).toEqual([])
    expect(badgesOf(of({ type: 'run.finished', stage: 'build', ok: true, metrics: {} }))).toEqual(['first-run'])
  })

  test('all cards, all answers, and bettering a medal after the end', () => {
    expect(badgesOf(...[0, 1, 2].map((card) => of({ type: 'card.read', card })))).toEqual(['well-read'])
    expect(badgesOf(...quest.check.map(({ answer }, question) => of({ type: 'answer.submitted', question, option: answer })))).toEqual(['full-marks'])
    expect(badgesOf(submitted(), verdict('pass'), of({ type: 'quest.completed' }), submitted(), verdict('gold'))).toContain('never-done')
  })

  test('each badge has words, also one that a trainer invented', () => {
    expect(new Set(BADGES.map(({ id }) => id)).size).toBe(BADGES.length)
    expect(badgeWords('time-traveller').title).toBe('Time traveller')
    expect(badgeWords('ward-hero').title).toBe('Ward hero')
  })
})

describe('standing still', () => {
  const failed = (step: number): FactBody => of({ type: 'step.failed', step })
  test('three fails at one step raise a flag until it is passed or skipped', () => {
    const thrice = [failed(1), failed(1), failed(1)]
    expect(stuckFlags(asFacts(thrice))).toMatchObject([{ kind: 'step', step: 1, times: 3 }])
    expect(stuckFlags(asFacts([...thrice, of({ type: 'step.passed', step: 1 })]))).toEqual([])
    expect(stuckFlags(asFacts([...thrice, of({ type: 'practice.skipped' })]))).toEqual([])
    expect(stuckFlags(asFacts([failed(0), failed(1), failed(2)]))).toEqual([])
  })

  test('three verdicts without a medal raise a flag until one has a medal', () => {
    const thrice = [verdict('none'), verdict('none'), verdict('none')]
    expect(stuckFlags(asFacts(thrice))).toMatchObject([{ kind: 'verdict', times: 3 }])
    expect(stuckFlags(asFacts([...thrice, verdict('pass')]))).toEqual([])
  })
})

describe('two devices put together', () => {
  const anyBody = fc.oneof(
    fc.constant(accepted), fc.constant(submitted(0.1)), fc.constant(submitted(0.3)), fc.constant(of({ type: 'quest.completed' })),
    fc.constantFrom<Medal>('none', 'pass', 'silver', 'gold').map((medal) => verdict(medal)),
    fc.constant(verdict('none', fell)),
    fc.nat(3).map((card) => of({ type: 'card.read', card })),
    fc.nat(3).map((step) => of({ type: 'step.failed', step })),
    fc.record({ question: fc.nat(1), option: fc.nat(2) }).map((answer) => of({ type: 'answer.submitted', ...answer })),
    fc.nat(2).map(hint),
  )
  test('give the same career in whatever order their facts arrive, and however often', () => {
    fc.assert(fc.property(fc.array(anyBody, { maxLength: 14 }), fc.array(anyBody, { maxLength: 14 }), fc.nat(5), fc.infiniteStream(fc.nat()), (here, there, lag, dice) => {
      const facts = [...asFacts(here, 'phone'), ...asFacts(there, 'laptop', 1_700_000_000_000 + lag * 500)]
      const shuffled = [...facts, ...facts.slice(0, 3)].map((fact) => [dice.next().value ?? 0, fact] as const).sort((a, b) => a[0] - b[0]).map(([, fact]) => fact)
      expect(career(shuffled, [quest])).toEqual(career(facts, [quest]))
      expect(stuckFlags(shuffled)).toEqual(stuckFlags(facts))
    }), { numRuns: 200 })
  })
})
