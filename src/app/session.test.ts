import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Fact, FactBody, QuestFactBody } from '../core/log/facts.ts'
import { type Judge, type JudgeHooks, Stopped } from '../core/ports.ts'
import { sampleQuest, sampleSolution, sampleVerdict } from '../core/quest/quest.fixture.ts'
import type { SoundName } from '../core/sounds.ts'
import type { RunReport, Verdict } from '../core/verdict.ts'
import type { QuestSession } from '../ui/game.ts'
import { openSession, SAY_STOPPED, type Session } from './session.ts'

const quest = sampleQuest()
const verdictOf = (change: Partial<Verdict> = {}): Verdict => ({ ...sampleVerdict(change), test: {}, sets: [], cases: [], views: [], ward: '', ...change })
const report: RunReport = { ok: true, problems: [], nodes: [], metrics: { auc: 0.7 }, ms: 5 }

/** A judge that answers when the test says so, and stops when it is told. */
function slowJudge() {
  const calls: { answer(value: unknown): void; fail(error: Error): void; hooks: JudgeHooks | undefined; seeds?: string[] | undefined; solution: unknown }[] = []
  const ask = (solution: unknown, hooks?: JudgeHooks) => new Promise<never>((resolve, reject) => {
    calls.push({ answer: resolve as (value: unknown) => void, fail: reject, hooks, solution })
    hooks?.signal?.addEventListener('abort', () => reject(new Stopped(SAY_STOPPED)))
  })
  const judge: Judge = { run: ({ solution }, hooks) => ask(solution, hooks), verify: ({ solution }, hooks) => ask(solution, hooks), read: () => new Promise(() => {}), warm() {} }
  return { judge, calls }
}

let facts: FactBody[]
let shown: QuestSession
let heard: SoundName[]
let writes: boolean
beforeEach(() => {
  vi.useFakeTimers()
  facts = []
  heard = []
  writes = true
})
afterEach(() => void vi.useRealTimers())

const stamped = (bodies: FactBody[]): Fact[] => bodies.map((body, at) => ({ ...body, deviceId: 'd', seq: at + 1, at }) as Fact)

function open(judge: Judge = slowJudge().judge, before: FactBody[] = [], played = quest): Session {
  const session = openSession({
    quest: played, judge, play: (name) => heard.push(name), facts: stamped(before), mayWrite: () => writes, record: (bodies) => facts.push(...bodies), show: (next) => { shown = next },
  })
  shown = session.current()
  return session
}

const inBuild: FactBody[] = [
  { type: 'quest.accepted', quest: quest.id },
  { type: 'stage.entered', quest: quest.id, stage: 'learn' },
  { type: 'stage.entered', quest: quest.id, stage: 'practice' },
  { type: 'practice.skipped', quest: quest.id },
]
const types = () => facts.map(({ type }) => type)

test('what the machine takes becomes a fact; what it does not take does not', () => {
  const session = open()
  expect(session.tell({ type: 'quest.accepted' })).toBe(true)
  expect(shown.state).toBe('brief')
  expect(session.tell({ type: 'stage.entered', stage: 'debrief' })).toBe(false)
  expect(facts).toEqual([{ type: 'quest.accepted', quest: quest.id }])
})

test('dragging makes one fact per pause, and the screen follows at once', async () => {
  const session = open(undefined, inBuild)
  for (const share of [0.1, 0.2, 0.3]) session.tell({ type: 'solution.changed', stage: 'build', solution: sampleSolution(share) })
  expect(shown.context.solution).toEqual(sampleSolution(0.3))
  expect(facts).toEqual([])
  await vi.advanceTimersByTimeAsync(400)
  expect(facts).toEqual([{ type: 'solution.changed', quest: quest.id, stage: 'build', solution: sampleSolution(0.3) }])
})

test('a change that waits is written before whatever comes next, and when the page is hidden', () => {
  const session = open(undefined, inBuild)
  session.tell({ type: 'solution.changed', stage: 'build', solution: sampleSolution(0.1) })
  session.tell({ type: 'inspector.opened', view: 'roc' })
  expect(types()).toEqual(['solution.changed', 'inspector.opened'])
  session.tell({ type: 'solution.changed', stage: 'build', solution: sampleSolution(0.2) })
  session.flush()
  expect(types()).toEqual(['solution.changed', 'inspector.opened', 'solution.changed'])
})

test('submitting asks the judge, and its verdict is kept without what can be computed again', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  const done = session.verify(sampleSolution(0.3))
  expect([shown.state, shown.job?.kind]).toEqual(['verifying', 'verify'])
  calls[0]?.hooks?.onProgress?.({ phase: 'fit', done: 0.5 })
  expect(shown.job?.progress).toEqual({ phase: 'fit', done: 0.5 })
  calls[0]?.answer(verdictOf({ medal: 'silver', ward: 'The ward felt it.' }))
  await done
  expect([shown.state, shown.stage, shown.job, shown.verdict?.ward]).toEqual(['verify', 'verify', null, 'The ward felt it.'])
  expect(types()).toEqual(['solution.submitted', 'verdict.given'])
  expect(facts[1]).toEqual({ type: 'verdict.given', quest: quest.id, verdict: sampleVerdict({ medal: 'silver' }) })
})

test('a stopped verdict leads back to the bench and counts nothing', async () => {
  const { judge } = slowJudge()
  const session = open(judge, inBuild)
  const done = session.verify(sampleSolution())
  session.stop()
  await done
  expect([shown.state, shown.notice, shown.job, shown.context.attempts]).toEqual(['build', SAY_STOPPED, null, 0])
  expect(types()).toEqual(['solution.submitted', 'verdict.withdrawn'])
})

test('a judge that fails says why, and the work is still on the bench', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  const done = session.verify(sampleSolution(0.3))
  calls[0]?.fail(new Error('This took too long.'))
  await done
  expect([shown.state, shown.notice]).toEqual(['build', 'This took too long.'])
  expect(shown.context.solution).toEqual(sampleSolution(0.3))
})

test('a page closed while the judge was at work asks again when it is opened', async () => {
  const { judge, calls } = slowJudge()
  open(judge, [...inBuild, { type: 'solution.submitted', quest: quest.id, solution: sampleSolution(0.4) }])
  expect(calls[0]?.solution).toEqual(sampleSolution(0.4))
  calls[0]?.answer(verdictOf({ medal: 'gold' }))
  await vi.runOnlyPendingTimersAsync()
  expect([shown.state, shown.context.best]).toEqual(['verify', 'gold'])
})

test('leaving while the judge is at work withdraws nothing', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  void session.verify(sampleSolution())
  session.tell({ type: 'quest.left' })
  session.close()
  await vi.runOnlyPendingTimersAsync()
  expect(calls[0]?.hooks?.signal?.aborted).toBe(true)
  expect(types()).toEqual(['solution.submitted', 'quest.left'])
})

test('a run on visible data is shown and counted; runs beyond the limit are not started', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  for (let run = 0; run < quest.build.limits.runs; run++) {
    const done = session.run(sampleSolution(), 'train')
    calls[run]?.answer(report)
    await done
  }
  expect([shown.report, shown.context.runs]).toEqual([report, quest.build.limits.runs])
  await session.run(sampleSolution(), 'train')
  expect(calls).toHaveLength(quest.build.limits.runs)
  expect(shown.notice).toContain('runs of this quest are used')
})

test('what went through the practice is not shown on the build bench; what went through the build is still there after the verdict', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  const run = async (set: 'practice' | 'train') => {
    const done = session.run(sampleSolution(), set)
    calls.at(-1)?.answer(report)
    await done
  }
  session.tell({ type: 'stage.entered', stage: 'practice' })
  await run('practice')
  expect(shown.report).toBe(report)
  session.tell({ type: 'stage.entered', stage: 'build' })
  expect(shown.report).toBeNull()
  await run('train')
  session.tell({ type: 'stage.entered', stage: 'learn' })
  session.tell({ type: 'stage.entered', stage: 'build' })
  expect(shown.report).toBe(report)
})

test('closing the page and opening it again leads to the exact step, half-made graph included', async () => {
  const session = open(undefined, inBuild)
  session.tell({ type: 'solution.changed', stage: 'build', solution: sampleSolution(0.35) })
  session.tell({ type: 'inspector.opened', view: 'timeline' })
  const before = session.current()
  session.close()
  const again = open(undefined, [...inBuild, ...facts]).current()
  expect([again.state, again.stage, again.context]).toEqual([before.state, before.stage, before.context])
})

test('an earlier solution comes to the bench: the half-made one is kept beside it, also after the page is closed, and comes back', () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  session.tell({ type: 'solution.changed', stage: 'build', solution: sampleSolution(0.35) })
  session.reopen(sampleSolution(0.5), [sampleSolution(0.5)])
  expect([shown.context.solution, shown.context.beside]).toEqual([sampleSolution(0.5), sampleSolution(0.35)])
  session.close()
  const again = open(judge, [...inBuild, ...facts])
  expect([shown.context.solution, shown.context.beside]).toEqual([sampleSolution(0.5), sampleSolution(0.35)])
  again.reopen(sampleSolution(0.35), [sampleSolution(0.5)])
  expect([shown.context.solution, shown.context.beside]).toEqual([sampleSolution(0.35), null])
  void again.verify(sampleSolution(0.35))
  expect(calls).toHaveLength(1)
  again.reopen(sampleSolution(0.5), [])
  expect([shown.context.solution, shown.notice]).toEqual([sampleSolution(0.35), expect.stringContaining('verdict is under way')])
})

test('time reaches the quest as an event: after ten minutes in the build it points at the timeline', async () => {
  const session = open(undefined, inBuild)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(facts).toEqual([{ type: 'timer.fired', quest: quest.id, timer: 'stuck' }])
  expect(shown.highlight).toBe('palette:inspect.view:timeline')
  session.tell({ type: 'inspector.opened', view: 'timeline' })
  expect(shown.highlight).toBeNull()
})

test('a learner who has looked at the timeline is not nudged', async () => {
  const session = open(undefined, inBuild)
  session.tell({ type: 'inspector.opened', view: 'timeline' })
  await vi.advanceTimersByTimeAsync(700_000)
  expect(types()).toEqual(['inspector.opened'])
})

test('a tab that follows shows what is told elsewhere and tells nothing itself', () => {
  const session = open()
  writes = false
  expect(session.tell({ type: 'quest.accepted' })).toBe(false)
  session.hear(stamped([{ type: 'quest.accepted', quest: quest.id }, { type: 'quest.accepted', quest: 'another' } as QuestFactBody]))
  expect(shown.state).toBe('brief')
  expect(facts).toEqual([])
})

test('the debrief judges the learner beside the others', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  const done = session.compare()
  for (let at = 0; at < 3; at++) {
    // What compares comes as a part of its own, late on a busy machine.
    await vi.waitFor(() => expect(calls.length).toBe(at + 1), 20_000)
    calls[at]?.answer(verdictOf({ medal: 'pass', metrics: { auc: at } }))
  }
  await done
  expect(shown.comparison?.map(({ title, metrics }) => [title, metrics.auc])).toEqual([['Yours', 0], ['LACE', 1], ['Reference', 2]])
})

test('the last verdict is worked out again to be shown, and nothing is noted', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild)
  const done = session.showVerdict(sampleSolution(0.3))
  expect(shown.job?.kind).toBe('verify')
  calls[0]?.answer(verdictOf({ medal: 'pass' }))
  await done
  expect([shown.verdict?.medal, shown.job, types()]).toEqual(['pass', null, []])
})

const ringing = { ...quest, effects: [
  { on: 'pass', do: 'sound', target: 'door' }, { on: 'gold', do: 'sound', target: 'bell' },
  { on: 'pass', do: 'sound', target: 'constructor' }, { on: 'pass', do: 'light', target: 'beep' },
] } satisfies typeof quest

async function medals(...given: Verdict['medal'][]): Promise<SoundName[][]> {
  const { judge, calls } = slowJudge()
  const session = open(judge, inBuild, ringing)
  const sounds: SoundName[][] = []
  for (const medal of given) {
    heard = []
    const done = session.verify(sampleSolution())
    calls.at(-1)?.answer(verdictOf({ medal }))
    await done
    const first = [...heard]
    await vi.runAllTimersAsync()
    expect(first, 'nothing sounds over the verdict itself').toEqual(heard.slice(0, 1))
    sounds.push(heard)
    session.tell({ type: 'stage.entered', stage: 'build' })
  }
  return sounds
}

test('a verdict is heard, and after it what its medal changes in the house, once', async () => {
  expect(await medals('none', 'pass', 'pass', 'gold')).toEqual([['wrong'], ['success', 'door'], ['success'], ['success', 'bell']])
  expect(await medals('gold')).toEqual([['success', 'door', 'bell']])
})

test('a verdict that another tab was given, or that is only shown again, is not heard', async () => {
  const { judge, calls } = slowJudge()
  const session = open(judge, [...inBuild, { type: 'solution.submitted', quest: quest.id, solution: sampleSolution() }])
  session.stop()
  await vi.runAllTimersAsync()
  const done = session.showVerdict(sampleSolution())
  calls.at(-1)?.answer(verdictOf({ medal: 'gold' }))
  await done
  session.hear(stamped([{ type: 'solution.submitted', quest: quest.id, solution: sampleSolution() }, { type: 'verdict.given', quest: quest.id, verdict: sampleVerdict({ medal: 'gold' }) }]))
  expect([shown.state, heard]).toEqual(['verify', []])
})
