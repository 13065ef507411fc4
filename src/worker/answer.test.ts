import { describe, expect, it } from 'vitest'
import { readmissionQuest as quest, solutionWith } from '../lab/lab.fixture.ts'
import { answer } from './answer.ts'
import type { FromWorker, ToWorker } from './protocol.ts'

const solution = solutionWith(quest.build.reference)
function ask(task: ToWorker): FromWorker[] {
  const messages: FromWorker[] = []
  let ms = 0
  answer(task, () => (ms += 1), (message) => messages.push(structuredClone(message)))
  return messages
}

describe('a task for the worker', () => {
  it('is answered with a sign of life, progress and a verdict', () => {
    const messages = ask({ id: 7, kind: 'verify', quest, solution })
    expect(messages[0]).toEqual({ id: 7, type: 'progress', progress: { phase: 'data', done: 0 } })
    expect(messages.at(-1)).toMatchObject({ id: 7, type: 'result', kind: 'verify', verdict: { medal: 'gold' } })
    expect(messages.slice(1, -1).every(({ type }) => type === 'progress')).toBe(true)
    expect(messages.length).toBeLessThan(30)
  })

  it('is answered with a report of a visible run', () => {
    expect(ask({ id: 8, kind: 'run', quest, solution, set: 'practice' }).at(-1)).toMatchObject({ id: 8, type: 'result', kind: 'run', report: { ok: true } })
  })

  it('is answered with what is wrong in a stranger’s file, down to the parameters of its generator', () => {
    const file = { id: 10, kind: 'read', file: 'theirs.json' } as const
    expect(ask({ ...file, text: JSON.stringify(quest) }).at(-1)).toMatchObject({ id: 10, type: 'result', kind: 'read', read: { ok: true, quest: { id: quest.id } } })
    const data = { ...quest.data, sets: { ...quest.data.sets, train: { seed: 'x', params: { patients: 9 } } } }
    expect(ask({ ...file, text: JSON.stringify({ ...quest, data }) }).at(-1)).toMatchObject({
      type: 'result', read: { ok: false, problems: [{ file: 'theirs.json', path: 'data.sets.train.params.patients', what: '"cohort.readmission" has no parameter "patients"' }] },
    })
    expect(ask({ ...file, text: JSON.stringify(quest), sources: ['my-uncle'] }).at(-1)).toMatchObject({ type: 'result', read: { ok: false, problems: expect.arrayContaining([expect.objectContaining({ what: `there is no source "${quest.sources[0]}"` })]) } })
    expect(ask({ ...file, text: '{' }).at(-1)).toMatchObject({ type: 'result', read: { ok: false } })
  })

  it('that cannot be done is answered all the same', () => {
    const broken = { ...quest, verify: { ...quest.verify, harness: 'crystal-ball' } }
    expect(ask({ id: 9, kind: 'verify', quest: broken, solution }).at(-1)).toMatchObject({ id: 9, type: 'failed', say: expect.stringMatching(/no such harness.*Nothing was counted/) })
  })
})
