import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replayQuest } from '../quest/machine.ts'
import { sampleQuest, sampleSolution, sampleVerdict } from '../quest/quest.fixture.ts'
import { compact } from './compact.ts'
import { asFacts } from './fact.fixture.ts'
import type { FactBody } from './facts.ts'
import { career } from './folds.ts'

const quest = sampleQuest()
const of = (body: object): FactBody => ({ quest: quest.id, ...body }) as FactBody
const changed = (share: number, stage = 'build'): FactBody => of({ type: 'solution.changed', stage, solution: sampleSolution(share) })
const opening = [of({ type: 'quest.accepted' }), of({ type: 'stage.entered', stage: 'learn' }), of({ type: 'stage.entered', stage: 'practice' }), of({ type: 'practice.skipped' })]

describe('keeping a log short', () => {
  test('of many half-made graphs the last one stays', () => {
    const facts = asFacts([...opening, changed(0.1), changed(0.2), of({ type: 'inspector.opened', view: 'roc' }), changed(0.3)])
    expect(compact(facts).map(({ type }) => type).filter((type) => type === 'solution.changed')).toHaveLength(1)
    expect(replayQuest(quest, compact(facts)).context.solution).toEqual(sampleSolution(0.3))
  })

  test('practice and build do not replace each other', () => {
    expect(compact(asFacts([...opening, changed(0.1, 'practice'), changed(0.2)]))).toHaveLength(6)
  })

  test('whatever was played, quest and career are the same afterwards', () => {
    const body = fc.oneof(
      { weight: 5, arbitrary: fc.record({ share: fc.nat(9).map((n) => n / 10), stage: fc.constantFrom('practice', 'build') }).map(({ share, stage }) => changed(share, stage)) },
      fc.constantFrom('brief', 'build', 'verify', 'debrief').map((stage) => of({ type: 'stage.entered', stage })),
      fc.nat(9).map((n) => of({ type: 'solution.reopened', solution: sampleSolution(0.9), beside: n > 4 ? sampleSolution(n / 10) : null })),
      fc.constant(of({ type: 'solution.submitted', solution: sampleSolution(0.5) })),
      fc.constantFrom('none', 'gold').map((medal) => of({ type: 'verdict.given', verdict: sampleVerdict({ medal: medal as 'none' }) })),
      fc.constant(of({ type: 'verdict.withdrawn', why: 'stopped' })),
      fc.constant(of({ type: 'run.finished', stage: 'build', ok: true, metrics: {} })),
    )
    fc.assert(fc.property(fc.array(body, { maxLength: 30 }), (bodies) => {
      const facts = asFacts([...opening, ...bodies])
      const short = compact(facts)
      expect(replayQuest(quest, short).context).toEqual(replayQuest(quest, facts).context)
      expect(replayQuest(quest, short).state).toBe(replayQuest(quest, facts).state)
      expect(career(short, [quest])).toEqual(career(facts, [quest]))
    }), { numRuns: 60 })
  })
})
