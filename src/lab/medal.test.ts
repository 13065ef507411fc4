import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillFigures } from './figures-in-words.ts'
import { readmissionQuest } from './lab.fixture.ts'
import { atLeast, judgeGoal, judgeGuards, medalOf, rounded, roundedFigures } from './medal.ts'

const auc = { metric: 'auc', op: '>=', pass: 0.67, silver: 0.69, gold: 0.7 } as const
const ece = { metric: 'ece', op: '<=', pass: 0.06, silver: 0.035, gold: 0.025 } as const
const why = () => 'there is none'

describe('a goal', () => {
  it.each([
    [0.669, 'none', 0.001], [0.67, 'pass', 0.02], [0.689, 'pass', 0.001], [0.69, 'silver', 0.01], [0.7, 'gold', 0], [0.99, 'gold', 0],
  ] as const)('at least .67/.69/.7: %d is %s, %d short of the next', (value, reached, missing) => {
    expect(judgeGoal(auc, value, why)).toEqual({ metric: 'auc', op: '>=', value, reached, missing })
  })

  it.each([[0.061, 'none', 0.001], [0.06, 'pass', 0.025], [0.035, 'silver', 0.01], [0.025, 'gold', 0], [0, 'gold', 0]] as const)('at most .06/.035/.025: %d is %s', (value, reached, missing) => {
    expect(judgeGoal(ece, value, why)).toEqual({ metric: 'ece', op: '<=', value, reached, missing })
  })

  it('without a value is not reached, and says why', () => {
    expect(judgeGoal(ece, null, why)).toEqual({ metric: 'ece', op: '<=', value: null, reached: 'none', missing: 0, why: 'there is none' })
  })
})

describe('the medal', () => {
  const medals = fc.constantFrom('none', 'pass', 'silver', 'gold' as const)

  it('is the lowest of all goals', () => {
    fc.assert(fc.property(fc.array(medals, { minLength: 1, maxLength: 6 }), (reached) => {
      const goals = reached.map((medal) => ({ metric: 'm', op: '>=' as const, value: 1, reached: medal, missing: 0 }))
      const medal = medalOf(goals as never, [])
      expect(reached).toContain(medal)
      for (const other of reached) expect(atLeast(other as never, medal)).toBe(true)
    }))
  })

  it('is none when a guard does not hold, whatever the goals', () => {
    const gold = [judgeGoal(auc, 0.9, why)]
    const guards = judgeGuards([{ id: 'capacity', rule: { '<=': [{ var: 'flagged' }, 0.22] }, say: 'Too many.' }], { flagged: 1 })
    expect([medalOf(gold, []), medalOf(gold, guards)]).toEqual(['gold', 'none'])
  })
})

describe('figures', () => {
  it('are compared at three decimals, so that two engines agree', () => {
    expect([rounded(0.69951), rounded(0.69949), Object.is(rounded(-0.0001), 0)]).toEqual([0.7, 0.699, true])
    expect(roundedFigures({ a: 0.12345, b: null, c: Number.NaN })).toEqual({ a: 0.123, b: null, c: null })
  })

  it('stand in sentences as people read them', () => {
    const say = (text: string) => fillFigures(text, readmissionQuest.verify.metrics, { auc: 0.682, sens: 0.088, flagged: 0.187, ece: null }, { auc: 0.954 })
    expect(say('{test.auc} in the test, {auc} at the desk, {sens} found, {flagged} on the list')).toBe('0.95 in the test, 0.68 at the desk, 8.8% found, 19% on the list')
    expect(say('{ece} {constructor} {unknown}')).toBe('no figure {constructor} {unknown}')
  })
})
