import { describe, expect, it } from 'vitest'
import { readLetterPlan } from './letter-plan.ts'

const plan = {
  slots: [{ id: 'why', title: 'Why you were here', kinds: ['reason'], on: true, from: 'note', must: true }, { id: 'stopped', title: 'Stopped', kinds: ['stopped'], on: true, from: 'list', must: true }],
  reading: 6, temperature: 0, clauses: { chartOnly: true, exactNames: true }, checks: { missing: true, backed: true, grade: null }, sign: { when: 'flagged' },
}
const problem = (written: unknown) => {
  const read = readLetterPlan(written)
  return read.ok ? null : read.say
}

describe('the plan of a letter', () => {
  it('is read as it stands', () => expect(readLetterPlan(plan)).toEqual({ ok: true, plan }))

  it.each([
    ['nothing at all', undefined, /no plan yet/],
    ['a grade that no school has', { ...plan, reading: 20 }, /reading/],
    ['a source nobody knows', { ...plan, slots: [{ ...plan.slots[0], from: 'memory' }] }, /slots\.0\.from/],
    ['two sections of one name', { ...plan, slots: [plan.slots[0], plan.slots[0]] }, /called "why"/],
    ['a fact told twice', { ...plan, slots: [plan.slots[0], { ...plan.slots[1], kinds: ['reason'] }] }, /"reason" belongs to two/],
    ['something that does not belong', { ...plan, tone: 'warm' }, /cannot be read/],
  ])('says what is wrong: %s', (_, written, words) => expect(problem(written)).toMatch(words))
})
