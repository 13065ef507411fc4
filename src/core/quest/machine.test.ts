import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { transition } from 'xstate'
import { createTestModel } from 'xstate/graph'
import { canTell, openHints, questMachine, replayQuest, runsLeft, stageOf, startQuest, type QuestEvent, type QuestSnapshot } from './machine.ts'
import { standingExtras } from './extras.ts'
import { sampleQuest, sampleSolution, sampleVerdict } from './quest.fixture.ts'
import { Quest } from './schema.ts'
import { STAGES } from './stages.ts'

// Thousands of ways are walked; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000 })

const quest = sampleQuest()
const solution = sampleSolution(0.15)
const enter = (stage: (typeof STAGES)[number]): QuestEvent => ({ type: 'stage.entered', stage })
const submitted: QuestEvent = { type: 'solution.submitted', solution }
const verdict = (medal: 'none' | 'pass' | 'silver' | 'gold', groupGap = 0.02): QuestEvent =>
  ({ type: 'verdict.given', verdict: sampleVerdict({ medal, metrics: { auc: 0.7, groupGap } }) })
const toBuild: QuestEvent[] = [{ type: 'quest.accepted' }, enter('learn'), enter('practice'), { type: 'practice.skipped' }]
const answered: QuestEvent[] = quest.check.map(({ answer }, question) => ({ type: 'answer.submitted', question, option: answer }))

function after(...events: QuestEvent[]) {
  return replayQuest(quest, events.map((event) => ({ ...event, quest: quest.id })))
}
function stateAfter(...events: QuestEvent[]): string {
  return after(...events).state
}

describe('a quest from the door to the end', () => {
  test('it waits to be taken, then opens the briefing', () => {
    expect(stateAfter()).toBe('offered')
    expect(stateAfter({ type: 'quest.accepted' })).toBe('brief')
  })

  test('practice leads to the bench once every step is passed, or when it is skipped', () => {
    const steps: QuestEvent[] = [0, 1, 2].map((step) => ({ type: 'step.passed', step }))
    const inPractice = toBuild.slice(0, 3)
    expect(stateAfter(...inPractice, enter('build'))).toBe('practice')
    expect(stateAfter(...inPractice, ...steps, enter('build'))).toBe('build')
    expect(stateAfter(...inPractice, { type: 'practice.skipped' })).toBe('build')
  })

  test('a step counts once, in its turn', () => {
    const { context } = after(...toBuild.slice(0, 3), { type: 'step.failed', step: 0 }, { type: 'step.passed', step: 2 }, { type: 'step.passed', step: 0 }, { type: 'step.passed', step: 0 })
    expect(context).toMatchObject({ step: 1, stepFails: 0 })
  })

  test('a submitted solution is judged once, and the judge is asked, not called', () => {
    const actor = startQuest(quest, toBuild.map((event) => ({ ...event, quest: quest.id })))
    const wanted: unknown[] = []
    actor.on('verdict.wanted', (request) => wanted.push(request))
    actor.send(submitted)
    expect(wanted).toEqual([{ type: 'verdict.wanted', solution }])
    expect(actor.getSnapshot().value).toBe('verifying')
    expect(canTell(actor.getSnapshot(), submitted)).toBe(false)
  })

  test('a verdict without a medal shows itself, opens no debrief and counts as a fail', () => {
    const here = after(...toBuild, submitted, verdict('none'), enter('debrief'))
    expect(here.state).toBe('verify')
    expect(here.context).toMatchObject({ attempts: 1, fails: 1, best: 'none', bestSolution: null })
  })

  test('a stopped run goes back to the bench and counts for nothing', () => {
    const here = after(...toBuild, submitted, { type: 'verdict.withdrawn', why: 'stopped' })
    expect(here.state).toBe('build')
    expect(here.context).toMatchObject({ attempts: 0, fails: 0 })
  })

  test('the knowledge check stands before the end; the first answer counts', () => {
    const won = [...toBuild, submitted, verdict('pass'), enter('debrief')]
    expect(stateAfter(...won, { type: 'quest.completed' })).toBe('debrief')
    const here = after(...won, { type: 'answer.submitted', question: 0, option: 1 }, ...answered, { type: 'quest.completed' })
    expect(here.state).toBe('done')
    expect(here.context.answers).toEqual({ 0: 1, 1: 1 })
  })

  test('after the end the bench can be entered again, and only a better medal replaces the best', () => {
    const done = [...toBuild, submitted, verdict('silver'), enter('debrief'), ...answered, { type: 'quest.completed' } as QuestEvent]
    const again: QuestEvent[] = [enter('build'), { type: 'solution.submitted', solution: sampleSolution(0.3) }]
    expect(after(...done, ...again, verdict('pass')).context).toMatchObject({ best: 'silver', bestSolution: solution })
    expect(after(...done, ...again, verdict('gold')).context).toMatchObject({ best: 'gold', bestSolution: sampleSolution(0.3) })
  })

  test('what does not belong to the state is refused', () => {
    const at = (...events: QuestEvent[]): QuestSnapshot => after(...events).snapshot
    expect(canTell(at(), enter('build'))).toBe(false)
    expect(canTell(at({ type: 'quest.accepted' }), enter('build'))).toBe(false)
    expect(canTell(at(...toBuild), verdict('gold'))).toBe(false)
    expect(canTell(at(...toBuild), { type: 'card.read', card: 99 })).toBe(false)
    expect(canTell(at(...toBuild), { type: 'hint.taken', hint: -1 })).toBe(false)
    expect(canTell(at({ type: 'quest.accepted' }), { type: 'solution.changed', stage: 'build', solution })).toBe(false)
    expect(canTell(at(...toBuild), { type: 'solution.changed', stage: 'build', solution })).toBe(true)
  })
})

describe('what a quest file adds', () => {
  const gold = [...toBuild, submitted, verdict('gold', 0.2)]

  test('the huddle stands before the debrief when the group gap calls for it', () => {
    expect(stateAfter(...gold, enter('debrief'))).toBe('ethics-huddle')
    expect(stateAfter(...toBuild, submitted, verdict('gold', 0.05), enter('debrief'))).toBe('debrief')
  })

  test('a choice opens the debrief and is asked for once', () => {
    const chosen: QuestEvent = { type: 'choice.made', state: 'ethics-huddle', choice: 'report' }
    const here = after(...gold, enter('debrief'), chosen)
    expect(here.state).toBe('debrief')
    expect(here.context.choices).toEqual({ 'ethics-huddle': 'report' })
    expect(stateAfter(...gold, enter('debrief'), chosen, enter('build'), enter('debrief'))).toBe('debrief')
  })

  test('a choice that is not on the list changes nothing, and the huddle can be left', () => {
    expect(stateAfter(...gold, enter('debrief'), { type: 'choice.made', state: 'ethics-huddle', choice: 'shout' })).toBe('ethics-huddle')
    expect(stateAfter(...gold, enter('debrief'), enter('build'))).toBe('build')
  })

  test('two huddles follow one another', () => {
    const two = sampleQuest((source) => {
      const machine = source['machine'] as { states: object[] }
      machine.states.push({ id: 'second-look', kind: 'quiz', after: 'verify', choices: [{ id: 'yes', md: 'Yes' }] })
    })
    const events = [...gold, enter('debrief'), { type: 'choice.made', state: 'ethics-huddle', choice: 'report' } as QuestEvent]
    expect(replayQuest(two, events.map((event) => ({ ...event, quest: two.id }))).state).toBe('second-look')
    const last: QuestEvent = { type: 'choice.made', state: 'second-look', choice: 'yes' }
    expect(replayQuest(two, [...events, last].map((event) => ({ ...event, quest: two.id }))).state).toBe('debrief')
  })

  test('an interruption goes back to where it came from', () => {
    const interrupted = sampleQuest((source) => {
      const machine = source['machine'] as { states: object[] }
      machine.states.push({ id: 'visitor', kind: 'dialog', during: 'build', on: 'RUN_FINISHED:build', dialog: 'group-gap' })
    })
    const run: QuestEvent = { type: 'run.finished', stage: 'build', ok: true, metrics: {} }
    const play = (...events: QuestEvent[]) => replayQuest(interrupted, events.map((event) => ({ ...event, quest: interrupted.id })))
    expect(play(...toBuild, run)).toMatchObject({ state: 'visitor', stage: 'build', context: { runs: 1 } })
    expect(play(...toBuild, run, { type: 'choice.made', state: 'visitor', choice: 'ok' }, run).state).toBe('build')
  })

  test('opening the timeline is noted on the bench, and the nudge then stays away', () => {
    const opened: QuestEvent = { type: 'inspector.opened', view: 'timeline' }
    const fired: QuestEvent = { type: 'timer.fired', timer: 'stuck' }
    expect(after(...toBuild, opened).context.extras).toEqual({ timelineOpened: true })
    expect(after(...toBuild.slice(0, 3), opened).context.extras).toEqual({ timelineOpened: false })
    expect(after(...toBuild, fired).context.extras).toMatchObject({ highlight: 'palette:inspect.view:timeline' })
    expect(canTell(after(...toBuild, fired).snapshot, fired)).toBe(false)
    expect(canTell(after(...toBuild, opened).snapshot, fired)).toBe(false)
    expect(canTell(after(...toBuild.slice(0, 3)).snapshot, fired)).toBe(false)
  })
})

describe('hints and runs', () => {
  test('a hint opens by fails or by minutes, and stays open once taken', () => {
    const { context } = after(...toBuild, submitted, verdict('none'))
    expect(openHints(quest, context, 0)).toEqual([0])
    expect(openHints(quest, context, 12)).toEqual([0, 1])
    expect(openHints(quest, { ...context, hintsTaken: [2] }, 0)).toEqual([0, 2])
  })

  test('only runs on the bench are counted', () => {
    const run = (stage: 'practice' | 'build'): QuestEvent => ({ type: 'run.finished', stage, ok: true, metrics: {} })
    expect(runsLeft(quest, after(...toBuild, run('practice'), run('build')).context)).toBe(2)
  })
})

/** Quests of the repository are walked as they are; here only their machine is of interest. */
const shipped = readdirSync('quests', { withFileTypes: true })
  .map(({ name }) => `quests/${name}/quest.json`).filter((file) => existsSync(file))
  .map((file) => Quest.parse(JSON.parse(readFileSync(file, 'utf8'))))

describe.each([quest, ...shipped].map((q) => [q.id, q] as const))('walking every way through %s', (_id, walked) => {
  const model = modelOf(walked)
  const paths = model.getShortestPaths({ limit: 200_000, allowDuplicatePaths: true })
  /** Ways that are no part of a longer one: replaying these replays all. */
  const longest = model.getShortestPaths({ limit: 200_000 })
  const reachedStates = new Set(paths.map(({ state }) => String(state.value)))

  test('it can finish, and no state is out of reach', () => {
    expect([...reachedStates].sort()).toEqual(
      ['offered', 'verifying', 'done', ...STAGES, ...standingExtras(walked).map(({ id }) => id)].sort(),
    )
  })

  test('from everywhere there is a way to the end', () => {
    const dead = paths.filter(({ state }) => !finishes(walked, state))
    expect(dead.map(({ state }) => state.value)).toEqual([])
  })

  test('each stage that was reached can be left and entered again', () => {
    for (const { state } of paths) {
      const at = String(state.value)
      if (at === 'offered' || at === 'verifying') continue
      for (const stage of STAGES.slice(0, STAGES.indexOf(state.context.reached) + 1)) expect(canTell(state, enter(stage)), `${at} -> ${stage}`).toBe(true)
    }
  })

  test('replaying what was told restores state and memory exactly', () => {
    for (const { steps } of longest) {
      const events = steps.map(({ event }) => event).filter(({ type }) => !type.startsWith('xstate.'))
      const live = startQuest(walked)
      events.forEach((event) => live.send(event))
      const facts = JSON.parse(JSON.stringify(events.map((event) => ({ ...event, quest: walked.id }))))
      const resumed = startQuest(walked, facts)
      expect(resumed.getSnapshot().value).toEqual(live.getSnapshot().value)
      expect(resumed.getSnapshot().context).toEqual(live.getSnapshot().context)
    }
  })
})

function modelOf(walked: Quest) {
  const made = { graph: walked.build.reference, artefacts: walked.build.referenceArtefacts }
  const metrics = Object.fromEntries(walked.verify.metrics.map(({ id }) => [id, 0.9]))
  const events: QuestEvent[] = [
    { type: 'quest.accepted' }, ...STAGES.map(enter), { type: 'practice.skipped' },
    ...walked.practice.map((_, step): QuestEvent => ({ type: 'step.passed', step })),
    { type: 'solution.submitted', solution: made },
    { type: 'verdict.given', verdict: sampleVerdict({ metrics, trap: { id: walked.trap.id } }) },
    { type: 'verdict.given', verdict: sampleVerdict({ medal: 'gold', metrics }) },
    { type: 'verdict.withdrawn', why: 'stopped' },
    ...standingExtras(walked).map(({ id, choices }): QuestEvent => ({ type: 'choice.made', state: id, choice: choices?.[0]?.id ?? 'ok' })),
    ...walked.check.map(({ answer }, question): QuestEvent => ({ type: 'answer.submitted', question, option: answer })),
    { type: 'quest.completed' }, { type: 'quest.left' }, { type: 'quest.resumed' },
  ]
  return createTestModel(questMachine(walked), {
    events,
    // Counters grow for ever; two memories that allow the same moves are one place on the map.
    serializeState: (state) => {
      const { reached, step, best, choices, answers, lastVerdict } = state.context
      return JSON.stringify([state.value, reached, step, best, choices, Object.keys(answers).length, lastVerdict?.medal])
    },
  })
}

/** Plays on from a state in the plainest way: forward, gold, first choice, all questions. */
function finishes(walked: Quest, from: QuestSnapshot): boolean {
  const metrics = Object.fromEntries(walked.verify.metrics.map(({ id }) => [id, 0.9]))
  const made = { graph: walked.build.reference, artefacts: walked.build.referenceArtefacts }
  const forward: QuestEvent[] = [
    { type: 'quest.completed' },
    { type: 'quest.accepted' },
    { type: 'verdict.given', verdict: sampleVerdict({ medal: 'gold', metrics }) },
    ...walked.check.map(({ answer }, question): QuestEvent => ({ type: 'answer.submitted', question, option: answer })),
    ...standingExtras(walked).map(({ id, choices }): QuestEvent => ({ type: 'choice.made', state: id, choice: choices?.[0]?.id ?? 'ok' })),
    enter('debrief'), { type: 'solution.submitted', solution: made }, { type: 'practice.skipped' },
    enter('build'), enter('practice'), enter('learn'),
  ]
  const machine = questMachine(walked)
  let snapshot = from
  for (let moves = 0; moves < 40 && snapshot.value !== 'done'; moves += 1) {
    const next = forward.find((event) => canTell(snapshot, event) && progress(walked, snapshot, event))
    if (!next) return false
    snapshot = transition(machine, snapshot, next)[0]
  }
  return snapshot.value === 'done'
}

function progress(walked: Quest, snapshot: QuestSnapshot, event: QuestEvent): boolean {
  if (event.type === 'answer.submitted') return !(event.question in snapshot.context.answers)
  if (event.type === 'stage.entered') return stageOf(String(snapshot.value), walked) !== event.stage
  return true
}
