/**
 * One state machine per quest: a value without side effects. It never calls anybody; it says `verdict.wanted` and hears
 * `verdict.given`. Its events are the facts of the log, so replaying them restores it exactly and nothing of it is stored.
 *
 *   offered -> brief -> learn -> practice -> build -> verifying -> verify -> debrief -> done
 *
 * Every stage up to `reached` can be entered again, also after the end, to better a medal.
 */
import { assign, createActor, emit, initialTransition, setup, transition, type ActorRefFrom, type SnapshotFrom } from 'xstate'
import type { Fact, QuestFactBody, Stage } from '../log/facts.ts'
import type { QuestContext, QuestState } from './context.ts'
import { blockedStage, choiceBelongs, extraInterrupts, extraWaits, listensTo, standingExtras, timerIsDue, type QuestEvent } from './extras.ts'
import { emptyMemory, remember } from './memory.ts'
import type { ExtraState, Quest, Solution } from './schema.ts'
import { laterStage, STAGES, stageOf, stageRank } from './stages.ts'

export { stageOf } from './stages.ts'
export type { QuestEvent } from './extras.ts'

/** A solution waits for the judge; whoever hears this answers with `verdict.given` or `verdict.withdrawn`. */
export interface VerdictWanted {
  type: 'verdict.wanted'
  solution: Solution
}

type Event<T extends QuestEvent['type']> = Extract<QuestEvent, { type: T }>
type Chart = ReturnType<typeof chartOf>
type StateConfig = Parameters<Chart['createStateConfig']>[0]
type Handlers = NonNullable<StateConfig['on']>
export type QuestMachine = ReturnType<typeof buildMachine>
export type QuestSnapshot = SnapshotFrom<QuestMachine>
export type QuestActor = ActorRefFrom<QuestMachine>

function chartOf(quest: Quest) {
  const extraCalled = (id: string): ExtraState | undefined => quest.machine.states.find((extra) => extra.id === id)
  return setup({
    types: { context: {} as QuestContext, events: {} as QuestEvent, emitted: {} as VerdictWanted },
    guards: {
      theStageIsOpen: ({ context, event }, { stage }: { stage: Stage }) =>
        (event as Event<'stage.entered'>).stage === stage && mayEnter(quest, context, stage),
      anExtraStandsBefore: ({ context, event }, { extra, stage }: { extra: string; stage: Stage }) =>
        (event as Event<'stage.entered'>).stage === stage && mayEnter(quest, context, stage) && waits(extraCalled(extra), context),
      anotherExtraWaits: ({ context, event }, { extra, after }: { extra: string; after: string }) =>
        chosenIn(extraCalled(after), event) && waits(extraCalled(extra), context),
      theExtraInterrupts: ({ context, event }, { extra }: { extra: string }) => {
        const found = extraCalled(extra)
        return found !== undefined && extraInterrupts(found, context, event)
      },
      theChoiceBelongsHere: ({ event }, { extra }: { extra: string }) => chosenIn(extraCalled(extra), event),
      theStageWasReached: ({ context, event }) => {
        const { stage } = event as Event<'solution.changed' | 'run.finished'>
        return stageRank(stage) <= stageRank(context.reached)
      },
      theBenchWasReached: ({ context }) => stageRank('build') <= stageRank(context.reached),
      theCardExists: ({ event }) => isIndex((event as Event<'card.read'>).card, quest.learn.length),
      itIsTheCurrentStep: ({ context, event }) => {
        const { step } = event as Event<'step.passed' | 'step.failed'>
        return step === context.step && isIndex(step, quest.practice.length)
      },
      theHintIsNew: ({ context, event }) => {
        const { hint } = event as Event<'hint.taken'>
        return isIndex(hint, quest.hints.length) && !context.hintsTaken.includes(hint)
      },
      theTimerIsDue: ({ context, event }, { state }: { state: QuestState }) => {
        const { timer } = event as Event<'timer.fired'>
        return timerIsDue(quest.machine.timers.find(({ id, during }) => id === timer && during === state), context)
      },
      theAnswerIsOnTheSheet: ({ event }) => {
        const { question, option } = event as Event<'answer.submitted'>
        return isIndex(option, quest.check[question]?.options.length ?? 0)
      },
      everyQuestionIsAnswered: ({ context }) => quest.check.every((_, question) => question in context.answers),
    },
    actions: {
      note: assign(({ context, event }, { state }: { state: QuestState }) => remember(quest, state, context, event)),
      arrive: assign(({ context }, { stage }: { stage: Stage }) => ({ reached: laterStage(stage, context.reached) })),
      askForVerdict: emit(({ context }) => ({ type: 'verdict.wanted', solution: context.solution })),
    },
  })
}

/** A stage is open when it was reached before, or when it is the next one and what leads to it is done. */
function mayEnter(quest: Quest, context: QuestContext, stage: Stage): boolean {
  const ahead = stageRank(stage) - stageRank(context.reached)
  if (ahead <= 0) return true
  if (ahead > 1) return false
  if (stage === 'build') return context.step >= quest.practice.length
  if (stage === 'verify') return context.lastVerdict !== null
  if (stage === 'debrief') return context.best !== 'none'
  return true
}

function waits(extra: ExtraState | undefined, context: QuestContext): boolean {
  return extra !== undefined && extraWaits(extra, context)
}

function chosenIn(extra: ExtraState | undefined, event: QuestEvent): boolean {
  return extra !== undefined && event.type === 'choice.made' && event.state === extra.id && choiceBelongs(extra, event.choice)
}

function isIndex(value: number, length: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < length
}

const built = new WeakMap<Quest, QuestMachine>()

/** The machine of a quest: pure, deterministic, built once for each quest; see the head of this file for its states. */
export function questMachine(quest: Quest): QuestMachine {
  const machine = built.get(quest) ?? buildMachine(quest)
  built.set(quest, machine)
  return machine
}

function buildMachine(quest: Quest) {
  const chart = chartOf(quest)
  const standing = standingExtras(quest)
  const note = (state: QuestState) => ({ type: 'note' as const, params: { state } })

  /** What can be told in every state where the learner is free to move. */
  function freely(state: QuestState): Handlers {
    return {
      'stage.entered': [
        ...standing.flatMap((extra) => {
          const stage = blockedStage(extra)
          return stage === undefined ? [] : [{ guard: { type: 'anExtraStandsBefore' as const, params: { extra: extra.id, stage } }, target: extra.id, actions: note(state) }]
        }),
        ...STAGES.map((stage) => ({ guard: { type: 'theStageIsOpen' as const, params: { stage } }, target: stage, actions: note(state) })),
      ],
      'card.read': { guard: 'theCardExists', actions: note(state) },
      'solution.changed': { guard: 'theStageWasReached', actions: note(state) },
      'solution.reopened': { guard: 'theBenchWasReached', actions: note(state) },
      'run.finished': { guard: 'theStageWasReached', actions: note(state) },
      'inspector.opened': { actions: note(state) },
      'hint.taken': { guard: 'theHintIsNew', actions: note(state) },
      'timer.fired': { guard: { type: 'theTimerIsDue', params: { state } }, actions: note(state) },
      'quest.left': { actions: note(state) },
      'quest.resumed': { actions: note(state) },
    }
  }

  /** A stage: free movement, what only this stage hears, and the extras that interrupt it. */
  function stage(name: Stage, own: Handlers = {}): StateConfig {
    return { entry: { type: 'arrive', params: { stage: name } }, on: interrupted(name, { ...freely(name), ...own }) }
  }

  function interrupted(name: QuestState, on: Handlers): Handlers {
    const handlers = { ...on } as Record<string, unknown>
    for (const extra of standing) {
      if (extra.during !== name || extra.on === undefined) continue
      const { type } = listensTo(extra.on)
      const interrupt = { guard: { type: 'theExtraInterrupts', params: { extra: extra.id } }, target: extra.id, actions: note(name) }
      handlers[type] = [interrupt, ...[handlers[type] ?? []].flat()]
    }
    return handlers as Handlers
  }

  /** An extra state is left by a choice: to the next one that waits, then to the stage it stood before. */
  function extraState(extra: ExtraState): StateConfig {
    const before = blockedStage(extra)
    const others = standing.slice(standing.indexOf(extra) + 1).filter((other) => before !== undefined && blockedStage(other) === before)
    return {
      on: {
        ...freely(extra.id),
        'choice.made': [
          ...others.map((other) => ({
            guard: { type: 'anotherExtraWaits' as const, params: { extra: other.id, after: extra.id } }, target: other.id, actions: note(extra.id),
          })),
          { guard: { type: 'theChoiceBelongsHere', params: { extra: extra.id } }, target: before ?? extra.during ?? 'brief', actions: note(extra.id) },
        ],
      },
    }
  }

  const answering: Handlers = { 'answer.submitted': { guard: 'theAnswerIsOnTheSheet', actions: note('debrief') } }
  return chart.createMachine({
    id: quest.id,
    context: () => emptyMemory(quest),
    initial: 'offered',
    states: {
      offered: { on: { 'quest.accepted': { target: 'brief', actions: note('offered') } } },
      brief: stage('brief'),
      learn: stage('learn'),
      practice: stage('practice', {
        'step.passed': { guard: 'itIsTheCurrentStep', actions: note('practice') },
        'step.failed': { guard: 'itIsTheCurrentStep', actions: note('practice') },
        'practice.skipped': { target: 'build', actions: note('practice') },
      }),
      build: stage('build', {
        'solution.submitted': { target: 'verifying', actions: [note('build'), 'askForVerdict'] },
      }),
      verifying: {
        on: {
          'verdict.given': { target: 'verify', actions: note('verifying') },
          'verdict.withdrawn': { target: 'build', actions: note('verifying') },
          'quest.left': { actions: note('verifying') },
          'quest.resumed': { actions: note('verifying') },
        },
      },
      verify: stage('verify'),
      debrief: stage('debrief', {
        ...answering,
        'quest.completed': { guard: 'everyQuestionIsAnswered', target: 'done', actions: note('debrief') },
      }),
      done: { on: { ...freely('done'), ...answering } },
      ...Object.fromEntries(standing.map((extra) => [extra.id, extraState(extra)])),
    },
  })
}

/** Whether the machine would take an event now; what it would not take is not a fact and must not be logged. */
export function canTell(snapshot: QuestSnapshot, event: QuestEvent): boolean {
  return snapshot.can(event)
}

export interface ReplayedQuest {
  snapshot: QuestSnapshot
  state: QuestState
  stage: Stage
  context: QuestContext
}

/**
 * A quest as its facts left it. Facts of other quests, and facts that the machine does not take (two devices merged, a quest
 * that changed), are passed over: a replay never fails.
 */
export function replayQuest(quest: Quest, facts: Iterable<Fact | QuestFactBody>): ReplayedQuest {
  const machine = questMachine(quest)
  let [snapshot] = initialTransition(machine)
  for (const fact of facts) {
    if (!('quest' in fact) || fact.quest !== quest.id) continue
    ;[snapshot] = transition(machine, snapshot, fact)
  }
  const state = String(snapshot.value)
  return { snapshot, state, stage: stageOf(state, quest), context: snapshot.context }
}

/**
 * A running quest, standing where its facts left it. When its state is `verifying`, the verdict that was under way is lost:
 * whoever starts it asks the judge again for `context.solution`, or tells `verdict.withdrawn`.
 */
export function startQuest(quest: Quest, facts: Iterable<Fact | QuestFactBody> = []): QuestActor {
  const { snapshot } = replayQuest(quest, facts)
  return createActor(questMachine(quest), { snapshot }).start()
}

/** Hints that may be read now, by number: those whose condition is met, and those already taken. */
export function openHints(quest: Quest, context: QuestContext, minutesInBuild: number): number[] {
  return quest.hints.flatMap(({ after }, hint) => {
    const byFails = after.fails !== undefined && context.fails >= after.fails
    const byTime = after.minutes !== undefined && minutesInBuild >= after.minutes
    const free = after.fails === undefined && after.minutes === undefined
    return byFails || byTime || free || context.hintsTaken.includes(hint) ? [hint] : []
  })
}

/** Runs on visible data that the quest still allows. */
export function runsLeft(quest: Quest, context: QuestContext): number {
  return Math.max(0, quest.build.limits.runs - context.runs)
}
