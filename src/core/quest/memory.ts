/** What the machine remembers, and how each fact changes it. Pure: the chart decides what may happen, this only notes it. */
import type { QuestContext, QuestState } from './context.ts'
import { extrasSetBy, type QuestEvent } from './extras.ts'
import type { Quest } from './schema.ts'
import { betterMedal, medalRank } from './stages.ts'

export function emptyMemory(quest: Quest): QuestContext {
  const { start, startArtefacts } = quest.build
  return {
    reached: 'brief',
    cardsRead: [],
    step: 0,
    stepFails: 0,
    practiceSolution: null,
    solution: { graph: start, artefacts: startArtefacts },
    beside: null,
    runs: 0,
    attempts: 0,
    fails: 0,
    hintsTaken: [],
    best: 'none',
    bestSolution: null,
    lastVerdict: null,
    trapSprung: false,
    answers: {},
    choices: {},
    extras: { ...quest.machine.context },
  }
}

/** Memory after an event that the chart has let through in `state`. */
export function remember(quest: Quest, state: QuestState, context: QuestContext, event: QuestEvent): QuestContext {
  const after = { ...context, ...noted(context, event) }
  const set = extrasSetBy(quest, state, after, event)
  return Object.keys(set).length === 0 ? after : { ...after, extras: { ...after.extras, ...set } }
}

function noted(context: QuestContext, event: QuestEvent): Partial<QuestContext> {
  switch (event.type) {
    case 'card.read':
      return { cardsRead: withItem(context.cardsRead, event.card) }
    case 'step.passed':
      return { step: event.step + 1, stepFails: 0 }
    case 'step.failed':
      return { stepFails: context.stepFails + 1 }
    case 'solution.changed':
      return event.stage === 'practice' ? { practiceSolution: event.solution } : { solution: event.solution }
    case 'solution.reopened':
      return { solution: event.solution, beside: event.beside }
    case 'solution.submitted':
      return { solution: event.solution }
    case 'run.finished':
      return event.stage === 'build' ? { runs: context.runs + 1 } : {}
    case 'hint.taken':
      return { hintsTaken: withItem(context.hintsTaken, event.hint) }
    case 'verdict.given':
      return afterVerdict(context, event.verdict)
    case 'choice.made':
      return { choices: { ...context.choices, [event.state]: event.choice } }
    case 'answer.submitted':
      return event.question in context.answers ? {} : { answers: { ...context.answers, [event.question]: event.option } }
    default:
      return {}
  }
}

function afterVerdict(context: QuestContext, verdict: NonNullable<QuestContext['lastVerdict']>): Partial<QuestContext> {
  const better = medalRank(verdict.medal) > medalRank(context.best)
  return {
    attempts: context.attempts + 1,
    fails: context.fails + (verdict.medal === 'none' ? 1 : 0),
    lastVerdict: verdict,
    trapSprung: context.trapSprung || verdict.trap !== null,
    best: betterMedal(verdict.medal, context.best),
    ...(better ? { bestSolution: context.solution } : {}),
  }
}

function withItem(list: readonly number[], item: number): number[] {
  return list.includes(item) ? [...list] : [...list, item].sort((a, b) => a - b)
}
